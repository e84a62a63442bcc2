"""Decisions keep their history, inspections the version of their checklist, photos their side."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rulings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("lpn", sa.String, sa.ForeignKey("inspections.lpn"), nullable=False, index=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("decision", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False, server_default=""),
        sa.Column("approved_by", sa.String, nullable=False, server_default=""),
    )
    op.create_table(
        "versions",
        sa.Column("digest", sa.String, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("content", sa.String, nullable=False),
    )
    op.add_column("inspections", sa.Column("checklist_digest", sa.String, nullable=False, server_default=""))
    op.add_column("photos", sa.Column("view", sa.String, nullable=False, server_default=""))
    _move_decisions()
    op.drop_column("inspections", "decision")


def _move_decisions() -> None:
    """Who decided and when, as the event has it."""
    op.execute(
        "INSERT INTO rulings (lpn, kind, decision, by, at) SELECT i.lpn, 'rules', i.decision, "
        "coalesce((SELECT json_extract(e.content, '$.body.by') FROM events e WHERE e.aggregate = 'unit:' || i.lpn "
        "AND json_extract(e.content, '$.kind') = 'InspectionCompleted'), ''), "
        "coalesce((SELECT json_extract(e.content, '$.at') FROM events e WHERE e.aggregate = 'unit:' || i.lpn "
        "AND json_extract(e.content, '$.kind') = 'InspectionCompleted'), '') "
        "FROM inspections i WHERE i.decision IS NOT NULL"
    )
