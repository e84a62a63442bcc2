"""Other systems subscribe to facts; what they are to be told waits in a table of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    counters = sa.table("counters", sa.column("name", sa.String), sa.column("value", sa.BigInteger))
    op.bulk_insert(counters, [{"name": "webhook", "value": 0}])
    op.create_table(
        "webhooks",
        sa.Column("webhook", sa.String, primary_key=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("kinds", sa.Text, nullable=False),
        sa.Column("enabled", sa.Boolean, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("secret", "old_secret", "old_until", "made_at")),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("rests_until", sa.String, nullable=False),
    )
    _create_deliveries()


def _create_deliveries() -> None:
    op.create_table(
        "webhook_deliveries",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("webhook", sa.String, sa.ForeignKey("webhooks.webhook"), nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("message", "kind", "aggregate")),
        sa.Column("body", sa.Text, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("made_at", "state")),
        sa.Column("tries", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("due_at", "leased_until", "lease")),
        sa.Column("status", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("why", "tried_at")),
    )
    op.create_index("webhook_deliveries_due", "webhook_deliveries", ["webhook", "state", "due_at", "number"])
    op.create_index("webhook_deliveries_leased", "webhook_deliveries", ["webhook", "leased_until"])
    op.create_index("webhook_deliveries_order", "webhook_deliveries", ["webhook", "aggregate", "state", "number"])
