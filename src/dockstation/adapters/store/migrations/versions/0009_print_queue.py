"""What a label shows, when and why it was queued, and which one it is a copy of."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("content", "queued_at", "original", "reason", "failure"):
        op.add_column("print_jobs", sa.Column(name, sa.String, nullable=False, server_default=""))
    op.add_column("print_jobs", sa.Column("picture", sa.LargeBinary, nullable=False, server_default=""))
    op.create_index("print_jobs_by_time", "print_jobs", ["queued_at"])
