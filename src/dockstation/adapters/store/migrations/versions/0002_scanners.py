"""What the self-test found out of each scanner."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "scanners",
        sa.Column("device", sa.String, primary_key=True),
        sa.Column("profile", sa.String, nullable=False),
        sa.Column("findings", sa.String, nullable=False),
        sa.Column("tested_at", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
    )
