"""Stations with many events: what one real inspection told, again and again, each time of another unit."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import uuid_utils

from dockstation.adapters.store import records
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application.ports.store import Note
from dockstation.domain import lpn
from dockstation.domain.events import ChainHead, Event, Fact, Instant, seal
from dockstation.domain.evidence import GENESIS
from dockstation.domain.rma import Rma
from tests.application.desk import Desk
from tests.fakes.returns import IMEI, a_return

CODE, RMA, PREFIX = "SF1234567890123", "R26110001", "2A3"
PAGE = 500
NOTES = {Note.STATION: "st-1", Note.LPN_PREFIX: PREFIX}


@dataclass(frozen=True, slots=True)
class Job:
    """What one parcel with one phone told, as JSON with the real names of unit, parcel, serial and photos in it."""

    told: tuple[tuple[str, str, str], ...]
    names: tuple[str, ...]

    def again(self, number: int) -> Iterator[Fact]:
        """The facts of another parcel; ``number``, from 0, tells it apart, its return was imported in this place."""
        swaps = [(name, _other(name, number)) for name in self.names]
        for aggregate, kind, body in self.told:
            yield Fact(_swapped(aggregate, swaps), kind, json.loads(_swapped(body, swaps)), number + 1)


def _swapped(text: str, swaps: Sequence[tuple[str, str]]) -> str:
    for old, new in swaps:
        text = text.replace(old, new)
    return text


def _other(name: str, number: int) -> str:
    if name == CODE:
        return f"SF{10**12 + number}"
    if name == RMA:
        return rma_number(number)
    if name == IMEI:
        return f"{10**14 + number}"
    if len(name) == 64:
        return hashlib.sha256(f"{name} {number}".encode()).hexdigest()
    if len(name) == 9:
        return lpn.make(PREFIX, number + 1)
    return f"{name[:-12]}{number:012x}"


def rma_number(number: int) -> str:
    """The return that job ``number`` is about."""
    return f"R{number:08}"


def a_return_of(number: int) -> Rma:
    """That return."""
    return a_return(rma_number(number), tracking=(f"SF{10**12 + number}",))


@cache
def job() -> Job:
    """Done once by the real use cases, in a folder of its own."""
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        unit = desk.decided()
        with desk.store.unit_of_work() as work:
            events = work.outbox.pending(1000)
            parcel, photos = (
                work.units.get(unit).parcel_id,
                [each.sha256 for each in work.inspections.get(unit).photos],
            )
        desk.store.close()
    told = tuple((each.aggregate, each.kind, json.dumps(each.body)) for each in events)
    return Job(told, (CODE, RMA, IMEI, unit, parcel, *photos))


def fill(file: Path, events: int, pending: int, station: str = "st-1", first: int = 0) -> int:
    """Make a station's database of so many events, the newest ``pending`` of them unsent; the job after its last.

    Its jobs are numbered from ``first``.
    """
    store = SqlStore(file)
    with store.unit_of_work() as work:
        for name, value in (NOTES | {Note.STATION: station}).items():
            work.notes.set(name, value)
        work.commit()
    store.close()
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA synchronous = OFF")
        return _filled(database, events, events - pending, ChainHead(station, 1, 0, GENESIS), first)


def _filled(database: sqlite3.Connection, events: int, sent: int, head: ChainHead, count: int) -> int:
    while head.seq < events:
        with database:
            for _ in range(PAGE):
                made = list(_sealed(head, list(job().again(count))))[: events - head.seq]
                _insert(database, made, sent)
                _insert_unit(database, count, made)
                head, count = ChainHead(head.station, 1, made[-1].seq, made[-1].hash), count + 1
                if head.seq >= events:
                    break
    return count


def _sealed(head: ChainHead, facts: Sequence[Fact]) -> Iterator[Event]:
    last: dict[str, str] = {}
    for fact in facts:
        at = Instant("2026-11-20T08:30:00.000Z", 480, head.seq * 2000, "boot-1")
        event = seal(fact, head, str(uuid_utils.uuid7()), last.get(fact.aggregate), at)
        head, last[fact.aggregate] = ChainHead(head.station, head.epoch, event.seq, event.hash), event.id
        yield event


def _insert(database: sqlite3.Connection, made: Sequence[Event], sent: int) -> None:
    told = [(e.id, e.epoch, e.seq, e.aggregate, records.to_text(e)) for e in made]
    database.executemany("INSERT INTO events (id, epoch, seq, aggregate, content) VALUES (?, ?, ?, ?, ?)", told)
    receipt = json.dumps({"result": "created", "received_at": "2026-11-20T08:30:05.000Z", "problem": {}})
    entries = [
        (e.id, e.epoch, e.seq, e.aggregate, e.at, *(("acknowledged", receipt) if e.seq <= sent else ("pending", "")))
        for e in made
    ]
    database.executemany(
        "INSERT INTO outbox (event_id, epoch, seq, aggregate, at, state, receipt) VALUES (?, ?, ?, ?, ?, ?, ?)",
        entries,
    )


def _insert_unit(database: sqlite3.Connection, number: int, made: Sequence[Event]) -> None:
    """The rows that the real use cases would have left beside these events."""
    unit, parcel = _other(job().names[3], number), _other(job().names[4], number)
    code, rma = f"SF{10**12 + number}", rma_number(number)
    database.execute("INSERT INTO parcels (parcel_id, code, state) VALUES (?, ?, 'opened')", (parcel, code))
    database.execute("INSERT INTO parcel_rmas (parcel_id, rma_number, place) VALUES (?, ?, 0)", (parcel, rma))
    database.execute(
        "INSERT INTO units (lpn, parcel_id, rma_number, line_id, serial, state, touched) "
        "VALUES (?, ?, ?, '1', ?, 'put_away', ?)",
        (unit, parcel, rma, _other(IMEI, number), number + 1),
    )
    database.execute("INSERT INTO inspections (lpn, checklist_id, checklist_version) VALUES (?, 'phone', 1)", (unit,))
    bodies = {kind: [e.body for e in made if e.kind == kind] for kind in ("QuestionAnswered", "PhotoTaken")}
    answers = [(unit, each["question"], each["answer"]) for each in bodies["QuestionAnswered"]]
    database.executemany("INSERT INTO answers (lpn, question_id, answer) VALUES (?, ?, ?)", answers)
    photos = [(unit, each["question"], each["sha256"], 500_000, 1920, 1080) for each in bodies["PhotoTaken"]]
    database.executemany(
        "INSERT INTO photos (lpn, question_id, sha256, size, width, height) VALUES (?, ?, ?, ?, ?, ?)", photos
    )
    database.executemany(
        "INSERT INTO outbox_photos (sha256, size, state) VALUES (?, 500000, 'acknowledged')",
        [(p[2],) for p in photos],
    )


def messages(first: int, end: int) -> Iterator[list[dict[str, Any]]]:
    """The returns of jobs from ``first`` to before ``end``, page by page, as the office imports them."""
    from tests.contracts.test_central import as_message  # it needs pytest

    for page in range(first, end, PAGE):
        yield [as_message(a_return_of(each)) for each in range(page, min(end, page + PAGE))]
