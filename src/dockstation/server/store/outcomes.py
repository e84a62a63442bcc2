"""Outcomes, which photos they list, and which photos have come."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, select, true, update

from dockstation.server.store import counters
from dockstation.server.store.events import COUNTER
from dockstation.server.store.flavours import named
from dockstation.server.store.insertion import Insertion, insert_once, insert_together
from dockstation.server.store.outbox import OUTCOME_ARRIVED, OUTCOME_CHANGED, OUTCOME_COMPLETE, Notice, Outbox
from dockstation.server.store.tables import blobs, outcome_photos, outcomes

RULES, VOID = "rules", "void"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished inspection, or what was ruled about it later: ``kind`` rules, approval, override, void or review.

    One of a unit is ``primary``: the first, or what was made of that later. ``deduction`` in minor currency units;
    ``detail`` is JSON: freight, evidence, deductions, by, reason, approved_by.
    """

    event_id: str
    station: str
    lpn: str
    rma_number: str
    line_id: str
    serial: str
    grade: str
    disposition: str
    responsibility: str
    resolution: str
    deduction: int
    primary: bool
    received_at: str
    kind: str = "rules"
    detail: str = "{}"


Made = tuple[Outcome, Sequence[str]]
"""An outcome and the names of its photos, in order."""


class Outcomes:
    """Queries over outcomes and photos, in one transaction."""

    def __init__(self, connection: Connection, outbox: Outbox) -> None:
        self._connection = connection
        self._outbox = outbox
        self._primary: dict[str, Outcome | None] = {}
        self._later: list[Made] = []
        self._last: int | None = None

    def number_after(self, last: int) -> None:
        """Give numbers after this one; the transaction holds their counter, and nobody else in it takes any."""
        self._last = last

    def look(self, lpns: Collection[str]) -> None:
        """Read what is primary of these units at once, for ``primary_of`` to know."""
        if lpns:
            rows = self._connection.execute(_primary(self._connection.dialect.name), {"lpns": list(lpns)}).mappings()
            found = {row["lpn"]: _outcome(row) for row in rows}
            self._primary |= {lpn: found.get(lpn) for lpn in lpns}

    def add(self, outcome: Outcome, photos: Sequence[str]) -> None:
        """Store an outcome with the names of its photos, in order."""
        self._primary.pop(outcome.lpn, None)
        insert_together(self._connection, *self.insertions([(outcome, photos)]))
        self.announce([(outcome, photos)])

    def add_later(self, outcome: Outcome, photos: Sequence[str]) -> None:
        """The same for later: its event is not stored yet."""
        if outcome.primary:
            self._primary[outcome.lpn] = outcome
        self._later.append((outcome, photos))

    def left(self) -> Sequence[Made]:
        """What was left for later, once: it is to be inserted and then announced."""
        later, self._later = self._later, []
        return later

    def insertions(self, made: Sequence[Made]) -> tuple[Insertion, ...]:
        """These as rows, under the next numbers."""
        if not made:
            return ()
        first, counted = self._next(len(made))
        numbered = enumerate((asdict(outcome) for outcome, _ in made), first)
        rows = [told | {"number": number} for number, told in numbered]
        listed = [
            {"event_id": outcome.event_id, "place": place, "sha256": sha256}
            for outcome, photos in made
            for place, sha256 in enumerate(photos)
        ]
        return Insertion(outcomes, rows), Insertion(outcome_photos, listed), *counted

    def _next(self, count: int) -> tuple[int, tuple[Insertion, ...]]:
        """The first of the next numbers, and what is to be inserted with what bears them."""
        if self._last is None:
            return counters.take(self._connection, COUNTER, count) - count + 1, ()
        first, self._last = self._last + 1, self._last + count
        return first, (counters.raised(COUNTER, self._last),)

    def announce(self, made: Sequence[Made]) -> None:
        """Tell whoever wants to know of what has been inserted."""
        for outcome, _photos in made:
            self._note(outcome, OUTCOME_ARRIVED if outcome.kind == RULES else OUTCOME_CHANGED, outcome.received_at)

    def get(self, event_id: str) -> Outcome | None:
        """The outcome of an event."""
        row = self._connection.execute(select(outcomes).where(outcomes.c.event_id == event_id)).mappings().first()
        return None if row is None else _outcome(row)

    def primary_of(self, lpn: str) -> Outcome | None:
        """The outcome of a unit that counts."""
        if lpn not in self._primary:
            self.look([lpn])
        return self._primary[lpn]

    def standing_of(self, lpn: str) -> Outcome | None:
        """The same, but for one that was taken back."""
        found = self.primary_of(lpn)
        return None if found is None or found.kind == "void" else found

    def set_aside(self, lpn: str) -> None:
        """None of the unit's outcomes so far is the primary one any more."""
        self._primary.pop(lpn, None)
        self._connection.execute(update(outcomes).where(outcomes.c.lpn == lpn).values(primary=False))

    def newest_of(self, lpn: str, station: str) -> Outcome | None:
        """What a station said last of a unit."""
        mine = select(outcomes).where(outcomes.c.lpn == lpn, outcomes.c.station == station)
        row = self._connection.execute(mine.order_by(outcomes.c.number.desc()).limit(1)).mappings().first()
        return None if row is None else _outcome(row)

    def line_of(self, outcome: Outcome) -> tuple[Outcome, ...]:
        """The inspection that an outcome belongs to, and all that was ruled about that one, in order."""
        mine = select(outcomes).where(outcomes.c.lpn == outcome.lpn, outcomes.c.station == outcome.station)
        line: list[Outcome] = []
        for each in map(_outcome, self._connection.execute(mine.order_by(outcomes.c.number)).mappings()):
            if each.kind == "rules":
                if any(known.event_id == outcome.event_id for known in line):
                    break
                line.clear()
            line.append(each)
        return tuple(line)

    def before(self, outcome: Outcome, limit: int) -> tuple[Outcome, ...]:
        """The unit's earlier outcomes, the newest ``limit``, the oldest first."""
        number = self.number_of(outcome.event_id) or 0
        mine = select(outcomes).where(outcomes.c.lpn == outcome.lpn, outcomes.c.number < number)
        rows = self._connection.execute(mine.order_by(outcomes.c.number.desc()).limit(limit)).mappings().all()
        return tuple(_outcome(row) for row in reversed(rows))

    def number_of(self, event_id: str) -> int | None:
        """The place of an outcome in the order of arrival."""
        return self._connection.execute(select(outcomes.c.number).where(outcomes.c.event_id == event_id)).scalar()

    def after(self, number: int, limit: int) -> tuple[Outcome, ...]:
        """Outcomes after that place, in order."""
        wanted = select(outcomes).where(outcomes.c.number > number).order_by(outcomes.c.number).limit(limit)
        return tuple(_outcome(row) for row in self._connection.execute(wanted).mappings())

    def photos_of(self, event_id: str) -> tuple[tuple[str, bool], ...]:
        """The photos that an outcome lists, and whether their bytes have come."""
        wanted = (
            select(outcome_photos.c.sha256, blobs.c.sha256.is_not(None).label("stored"))
            .outerjoin(blobs, blobs.c.sha256 == outcome_photos.c.sha256)
            .where(outcome_photos.c.event_id == event_id)
            .order_by(outcome_photos.c.place)
        )
        return tuple((row.sha256, bool(row.stored)) for row in self._connection.execute(wanted))

    def has_photo(self, sha256: str) -> bool:
        """Whether the photo's bytes have come whole."""
        return self._connection.execute(select(blobs.c.sha256).where(blobs.c.sha256 == sha256)).first() is not None

    def add_photo(self, sha256: str, size: int, received_at: str) -> None:
        """Say that the photo's bytes are durable; saying so again is harmless."""
        told = self._outbox.wanted(OUTCOME_COMPLETE)
        if told:  # else of two last photos that come at once neither sees the other
            counters.hold(self._connection, COUNTER)
        news = told and not self.has_photo(sha256)
        insert_once(self._connection, blobs, {"sha256": sha256, "size": size, "received_at": received_at})
        if news:
            self._note_complete(sha256, received_at)

    def _note_complete(self, sha256: str, at: str) -> None:
        listing = select(outcomes).where(
            outcomes.c.event_id.in_(select(outcome_photos.c.event_id).where(outcome_photos.c.sha256 == sha256))
        )
        for row in self._connection.execute(listing.order_by(outcomes.c.number)).mappings().all():
            outcome = _outcome(row)
            if self._complete(outcome):
                self._outbox.note(_notice(OUTCOME_COMPLETE, outcome, at, complete=True))

    def _note(self, outcome: Outcome, kind: str, at: str) -> None:
        if not (self._outbox.wanted(kind) or self._outbox.wanted(OUTCOME_COMPLETE)):
            return
        complete = self._complete(outcome)
        self._outbox.note(_notice(kind, outcome, at, complete=complete))
        if complete:
            self._outbox.note(_notice(OUTCOME_COMPLETE, outcome, at, complete=True))

    def _complete(self, outcome: Outcome) -> bool:
        return all(stored for _sha256, stored in self.photos_of(outcome.event_id))


@cache
def _primary(dialect: str) -> Select[Any]:
    return select(outcomes).where(named(dialect, outcomes.c.lpn, "lpns"), outcomes.c.primary == true())


def _notice(kind: str, outcome: Outcome, at: str, *, complete: bool) -> Notice:
    """What other systems are told of an outcome: what ``GET /v1/outcomes`` says, without photos and history."""
    told = asdict(outcome) | json.loads(outcome.detail)
    del told["detail"]
    told |= {"complete": complete, "stands": outcome.primary and outcome.kind != VOID}
    return Notice(kind, f"unit:{outcome.lpn}", at, told)


def _outcome(row: object) -> Outcome:
    return Outcome(**{name: row[name] for name in Outcome.__slots__})  # type: ignore[index] # a row by column name
