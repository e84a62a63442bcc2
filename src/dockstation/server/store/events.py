"""Events as they came, and the receipts that make each count once."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    RowMapping,
    Select,
    String,
    bindparam,
    case,
    cast,
    func,
    literal_column,
    select,
    union_all,
    update,
)

from dockstation.server.store import counters
from dockstation.server.store.flavours import by_keys, each_of, named
from dockstation.server.store.insertion import Insertion, insert_together
from dockstation.server.store.tables import chains, events, receipts, rejected

COUNTER = "outcome"
WAITING = "waiting_predecessor"
SAID, PLACE, FOLLOWS, REFUSED = "said", "place", "follows", "refused"
KEPT = ("station", "epoch", "seq", "aggregate", "prev_event", "kind", "hash", "prev_hash")
"""Members of an event with columns of their own."""
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
class Place:
    """An event in a station's chain."""

    event_id: str
    hash: str
    prev_hash: str


@dataclass(frozen=True, slots=True)
class Around:
    """What is stored around events: receipts, places by seq, contents of what waits for each, ids once refused."""

    receipts: Mapping[str, Receipt]
    places: Mapping[int, Place]
    waiting: Mapping[str, list[str]]
    refused: frozenset[str]


@dataclass(frozen=True, slots=True)
class Settled:
    """What is said of a stored event from now on."""

    event_id: str
    result: str
    problem: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Row:
    """An event to be stored, with the members of the protocol, and what is said of it."""

    event: Mapping[str, Any]
    content: str
    received_at: str
    result: str = WAITING
    problem: Mapping[str, Any] | None = None

    def receipt(self) -> dict[str, Any]:
        """Its row among the receipts."""
        said = {"result": self.result, "problem": _text(self.problem), "received_at": self.received_at}
        return {"event_id": self.event["id"], "body_hash": self.event["hash"], "times_received": 1, **said}

    def stored(self) -> dict[str, Any]:
        """Its row among the events."""
        return {"event_id": self.event["id"], "content": self.content, **{name: self.event[name] for name in KEPT}}


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
        self._dialect = connection.dialect.name

    def hold(self) -> int:
        """Let no other transaction take events in before this one ends, which finds all by keys.

        The last number that an outcome or an event of the office has had.
        """
        return counters.hold(self._connection, COUNTER, *by_keys(self._connection))

    def next_number(self) -> int:
        """A number that no event of the office has had."""
        return counters.take(self._connection, COUNTER)

    def sent_by(self, station: str, event_ids: Collection[str]) -> tuple[str, ...]:
        """Those of these that the station has sent and are stored."""
        mine = (events.c.station == station, events.c.event_id.in_(event_ids))
        return tuple(self._connection.execute(select(events.c.event_id).where(*mine)).scalars())

    def receipts(self, ids: Collection[str]) -> dict[str, Receipt]:
        """The receipts of those of these events that are stored."""
        rows = self._connection.execute(_receipts(self._dialect), {"ids": list(ids)})
        return {event_id: _receipt(*said) for event_id, *said in rows}

    def places(self, station: str, epoch: int, seqs: Collection[int]) -> dict[int, Place]:
        """The events in these places of a station's chain, by seq."""
        told = {"station": station, "epoch": epoch, "seqs": list(seqs)}
        return {row[0]: Place(*row[1:]) for row in self._connection.execute(_places(self._dialect), told)}

    def around(
        self, station: str, epoch: int, seqs: Collection[int], ids: Collection[str], before: Collection[str]
    ) -> Around:
        """What there is to know of a station's events with these ids, and the receipts of those ``before`` them.

        ``seqs`` are the places of the epoch to tell of.
        """
        told = {"ids": list(ids), "said": [*ids, *before], "station": station, "epoch": epoch, "seqs": list(seqs)}
        rows: dict[str, list[Sequence[str]]] = {SAID: [], PLACE: [], FOLLOWS: [], REFUSED: []}
        for what, *row in self._connection.execute(_around(self._dialect), told):
            rows[what].append(row)
        return Around(
            {event_id: _receipt(*said) for event_id, *said in rows[SAID]},
            {int(seq): Place(event_id, *hashes) for event_id, *hashes, seq, _ in rows[PLACE]},
            self._waiting([(event_id, follows, content) for event_id, follows, content, *_ in rows[FOLLOWS]]),
            frozenset(event_id for event_id, *_ in rows[REFUSED]),
        )

    def waiting_for(self, event_id: str) -> list[str]:
        """The contents of the stored events that wait for this, in the order of their ids."""
        rows = self._connection.execute(_followers(self._dialect), {"ids": [event_id]}).all()
        return self._waiting([(row[0], row[1], row[2]) for row in rows]).get(event_id, [])

    def _waiting(self, followers: Sequence[tuple[str, str, str]]) -> dict[str, list[str]]:
        """Of events, what each follows and its content, those that still wait."""
        # a join would have PostgreSQL read all receipts, as long as it knows nothing of how few follow
        said = self.receipts([event_id for event_id, _follows, _content in followers]) if followers else {}
        found: dict[str, list[str]] = {}
        for event_id, follows, content in sorted(followers):
            if said[event_id].result == WAITING:
                found.setdefault(follows, []).append(content)
        return found

    def add(self, rows: Sequence[Row], *also: Insertion) -> None:
        """Store events with their first receipts, and ``also`` what may point to them."""
        said = Insertion(receipts, [each.receipt() for each in rows])
        insert_together(self._connection, said, Insertion(events, [each.stored() for each in rows]), *also)

    def settle(self, settled: Sequence[Settled]) -> None:
        """Change what is said of stored events."""
        if settled:
            told = [
                {"this": each.event_id, "result": each.result, "problem": _text(each.problem)} for each in settled
            ]
            values: dict[str, Any] = {name: bindparam(name) for name in ("result", "problem")}
            mine = receipts.c.event_id == bindparam("this")
            self._connection.execute(update(receipts).where(mine).values(values), told)

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

    def came_again(self, times: Mapping[str, int]) -> None:
        """Count so many more arrivals."""
        if times:
            told = [{"this": event_id, "more": count} for event_id, count in times.items()]
            again = update(receipts).where(receipts.c.event_id == bindparam("this"))
            more = {"times_received": receipts.c.times_received + bindparam("more")}
            self._connection.execute(again.values(more), told)

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
        mine = (events.c.aggregate == aggregate, receipts.c.result != WAITING)
        order = (receipts.c.received_at, events.c.station, events.c.epoch, events.c.seq)
        newest = wanted.where(*mine).order_by(*[each.desc() for each in order]).limit(limit)
        return tuple(reversed(self._connection.execute(newest).scalars().all()))

    def of_station(self, station: str, epoch: int, after_seq: int, limit: int) -> tuple[StoredEvent, ...]:
        """A station's events of one epoch after ``after_seq``, in order."""
        wanted = select(events, receipts).join(receipts, receipts.c.event_id == events.c.event_id)
        place = (events.c.station == station, events.c.epoch == epoch, events.c.seq > after_seq)
        rows = self._connection.execute(wanted.where(*place).order_by(events.c.seq).limit(limit)).mappings()
        return tuple(map(_stored, rows))


@cache
def _receipts(dialect: str) -> Select[Any]:
    return select(receipts.c.event_id, *_SAID).where(named(dialect, receipts.c.event_id, "ids"))


_SAID = tuple(receipts.c[name] for name in ("body_hash", "result", "problem", "received_at"))


@cache
def _places(dialect: str) -> Select[Any]:
    mine = (events.c.station == bindparam("station"), events.c.epoch == bindparam("epoch"))
    wanted = select(events.c.seq, events.c.event_id, events.c.hash, events.c.prev_hash).where(*mine)
    return each_of(dialect, wanted, events.c.seq, "seqs")


def counted(station: str, stored: Mapping[int, Sequence[int]]) -> Insertion:
    """That these numbers of each epoch were stored; ``hold`` has made this transaction the only one."""
    rows = [
        {"station": station, "epoch": epoch, "newest": max(seqs), "held": len(seqs)} for epoch, seqs in stored.items()
    ]
    return Insertion(chains, rows, _count_on)


def _count_on(insert: Any) -> Any:
    newest, came = chains.c.newest, insert.excluded
    raised = {
        "newest": case((newest > came.newest, newest), else_=came.newest),
        "held": chains.c.held + came.held,
    }
    return insert.on_conflict_do_update(index_elements=["station", "epoch"], set_=raised)


@cache
def _followers(dialect: str) -> Select[Any]:
    wanted = select(events.c.event_id, events.c.prev_event, events.c.content)
    return wanted.where(named(dialect, events.c.prev_event, "ids"))


@cache
def _around(dialect: str) -> CompoundSelect[Any]:
    """Four questions as one, as each costs a way to the database and back: which one, the id, and four texts."""
    said = select(_word(SAID), receipts.c.event_id, *_SAID).where(named(dialect, receipts.c.event_id, "said"))
    there = _places(dialect).subquery()
    place = select(_word(PLACE), there.c.event_id, there.c.hash, there.c.prev_hash, cast(there.c.seq, String))
    follower = _followers(dialect).subquery()
    mine = (rejected.c.station == bindparam("station"), named(dialect, rejected.c.event_id, "ids"))
    refused = select(_word(REFUSED), rejected.c.event_id, *_words(4)).where(*mine)
    return union_all(said, place.add_columns(*_words(1)), select(_word(FOLLOWS), *follower.c, *_words(2)), refused)


def _words(count: int) -> tuple[ColumnElement[str], ...]:
    return tuple(_word("") for _ in range(count))


def _word(text: str) -> ColumnElement[str]:
    return literal_column(f"'{text}'", String)


def _receipt(body_hash: str, result: str, problem: str, received_at: str) -> Receipt:
    return Receipt(body_hash, result, json.loads(problem) if problem else None, received_at)


def _text(problem: Mapping[str, Any] | None) -> str:
    return json.dumps(problem, ensure_ascii=False) if problem else ""


def _stored(row: RowMapping) -> StoredEvent:
    told = {name: row[events.c[name]] for name in ("station", "epoch", "seq", "aggregate", "kind")}
    told |= {name: row[receipts.c[name]] for name in ("result", "times_received", "received_at")}
    return StoredEvent(id=row[events.c.event_id], body=json.loads(row[events.c.content])["body"], **told)
