"""What must be true in the end, read from the two databases and the two folders as they lie on the disk."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from dockstation.adapters.central import mapping
from dockstation.application.ports.store import UnitOfWork
from dockstation.domain import evidence
from dockstation.domain.errors import DockstationError
from dockstation.domain.rma import Rma
from dockstation.server import returns
from dockstation.server.store.rmas import StoredRma
from tests.simulation import server as at_server
from tests.simulation import station as at_station
from tests.simulation.machine import Machine
from tests.simulation.server import SimServer
from tests.simulation.station import SimStation

Rows = list[tuple[Any, ...]]

EVENTS = "SELECT content FROM events WHERE station = ? ORDER BY epoch, seq"
OUTCOMES = """SELECT o.lpn, o.event_id, e.seq FROM outcomes o JOIN events e USING (event_id)
              WHERE e.station = ? ORDER BY o.number"""
LISTED = "SELECT DISTINCT sha256 FROM outcome_photos"
MAKES_OUTCOMES = ("InspectionCompleted", "DecisionApproved", "DispositionOverridden", "DecisionVoided")
PRIMARY = 'SELECT lpn, count(*) FROM outcomes WHERE "primary" GROUP BY lpn HAVING count(*) > 1'


def violations(server: SimServer, stations: list[SimStation]) -> Iterator[str]:
    """A sentence for everything that is not as it should be."""
    yield from _receipts(server)
    yield from _server_photos(server)
    for station in stations:
        yield from _drained(station)
        yield from _events(server, station)
        yield from _outcomes(server, station)
        yield from _photos(server, station)
        yield from _returns(server, station)
        yield from _people(server, station)


def _rows(machine: Machine, query: str, *values: object) -> Rows:
    name = at_server.FILE if isinstance(machine, SimServer) else at_station.FILE
    with closing(sqlite3.connect(machine.file(name))) as database:
        return database.execute(query, values).fetchall()


def _drained(station: SimStation) -> Iterator[str]:
    counts = station.counts()
    left = (counts.pending, counts.parked, counts.photos, counts.rejected, counts.photos_rejected)
    if any(left):
        yield f"{station.name} is not empty: {counts}"


def _events(server: SimServer, station: SimStation) -> Iterator[str]:
    here = [json.loads(each) for (each,) in _rows(station, "SELECT content FROM events ORDER BY epoch, seq")]
    there = [json.loads(each) for (each,) in _rows(server, EVENTS, station.name)]
    if here != there:
        apart = {each["id"] for each in here} ^ {each["id"] for each in there}
        yield f"{station.name} has {len(here)} events, the server {len(there)} of it; apart: {_some(apart)}"
    if lost := station.promised - {each["id"] for each in there}:
        yield f"{station.name} promised events that are lost: {_some(lost)}"
    yield from _chain(station.name, there)


def _chain(name: str, events: list[dict[str, Any]]) -> Iterator[str]:
    before = evidence.GENESIS
    newest: dict[str, str] = {}
    for seq, event in enumerate(events, 1):
        if event["seq"] != seq:
            yield f"{name}: seq {event['seq']} stands in place {seq}"
            return
        if event["prev_hash"] != before or evidence.chained(event) != event["hash"]:
            yield f"{name}: the chain is broken at {seq}"
        if event["prev_event"] != newest.get(event["aggregate"]):
            yield f"{name}: event {seq} names another predecessor than {event['aggregate']} has"
        before, newest[event["aggregate"]] = event["hash"], event["id"]


def _outcomes(server: SimServer, station: SimStation) -> Iterator[str]:
    """Each once, and in the order of the unit's events."""
    rows = _rows(server, OUTCOMES, station.name)
    last: dict[str, int] = {}
    for lpn, _event, seq in rows:
        if seq <= last.get(lpn, 0):
            yield f"{station.name}: outcomes of {lpn} in another order than they were made"
        last[lpn] = seq
    there = [json.loads(each) for (each,) in _rows(server, EVENTS, station.name)]
    completed = Counter(each["id"] for each in there if each["kind"] == "InspectionCompleted")
    ruled = {each["id"] for each in there if each["kind"] in MAKES_OUTCOMES}
    stored = Counter(event for _lpn, event, _seq in rows)
    if completed - stored or set(stored) - ruled:
        yield f"{station.name}: {len(stored)} outcomes of {len(completed)} inspections"


def _photos(server: SimServer, station: SimStation) -> Iterator[str]:
    there = {each for (each,) in _rows(server, "SELECT sha256 FROM blobs")}
    names = {each for (each,) in _rows(station, "SELECT sha256 FROM outbox_photos")}
    yield from (f"{station.name}: photo {each} never came" for each in sorted((names | station.photos) - there))
    for each in sorted(names):
        path = station.file("photos") / each[:2] / f"{each}.jpg"
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != each:
            yield f"{station.name}: photo {each} is damaged or lost"


def _server_photos(server: SimServer) -> Iterator[str]:
    there = {each for (each,) in _rows(server, "SELECT sha256 FROM blobs")}
    listed = {each for (each,) in _rows(server, LISTED)}
    yield from (f"the server waits for photo {each}" for each in sorted(listed - there))
    for each in sorted(there):
        path = server.file("blobs") / each
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != each:
            yield f"the server says that it has photo {each}, which is damaged or lost"


def _receipts(server: SimServer) -> Iterator[str]:
    for event, result, told in _rows(server, "SELECT event_id, result, problem FROM receipts"):
        kind = json.loads(told)["type"].rpartition(":")[2] if told else ""
        if result not in ("created", "needs_review") or kind in ("chain", "hash", "seq"):
            yield f"the server says of event {event}: {result} {kind}"
    yield from (f"{lpn} has {count} primary outcomes" for lpn, count in _rows(server, PRIMARY))


def _returns(server: SimServer, station: SimStation) -> Iterator[str]:
    rows = _rows(server, "SELECT version, content FROM rmas")
    stored = [StoredRma(version, content) for version, content in rows]
    with station.store.unit_of_work() as work:
        apart = [
            each.number for each in map(returns.message, stored) if _known(work, each.number) != mapping.rma(each)
        ]
        count = work.rmas.count()
    if apart or count != len(stored):
        yield f"{station.name} has {count} returns for {len(stored)}, others than the server: {apart}"


def _people(server: SimServer, station: SimStation) -> Iterator[str]:
    with server.database.reading() as work:
        there = {each.name: (each.version, each.content, each.gone) for each in work.config.page(0, 1000)[0]}
    used = station.packs.kept().used.values()
    here = {each.name: (each.version, each.content, each.gone) for each in used}
    if here != there:
        yield f"{station.name} has {len(here)} people for {len(there)}, others than the server"


def _known(work: UnitOfWork, number: str) -> Rma | None:
    try:
        return work.rmas.get(number)
    except DockstationError:
        return None


def _some(ids: set[str]) -> str:
    return f"{len(ids)}, {sorted(ids)[:2]}"
