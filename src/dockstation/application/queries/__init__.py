"""Read models: what the screens show, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.application.case import Case, open_case
from dockstation.application.contents import contents
from dockstation.application.outbox import about_unit
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Note, PrintJob, Store
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
from dockstation.domain.outcome import Decision, Disposition
from dockstation.domain.parcel import Parcel
from dockstation.domain.policy import Policy
from dockstation.domain.rma import Rma, RmaLine
from dockstation.domain.service_level import ServiceLevels
from dockstation.domain.unit import Unit

__all__ = [
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
    """An inspection at its next step. ``number`` of ``total`` questions in force; ``asked`` in order."""

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


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decided unit, its label and what became of the label."""

    unit: Unit
    rma: Rma
    line: RmaLine
    decision: Decision
    disposition: Disposition
    defects: tuple[Defect, ...]
    label: Bitmap | None
    job: PrintJob | None


@dataclass(frozen=True, slots=True)
class SyncView:
    """Where the outbox stands. ``problem`` is an error code, "" when the last pass succeeded."""

    pending: int
    rejected: int
    review: int
    photos: int
    oldest: str
    last_success: str
    problem: str


class Queries:
    """Reads for the screens; every call is one short transaction. ``plate`` is the layout of licence plates."""

    def __init__(self, store: Store, clock: Clock, policy: Policy, levels: ServiceLevels, plate: str = "") -> None:
        self._levels = levels
        self._plate = plate
        self._store = store
        self._clock = clock
        self._policy = policy

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

    def inspect(self, lpn: str, at: str = "") -> InspectView:
        """The inspection at its next step, or at the question ``at`` when someone went back to it."""
        with self._store.unit_of_work() as work:
            case = open_case(work, self._policy, lpn, self._clock.now().at)
        in_force = case.walk.asked(case.inspection.answers)
        step = _turned_to(case, at) if at else case.next_step()
        number = in_force.index(step.question) + 1 if step.question in in_force else len(in_force)
        return InspectView(
            case.unit, case.rma, case.line, case.checklist, step, in_force, case.inspection.answers,
            case.inspection.photos, number, len(in_force),
        )  # fmt: skip

    def decision(self, lpn: str, label: Bitmap | None) -> DecisionView:
        """A decided unit with its newest print job."""
        with self._store.unit_of_work() as work:
            case = open_case(work, self._policy, lpn, self._clock.now().at)
            jobs = [
                each for each in work.spool.of(about_unit(lpn)) if each.layout != self._plate and not each.is_void
            ]
        decision = case.inspection.decision
        if decision is None:
            raise DockstationError("inspection.none", lpn=lpn)
        found = case.walk.defects(case.inspection.answers)
        where = self._policy.disposition(decision.disposition)
        return DecisionView(case.unit, case.rma, case.line, decision, where, found, label, jobs[-1] if jobs else None)

    def sync(self, problem: str) -> SyncView:
        """Where the outbox stands; ``problem`` is the code of the last failure, "" after a success."""
        with self._store.unit_of_work() as work:
            counts = work.outbox.counts()
            last = work.notes.get(Note.LAST_SYNC) or ""
        return SyncView(counts.pending, counts.rejected, counts.review, counts.photos, counts.oldest, last, problem)


def _turned_to(case: Case, question_id: str) -> Next:
    """The step at a question that was answered before; a photo question shows its first side."""
    question = case.checklist.question(question_id)
    if question.kind is QuestionKind.PHOTO:
        return Next(Step.PHOTO, question, case.walk.views(question, None)[0])
    return Next(Step.ANSWER, question)
