"""Parcels by the time they came."""

from alembic import op

revision = "0005"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_parcels_arrived_at", "parcels", ["arrived_at"])
