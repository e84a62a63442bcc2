"""What must be true when stations and server were killed under a bad line, read from their databases and folders."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text

from dockstation.domain import evidence
from dockstation.server.store.address import address
from tests.fakes.server_process import ServerProcess
from tests.torture.paper_diary import Diary
from tests.torture.whole import half_written

Event = dict[str, Any]
ONCE = {
    "ParcelArrived": ("parcel_id",),
    "ParcelOpened": ("parcel_id",),
    "ParcelClosed": ("parcel_id",),
    "UnitReceived": ("serial",),
    "InspectionStarted": ("lpn",),
    "QuestionAnswered": ("lpn", "question"),
    "PhotoTaken": ("lpn", "question", "view"),
    "InspectionCompleted": ("lpn",),
}
"""What the same work would tell again if it had been done twice."""
SHOWN = {
    "opened": ("ParcelOpened", ("code",)),
    "closed": ("ParcelClosed", ("code",)),
    "counted": ("UnitReceived", ("lpn", "serial")),
    "begun": ("InspectionStarted", ("lpn",)),
    "answered": ("QuestionAnswered", ("lpn", "question")),
    "photographed": ("PhotoTaken", ("lpn", "question", "sha256")),
    "decided": ("InspectionCompleted", ("lpn", "grade", "disposition")),
}


class Held:
    """Everything that the server's database holds about the matter."""

    def __init__(self, server: ServerProcess) -> None:
        engine = create_engine(address(server.database or server.data / "server.db"))
        with engine.connect() as connection:

            def rows(query: str) -> list[tuple[Any, ...]]:
                return [tuple(row) for row in connection.execute(text(query))]

            self.events = rows("SELECT station, content FROM events ORDER BY station, epoch, seq")
            self.receipts = rows("SELECT event_id, result, problem, times_received FROM receipts")
            self.outcomes = rows("SELECT event_id, lpn FROM outcomes")
            self.listed = {each for (each,) in rows("SELECT sha256 FROM outcome_photos")}
            self.blobs = {each for (each,) in rows("SELECT sha256 FROM blobs")}
        engine.dispose()

    def of(self, station: str) -> list[Event]:
        """A station's events in the order of its chain."""
        return [json.loads(content) for name, content in self.events if name == station]


def violations(server: ServerProcess, stations: list[Path]) -> tuple[list[str], Counter[str]]:
    """A sentence for everything that is not as it should be; and how much was looked at."""
    held, found, told = Held(server), list[str](), Counter[str]()
    for folder in stations:
        name, here = _events(folder / "data" / "station.db")
        diary, there = Diary(folder / "diary.jsonl").read(), held.of(name)
        told.update(events=len(here), confirmed=len(diary))
        found += [f"{folder.name}: {each}" for each in _compared(diary, here, there)]
        found += [f"{folder.name}: {each}" for each in half_written(folder / "data")]
    found += [*_receipts(held), *_outcomes(held), *_photos(held, server, stations)]
    told["sent again"] = sum(times - 1 for *_, times in held.receipts)
    told["photos"], told["outcomes"] = len(held.blobs), len(held.outcomes)
    return found, told


def _events(database: Path) -> tuple[str, list[Event]]:
    with closing(sqlite3.connect(database)) as opened:
        (station,) = opened.execute("SELECT value FROM notes WHERE name = 'station'").fetchone()
        rows = opened.execute("SELECT content FROM events ORDER BY epoch, seq").fetchall()
    return station, [json.loads(content) for (content,) in rows]


def _compared(diary: list[dict[str, Any]], here: list[Event], there: list[Event]) -> Iterator[str]:
    if here != there:
        apart = Counter(each["id"] for each in here)
        apart.subtract(each["id"] for each in there)
        yield f"{len(here)} events here, {len(there)} at the server; apart: {_some([e for e in apart if apart[e]])}"
    yield from _lost(diary, there)
    yield from _doubled(there)
    yield from _chain(there)


def _lost(diary: list[dict[str, Any]], there: list[Event]) -> Iterator[str]:
    """What the screen had confirmed and the server does not know."""
    known = {
        (what, *(event["body"][name] for name in names))
        for what, (kind, names) in SHOWN.items()
        for event in there
        if event["kind"] == kind
    }
    for entry in diary:
        names = SHOWN[entry["what"]][1]
        if (entry["what"], *(entry[name] for name in names)) not in known:
            yield f"lost, though it was confirmed: {entry}"


def _doubled(there: list[Event]) -> Iterator[str]:
    done = Counter(
        (each["kind"], *(each["body"][name] for name in ONCE[each["kind"]])) for each in there if each["kind"] in ONCE
    )
    yield from (f"done {count} times: {what}" for what, count in done.items() if count > 1)
    ids = Counter(each["id"] for each in there)
    yield from (f"stored {count} times: event {what}" for what, count in ids.items() if count > 1)


def _chain(there: list[Event]) -> Iterator[str]:
    before, newest = evidence.GENESIS, dict[str, str]()
    for seq, event in enumerate(there, 1):
        if event["seq"] != seq:
            yield f"seq {event['seq']} stands in place {seq}"
            return
        if event["prev_hash"] != before or evidence.chained(event) != event["hash"]:
            yield f"the chain is broken at {seq}"
        if event["prev_event"] != newest.get(event["aggregate"]):
            yield f"event {seq} names another predecessor than {event['aggregate']} has"
        before, newest[event["aggregate"]] = event["hash"], event["id"]


def _receipts(held: Held) -> Iterator[str]:
    for event, result, problem, _times in held.receipts:
        if result != "created":
            yield f"the server says of event {event}: {result} {problem}"


def _outcomes(held: Held) -> Iterator[str]:
    """Each inspection once, with all its photos."""
    told = Counter(
        event["id"] for _, content in held.events if (event := json.loads(content))["kind"] == "InspectionCompleted"
    )
    if told != Counter(event for event, _lpn in held.outcomes):
        yield f"{told.total()} inspections, {len(held.outcomes)} outcomes"
    twice = [lpn for lpn, count in Counter(lpn for _event, lpn in held.outcomes).items() if count > 1]
    yield from (f"two outcomes of {lpn}" for lpn in twice)
    yield from (f"the server waits for photo {each}" for each in sorted(held.listed - held.blobs))


def _photos(held: Held, server: ServerProcess, stations: list[Path]) -> Iterator[str]:
    for each in sorted(held.blobs):
        path = server.data / "blobs" / each
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != each:
            yield f"the server says that it has photo {each}, which is damaged or lost"
    for folder in stations:
        shown = {each["sha256"] for each in Diary(folder / "diary.jsonl").read() if each["what"] == "photographed"}
        yield from (f"photo {each} never came" for each in sorted(shown - held.blobs))


def _some(ids: list[str]) -> str:
    return f"{len(ids)}, {ids[:2]}"
