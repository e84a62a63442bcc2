"""RMAs have a life of their own: a state, who changed what, clients' keys; outcomes are settled."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("rmas", sa.Column("state", sa.String, nullable=False, server_default="approved"))
    op.create_index("ix_rmas_state", "rmas", ["state"])
    _take_states_over("rmas")
    op.add_column("rma_versions", sa.Column("before", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("rma_versions", sa.Column("act", sa.String, nullable=False, server_default="imported"))
    op.add_column("rma_versions", sa.Column("state", sa.String, nullable=False, server_default="approved"))
    _take_states_over("rma_versions")
    for name in ("who", "reason", "at"):
        op.add_column("rma_versions", sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.create_table(
        "rma_keys",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("number", sa.String, sa.ForeignKey("rmas.number"), nullable=False),
        sa.Column("body_hash", sa.String, nullable=False),
    )
    op.create_table(
        "settlements",
        sa.Column("event_id", sa.String, sa.ForeignKey("outcomes.event_id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("resolution", sa.String, nullable=False),
        sa.Column("sum", sa.BigInteger, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
    )


def _take_states_over(table: str) -> None:
    """The state is the status that stations are told; inside texts the quotes are escaped, so that none looks so."""
    told = sa.table(table, sa.column("state", sa.String), sa.column("content", sa.Text))
    for state in ("cancelled", "refunded"):
        op.execute(told.update().where(told.c.content.contains(f'"status":"{state}"')).values(state=state))
