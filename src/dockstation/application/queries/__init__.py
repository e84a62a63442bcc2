"""Read models: what the screens show, as frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dockstation.application.case import Case, last_alike, open_case
from dockstation.application.contents import contents
from dockstation.application.outbox import about_unit, minutes_since
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Note, PrintJob, PrintState, Store
from dockstation.application.put_away import Bin, bins_of
from dockstation.application.queries.evidence import evidence
from dockstation.application.queries.worklist import (
    Filter,
    HomeView,
    WaitingParcel,
    WaitingUnit,
    WorklistReader,
)
from dockstation.domain.checklist import (
    Answers,
    Checklist,
    Defect,
    Next,
    Question,
    QuestionKind,
    Step,
)
from dockstation.domain.contents import LineCount
from dockstation.domain.discrepancy import Discrepancy
from dockstation.domain.errors import DockstationError
from dockstation.domain.evidence import Photo
from dockstation.domain.label import Bitmap
from dockstation.domain.opinion import Comparison, SecondOpinion
from dockstation.domain.outcome import Decision, Disposition, Ruling, is_unapproved
from dockstation.domain.parcel import Parcel
from dockstation.domain.policy import PolicyBook
from dockstation.domain.rma import Rma, RmaLine
from dockstation.domain.service_level import ServiceLevels
from dockstation.domain.text import Text
from dockstation.domain.unit import Unit

__all__ = [
    "Bin",
    "ComparisonView",
    "DecisionView",
    "Filter",
    "HomeView",
    "InspectView",
    "LineCount",
    "Queries",
    "ReceiveView",
    "SyncView",
    "WaitingParcel",
    "WaitingUnit",
    "inspect_view",
]


@dataclass(frozen=True, slots=True)
class ReceiveView:
    """A parcel: expected lines beside the units found in it, the newest last; ``rma`` is the first of ``rmas``."""

    parcel: Parcel
    rma: Rma
    lines: tuple[LineCount, ...]
    units: tuple[Unit, ...]
    rmas: tuple[Rma, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    is_empty: bool = False

    def goods(self, unit: Unit) -> RmaLine:
        """What a unit is."""
        return next((each for each in self.rmas if each.number == unit.rma_number), self.rma).line_of(unit)


@dataclass(frozen=True, slots=True)
class InspectView:
    """An inspection at its next step. ``number`` of ``total`` questions in force; ``asked`` in order.

    ``views`` are what the step's question wants photographed, ``expected`` the codes that its answer is held against;
    ``repeatable`` is the unit whose answers may be taken over, "" for none; ``opinion``: it is the second inspection;
    ``begun`` are the answers by question that somebody turned away from unconfirmed.
    """

    unit: Unit
    rma: Rma
    line: RmaLine
    checklist: Checklist
    step: Next
    asked: tuple[Question, ...]
    answers: Answers
    photos: tuple[Photo, ...]
    number: int
    total: int
    defects: tuple[Defect, ...] = ()
    views: tuple[str, ...] = ()
    expected: frozenset[str] = frozenset()
    repeatable: str = ""
    opinion: bool = False
    begun: Answers = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decided unit, its label and what became of the label.

    ``evidence`` is what a claim needs, and whether it is there; ``rulings`` is how the decision came about;
    ``opinion`` that of a second inspector, where one is wanted or was given.
    """

    unit: Unit
    rma: Rma
    line: RmaLine
    decision: Decision
    disposition: Disposition
    defects: tuple[Defect, ...]
    label: Bitmap | None
    job: PrintJob | None
    evidence: tuple[tuple[str, bool], ...] = ()
    rulings: tuple[Ruling, ...] = ()
    opinion: SecondOpinion | None = None
    bins: tuple[Bin, ...] = ()
    is_relabelled: bool = False
    """Whether labels of an earlier decision may be out."""

    @property
    def is_unapproved(self) -> bool:
        """Whether a second person has to approve it."""
        return is_unapproved(self.rulings)

    @property
    def is_held(self) -> bool:
        """Whether label and bin have to wait for another person."""
        return self.is_unapproved or (self.opinion is not None and self.opinion.is_open)


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Two inspections of one unit, with what their answers are about. ``places`` are dispositions by their code."""

    opinion: SecondOpinion
    both: Comparison
    checklist: Checklist
    line: RmaLine
    places: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class SyncView:
    """Where the outbox stands. ``problem`` is an error code, "" when the last pass succeeded.

    ``rejected`` and ``review`` are those that nobody has taken note of; ``minutes`` is the age of the oldest event.
    """

    pending: int
    rejected: int
    review: int
    photos: int
    oldest: str
    last_success: str
    problem: str
    minutes: int = 0


class Queries:
    """Reads for the screens; every call is one short transaction. ``plate`` is the layout of licence plates."""

    def __init__(
        self, store: Store, clock: Clock, policies: PolicyBook, levels: ServiceLevels, plate: str = ""
    ) -> None:
        self._levels = levels
        self._plate = plate
        self._store = store
        self._clock = clock
        self._policies = policies

    def home(self, chosen: Filter = Filter.ALL, badge: str = "") -> HomeView:
        """What waits here, by due time: the part ``chosen``, for whoever wears ``badge``."""
        with self._store.unit_of_work() as work:
            view = WorklistReader(work, self._levels, self._clock.now().at).view(chosen, badge)
            work.commit()
        return view

    def unfinished(self) -> Unit | None:
        """The unit that somebody was busy with when the station stopped, the last touched first."""
        with self._store.unit_of_work() as work:
            lpn = work.worklist.unfinished()
            return work.units.get(lpn) if lpn else None

    def parcel(self, parcel_id: str) -> Parcel:
        """The parcel; ``parcel.unknown`` when there is none."""
        with self._store.unit_of_work() as work:
            return work.parcels.get(parcel_id)

    def unit(self, lpn: str) -> Unit:
        """The unit; ``unit.unknown`` when this station has never received it."""
        with self._store.unit_of_work() as work:
            return work.units.get(lpn)

    def receive(self, parcel_id: str) -> ReceiveView:
        """A parcel with its lines and units; ``parcel.unknown`` when there is none."""
        with self._store.unit_of_work() as work:
            inside = contents(work, parcel_id)
            rma = inside.rmas[0] if inside.rmas else work.rmas.get(inside.parcel.rma_number)
        told = tuple(each for each in inside.discrepancies if each.parcel_id == parcel_id and not each.withdrawn)
        return ReceiveView(inside.parcel, rma, inside.lines, inside.units, inside.rmas, told, inside.is_empty)

    def inspect(self, lpn: str, at: str = "", *, opinion: bool = False) -> InspectView:
        """The inspection at its next step, or at the question ``at`` when someone went back to it."""
        now = self._clock.now().at
        with self._store.unit_of_work() as work:
            case = open_case(work, self._policies.current, lpn, now, opinion=opinion)
            alike = None if opinion else last_alike(work, case, now)
        return replace(inspect_view(case, at, alike.lpn if alike else ""), opinion=opinion)

    def defects(self, lpn: str) -> tuple[Defect, ...]:
        """What the answers given so far have found wrong."""
        with self._store.unit_of_work() as work:
            case = open_case(work, self._policies.current, lpn, self._clock.now().at)
        return case.walk.defects(case.inspection.answers)

    def decision(self, lpn: str, label: Bitmap | None) -> DecisionView:
        """A decided unit with its newest print job."""
        with self._store.unit_of_work() as work:
            case = open_case(work, self._policies.current, lpn, self._clock.now().at)
            inspection = case.inspection
            if inspection.decision is None:
                raise DockstationError("inspection.none", lpn=lpn)
            printed = [each for each in work.spool.of(about_unit(lpn)) if each.layout != self._plate]
            jobs = [each for each in printed if not each.is_void]
            where = self._policies.current.where(inspection.decision.disposition)
            found = case.walk.defects(inspection.answers)
            return DecisionView(
                case.unit, case.rma, case.line, inspection.decision, where, found, label, jobs[-1] if jobs else None,
                evidence(work, case), inspection.rulings, work.second_opinions.find(lpn), bins_of(work, where),
                any(each.state is PrintState.STALE for each in printed),
            )  # fmt: skip

    def opinion(self, lpn: str) -> SecondOpinion | None:
        """The second opinion of a unit, where one is wanted or was given."""
        with self._store.unit_of_work() as work:
            return work.second_opinions.find(lpn)

    def comparison(self, lpn: str) -> ComparisonView:
        """Both inspections of a unit; ``opinion.none`` while there is no second one."""
        with self._store.unit_of_work() as work:
            opinion = work.second_opinions.find(lpn)
            if opinion is None or opinion.comparison is None:
                raise DockstationError("opinion.none", lpn=lpn)
            case = open_case(work, self._policies.current, lpn, self._clock.now().at, opinion=True)
        places = {code: each.word for code, each in self._policies.current.dispositions.items()}
        return ComparisonView(opinion, opinion.comparison, case.checklist, case.line, places)

    def questions(self) -> Mapping[str, Text]:
        """Every question in force by its id; the first of several alike."""
        known = [each for checklist in self._policies.current.checklists for each in checklist.questions]
        return {each.id: each.text for each in reversed(known)}

    def differing(self) -> tuple[SecondOpinion, ...]:
        """Where two inspectors differ, and no supervisor has looked yet."""
        with self._store.unit_of_work() as work:
            return work.second_opinions.differing()

    def dispositions(self) -> tuple[Disposition, ...]:
        """Every place that a unit can go to."""
        return tuple(self._policies.current.dispositions.values())

    def sync(self, problem: str) -> SyncView:
        """Where the outbox stands; ``problem`` is the code of the last failure, "" after a success."""
        with self._store.unit_of_work() as work:
            counts = work.outbox.counts()
            last = work.notes.get(Note.LAST_SYNC) or ""
        rejected, review = counts.rejected - counts.rejected_noted, counts.review - counts.review_noted
        minutes = minutes_since(counts.oldest, self._clock.now().at)
        return SyncView(counts.pending, rejected, review, counts.photos, counts.oldest, last, problem, minutes)


def inspect_view(case: Case, at: str = "", repeatable: str = "") -> InspectView:
    """The case as the screen shows it."""
    answers, way = case.inspection.answers, case.walk
    in_force = way.asked(answers)
    step = _turned_to(case, at) if at in {each.id for each in in_force} else case.next_step()
    question = step.question
    number = in_force.index(question) + 1 if question in in_force else len(in_force)
    return InspectView(
        case.unit, case.rma, case.line, case.checklist, step, in_force, answers, case.inspection.photos, number,
        len(in_force), way.defects(answers),
        views=way.views(question, way.given(question, answers)) if question else (),
        expected=way.expected_codes(question) if question else frozenset(),
        repeatable=repeatable,
        begun=case.inspection.begun,
    )  # fmt: skip


def _turned_to(case: Case, question_id: str) -> Next:
    """The step at a question that was answered before; a photo question shows its first side."""
    question = case.checklist.question(question_id)
    if question.kind is QuestionKind.PHOTO:
        return Next(Step.PHOTO, question, case.walk.views(question, None)[0])
    return Next(Step.ANSWER, question)
