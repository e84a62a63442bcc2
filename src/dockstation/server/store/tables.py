"""The tables of the server's database, as SQLAlchemy Core describes them.

Times are RFC 3339 text in UTC of one fixed width (``moment.rfc3339``), so that they compare as text.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0006"
"""The newest migration; a test holds it equal to Alembic's own head, so that a start need not import Alembic."""

metadata = MetaData()

identity = Table(
    "identity",
    metadata,
    Column("database_id", String, primary_key=True),
)

counters = Table(
    "counters",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", BigInteger, nullable=False),
)

rmas = Table(
    "rmas",
    metadata,
    Column("number", String, primary_key=True),
    Column("version", BigInteger, nullable=False, unique=True),
    Column("content", Text, nullable=False),
    Column("state", String, nullable=False, server_default="approved", index=True),
)

rma_versions = Table(
    "rma_versions",
    metadata,
    Column("number", String, ForeignKey("rmas.number"), primary_key=True),
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
    Column("code", String, primary_key=True),
    Column("number", String, ForeignKey("rmas.number"), primary_key=True),
    Index("rma_codes_by_number", "number"),
)

stations = Table(
    "stations",
    metadata,
    Column("station", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("lpn_prefix", String, nullable=False, unique=True),
    Column("enrolled_at", String, nullable=False),
    Column("revoked", Boolean, nullable=False),
)

enrolment_codes = Table(
    "enrolment_codes",
    metadata,
    Column("hash", String, primary_key=True),
    Column("expires_at", String, nullable=False),
    Column("station", String, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("hash", String, primary_key=True),
    Column("station", String, ForeignKey("stations.station"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("parent", String, nullable=False),
    Column("expires_at", String, nullable=False),
)

receipts = Table(
    "receipts",
    metadata,
    Column("event_id", String, primary_key=True),
    Column("body_hash", String, nullable=False),
    Column("result", String, nullable=False),
    Column("problem", Text, nullable=False),
    Column("received_at", String, nullable=False),
    Column("times_received", Integer, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("event_id", String, ForeignKey("receipts.event_id"), primary_key=True),
    Column("station", String, ForeignKey("stations.station"), nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("aggregate", String, nullable=False, index=True),
    Column("prev_event", String, index=True),
    Column("kind", String, nullable=False),
    Column("hash", String, nullable=False),
    Column("prev_hash", String, nullable=False),
    Column("content", Text, nullable=False),
    UniqueConstraint("station", "epoch", "seq"),
)

serials = Table(
    "serials",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("serial", String, nullable=False),
    Column("lpn", String, nullable=False, index=True),
    Column("station", String, ForeignKey("stations.station"), nullable=False),
    Column("rma_number", String, nullable=False),
    Column("received_at", String, nullable=False),
    UniqueConstraint("serial", "lpn"),
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("event_id", String, ForeignKey("events.event_id"), primary_key=True),
    Column("number", BigInteger, nullable=False, unique=True),
    Column("station", String, nullable=False),
    Column("lpn", String, nullable=False, index=True),
    Column("rma_number", String, nullable=False),
    Column("line_id", String, nullable=False),
    Column("serial", String, nullable=False),
    Column("grade", String, nullable=False),
    Column("disposition", String, nullable=False),
    Column("responsibility", String, nullable=False),
    Column("resolution", String, nullable=False),
    Column("deduction", BigInteger, nullable=False),
    Column("primary", Boolean, nullable=False),
    Column("received_at", String, nullable=False),
    Column("kind", String, nullable=False, server_default="rules"),
    Column("detail", Text, nullable=False, server_default="{}"),
)

outcome_photos = Table(
    "outcome_photos",
    metadata,
    Column("event_id", String, ForeignKey("outcomes.event_id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("sha256", String, nullable=False, index=True),
)

blobs = Table(
    "blobs",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("received_at", String, nullable=False),
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
