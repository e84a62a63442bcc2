"""Config that the administrator publishes for stations: documents and people, every version of each."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    names = [sa.Column(name, sa.String, primary_key=True) for name in ("kind", "name")]
    op.create_table("config_documents", *names, sa.Column("version", sa.BigInteger, nullable=False, unique=True))
    op.create_table(
        "config_versions",
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("version", sa.BigInteger, primary_key=True),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("gone", sa.Boolean, nullable=False),
    )
    counters = sa.table("counters", sa.column("name", sa.String), sa.column("value", sa.BigInteger))
    op.bulk_insert(counters, [{"name": "config", "value": 0}])
