"""Print jobs, with the exact bytes of each."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Collection, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select, text, update
from sqlalchemy.dialects.sqlite import insert

from dockstation.adapters.store.tables import parcels, print_jobs
from dockstation.application.ports.store import PrintJob, PrintState
from dockstation.domain.errors import DockstationError
from dockstation.domain.label import Bitmap, LabelContent
from dockstation.domain.parcel import ParcelState
from dockstation.domain.text import Text

PLAIN = (
    "subject", "printer", "layout", "copy", "data", "sha256", "queued_at", "original", "reason", "failure",
)  # fmt: skip
IN_ORDER = text("print_jobs.rowid")
"""As they were queued, whatever the clock said then."""
SIZES = struct.Struct(">IIH")
"""Width, height and dots per inch, before the rows of a picture."""


class SqlSpool:
    """Print jobs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, job_id: str) -> PrintJob:
        row = self._connection.execute(select(print_jobs).where(print_jobs.c.job_id == job_id)).first()
        if row is None:
            raise DockstationError("print.unknown", job=job_id)
        return _job(row)

    def state(self, job_id: str) -> PrintState:
        query = select(print_jobs.c.state).where(print_jobs.c.job_id == job_id)
        state = self._connection.execute(query).scalar()
        if state is None:
            raise DockstationError("print.unknown", job=job_id)
        return PrintState(state)

    def mark(self, job: PrintJob) -> None:
        values = {"state": job.state.value, "reason": job.reason, "failure": job.failure}
        self._connection.execute(update(print_jobs).where(print_jobs.c.job_id == job.job_id).values(values))

    def put(self, job: PrintJob) -> None:
        values = {name: getattr(job, name) for name in PLAIN}
        values |= {"state": job.state.value, "content": _as_text(job.content), "picture": _packed(job.picture)}
        statement = insert(print_jobs).values(job_id=job.job_id, **values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["job_id"], set_=values))

    def of(self, subject: str) -> tuple[PrintJob, ...]:
        query = select(print_jobs).where(print_jobs.c.subject == subject).order_by(IN_ORDER)
        return tuple(_job(row) for row in self._connection.execute(query))

    def states_of(self, subject: str, layout: str) -> tuple[PrintState, ...]:
        mine = (print_jobs.c.subject == subject, print_jobs.c.layout == layout)
        query = select(print_jobs.c.state).where(*mine).order_by(IN_ORDER)
        return tuple(PrintState(each) for each in self._connection.execute(query).scalars())

    def parcels_to_label(self, since: str) -> tuple[str, ...]:
        query = select(parcels.c.parcel_id).where(*_to_label(since))
        return tuple(self._connection.execute(query.order_by(parcels.c.arrived_at, parcels.c.parcel_id)).scalars())

    def count_to_label(self, since: str) -> int:
        query = select(func.count()).select_from(parcels).where(*_to_label(since))
        return self._connection.execute(query).scalar_one()

    def in_state(self, state: PrintState) -> tuple[PrintJob, ...]:
        query = select(print_jobs).where(print_jobs.c.state == state.value).order_by(print_jobs.c.job_id)
        return tuple(_job(row) for row in self._connection.execute(query))

    def newest(self, states: Collection[PrintState], limit: int) -> tuple[PrintJob, ...]:
        wanted = print_jobs.c.state.in_([each.value for each in states])
        latest = (print_jobs.c.queued_at.desc(), print_jobs.c.job_id.desc())
        query = select(print_jobs).where(wanted).order_by(*latest).limit(limit)
        return tuple(_job(row) for row in self._connection.execute(query))

    def count(self) -> Mapping[PrintState, int]:
        query = select(print_jobs.c.state, func.count()).group_by(print_jobs.c.state)
        return {PrintState(state): number for state, number in self._connection.execute(query)}


def _to_label(since: str) -> tuple[ColumnElement[bool], ...]:
    mine = print_jobs.c.subject == "parcel:" + parcels.c.parcel_id
    states = print_jobs.c.state.in_([PrintState.QUEUED.value, PrintState.FAILED.value])
    waits = and_(states, ~print_jobs.c.content.contains('"void": true'))
    wanted = or_(~select(print_jobs).where(mine).exists(), select(print_jobs).where(mine, waits).exists())
    return parcels.c.arrived_at >= since, parcels.c.state == ParcelState.ARRIVED.value, wanted


def _job(row: Row[tuple[str, ...]]) -> PrintJob:
    plain = {name: getattr(row, name) for name in PLAIN}
    content = _content(row.content) if row.content else None
    picture = _unpacked(row.picture) if row.picture else None
    return PrintJob(row.job_id, state=PrintState(row.state), content=content, picture=picture, **plain)


def _as_text(content: LabelContent | None) -> str:
    return json.dumps(asdict(content)) if content else ""


def _content(text: str) -> LabelContent:
    values = json.loads(text)
    said: dict[str, Any] = {name: Text(**each) if isinstance(each, dict) else each for name, each in values.items()}
    return LabelContent(**said)


def _packed(picture: Bitmap | None) -> bytes:
    if picture is None:
        return b""
    return SIZES.pack(picture.width, picture.height, picture.dpi) + zlib.compress(picture.rows, 1)


def _unpacked(data: bytes) -> Bitmap:
    width, height, dpi = SIZES.unpack_from(data)
    return Bitmap(width, height, dpi, zlib.decompress(data[SIZES.size :]))
