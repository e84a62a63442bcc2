"""The tables of the station's database, as SQLAlchemy Core describes them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    text,
)

HEAD = "0013"
"""The newest migration; a test holds it equal to Alembic's own head, so that a start need not import Alembic."""

metadata = MetaData()

rmas = Table(
    "rmas",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("due", Integer, nullable=False),
    Column("content", String, nullable=False),
)
"""``due`` in seconds since 1970; ``content`` and what follows as ``rma_text`` writes them."""

rma_codes = Table(
    "rma_codes",
    metadata,
    Column("code", String, primary_key=True),
    Column("rma_id", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

goods = Table(
    "goods",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("content", String, nullable=False, unique=True),
    Column("sku", String, nullable=False, index=True),
    Column("gtin", String, nullable=False, index=True),
    Column("words", String, nullable=False),
)
"""What many lines say alike, once."""

rma_goods = Table(
    "rma_goods",
    metadata,
    Column("goods_id", Integer, primary_key=True),
    Column("due", Integer, primary_key=True),
    Column("rma_id", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

FULL_TEXT = ("rma_search", "goods_search")
"""FTS5's tables, which SQLAlchemy cannot describe; a migration makes them."""

parcels = Table(
    "parcels",
    metadata,
    Column("parcel_id", String, primary_key=True),
    Column("code", String, nullable=False, unique=True),
    Column("state", String, nullable=False, index=True),
    Column("carrier", String, nullable=False, server_default=""),
    Column("condition", String, nullable=False, server_default=""),
    Column("arrived_at", String, nullable=False, server_default="", index=True),
    Column("weight_g", Integer, nullable=False, server_default="0"),
)

parcel_rmas = Table(
    "parcel_rmas",
    metadata,
    Column("parcel_id", String, ForeignKey("parcels.parcel_id"), primary_key=True),
    Column("rma_number", String, primary_key=True, index=True),
    Column("place", Integer, nullable=False),
)

units = Table(
    "units",
    metadata,
    Column("lpn", String, primary_key=True),
    Column("parcel_id", String, ForeignKey("parcels.parcel_id"), nullable=False, index=True),
    Column("rma_number", String, nullable=False, index=True),
    Column("line_id", String, nullable=False),
    Column("serial", String, nullable=False, index=True),
    Column("state", String, nullable=False, index=True),
    Column("touched", Integer, nullable=False, index=True),
    Column("found_as", String, nullable=False, server_default=""),
)

discrepancies = Table(
    "discrepancies",
    metadata,
    Column("discrepancy_id", String, primary_key=True),
    Column("parcel_id", String, ForeignKey("parcels.parcel_id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("lpn", String, nullable=False, index=True),
    Column("content", String, nullable=False),
)

parcel_photos = Table(
    "parcel_photos",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("parcel_id", String, ForeignKey("parcels.parcel_id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("sha256", String, nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("discrepancy_id", String, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Records:
    """The tables of an inspection."""

    inspections: Table
    answers: Table
    photos: Table
    rulings: Table


def _inspections(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("lpn", String, ForeignKey("units.lpn"), primary_key=True),
        Column("checklist_id", String, nullable=False),
        Column("checklist_version", Integer, nullable=False),
        Column("checklist_digest", String, nullable=False, server_default=""),
        Column("holder", String, nullable=False, server_default=""),
        Column("note", String, nullable=False, server_default=""),
        Column("origin", String, nullable=False, server_default=""),
        Column("begun", String, nullable=False, server_default="{}"),
    )


def _rulings(name: str, first: str) -> Table:
    return Table(
        name,
        metadata,
        Column("number", Integer, primary_key=True),
        Column("lpn", String, ForeignKey(f"{first}.lpn"), nullable=False, index=True),
        Column("kind", String, nullable=False),
        Column("decision", String, nullable=False),
        Column("by", String, nullable=False),
        Column("at", String, nullable=False),
        Column("reason", String, nullable=False, server_default=""),
        Column("approved_by", String, nullable=False, server_default=""),
    )


def _answers(name: str, first: str) -> Table:
    return Table(
        name,
        metadata,
        Column("number", Integer, primary_key=True),
        Column("lpn", String, ForeignKey(f"{first}.lpn"), nullable=False, index=True),
        Column("question_id", String, nullable=False),
        Column("answer", String),
    )


def _photos(name: str, first: str) -> Table:
    return Table(
        name,
        metadata,
        Column("number", Integer, primary_key=True),
        Column("lpn", String, ForeignKey(f"{first}.lpn"), nullable=False, index=True),
        Column("question_id", String, nullable=False),
        Column("sha256", String, nullable=False, index=True),
        Column("size", Integer, nullable=False),
        Column("width", Integer, nullable=False),
        Column("height", Integer, nullable=False),
        Column("at_server", Integer, nullable=False, server_default="0"),
        Column("view", String, nullable=False, server_default=""),
        Column("taken_at", String, nullable=False, server_default=""),
        Column("by", String, nullable=False, server_default=""),
        Column("station", String, nullable=False, server_default=""),
        Column("warnings", String, nullable=False, server_default=""),
        Column("marks", String, nullable=False, server_default="[]"),
        Column("discarded_at", String, nullable=False, server_default=""),
        Column("discarded_by", String, nullable=False, server_default=""),
    )


inspections = _inspections("inspections")
rulings = _rulings("rulings", "inspections")
answers = _answers("answers", "inspections")
photos = _photos("photos", "inspections")
FIRST = Records(inspections, answers, photos, rulings)
SECOND = Records(
    _inspections("opinions"),
    _answers("opinion_answers", "opinions"),
    _photos("opinion_photos", "opinions"),
    _rulings("opinion_rulings", "opinions"),
)
"""The same once more for second opinions."""

second_opinions = Table(
    "second_opinions",
    metadata,
    Column("lpn", String, ForeignKey("units.lpn"), primary_key=True),
    Column("first_by", String, nullable=False),
    Column("state", String, nullable=False, index=True),
    Column("at", String, nullable=False),
    Column("comparison", String, nullable=False),
)

containers = Table(
    "containers",
    metadata,
    Column("code", String, primary_key=True),
    Column("held", Integer, nullable=False),
    Column("called_full", Integer, nullable=False),
)

pin_attempts = Table(
    "pin_attempts",
    metadata,
    Column("badge", String, primary_key=True),
    Column("failed", Integer, nullable=False),
    Column("last_at", String, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("digest", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("content", String, nullable=False),
)
"""Checklists and rule books as they were used."""

rma_terms = Table(
    "rma_terms",
    metadata,
    Column("rma_number", String, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("due_at", String, nullable=False),
    Column("return_type", String, nullable=False),
    Column("names", String, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", String, primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("aggregate", String, nullable=False),
    Column("content", String, nullable=False),
    UniqueConstraint("epoch", "seq"),
    Index("events_by_aggregate", "aggregate", "epoch", "seq"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("event_id", String, ForeignKey("events.id"), primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("aggregate", String, nullable=False),
    Column("at", String, nullable=False),
    Column("state", String, nullable=False),
    Column("receipt", String, nullable=False, default=""),
    Index("outbox_by_state", "state", "epoch", "seq"),
)

outbox_photos = Table(
    "outbox_photos",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("settled_at", String, nullable=False, server_default=""),
    Column("forgotten", Integer, nullable=False, server_default="0"),
    Index("outbox_photos_by_state", "state", "size"),
    Index("outbox_photos_kept", "settled_at", sqlite_where=text("forgotten < 1")),
    Index("outbox_photos_leaving", "sha256", sqlite_where=text("forgotten = 1")),
)
"""``forgotten``: 0 the bytes are here, 1 they are about to go, 2 they are gone."""

stubs = Table(
    "stubs",
    metadata,
    Column("epoch", Integer, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("event_id", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""What stays of events long at the server: their place, id and hash, so that the chain can be followed."""

print_jobs = Table(
    "print_jobs",
    metadata,
    Column("job_id", String, primary_key=True),
    Column("subject", String, nullable=False, index=True),
    Column("printer", String, nullable=False),
    Column("layout", String, nullable=False),
    Column("copy", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("sha256", String, nullable=False),
    Column("state", String, nullable=False, index=True),
    Column("content", String, nullable=False, server_default=""),
    Column("picture", LargeBinary, nullable=False, server_default=""),
    Column("queued_at", String, nullable=False, server_default=""),
    Column("original", String, nullable=False, server_default=""),
    Column("reason", String, nullable=False, server_default=""),
    Column("failure", String, nullable=False, server_default=""),
    Index("print_jobs_by_time", "queued_at"),
    Index("print_jobs_whole", "queued_at", sqlite_where=text("content != ''")),
)
Index(
    "print_jobs_once", print_jobs.c.subject, print_jobs.c.layout, print_jobs.c.copy,
    unique=True, sqlite_where=print_jobs.c.state != "stale",
)  # fmt: skip
"""One job a copy: a second one is refused. Copies of a new decision are counted anew."""

notes = Table(
    "notes",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

scanners = Table(
    "scanners",
    metadata,
    Column("device", String, primary_key=True),
    Column("profile", String, nullable=False),
    Column("findings", String, nullable=False),
    Column("tested_at", String, nullable=False),
    Column("by", String, nullable=False),
)
