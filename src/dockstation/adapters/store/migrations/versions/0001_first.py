"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rmas",
        sa.Column("number", sa.String, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("content", sa.String, nullable=False),
    )
    op.create_table(
        "rma_codes",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("rma_number", sa.String, sa.ForeignKey("rmas.number", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("rma_codes_by_rma", "rma_codes", ["rma_number"])
    _create_dock()
    _create_inspection()
    _create_outbox()
    op.create_table(
        "notes",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
    )


def _create_dock() -> None:
    op.create_table(
        "parcels",
        sa.Column("parcel_id", sa.String, primary_key=True),
        sa.Column("code", sa.String, nullable=False, unique=True),
        sa.Column("rma_number", sa.String, nullable=False, index=True),
        sa.Column("state", sa.String, nullable=False),
    )
    op.create_table(
        "units",
        sa.Column("lpn", sa.String, primary_key=True),
        sa.Column("parcel_id", sa.String, sa.ForeignKey("parcels.parcel_id"), nullable=False),
        sa.Column("rma_number", sa.String, nullable=False, index=True),
        sa.Column("line_id", sa.String, nullable=False),
        sa.Column("serial", sa.String, nullable=False, index=True),
        sa.Column("state", sa.String, nullable=False, index=True),
        sa.Column("touched", sa.Integer, nullable=False, index=True),
    )
    op.create_table(
        "print_jobs",
        sa.Column("job_id", sa.String, primary_key=True),
        sa.Column("lpn", sa.String, nullable=False, index=True),
        sa.Column("printer", sa.String, nullable=False),
        sa.Column("layout", sa.String, nullable=False),
        sa.Column("copy", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False, index=True),
        sa.UniqueConstraint("lpn", "layout", "copy"),
    )


def _create_inspection() -> None:
    op.create_table(
        "inspections",
        sa.Column("lpn", sa.String, sa.ForeignKey("units.lpn"), primary_key=True),
        sa.Column("checklist_id", sa.String, nullable=False),
        sa.Column("checklist_version", sa.Integer, nullable=False),
        sa.Column("decision", sa.String),
    )
    op.create_table(
        "answers",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("lpn", sa.String, sa.ForeignKey("inspections.lpn"), nullable=False, index=True),
        sa.Column("question_id", sa.String, nullable=False),
        sa.Column("answer", sa.String),
    )
    op.create_table(
        "photos",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("lpn", sa.String, sa.ForeignKey("inspections.lpn"), nullable=False, index=True),
        sa.Column("question_id", sa.String, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
    )


def _create_outbox() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("aggregate", sa.String, nullable=False),
        sa.Column("content", sa.String, nullable=False),
        sa.UniqueConstraint("epoch", "seq"),
    )
    op.create_index("events_by_aggregate", "events", ["aggregate", "epoch", "seq"])
    op.create_table(
        "outbox",
        sa.Column("event_id", sa.String, sa.ForeignKey("events.id"), primary_key=True),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("aggregate", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("receipt", sa.String, nullable=False),
    )
    op.create_index("outbox_by_state", "outbox", ["state", "epoch", "seq"])
    op.create_table(
        "outbox_photos",
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False, index=True),
    )
