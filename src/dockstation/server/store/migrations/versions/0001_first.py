"""The first schema."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_identity()
    _create_rmas()
    _create_stations()
    _create_events()
    _create_outcomes()


def _create_identity() -> None:
    identity = op.create_table("identity", sa.Column("database_id", sa.String, primary_key=True))
    counters = op.create_table(
        "counters",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.BigInteger, nullable=False),
    )
    op.bulk_insert(identity, [{"database_id": secrets.token_hex(8)}])
    op.bulk_insert(counters, [{"name": name, "value": 0} for name in ("rma", "outcome", "station")])


def _create_rmas() -> None:
    op.create_table(
        "rmas",
        sa.Column("number", sa.String, primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False, unique=True),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_table(
        "rma_versions",
        sa.Column("number", sa.String, sa.ForeignKey("rmas.number"), primary_key=True),
        sa.Column("version", sa.BigInteger, primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_table(
        "rma_codes",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("number", sa.String, sa.ForeignKey("rmas.number"), primary_key=True),
    )
    op.create_index("rma_codes_by_number", "rma_codes", ["number"])


def _create_stations() -> None:
    op.create_table(
        "stations",
        sa.Column("station", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("lpn_prefix", sa.String, nullable=False, unique=True),
        sa.Column("enrolled_at", sa.String, nullable=False),
        sa.Column("revoked", sa.Boolean, nullable=False),
    )
    op.create_table(
        "enrolment_codes",
        sa.Column("hash", sa.String, primary_key=True),
        sa.Column("expires_at", sa.String, nullable=False),
        sa.Column("station", sa.String, nullable=False),
    )
    op.create_table(
        "tokens",
        sa.Column("hash", sa.String, primary_key=True),
        sa.Column("station", sa.String, sa.ForeignKey("stations.station"), nullable=False, index=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("parent", sa.String, nullable=False),
        sa.Column("expires_at", sa.String, nullable=False),
    )


def _create_events() -> None:
    op.create_table(
        "receipts",
        sa.Column("event_id", sa.String, primary_key=True),
        sa.Column("body_hash", sa.String, nullable=False),
        sa.Column("result", sa.String, nullable=False),
        sa.Column("problem", sa.Text, nullable=False),
        sa.Column("received_at", sa.String, nullable=False),
        sa.Column("times_received", sa.Integer, nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("event_id", sa.String, sa.ForeignKey("receipts.event_id"), primary_key=True),
        sa.Column("station", sa.String, sa.ForeignKey("stations.station"), nullable=False),
        sa.Column("epoch", sa.BigInteger, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("aggregate", sa.String, nullable=False),
        sa.Column("prev_event", sa.String, index=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
        sa.Column("prev_hash", sa.String, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.UniqueConstraint("station", "epoch", "seq"),
    )


def _create_outcomes() -> None:
    op.create_table(
        "outcomes",
        sa.Column("event_id", sa.String, sa.ForeignKey("events.event_id"), primary_key=True),
        sa.Column("number", sa.BigInteger, nullable=False, unique=True),
        sa.Column("station", sa.String, nullable=False),
        sa.Column("lpn", sa.String, nullable=False, index=True),
        sa.Column("rma_number", sa.String, nullable=False),
        sa.Column("line_id", sa.String, nullable=False),
        sa.Column("serial", sa.String, nullable=False),
        sa.Column("grade", sa.String, nullable=False),
        sa.Column("disposition", sa.String, nullable=False),
        sa.Column("responsibility", sa.String, nullable=False),
        sa.Column("resolution", sa.String, nullable=False),
        sa.Column("deduction", sa.BigInteger, nullable=False),
        sa.Column("primary", sa.Boolean, nullable=False),
        sa.Column("received_at", sa.String, nullable=False),
    )
    op.create_table(
        "outcome_photos",
        sa.Column("event_id", sa.String, sa.ForeignKey("outcomes.event_id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.String, nullable=False, index=True),
    )
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("received_at", sa.String, nullable=False),
    )
