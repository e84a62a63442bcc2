"""Making room: photos whose bytes may go, events of which a stub stays, labels without their bytes."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    column,
    delete,
    exists,
    func,
    literal_column,
    or_,
    select,
    text,
    tuple_,
    update,
)
from sqlalchemy.dialects.sqlite import insert

from dockstation.adapters.store.tables import (
    FIRST,
    SECOND,
    events,
    outbox,
    outbox_photos,
    parcel_photos,
    parcels,
    print_jobs,
    stubs,
    units,
)
from dockstation.application.ports.outbox import EntryState
from dockstation.application.ports.store import PrintState
from dockstation.domain.parcel import ParcelState
from dockstation.domain.unit import UnitState

DONE_UNITS = (UnitState.PUT_AWAY.value, UnitState.VOIDED.value)
DONE_PARCELS = (ParcelState.CLOSED.value, ParcelState.REFUSED.value)
DONE_LABELS = (PrintState.SENT, PrintState.CONFIRMED, PrintState.VOIDED, PrintState.STALE)
DONE = ", ".join(f"'{each.value}'" for each in DONE_LABELS)
WHOLE = text(f"print_jobs.content != '' AND +print_jobs.state IN ({DONE})")
KEPT = text("outbox_photos.forgotten < 1 AND +outbox_photos.state = 'acknowledged'")
LEAVING = text("outbox_photos.forgotten = 1")
"""As the indexes say it, so that they are used; the plus keeps SQLite from going by the state, which most have."""
OPEN = [each.value for each in EntryState if each is not EntryState.ACKNOWLEDGED]
PAGES = 200


class SqlRetention:
    """See the port."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def photos_to_forget(self, before: str, limit: int) -> tuple[str, ...]:
        sha256 = outbox_photos.c.sha256
        old = (KEPT, outbox_photos.c.settled_at < before)
        query = (
            select(sha256).where(*old, *_of_nothing_open(sha256)).order_by(outbox_photos.c.settled_at).limit(limit)
        )
        return tuple(self._connection.execute(query).scalars())

    def forget_photo(self, sha256: str) -> bool:
        this = outbox_photos.c.sha256 == sha256
        free = (outbox_photos.c.state == EntryState.ACKNOWLEDGED.value, *_of_nothing_open(outbox_photos.c.sha256))
        leaving = update(outbox_photos).where(this, *free).values(forgotten=1)
        if not self._connection.execute(leaving).rowcount:
            return False
        for photos in (FIRST.photos, SECOND.photos):
            self._connection.execute(update(photos).where(photos.c.sha256 == sha256).values(at_server=1))
        return True

    def leaving_photos(self) -> tuple[str, ...]:
        query = select(outbox_photos.c.sha256).where(LEAVING)
        return tuple(self._connection.execute(query).scalars())

    def photo_gone(self, sha256: str) -> None:
        this = (outbox_photos.c.sha256 == sha256, outbox_photos.c.forgotten == 1)
        self._connection.execute(update(outbox_photos).where(*this).values(forgotten=2))

    def compact_events(self, before: str, after: tuple[int, int], limit: int) -> tuple[int, int] | None:
        place = tuple_(outbox.c.epoch, outbox.c.seq)
        follows = (outbox.c.state == EntryState.ACKNOWLEDGED.value, place > tuple_(*after))
        query = select(outbox).where(*follows).order_by(outbox.c.epoch, outbox.c.seq).limit(limit)
        rows = [row for row in self._connection.execute(query) if row.at < before]
        if not rows:
            return None
        newest = {each: self._newest(each) for each in {row.aggregate for row in rows} if not self._is_open(each)}
        finished = [row for row in rows if row.aggregate in newest]
        self._leave_stubs([row.event_id for row in finished if (row.epoch, row.seq) < newest[row.aggregate]])
        return rows[-1].epoch, rows[-1].seq

    def _newest(self, aggregate: str) -> tuple[int, int]:
        """The place of the newest event about something: the next one names it."""
        place = select(events.c.epoch, events.c.seq).where(events.c.aggregate == aggregate)
        last = self._connection.execute(place.order_by(events.c.epoch.desc(), events.c.seq.desc()).limit(1)).one()
        return last.epoch, last.seq

    def _is_open(self, aggregate: str) -> bool:
        """Whether it is still worked at, or the server has not settled all about it."""
        unsettled = select(outbox.c.event_id).where(outbox.c.state.in_(OPEN), outbox.c.aggregate == aggregate)
        if self._connection.execute(unsettled.limit(1)).first() is not None:
            return True
        kind, _, name = aggregate.partition(":")
        table, key, done = {
            "unit": (units, units.c.lpn, DONE_UNITS), "parcel": (parcels, parcels.c.parcel_id, DONE_PARCELS),
        }.get(kind, (units, units.c.lpn, DONE_UNITS))  # fmt: skip
        state = self._connection.execute(select(table.c.state).where(key == name)).scalar()
        return state is not None and state not in done

    def _leave_stubs(self, ids: list[str]) -> None:
        if not ids:
            return
        digest = func.json_extract(events.c.content, "$.hash")
        query = select(events.c.epoch, events.c.seq, events.c.id, digest).where(events.c.id.in_(ids))
        values = [
            {"epoch": epoch, "seq": seq, "event_id": UUID(event_id).bytes, "hash": bytes.fromhex(hashed)}
            for epoch, seq, event_id, hashed in self._connection.execute(query)
        ]
        self._connection.execute(insert(stubs), values)
        self._connection.execute(delete(outbox).where(outbox.c.event_id.in_(ids)))
        self._connection.execute(delete(events).where(events.c.id.in_(ids)))

    def empty_labels(self, before: str, limit: int) -> int:
        rowid: ColumnElement[int] = literal_column("print_jobs.rowid")
        old = (WHOLE, print_jobs.c.queued_at < before)
        found = list(self._connection.execute(select(rowid).where(*old).limit(limit)).scalars())
        emptied = update(print_jobs).where(column("rowid").in_(found)).values(data=b"", content="", picture=b"")
        return self._connection.execute(emptied).rowcount if found else 0

    def give_back(self) -> None:
        self._connection.exec_driver_sql(f"PRAGMA incremental_vacuum({PAGES})")


def _of_nothing_open(sha256: ColumnElement[str]) -> tuple[ColumnElement[bool], ...]:
    def working(photos: Table) -> ColumnElement[bool]:
        about = outbox.c.aggregate == "unit:" + units.c.lpn
        unsettled = select(outbox.c.event_id).where(outbox.c.state.in_(OPEN), about).exists()
        is_open = or_(units.c.state.not_in(DONE_UNITS), unsettled)
        return and_(photos.c.sha256 == sha256, units.c.lpn == photos.c.lpn, is_open)

    mine = (parcel_photos.c.sha256 == sha256, parcels.c.parcel_id == parcel_photos.c.parcel_id)
    at_dock = and_(*mine, parcels.c.state.not_in(DONE_PARCELS))
    return ~exists().where(working(FIRST.photos)), ~exists().where(working(SECOND.photos)), ~exists().where(at_dock)
