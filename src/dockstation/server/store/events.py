"""Events as they came, and the receipts that make each count once."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from dockstation.server.store import counters
from dockstation.server.store.tables import chains, events, receipts

COUNTER = "outcome"
HELD = "ParcelHeld"
NO_LONGER_HELD = ("ParcelMatched", "ParcelRefused")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was said of an event when it first came, or has become of it since."""

    body_hash: str
    result: str
    problem: Mapping[str, Any] | None
    received_at: str


@dataclass(frozen=True, slots=True)
class Chain:
    """How much of one epoch of a station's chain is here."""

    epoch: int
    newest: int
    count: int


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event in its list."""

    id: str
    station: str
    epoch: int
    seq: int
    aggregate: str
    kind: str
    result: str
    times_received: int
    received_at: str
    body: Mapping[str, Any]


class Events:
    """Queries over events, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def hold(self) -> None:
        """Let no other transaction take events in before this one ends."""
        counters.hold(self._connection, COUNTER)

    def next_number(self) -> int:
        """A number that no event of the office has had."""
        return counters.take(self._connection, COUNTER)

    def receipt(self, event_id: str) -> Receipt | None:
        """The receipt of an event that is stored."""
        row = self._connection.execute(select(receipts).where(receipts.c.event_id == event_id)).first()
        if row is None:
            return None
        problem = json.loads(row.problem) if row.problem else None
        return Receipt(row.body_hash, row.result, problem, row.received_at)

    def among(self, station: str, event_ids: Collection[str]) -> tuple[str, ...]:
        """Those of these that the station has sent and are stored."""
        mine = (events.c.station == station, events.c.event_id.in_(event_ids))
        return tuple(self._connection.execute(select(events.c.event_id).where(*mine)).scalars())

    def came_again(self, event_id: str) -> None:
        """Count one more arrival."""
        again = update(receipts).where(receipts.c.event_id == event_id)
        self._connection.execute(again.values(times_received=receipts.c.times_received + 1))

    def holder(self, station: str, epoch: int, seq: int) -> str | None:
        """The id of the event that has this place in a station's chain."""
        return self._connection.execute(select(events.c.event_id).where(*_place(station, epoch, seq))).scalar()

    def hash_at(self, station: str, epoch: int, seq: int) -> str | None:
        """The hash of the event in this place."""
        return self._connection.execute(select(events.c.hash).where(*_place(station, epoch, seq))).scalar()

    def prev_hash_at(self, station: str, epoch: int, seq: int) -> str | None:
        """The hash that the event in this place says its predecessor has."""
        return self._connection.execute(select(events.c.prev_hash).where(*_place(station, epoch, seq))).scalar()

    def add(self, event: Mapping[str, Any], content: str, result: str, received_at: str) -> None:
        """Store an event with its first receipt. ``event`` has the members of the protocol."""
        first = {"body_hash": event["hash"], "result": result, "problem": "", "received_at": received_at}
        self._connection.execute(insert(receipts).values(event_id=event["id"], times_received=1, **first))
        kept = ("station", "epoch", "seq", "aggregate", "prev_event", "kind", "hash", "prev_hash")
        values = {name: event[name] for name in kept}
        self._connection.execute(insert(events).values(event_id=event["id"], content=content, **values))

    def count(self, station: str, epoch: int, seqs: Sequence[int]) -> None:
        """Note that these numbers of the epoch were stored; ``hold`` has made this transaction the only one."""
        mine = (chains.c.station == station, chains.c.epoch == epoch)
        known = self._connection.execute(select(chains).where(*mine)).first()
        values = {"newest": max(seqs), "held": len(seqs)}
        if known is None:
            self._connection.execute(insert(chains).values(station=station, epoch=epoch, **values))
        else:
            values = {"newest": max(known.newest, *seqs), "held": known.held + len(seqs)}
            self._connection.execute(update(chains).where(*mine).values(values))

    def chains(self, station: str) -> tuple[Chain, ...]:
        """A station's epochs, the first first."""
        mine = select(chains).where(chains.c.station == station).order_by(chains.c.epoch)
        return tuple(Chain(row.epoch, row.newest, row.held) for row in self._connection.execute(mine))

    def gaps(self, station: str, epoch: int, limit: int) -> tuple[tuple[int, int], ...]:
        """The first and the last number of each gap before the newest, the lowest first."""
        mine = (events.c.station == station, events.c.epoch == epoch)
        before = func.lag(events.c.seq, 1, 0).over(order_by=events.c.seq)
        pairs = select(before.label("before"), events.c.seq.label("seq")).where(*mine).subquery()
        apart = select(pairs).where(pairs.c.seq > pairs.c.before + 1).order_by(pairs.c.seq).limit(limit)
        return tuple((row.before + 1, row.seq - 1) for row in self._connection.execute(apart))

    def settle(self, event_id: str, result: str, problem: Mapping[str, Any] | None) -> None:
        """Change what is said of a stored event."""
        text = json.dumps(problem, ensure_ascii=False) if problem else ""
        settled = update(receipts).where(receipts.c.event_id == event_id)
        self._connection.execute(settled.values(result=result, problem=text))

    def waiting_for(self, event_id: str) -> tuple[str, ...]:
        """The contents of the stored events that wait for this one."""
        wanted = select(events.c.content).join(receipts, receipts.c.event_id == events.c.event_id)
        waiting = (events.c.prev_event == event_id, receipts.c.result == "waiting_predecessor")
        return tuple(self._connection.execute(wanted.where(*waiting).order_by(events.c.event_id)).scalars())

    def held(self, after: str) -> tuple[dict[str, Any], ...]:
        """The ParcelHeld of every parcel that is held now, in the order of their ids, from after this one."""
        wanted = select(events.c.content).where(events.c.kind.in_((HELD, *NO_LONGER_HELD)))
        standing: dict[str, dict[str, Any]] = {}
        for content in self._connection.execute(wanted.order_by(events.c.epoch, events.c.seq)).scalars():
            event = json.loads(content)
            standing.pop(event["aggregate"], None)
            if event["kind"] == HELD:
                standing[event["aggregate"]] = event
        return tuple(sorted((e for e in standing.values() if e["id"] > after), key=lambda event: str(event["id"])))

    def about(self, aggregate: str, limit: int) -> tuple[str, ...]:
        """The contents of the newest events about this, the first that came first; not those that still wait."""
        wanted = select(events.c.content).join(receipts, receipts.c.event_id == events.c.event_id)
        mine = (events.c.aggregate == aggregate, receipts.c.result != "waiting_predecessor")
        order = (receipts.c.received_at, events.c.station, events.c.epoch, events.c.seq)
        newest = wanted.where(*mine).order_by(*[each.desc() for each in order]).limit(limit)
        return tuple(reversed(self._connection.execute(newest).scalars().all()))

    def of_station(self, station: str, epoch: int, after_seq: int, limit: int) -> tuple[StoredEvent, ...]:
        """A station's events of one epoch after ``after_seq``, in order."""
        wanted = select(events, receipts).join(receipts, receipts.c.event_id == events.c.event_id)
        place = (events.c.station == station, events.c.epoch == epoch, events.c.seq > after_seq)
        rows = self._connection.execute(wanted.where(*place).order_by(events.c.seq).limit(limit)).mappings()
        return tuple(map(_stored, rows))


def _place(station: str, epoch: int, seq: int) -> tuple[Any, ...]:
    return events.c.station == station, events.c.epoch == epoch, events.c.seq == seq


def _stored(row: RowMapping) -> StoredEvent:
    told = {name: row[events.c[name]] for name in ("station", "epoch", "seq", "aggregate", "kind")}
    told |= {name: row[receipts.c[name]] for name in ("result", "times_received", "received_at")}
    return StoredEvent(id=row[events.c.event_id], body=json.loads(row[events.c.content])["body"], **told)
