"""What happened to a unit, or to everything of a return, as this station has recorded it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dockstation.application.outbox import about_parcel, about_unit
from dockstation.application.ports.outbox import Entry, EntryState
from dockstation.application.ports.store import Store, UnitOfWork
from dockstation.domain.checklist import Question
from dockstation.domain.errors import DockstationError
from dockstation.domain.parcel import Parcel
from dockstation.domain.policy import PolicyBook
from dockstation.domain.rma import Rma, RmaLine
from dockstation.domain.text import Text
from dockstation.domain.unit import Unit, UnitState

SHOWN = 2000
DECIDED = (UnitState.DECIDED, UnitState.LABELLED, UnitState.PUT_AWAY)


@dataclass(frozen=True, slots=True)
class Names:
    """What codes in events are called: places by disposition, questions, parcels' codes by id."""

    places: Mapping[str, Text] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    parcels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HistoryView:
    """``entries`` in the order in which they happened; ``more``: there are later ones than ``SHOWN``.

    ``unit`` is None where it is a whole return's. ``stuck`` are aggregates whose events wait behind a refused one.
    """

    rma: Rma
    unit: Unit | None
    line: RmaLine | None
    entries: tuple[Entry, ...]
    more: bool
    stuck: frozenset[str]
    names: Names

    @property
    def subject(self) -> str:
        """The licence plate, else the return's number."""
        return self.unit.lpn if self.unit else self.rma.number

    @property
    def has_report(self) -> bool:
        """Whether the rules have decided about it."""
        return self.unit is not None and self.unit.state in DECIDED

    def about(self, entry: Entry) -> str:
        """The licence plate or the parcel's code that an event is about."""
        kind, _, name = entry.event.aggregate.partition(":")
        return self.names.parcels.get(name, name) if kind == "parcel" else name

    def is_stuck(self, entry: Entry) -> bool:
        """Whether it waits behind a refused one."""
        return entry.state is EntryState.PENDING and entry.event.aggregate in self.stuck


def photos_of(entry: Entry) -> tuple[str, ...]:
    """The names of the photos that an event tells of."""
    body = entry.event.body
    several = body.get("photos")
    told = [body.get("sha256"), *(_names(several) if isinstance(several, list) else ())]
    kept = entry.event.kind.startswith(("Photo", "Parcel", "Discrepancy"))
    return tuple(dict.fromkeys(each for each in told if kept and isinstance(each, str)))


def _names(photos: list[object]) -> Iterator[object]:
    for each in photos:
        yield each.get("sha256") if isinstance(each, dict) else each


class HistoryReader:
    """Reads it in one transaction; anybody may."""

    def __init__(self, store: Store, policies: PolicyBook) -> None:
        self._store = store
        self._policies = policies

    def of_unit(self, lpn: str) -> HistoryView:
        """A unit's, with its parcel's; ``unit.unknown``, ``history.blind`` while it waits for a second opinion."""
        with self._store.unit_of_work() as work:
            unit = work.units.get(lpn)
            if _is_blind(work, lpn):
                raise DockstationError("history.blind", lpn=lpn)
            rma, parcel = work.rmas.get(unit.rma_number), _parcel(work, unit)
            about = [about_unit(lpn), *([about_parcel(parcel.parcel_id)] if parcel else ())]
            return self._view(work, rma, unit, about, (parcel,) if parcel else ())

    def of_rma(self, number: str) -> HistoryView:
        """Of all its parcels and units here, but for those that wait for a second opinion; ``rma.unknown``."""
        with self._store.unit_of_work() as work:
            rma, parcels = work.rmas.get(number), work.parcels.of_rma(number)
            about = [about_unit(each.lpn) for each in work.units.of_rma(number) if not _is_blind(work, each.lpn)]
            about += [about_parcel(each.parcel_id) for each in parcels]
            return self._view(work, rma, None, about, parcels)

    def _view(
        self, work: UnitOfWork, rma: Rma, unit: Unit | None, about: list[str], parcels: tuple[Parcel, ...]
    ) -> HistoryView:
        entries = work.outbox.about(about, SHOWN + 1)
        stuck = frozenset(work.outbox.stuck()) & set(about)
        policy = self._policies.current
        names = Names(
            {code: each.word for code, each in policy.dispositions.items()},
            {each.id: each for checklist in reversed(policy.checklists) for each in checklist.questions},
            {each.parcel_id: each.code for each in parcels},
        )
        line = rma.line_of(unit) if unit else None
        return HistoryView(rma, unit, line, entries[:SHOWN], len(entries) > SHOWN, stuck, names)


def _is_blind(work: UnitOfWork, lpn: str) -> bool:
    """Whoever gives the second opinion must know nothing of the first."""
    opinion = work.second_opinions.find(lpn)
    return opinion is not None and opinion.is_open


def _parcel(work: UnitOfWork, unit: Unit) -> Parcel | None:
    try:
        return work.parcels.get(unit.parcel_id)
    except DockstationError:
        return None  # it came from another station
