"""Outcomes that were approved, overridden or voided later, and what goes with their verdict."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outcomes", sa.Column("kind", sa.String, nullable=False, server_default="rules"))
    op.add_column("outcomes", sa.Column("detail", sa.Text, nullable=False, server_default="{}"))
