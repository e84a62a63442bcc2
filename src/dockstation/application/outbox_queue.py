"""The outbox: what waits for the server, what it said, and what a person may do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from dockstation.application.outbox import minutes_since
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.outbox import Entry, EntryState, OutboxCounts, PhotoEntry
from dockstation.application.ports.store import Note, Store, UnitOfWork
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Event
from dockstation.domain.operator import Operator, Task

SHOWN = 100
COMPARED = ("grade", "serial", "disposition")
"""What two inspections of a unit are told apart by."""


class Part(StrEnum):
    """Parts of the outbox."""

    WAITING = "waiting"
    REJECTED = "rejected"
    REVIEW = "review"
    PHOTOS = "photos"
    SENT = "sent"


STATES: Mapping[Part, frozenset[EntryState]] = {
    Part.WAITING: frozenset({EntryState.PENDING, EntryState.PARKED}),
    Part.REJECTED: frozenset({EntryState.REJECTED}),
    Part.REVIEW: frozenset({EntryState.REVIEW}),
    Part.PHOTOS: frozenset(),
    Part.SENT: frozenset({EntryState.ACKNOWLEDGED}),
}


@dataclass(frozen=True, slots=True)
class Side:
    """One thing as this station knows it and as the server does; "" where nothing is known."""

    name: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Told:
    """An entry with what it is about: a licence plate, a parcel's or a container's code.

    ``behind``: how many later events of the same thing wait because this one was rejected; ``stuck``: it is one
    of those. ``sides`` are what contradicts.
    """

    entry: Entry
    about: str
    behind: int = 0
    stuck: bool = False
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class OutboxView:
    """``SHOWN`` entries or photos of one part. ``minutes`` is the age of the oldest event that waits."""

    part: Part
    told: tuple[Told, ...]
    photos: tuple[PhotoEntry, ...]
    counts: OutboxCounts
    last_success: str
    minutes: int

    def count(self, part: Part) -> int:
        """How many there are of a part."""
        return {
            Part.WAITING: self.counts.pending + self.counts.parked,
            Part.REJECTED: self.counts.rejected,
            Part.REVIEW: self.counts.review,
            Part.PHOTOS: self.counts.photos + self.counts.photos_rejected,
            Part.SENT: self.counts.acknowledged,
        }[part]


class OutboxQueue:
    """Anybody may look. Nothing is ever thrown away: an event is tried again, or a person has taken note of it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def view(self, part: Part) -> OutboxView:
        """What is there now: the oldest first of what waits, else the newest."""
        with self._store.unit_of_work() as work:
            found = work.outbox.entries(STATES[part], SHOWN, newest=part is not Part.WAITING)
            stuck = work.outbox.stuck()
            told = tuple(_told(work, entry, stuck) for entry in found)
            photos = work.outbox.photos(SHOWN) if part is Part.PHOTOS else ()
            counts, last = work.outbox.counts(), work.notes.get(Note.LAST_SYNC) or ""
        return OutboxView(part, told, photos, counts, last, minutes_since(counts.oldest, self._clock.now().at))

    def first(self) -> OutboxView:
        """The part that needs somebody, else what waits."""
        with self._store.unit_of_work() as work:
            counts = work.outbox.counts()
        if counts.rejected > counts.rejected_noted:
            return self.view(Part.REJECTED)
        return self.view(Part.REVIEW if counts.review > counts.review_noted else Part.WAITING)

    def send_again(self, event_id: str, by: Operator) -> None:
        """Ask the server anew about a rejected event; ``outbox.not_rejected`` where it refused nothing."""
        by.require(Task.SETTLE)
        with self._store.unit_of_work() as work:
            _require(work.outbox.get(event_id), EntryState.REJECTED)
            work.outbox.send_again(event_id)
            work.commit()

    def take_note(self, event_id: str, by: Operator) -> None:
        """Keep that this person has seen what the server said; nothing else is changed by it."""
        by.require(Task.SETTLE)
        with self._store.unit_of_work() as work:
            _require(work.outbox.get(event_id), EntryState.REJECTED, EntryState.REVIEW)
            work.outbox.take_note(event_id, by.badge, self._clock.now().at)
            work.commit()

    def send_photos_again(self, by: Operator) -> int:
        """Try all photos again that were rejected; how many those are."""
        by.require(Task.SETTLE)
        with self._store.unit_of_work() as work:
            count = work.outbox.send_photos_again()
            work.commit()
        return count


def _require(entry: Entry, *states: EntryState) -> None:
    if entry.state not in states:
        raise DockstationError("outbox.not_rejected")


def _told(work: UnitOfWork, entry: Entry, stuck: Mapping[str, int]) -> Told:
    told = Told(entry, _about(work, entry.event), sides=tuple(sides(entry)))
    if entry.state is EntryState.REJECTED:
        return replace(told, behind=stuck.get(entry.event.aggregate, 0))
    return replace(told, stuck=entry.state is EntryState.PENDING and entry.event.aggregate in stuck)


def _about(work: UnitOfWork, event: Event) -> str:
    """A parcel's events name its id; people know its code."""
    kind, _, name = event.aggregate.partition(":")
    if kind != "parcel":
        return name
    try:
        return work.parcels.get(name).code
    except DockstationError:
        return str(event.body.get("code", name))


def sides(entry: Entry) -> Iterator[Side]:
    """What the station recorded beside what the server holds against it, as far as it has told."""
    body, problem = entry.event.body, entry.receipt.problem
    first, rma = problem.get("first"), problem.get("rma")
    if isinstance(first, Mapping):
        yield Side("station", entry.event.station, _text(first, "station"))
        for name in COMPARED:
            here, there = _text(body, name), _text(first, name)
            if here or there:
                yield Side(name, here, there)
    elif isinstance(rma, Mapping):
        yield Side("rma", _text(body, "rma_number"), _text(rma, "number"))
        base = entry.event.base_version
        yield Side("version", "" if base is None else str(base), _text(rma, "version"))
        yield Side("status", "", _text(rma, "status"))


def _text(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name)
    return str(value) if isinstance(value, str | int) else ""
