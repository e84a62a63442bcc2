"""People of the office log in to the server's page: accounts, sessions, wrong passwords, files on their way in."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "office_users",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("password", sa.String, nullable=False),
        sa.Column("zone", sa.String, nullable=False),
        sa.Column("disabled", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.String, nullable=False),
    )
    op.create_table(
        "office_sessions",
        sa.Column("hash", sa.String, primary_key=True),
        sa.Column("user", sa.String, sa.ForeignKey("office_users.key"), nullable=False),
        sa.Column("created_at", sa.String, nullable=False),
        sa.Column("used_at", sa.String, nullable=False),
    )
    op.create_index("ix_office_sessions_user", "office_sessions", ["user"])
    op.create_table(
        "office_guesses",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("wait_until", sa.String, nullable=False),
    )
    op.create_table(
        "office_files",
        sa.Column("session", sa.String, sa.ForeignKey("office_sessions.hash"), primary_key=True),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_outcomes_rma_number", "outcomes", ["rma_number"])
    counters = sa.table("counters", sa.column("name", sa.String), sa.column("value", sa.BigInteger))
    op.bulk_insert(counters, [{"name": "account", "value": 0}])
