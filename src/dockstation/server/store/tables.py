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
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

HEAD = "0005"
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
    Column("rma_number", Words, nullable=False),
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
