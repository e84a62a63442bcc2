"""Who has a unit and where it came from, when older parcels came, and the terms of the returns that wait."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rma_terms",
        sa.Column("rma_number", sa.String, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("due_at", sa.String, nullable=False),
        sa.Column("return_type", sa.String, nullable=False),
        sa.Column("names", sa.String, nullable=False),
    )
    for name in ("holder", "note", "origin"):
        op.add_column("inspections", sa.Column(name, sa.String, nullable=False, server_default=""))
    op.add_column("photos", sa.Column("at_server", sa.Integer, nullable=False, server_default="0"))
    _tell_from_events()


def _tell_from_events() -> None:
    """When parcels came, and who began inspections, as their events have it."""
    op.execute(
        "UPDATE parcels SET arrived_at = coalesce((SELECT min(o.at) FROM events e JOIN outbox o ON o.event_id = e.id "
        "WHERE e.aggregate = 'parcel:' || parcels.parcel_id), '') WHERE arrived_at = ''"
    )
    op.execute(
        "UPDATE inspections SET holder = coalesce((SELECT json_extract(e.content, '$.body.by') FROM events e "
        "WHERE e.aggregate = 'unit:' || inspections.lpn "
        "AND json_extract(e.content, '$.kind') = 'InspectionStarted'), '')"
    )
