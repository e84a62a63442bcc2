"""What was begun on a question and is not confirmed yet."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("inspections", "opinions"):
        op.add_column(table, sa.Column("begun", sa.String, nullable=False, server_default="{}"))
