"""The repository of the station's chain of events and of what the server said of each."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, func, or_, select, tuple_, update
from sqlalchemy.dialects.sqlite import insert

from dockstation.adapters.store import records
from dockstation.adapters.store.dock import SqlNotes
from dockstation.adapters.store.holding import Holding, epochs
from dockstation.adapters.store.tables import FIRST, SECOND, events, outbox, outbox_photos, parcel_photos, parcels
from dockstation.application.ports.central import SEND_AGAIN, EventResult, KnownChain, ResultKind, Settlement
from dockstation.application.ports.outbox import Entry, EntryState, OutboxCounts, PhotoEntry, Receipt
from dockstation.application.ports.store import Note
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import ChainHead, Event
from dockstation.domain.evidence import GENESIS

_AFTER = {
    ResultKind.CREATED: EntryState.ACKNOWLEDGED,
    ResultKind.DUPLICATE: EntryState.ACKNOWLEDGED,
    ResultKind.WAITING_PREDECESSOR: EntryState.PARKED,
    ResultKind.NEEDS_REVIEW: EntryState.REVIEW,
    ResultKind.REJECTED: EntryState.REJECTED,
}
OPEN = [each.value for each in EntryState if each is not EntryState.ACKNOWLEDGED]
"""A person or the sync has still to do with these: few beside the rest, which is never counted through."""
CONTESTED = [EntryState.REJECTED.value, EntryState.REVIEW.value]
NOTED = ("noted_by", "noted_at", "verdict", "reason")
_STORED = (EntryState.ACKNOWLEDGED, EntryState.REVIEW)


class SqlOutbox:
    """Events in seq order, each with its entry."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self) -> ChainHead:
        known = SqlNotes(self._connection)
        station = known.get(Note.STATION)
        if station is None:
            raise DockstationError("enrol.needed")
        epoch = int(known.get(Note.EPOCH) or 1)
        query = select(events.c.seq, events.c.content).where(events.c.epoch == epoch)
        last = self._connection.execute(query.order_by(events.c.seq.desc()).limit(1)).first()
        if last is None:
            return ChainHead(station, epoch, 0, GENESIS)
        return ChainHead(station, epoch, last.seq, records.event(last.content).hash)

    def last_of(self, aggregate: str) -> str | None:
        query = select(events.c.id).where(events.c.aggregate == aggregate)
        return self._connection.execute(query.order_by(events.c.epoch.desc(), events.c.seq.desc()).limit(1)).scalar()

    def add(self, event: Event) -> None:
        place = {"epoch": event.epoch, "seq": event.seq, "aggregate": event.aggregate}
        self._connection.execute(insert(events).values(id=event.id, content=records.to_text(event), **place))
        entry = {"event_id": event.id, "at": event.at, "state": EntryState.PENDING.value, "receipt": "", **place}
        self._connection.execute(insert(outbox).values(entry))

    def pending(self, limit: int) -> tuple[Event, ...]:
        found = self._connection.execute(_pending(), {"most": limit}).scalars()
        return tuple(map(records.event, found))

    def settle(self, results: Sequence[EventResult]) -> None:
        parked = select(outbox.c.event_id).where(outbox.c.state == EntryState.PARKED.value).limit(1)
        waits = any(each.result is ResultKind.WAITING_PREDECESSOR for each in results)
        if waits or self._connection.execute(parked).first() is not None:
            for each in results:
                self._settle_and_send_again(each)
        elif results:
            self._note(results)

    def _settle_and_send_again(self, result: EventResult) -> None:
        entry = self._connection.execute(select(outbox).where(outbox.c.event_id == result.event_id)).one()
        self._note([result])
        place, here = tuple_(outbox.c.epoch, outbox.c.seq), tuple_(entry.epoch, entry.seq)
        if _AFTER[result.result] in _STORED:
            self._send_again(entry.aggregate, place > here, [EntryState.PARKED.value])
        elif result.result is ResultKind.WAITING_PREDECESSOR and not entry.receipt:
            self._send_again(entry.aggregate, place < here, [state.value for state in _STORED])

    def _note(self, results: Sequence[EventResult]) -> None:
        """Keep what the server said of these events."""
        before = self._receipts([each.event_id for each in results])
        said = [
            {"this": each.event_id, "state": _AFTER[each.result].value, "receipt": _written(each, before)}
            for each in results
        ]
        values: dict[str, Any] = {name: bindparam(name) for name in ("state", "receipt")}
        self._connection.execute(update(outbox).where(outbox.c.event_id == bindparam("this")).values(values), said)

    def _receipts(self, event_ids: Sequence[str]) -> dict[str, str]:
        """What was said of these before, of those of which something was."""
        told = select(outbox.c.event_id, outbox.c.receipt).where(outbox.c.event_id.in_(event_ids))
        return {row.event_id: row.receipt for row in self._connection.execute(told.where(outbox.c.receipt != ""))}

    def _send_again(self, aggregate: str, which: ColumnElement[bool], states: Sequence[str]) -> None:
        rejected = outbox.c.state == EntryState.REJECTED.value
        query = select(outbox.c.event_id).where(outbox.c.aggregate == aggregate, rejected)
        if self._connection.execute(query).first() is None:
            mine = select(events.c.id).where(events.c.aggregate == aggregate)
            again = update(outbox).where(outbox.c.event_id.in_(mine), which, outbox.c.state.in_(states))
            self._connection.execute(again.values(state=EntryState.PENDING.value))

    def is_short(self, known: Sequence[KnownChain]) -> bool:
        return any(Holding(self._connection, epoch).is_short(at_server) for epoch, at_server in self._beside(known))

    def send_lost(self, known: Sequence[KnownChain]) -> int:
        chains = self._beside(known)
        return sum(Holding(self._connection, epoch).send_lost(at_server) for epoch, at_server in chains)

    def _beside(self, known: Sequence[KnownChain]) -> list[tuple[int, KnownChain]]:
        there = {each.epoch: each for each in known}
        mine = epochs(self._connection)
        return [(epoch, there.get(epoch) or KnownChain(epoch, 0, 0)) for epoch in mine]

    def ask_for_photo(self, sha256: str) -> None:
        self._mark_photo(sha256, EntryState.PENDING)

    def ask_for_photos(self) -> None:
        acknowledged = outbox_photos.c.state == EntryState.ACKNOWLEDGED.value
        again = update(outbox_photos).where(acknowledged, outbox_photos.c.forgotten == 0)
        self._connection.execute(again.values(state=EntryState.PENDING.value))

    def get(self, event_id: str) -> Entry:
        found = self._entries(outbox.c.event_id == event_id, 1, newest=False)
        if not found:
            raise DockstationError("outbox.unknown")
        return found[0]

    def entries(self, states: Collection[EntryState], limit: int, *, newest: bool) -> tuple[Entry, ...]:
        return self._entries(outbox.c.state.in_([each.value for each in states]), limit, newest=newest)

    def about(self, aggregates: Collection[str], limit: int) -> tuple[Entry, ...]:
        return self._entries(outbox.c.event_id.in_(_ids(aggregates)), limit, newest=False)

    def _entries(self, which: ColumnElement[bool], limit: int, *, newest: bool) -> tuple[Entry, ...]:
        query = select(events.c.content, outbox.c.state, outbox.c.receipt).join(
            outbox, outbox.c.event_id == events.c.id
        )
        order = [each.desc() if newest else each for each in (outbox.c.epoch, outbox.c.seq)]
        rows = self._connection.execute(query.where(which).order_by(*order).limit(limit))
        return tuple(Entry(records.event(row.content), EntryState(row.state), _receipt(row.receipt)) for row in rows)

    def stuck(self) -> Mapping[str, int]:
        refused = select(outbox.c.aggregate).where(outbox.c.state == EntryState.REJECTED.value).distinct().subquery()
        waits = and_(outbox.c.aggregate == refused.c.aggregate, outbox.c.state == EntryState.PENDING.value)
        query = select(refused.c.aggregate, func.count(outbox.c.event_id)).outerjoin(outbox, waits)
        rows = self._connection.execute(query.group_by(refused.c.aggregate))
        return {row[0]: row[1] for row in rows}

    def send_again(self, event_id: str) -> None:
        again = update(outbox).where(outbox.c.event_id == event_id, outbox.c.state == EntryState.REJECTED.value)
        self._connection.execute(again.values(state=EntryState.PENDING.value, receipt=""))

    def take_note(self, event_id: str, by: str, at: str) -> None:
        self._write_receipt(event_id, replace(self.get(event_id).receipt, noted_by=by, noted_at=at))

    def _write_receipt(self, event_id: str, receipt: Receipt) -> None:
        noted = update(outbox).where(outbox.c.event_id == event_id)
        self._connection.execute(noted.values(receipt=json.dumps(asdict(receipt), ensure_ascii=False)))

    def unsettled(self, limit: int) -> tuple[str, ...]:
        verdict = func.coalesce(func.json_extract(outbox.c.receipt, "$.verdict"), "")
        mine = select(outbox.c.event_id).where(outbox.c.state.in_(CONTESTED)).limit(limit)
        return tuple(self._connection.execute(mine.order_by(verdict, outbox.c.epoch, outbox.c.seq)).scalars())

    def hear(self, settlements: Sequence[Settlement]) -> None:
        for each in settlements:
            entry = self.get(each.event_id)
            if each.verdict == SEND_AGAIN and entry.state is EntryState.REJECTED:
                self.send_again(each.event_id)
            elif entry.state.value in CONTESTED:
                noted = replace(entry.receipt, noted_by=each.by, noted_at=each.at)
                told = replace(noted, verdict=each.verdict, reason=each.reason)
                if told != entry.receipt:  # it is told once a minute
                    self._write_receipt(each.event_id, told)

    def add_photo(self, sha256: str, size: int) -> None:
        values = {"sha256": sha256, "size": size, "state": EntryState.PENDING.value}
        not_here = or_(outbox_photos.c.state == EntryState.REJECTED.value, outbox_photos.c.forgotten > 0)
        self._connection.execute(
            insert(outbox_photos)
            .values(values)
            .on_conflict_do_update(
                index_elements=[outbox_photos.c.sha256],
                set_={"state": EntryState.PENDING.value, "forgotten": 0},
                where=not_here,
            )
        )

    def pending_photos(self, limit: int) -> tuple[str, ...]:
        return tuple(self._connection.execute(_pending_photos(), {"most": limit}).scalars())

    def settle_photo(self, sha256: str, at: str) -> None:
        self._mark_photo(sha256, EntryState.ACKNOWLEDGED, at)

    def reject_photo(self, sha256: str) -> None:
        self._mark_photo(sha256, EntryState.REJECTED)

    def _mark_photo(self, sha256: str, state: EntryState, at: str = "") -> None:
        done = update(outbox_photos).where(outbox_photos.c.sha256 == sha256)
        self._connection.execute(done.values(state=state.value, settled_at=at))

    def photos(self, limit: int) -> tuple[PhotoEntry, ...]:
        there = select(outbox_photos).where(outbox_photos.c.state != EntryState.ACKNOWLEDGED.value)
        refused = (outbox_photos.c.state == EntryState.REJECTED.value).desc()
        rows = list(self._connection.execute(there.order_by(refused, outbox_photos.c.size).limit(limit)))
        shows = self._shown_in([row.sha256 for row in rows])
        return tuple(
            PhotoEntry(row.sha256, row.size, EntryState(row.state), shows.get(row.sha256, "")) for row in rows
        )

    def _shown_in(self, names: Sequence[str]) -> dict[str, str]:
        """What photos were taken of: units, else parcels."""
        photo = parcel_photos.c
        of_parcels = select(photo.sha256, parcels.c.code).join(parcels, parcels.c.parcel_id == photo.parcel_id)
        queries = [of_parcels.where(photo.sha256.in_(names))]
        of_units = [select(each.photos.c.sha256, each.photos.c.lpn) for each in (SECOND, FIRST)]
        queries += [each.where(each.selected_columns.sha256.in_(names)) for each in of_units]
        return {row[0]: row[1] for query in queries for row in self._connection.execute(query)}

    def send_photos_again(self) -> int:
        rejected = outbox_photos.c.state == EntryState.REJECTED.value
        again = update(outbox_photos).where(rejected).values(state=EntryState.PENDING.value)
        return self._connection.execute(again).rowcount

    def counts(self) -> OutboxCounts:
        grouped = select(outbox.c.state, func.count()).where(outbox.c.state.in_(OPEN)).group_by(outbox.c.state)
        count = {EntryState(state): number for state, number in self._connection.execute(grouped)}
        everything = sum(Holding(self._connection, epoch).newest for epoch in epochs(self._connection))
        photos, sizes = self._count_photos()
        noted = self._count_noted()
        waiting = select(outbox.c.at).where(outbox.c.state == EntryState.PENDING.value)
        oldest = waiting.order_by(outbox.c.epoch, outbox.c.seq).limit(1)
        return OutboxCounts(
            pending=count.get(EntryState.PENDING, 0),
            rejected=count.get(EntryState.REJECTED, 0),
            review=count.get(EntryState.REVIEW, 0),
            photos=photos.get(EntryState.PENDING, 0),
            oldest=self._connection.execute(oldest).scalar() or "",
            parked=count.get(EntryState.PARKED, 0),
            photos_rejected=photos.get(EntryState.REJECTED, 0),
            photo_bytes=sizes.get(EntryState.PENDING, 0),
            rejected_noted=noted.get(EntryState.REJECTED, 0),
            review_noted=noted.get(EntryState.REVIEW, 0),
            acknowledged=everything - sum(count.values()),
        )

    def _count_photos(self) -> tuple[dict[EntryState, int], dict[EntryState, int]]:
        """How many there are of each state, and their bytes."""
        state, size = outbox_photos.c.state, outbox_photos.c.size
        grouped = select(state, func.count(), func.sum(size)).where(state.in_(OPEN)).group_by(state)
        rows = list(self._connection.execute(grouped))
        return {EntryState(row[0]): row[1] for row in rows}, {EntryState(row[0]): row[2] for row in rows}

    def _count_noted(self) -> dict[EntryState, int]:
        said = outbox.c.state.in_(CONTESTED)
        noted = func.json_extract(outbox.c.receipt, "$.noted_at") != ""
        query = select(outbox.c.state, func.count()).where(said, noted).group_by(outbox.c.state)
        return {EntryState(state): number for state, number in self._connection.execute(query)}


@cache
def _pending() -> Select[str]:
    """Made once, as it is asked before every batch and every photo."""
    stuck = select(outbox.c.aggregate).where(outbox.c.state == EntryState.REJECTED.value)
    mine = (outbox.c.state == EntryState.PENDING.value, outbox.c.aggregate.not_in(stuck))
    wanted = select(events.c.content).join(outbox, outbox.c.event_id == events.c.id).where(*mine)
    return wanted.order_by(outbox.c.epoch, outbox.c.seq).limit(bindparam("most"))


@cache
def _pending_photos() -> Select[str]:
    mine = select(outbox_photos.c.sha256).where(outbox_photos.c.state == EntryState.PENDING.value)
    return mine.order_by(outbox_photos.c.size).limit(bindparam("most"))


def _noted(before: str, result: str) -> dict[str, str]:
    """Who has taken note of this very word of the server already."""
    known = _receipt(before)
    return {name: getattr(known, name) for name in NOTED} if known.result == result else {}


def _ids(aggregates: Collection[str]) -> Select[tuple[str]]:
    """Events by the index on their aggregates."""
    return select(events.c.id).where(events.c.aggregate.in_(list(aggregates)))


def _written(result: EventResult, before: Mapping[str, str]) -> str:
    told = {"result": result.result, "received_at": result.received_at, "problem": dict(result.problem)}
    return json.dumps(told | _noted(before.get(result.event_id, ""), result.result), ensure_ascii=False)


def _receipt(text: str) -> Receipt:
    return Receipt(**json.loads(text)) if text else Receipt()
