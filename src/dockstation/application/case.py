"""A unit under inspection with all that its questions and rules may look at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from dockstation.application.ports.inspections import Inspection
from dockstation.application.ports.store import UnitOfWork
from dockstation.domain.as_decided import as_decided
from dockstation.domain.checklist import MEASURES, NOTE, Answers, Checklist, Next, QuestionKind, Walk
from dockstation.domain.circumstances import circumstances
from dockstation.domain.errors import DockstationError
from dockstation.domain.grading import holds
from dockstation.domain.policy import Policy
from dockstation.domain.rma import Rma, RmaLine
from dockstation.domain.unit import Unit, UnitState

DONE = frozenset({UnitState.DECIDED, UnitState.LABELLED, UnitState.PUT_AWAY})
OWN = MEASURES | {QuestionKind.CODE}
"""What is read off or measured on one item says nothing of the next."""


@dataclass(frozen=True, slots=True)
class Case:
    """One unit, read in one transaction."""

    unit: Unit
    rma: Rma
    line: RmaLine
    inspection: Inspection
    walk: Walk

    @property
    def checklist(self) -> Checklist:
        """The version that the inspection began with."""
        return self.walk.checklist

    def next_step(self) -> Next:
        """What the inspection waits for."""
        shown = {(photo.question_id, photo.view) for photo in self.inspection.photos}
        return self.walk.next_step(self.inspection.answers, shown)

    def given(self) -> dict[str, str]:
        """The answers in force, in the order of their questions."""
        given = self.inspection.answers
        names = [name for each in self.walk.asked(given) for name in (each.id, each.id + NOTE)]
        return {each: given[each] for each in names if each in given}

    def values(self) -> dict[str, object]:
        """What the rules see."""
        return {**self.walk.circumstances, **self.walk.values(self.inspection.answers)}


def open_case(work: UnitOfWork, policy: Policy, lpn: str, now: str, *, opinion: bool = False) -> Case:
    """The unit's inspection, begun or done, or that of its second ``opinion``. ``now`` is RFC 3339.

    Decided goods are as the rules saw them. A count of other pieces than the return has by now is no answer.
    Raises ``unit.unknown`` and ``inspection.none``.
    """
    unit, inspection = work.units.get(lpn), (work.opinions if opinion else work.inspections).get(lpn)
    rma = work.rmas.get(unit.rma_number)
    kept = work.versions.checklist(inspection.checklist_digest) if inspection.checklist_digest else None
    checklist = kept or policy.checklist_for(rma, rma.line_of(unit))
    line = as_decided(rma.line_of(unit), checklist, inspection.decision)
    way = walk(work, unit, rma, line, checklist, now)
    return Case(unit, rma, line, _of_these_pieces(inspection, way), way)


def _of_these_pieces(inspection: Inspection, way: Walk) -> Inspection:
    """The server may change the return while the unit is inspected; what was counted then is counted anew."""
    counts = {each.id for each in way.checklist.questions if each.kind is QuestionKind.ACCESSORIES}
    stale = {each for each in counts & {*inspection.answers, *inspection.begun} if not _fits(inspection, way, each)}
    if not stale:
        return inspection
    answers = {name: text for name, text in inspection.answers.items() if name not in stale}
    return replace(inspection, answers=answers, begun={k: v for k, v in inspection.begun.items() if k not in stale})


def _fits(inspection: Inspection, way: Walk, question_id: str) -> bool:
    try:
        if question_id in inspection.answers:
            way.read(question_id, inspection.answers[question_id])
        if question_id in inspection.begun:
            way.read_begun(question_id, inspection.begun[question_id])
    except DockstationError:
        return False
    return True


def open_under_way(work: UnitOfWork, policy: Policy, lpn: str, now: str) -> Case:
    """The same, ``unit.transition`` when it is not being inspected."""
    case = open_case(work, policy, lpn, now)
    if case.unit.state is not UnitState.INSPECTING:
        raise DockstationError("unit.transition", lpn=lpn, now=case.unit.state, wanted=UnitState.INSPECTING)
    return case


def walk(work: UnitOfWork, unit: Unit, rma: Rma, line: RmaLine, checklist: Checklist, now: str) -> Walk:
    """The unit's way through a checklist."""
    parcel = work.parcels.get(unit.parcel_id)
    told = (*work.discrepancies.of_unit(unit.lpn), *work.discrepancies.of_parcel(unit.parcel_id))
    differing = [each.kind.value for each in told if not each.withdrawn and each.lpn in ("", unit.lpn)]
    others = work.units.by_serial(unit.serial) if unit.serial else ()
    returns = sum(other.lpn != unit.lpn and other.rma_number != unit.rma_number for other in others)
    values = circumstances(unit, rma, line, parcel, differing, returns, datetime.fromisoformat(now))
    return Walk(checklist, line, values, holds, unit.serial)


@dataclass(frozen=True, slots=True)
class Alike:
    """The last unit of the same line in the parcel, and those of its answers that count for this one as well."""

    lpn: str
    answers: Answers


def last_alike(work: UnitOfWork, case: Case, now: str) -> Alike | None:
    """What may be repeated: the sealed unit of the line decided last, by the same checklist, into an empty one."""
    fast = case.checklist.fast_path
    if fast is None or not fast.repeat or case.inspection.answers:
        return None
    decided = sorted(_decided_alike(work, case), key=lambda each: each.rulings[-1].at)
    if not decided or decided[-1].checklist_digest != case.inspection.checklist_digest:
        return None
    last = _of_these_pieces(decided[-1], case.walk)
    way = walk(work, work.units.get(last.lpn), case.rma, case.line, case.checklist, now)
    given = {
        name: answer
        for name, answer in last.answers.items()
        if case.checklist.question(name.removesuffix(NOTE)).kind not in OWN
    }
    sealed = way.is_sealed(last.answers) and case.walk.is_sealed(given)
    in_force = {each.id for each in case.walk.asked(given)}
    kept = {name: answer for name, answer in given.items() if name.removesuffix(NOTE) in in_force}
    return Alike(last.lpn, kept) if sealed else None


def _decided_alike(work: UnitOfWork, case: Case) -> list[Inspection]:
    goods = (case.unit.rma_number, case.unit.line_id)
    others = [
        each.lpn
        for each in work.units.of_parcel(case.unit.parcel_id)
        if each.lpn != case.unit.lpn and each.line_id and (each.rma_number, each.line_id) == goods
        if each.state in DONE
    ]
    return [each for each in map(work.inspections.get, others) if each.decision]
