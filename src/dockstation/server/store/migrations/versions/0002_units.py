"""Events are found by what they are about."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_events_aggregate", "events", ["aggregate"])
