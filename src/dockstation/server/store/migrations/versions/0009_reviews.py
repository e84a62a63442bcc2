"""What contradicts waits for a person in a list of its own, and so does what was refused for good."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0006"
branch_labels = None
depends_on = None

BATCH = 1000


def upgrade() -> None:
    _reviews()
    op.create_table(
        "review_settlements",
        sa.Column("event_id", sa.String, sa.ForeignKey("reviews.event_id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
    )
    _rejected()


def _reviews() -> None:
    table = op.create_table(
        "reviews",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("event_id", sa.String, sa.ForeignKey("receipts.event_id"), nullable=False, unique=True),
        sa.Column("lpn", sa.String, nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
    )
    waiting = [
        {"event_id": event_id, "lpn": _lpn(content), "open": True}
        for event_id, content in op.get_bind().execute(
            sa.text(
                "SELECT receipts.event_id, content FROM receipts JOIN events ON events.event_id = receipts.event_id"
                " WHERE result = 'needs_review' ORDER BY received_at, station, epoch, seq"
            )
        )
    ]
    for start in range(0, len(waiting), BATCH):
        op.bulk_insert(table, waiting[start : start + BATCH])
    op.create_index("ix_reviews_lpn", "reviews", ["lpn"])
    op.create_index("ix_reviews_open", "reviews", ["open"])


def _lpn(content: str) -> str:
    told = json.loads(content)["body"].get("lpn")
    return told if isinstance(told, str) and len(told) <= 128 else ""


def _rejected() -> None:
    op.create_table(
        "rejected",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("station", sa.String, sa.ForeignKey("stations.station"), nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("aggregate", sa.String, nullable=False),
        sa.Column("problem", sa.Text, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("whole", sa.Boolean, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("first_at", sa.String, nullable=False),
        sa.Column("last_at", sa.String, nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
        sa.UniqueConstraint("station", "digest"),
    )
    op.create_index("ix_rejected_event_id", "rejected", ["event_id"])
    op.create_index("ix_rejected_open", "rejected", ["open"])
    op.create_table(
        "rejected_settlements",
        sa.Column("number", sa.Integer, sa.ForeignKey("rejected.number"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
    )
