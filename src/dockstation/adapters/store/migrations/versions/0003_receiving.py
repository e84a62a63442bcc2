"""Parcels as a dock sees them, items that nobody expected, discrepancies with their photos."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "parcel_rmas",
        sa.Column("parcel_id", sa.String, sa.ForeignKey("parcels.parcel_id"), primary_key=True),
        sa.Column("rma_number", sa.String, primary_key=True, index=True),
        sa.Column("place", sa.Integer, nullable=False),
    )
    op.execute("INSERT INTO parcel_rmas SELECT parcel_id, rma_number, 0 FROM parcels WHERE rma_number != ''")
    op.drop_index("ix_parcels_rma_number", "parcels")
    op.drop_column("parcels", "rma_number")
    for name in ("carrier", "condition", "arrived_at"):
        op.add_column("parcels", sa.Column(name, sa.String, nullable=False, server_default=""))
    op.add_column("parcels", sa.Column("weight_g", sa.Integer, nullable=False, server_default="0"))
    op.create_index("ix_parcels_state", "parcels", ["state"])
    op.add_column("units", sa.Column("found_as", sa.String, nullable=False, server_default=""))
    op.create_index("ix_units_parcel_id", "units", ["parcel_id"])
    _create_evidence()


def _create_evidence() -> None:
    op.create_table(
        "discrepancies",
        sa.Column("discrepancy_id", sa.String, primary_key=True),
        sa.Column("parcel_id", sa.String, sa.ForeignKey("parcels.parcel_id"), nullable=False, index=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("lpn", sa.String, nullable=False, index=True),
        sa.Column("content", sa.String, nullable=False),
    )
    op.create_table(
        "parcel_photos",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("parcel_id", sa.String, sa.ForeignKey("parcels.parcel_id"), nullable=False, index=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.Column("discrepancy_id", sa.String, nullable=False),
    )
