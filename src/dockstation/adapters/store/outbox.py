"""The repository of the station's chain of events and of what the server said of each."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.sqlite import insert

from dockstation.adapters.store import records
from dockstation.adapters.store.dock import SqlNotes
from dockstation.adapters.store.tables import events, outbox, outbox_photos
from dockstation.application.ports.central import EventResult, ResultKind
from dockstation.application.ports.store import EntryState, Note, OutboxCounts
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
        stuck = select(outbox.c.aggregate).where(outbox.c.state == EntryState.REJECTED.value)
        query = (
            select(events.c.content)
            .join(outbox, outbox.c.event_id == events.c.id)
            .where(outbox.c.state == EntryState.PENDING.value, outbox.c.aggregate.not_in(stuck))
            .order_by(outbox.c.epoch, outbox.c.seq)
            .limit(limit)
        )
        return tuple(records.event(text) for text in self._connection.execute(query).scalars())

    def settle(self, results: Sequence[EventResult]) -> None:
        for each in results:
            receipt = {"result": each.result, "received_at": each.received_at, "problem": dict(each.problem)}
            self._connection.execute(
                update(outbox)
                .where(outbox.c.event_id == each.event_id)
                .values(state=_AFTER[each.result].value, receipt=json.dumps(receipt, ensure_ascii=False))
            )

    def add_photo(self, sha256: str, size: int) -> None:
        values = {"sha256": sha256, "size": size, "state": EntryState.PENDING.value}
        self._connection.execute(insert(outbox_photos).values(values).on_conflict_do_nothing())

    def pending_photos(self, limit: int) -> tuple[str, ...]:
        query = select(outbox_photos.c.sha256).where(outbox_photos.c.state == EntryState.PENDING.value)
        return tuple(self._connection.execute(query.order_by(outbox_photos.c.size).limit(limit)).scalars())

    def settle_photo(self, sha256: str) -> None:
        done = update(outbox_photos).where(outbox_photos.c.sha256 == sha256)
        self._connection.execute(done.values(state=EntryState.ACKNOWLEDGED.value))

    def counts(self) -> OutboxCounts:
        grouped = select(outbox.c.state, func.count(), func.min(outbox.c.at)).group_by(outbox.c.state)
        found = {state: (count, oldest) for state, count, oldest in self._connection.execute(grouped)}
        waiting = outbox_photos.c.state == EntryState.PENDING.value
        photos = self._connection.execute(select(func.count()).select_from(outbox_photos).where(waiting)).scalar_one()
        pending, oldest = found.get(EntryState.PENDING.value, (0, ""))
        rejected, _ = found.get(EntryState.REJECTED.value, (0, ""))
        review, _ = found.get(EntryState.REVIEW.value, (0, ""))
        return OutboxCounts(pending, rejected, review, photos, oldest)
