"""The tables of the server's database, as SQLAlchemy Core describes them.

Times are RFC 3339 text in UTC of one fixed width (``moment.rfc3339``), so that they compare as text.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

HEAD = "0010"
"""The newest migration; a test holds it equal to Alembic's own head, so that a start need not import Alembic."""


def without_nul(value: Any) -> Any:
    """As PostgreSQL can keep it."""
    return value.replace("\0", "\N{SYMBOL FOR NULL}") if isinstance(value, str) else value


class Words(TypeDecorator[str]):
    """Text of people and scanners. PostgreSQL knows no NUL character: it gets the picture of one."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        return without_nul(value) if dialect.name == "postgresql" else value


metadata = MetaData()

identity = Table(
    "identity",
    metadata,
    Column("database_id", Words, primary_key=True),
)

counters = Table(
    "counters",
    metadata,
    Column("name", Words, primary_key=True),
    Column("value", BigInteger, nullable=False),
)

rmas = Table(
    "rmas",
    metadata,
    Column("number", Words, primary_key=True),
    Column("version", BigInteger, nullable=False, unique=True),
    Column("content", Text, nullable=False),
    Column("state", String, nullable=False, server_default="approved", index=True),
)

rma_versions = Table(
    "rma_versions",
    metadata,
    Column("number", Words, ForeignKey("rmas.number"), primary_key=True),
    Column("version", BigInteger, primary_key=True),
    Column("content", Text, nullable=False),
    Column("before", BigInteger, nullable=False, server_default="0"),
    Column("act", String, nullable=False, server_default="imported"),
    Column("state", String, nullable=False, server_default="approved"),
    Column("who", Text, nullable=False, server_default=""),
    Column("reason", Text, nullable=False, server_default=""),
    Column("at", Text, nullable=False, server_default=""),
)

rma_keys = Table(
    "rma_keys",
    metadata,
    Column("key", String, primary_key=True),
    Column("number", String, ForeignKey("rmas.number"), nullable=False),
    Column("body_hash", String, nullable=False),
)

rma_codes = Table(
    "rma_codes",
    metadata,
    Column("code", Words, primary_key=True),
    Column("number", Words, ForeignKey("rmas.number"), primary_key=True),
    Index("rma_codes_by_number", "number"),
)

stations = Table(
    "stations",
    metadata,
    Column("station", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("lpn_prefix", Words, nullable=False, unique=True),
    Column("enrolled_at", Words, nullable=False),
    Column("revoked", Boolean, nullable=False),
)

enrolment_codes = Table(
    "enrolment_codes",
    metadata,
    Column("hash", Words, primary_key=True),
    Column("expires_at", Words, nullable=False),
    Column("station", Words, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("hash", Words, primary_key=True),
    Column("station", Words, ForeignKey("stations.station"), nullable=False, index=True),
    Column("kind", Words, nullable=False),
    Column("parent", Words, nullable=False),
    Column("expires_at", Words, nullable=False),
)

receipts = Table(
    "receipts",
    metadata,
    Column("event_id", Words, primary_key=True),
    Column("body_hash", Words, nullable=False),
    Column("result", Words, nullable=False),
    Column("problem", Text, nullable=False),
    Column("received_at", Words, nullable=False),
    Column("times_received", Integer, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("event_id", Words, ForeignKey("receipts.event_id"), primary_key=True),
    Column("station", Words, ForeignKey("stations.station"), nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("aggregate", Words, nullable=False, index=True),
    Column("prev_event", Words, index=True),
    Column("kind", Words, nullable=False),
    Column("hash", Words, nullable=False),
    Column("prev_hash", Words, nullable=False),
    Column("content", Text, nullable=False),
    UniqueConstraint("station", "epoch", "seq"),
)

chains = Table(
    "chains",
    metadata,
    Column("station", String, ForeignKey("stations.station"), primary_key=True),
    Column("epoch", BigInteger, primary_key=True),
    Column("newest", BigInteger, nullable=False),
    Column("held", BigInteger, nullable=False),
)
"""How much of each station's chain is here: the newest number, and how many there are."""

serials = Table(
    "serials",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("serial", Words, nullable=False),
    Column("lpn", Words, nullable=False, index=True),
    Column("station", Words, ForeignKey("stations.station"), nullable=False),
    Column("rma_number", Words, nullable=False),
    Column("received_at", Words, nullable=False),
    UniqueConstraint("serial", "lpn"),
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("event_id", Words, ForeignKey("events.event_id"), primary_key=True),
    Column("number", BigInteger, nullable=False, unique=True),
    Column("station", Words, nullable=False),
    Column("lpn", Words, nullable=False, index=True),
    Column("rma_number", Words, nullable=False, index=True),
    Column("line_id", Words, nullable=False),
    Column("serial", Words, nullable=False),
    Column("grade", Words, nullable=False),
    Column("disposition", Words, nullable=False),
    Column("responsibility", Words, nullable=False),
    Column("resolution", Words, nullable=False),
    Column("deduction", BigInteger, nullable=False),
    Column("primary", Boolean, nullable=False),
    Column("received_at", Words, nullable=False),
    Column("kind", Words, nullable=False, server_default="rules"),
    Column("detail", Text, nullable=False, server_default="{}"),
)

outcome_photos = Table(
    "outcome_photos",
    metadata,
    Column("event_id", Words, ForeignKey("outcomes.event_id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("sha256", Words, nullable=False, index=True),
)

blobs = Table(
    "blobs",
    metadata,
    Column("sha256", Words, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("received_at", Words, nullable=False),
)

settlements = Table(
    "settlements",
    metadata,
    Column("event_id", String, ForeignKey("outcomes.event_id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("resolution", String, nullable=False),
    Column("sum", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", String, nullable=False),
)

config_documents = Table(
    "config_documents",
    metadata,
    Column("kind", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("version", BigInteger, nullable=False, unique=True),
)
"""The newest version of each."""

config_versions = Table(
    "config_versions",
    metadata,
    Column("kind", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("version", BigInteger, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("content", Text, nullable=False),
    Column("at", String, nullable=False),
    Column("by", Text, nullable=False),
    Column("gone", Boolean, nullable=False),
)

office_users = Table(
    "office_users",
    metadata,
    Column("key", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("role", String, nullable=False),
    Column("password", String, nullable=False),
    Column("zone", String, nullable=False),
    Column("disabled", Boolean, nullable=False),
    Column("created_at", String, nullable=False),
)

office_sessions = Table(
    "office_sessions",
    metadata,
    Column("hash", String, primary_key=True),
    Column("user", Words, ForeignKey("office_users.key"), nullable=False, index=True),
    Column("created_at", String, nullable=False),
    Column("used_at", String, nullable=False),
)

office_guesses = Table(
    "office_guesses",
    metadata,
    Column("key", String, primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("wait_until", String, nullable=False),
)

office_files = Table(
    "office_files",
    metadata,
    Column("session", String, ForeignKey("office_sessions.hash"), primary_key=True),
    Column("sha256", String, nullable=False),
    Column("name", Words, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

reviews = Table(
    "reviews",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("event_id", Words, ForeignKey("receipts.event_id"), nullable=False, unique=True),
    Column("lpn", Words, nullable=False, index=True),
    Column("open", Boolean, nullable=False, index=True),
)

review_settlements = Table(
    "review_settlements",
    metadata,
    Column("event_id", Words, ForeignKey("reviews.event_id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("who", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", String, nullable=False),
    Column("outcome", Words, nullable=False),
)

rejected = Table(
    "rejected",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("event_id", Words, nullable=False, index=True),
    Column("station", Words, ForeignKey("stations.station"), nullable=False),
    Column("digest", String, nullable=False),
    Column("kind", Words, nullable=False),
    Column("aggregate", Words, nullable=False),
    Column("problem", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("whole", Boolean, nullable=False),
    Column("times", Integer, nullable=False),
    Column("first_at", String, nullable=False),
    Column("last_at", String, nullable=False),
    Column("open", Boolean, nullable=False, index=True),
    UniqueConstraint("station", "digest"),
)

rejected_settlements = Table(
    "rejected_settlements",
    metadata,
    Column("number", Integer, ForeignKey("rejected.number"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("who", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", String, nullable=False),
)

webhooks = Table(
    "webhooks",
    metadata,
    Column("webhook", String, primary_key=True),
    Column("url", Text, nullable=False),
    Column("kinds", Text, nullable=False),
    Column("enabled", Boolean, nullable=False),
    Column("secret", String, nullable=False),
    Column("old_secret", String, nullable=False),
    Column("old_until", String, nullable=False),
    Column("made_at", String, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("rests_until", String, nullable=False),
)

deliveries = Table(
    "webhook_deliveries",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("webhook", String, ForeignKey("webhooks.webhook"), nullable=False),
    Column("message", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("aggregate", Words, nullable=False),
    Column("body", Text, nullable=False),
    Column("made_at", String, nullable=False),
    Column("state", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due_at", String, nullable=False),
    Column("leased_until", String, nullable=False),
    Column("lease", String, nullable=False),
    Column("status", Integer, nullable=False),
    Column("why", String, nullable=False),
    Column("tried_at", String, nullable=False),
    Index("webhook_deliveries_due", "webhook", "state", "due_at", "number"),
    Index("webhook_deliveries_leased", "webhook", "leased_until"),
    Index("webhook_deliveries_order", "webhook", "aggregate", "state", "number"),
)
