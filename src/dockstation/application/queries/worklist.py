"""What waits here, the most urgent first, as the start screen shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from dockstation.application.ports.store import UnitOfWork
from dockstation.application.ports.worklist import Terms, Waiting
from dockstation.domain.opinion import OpinionState
from dockstation.domain.rma import ReturnType
from dockstation.domain.service_level import ServiceLevels
from dockstation.domain.text import Text
from dockstation.domain.unit import UnitState

SHOWN = 200
"""So many rows at most are handed to the screen: nobody scrolls further."""
INSPECTED = frozenset({UnitState.RECEIVED, UnitState.INSPECTING})
FINISHED = frozenset({UnitState.DECIDED, UnitState.LABELLED})
NEVER = datetime.max.replace(tzinfo=UTC)


class Filter(StrEnum):
    """Which part of the worklist is looked at."""

    ALL = "all"
    LATE = "late"
    MINE = "mine"
    INSPECT = "inspect"
    FINISH = "finish"
    UNOPENED = "unopened"


@dataclass(frozen=True, slots=True)
class WaitingUnit:
    """A unit that somebody still has to finish. ``due_at`` is RFC 3339 in UTC, "" where nothing is known.

    ``holder`` is the badge of who has it; ``note`` says why it was handed over, ``origin`` from which station it was
    taken over; ``opinion`` where its second opinion stands.
    """

    lpn: str
    rma_number: str
    name: Text
    state: UnitState
    due_at: str
    late: bool
    holder: str = ""
    note: str = ""
    origin: str = ""
    opinion: str = ""


@dataclass(frozen=True, slots=True)
class WaitingParcel:
    """A parcel that has arrived and is still shut."""

    parcel_id: str
    code: str
    rma_number: str
    due_at: str
    late: bool
    carrier: str = ""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The start of every job: the first of what waits, and how much there is of each kind.

    ``expected`` counts the RMAs in the local copy.
    """

    waiting: tuple[WaitingUnit | WaitingParcel, ...]
    expected: int
    counts: Mapping[Filter, int] = field(default_factory=dict)
    chosen: Filter = Filter.ALL

    @property
    def left_out(self) -> int:
        """How many more wait than are shown."""
        return max(0, self.counts.get(self.chosen, 0) - len(self.waiting))


@dataclass(frozen=True, slots=True)
class _Due:
    """Something that waits, with its due time by the server's word or by the service levels."""

    what: Waiting
    at: datetime
    late: bool


class WorklistReader:
    """Reads one transaction's worklist. ``now`` is RFC 3339."""

    def __init__(self, work: UnitOfWork, levels: ServiceLevels, now: str) -> None:
        self._work = work
        self._levels = levels
        self._now = datetime.fromisoformat(now)
        self._known: dict[tuple[ReturnType | None, str], datetime] = {}

    def view(self, chosen: Filter, badge: str) -> HomeView:
        """The part ``chosen`` of the worklist for whoever wears ``badge``; the caller commits."""
        unknown = self._work.worklist.unknown_terms()
        self._work.worklist.keep_terms([self._work.rmas.get(number) for number in unknown])
        waiting = [self._with_due(each) for each in self._work.worklist.units() + self._work.worklist.unopened()]
        chosen_by = _choosers(badge)
        counts = {each: sum(map(fits, waiting)) for each, fits in chosen_by.items()}
        part = sorted(filter(chosen_by[chosen], waiting), key=_urgency)[:SHOWN]
        return HomeView(self._rows(part), self._work.rmas.count(), counts, chosen)

    def _with_due(self, what: Waiting) -> _Due:
        at = datetime.fromisoformat(what.due_at) if what.due_at else self._by_level(what)
        return _Due(what, at, at < self._now)

    def _by_level(self, what: Waiting) -> datetime:
        if not what.since:
            return NEVER
        minute = what.since[:16]
        key = (what.return_type, minute)
        if key not in self._known:
            self._known[key] = self._levels.due(what.return_type, datetime.fromisoformat(f"{minute}:00+00:00"))
        return self._known[key]

    def _rows(self, part: Iterable[_Due]) -> tuple[WaitingUnit | WaitingParcel, ...]:
        part = tuple(part)
        terms = self._work.worklist.terms([each.what.rma_number for each in part])
        return tuple(_row(each, terms.get(each.what.rma_number)) for each in part)


def _choosers(badge: str) -> Mapping[Filter, Callable[[_Due], bool]]:
    return {
        Filter.ALL: lambda _each: True,
        Filter.LATE: lambda each: each.late,
        Filter.MINE: lambda each: each.what.holder == badge != "" and not each.what.note,
        Filter.INSPECT: lambda each: each.what.state in INSPECTED or _wants_opinion(each),
        Filter.FINISH: lambda each: each.what.state in FINISHED and not _wants_opinion(each),
        Filter.UNOPENED: lambda each: not each.what.lpn,
    }


def _wants_opinion(each: _Due) -> bool:
    return each.what.state is UnitState.DECIDED and each.what.opinion == OpinionState.WANTED


def _urgency(each: _Due) -> tuple[datetime, str, str]:
    return each.at, each.what.since, each.what.lpn or each.what.code


def _row(each: _Due, terms: Terms | None) -> WaitingUnit | WaitingParcel:
    what = each.what
    due = "" if each.at is NEVER else each.at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if what.state is None:
        return WaitingParcel(what.parcel_id, what.code, what.rma_number, due, each.late, what.carrier)
    known = (terms.names or {}) if terms else {}
    name = known.get(what.line_id) or Text({"en": what.found_as})
    return WaitingUnit(
        what.lpn, what.rma_number, name, what.state, due, each.late, what.holder, what.note, what.origin, what.opinion
    )
