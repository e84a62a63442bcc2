"""What a claim against the responsible party needs, and whether the station has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dockstation.application.case import Case
from dockstation.application.ports.store import UnitOfWork
from dockstation.domain.checklist import QuestionKind


def evidence(work: UnitOfWork, case: Case) -> tuple[tuple[str, bool], ...]:
    """Each kind that the decision's responsibility asks for, in its order, and whether it is there."""
    decision = case.inspection.decision
    wanted = decision.evidence if decision else ()
    return tuple((each, KINDS[each](work, case)) for each in wanted if each in KINDS)


def _photo_parcel(work: UnitOfWork, case: Case) -> bool:
    return bool(work.discrepancies.photos(case.unit.parcel_id))


def _photo_unit(_work: UnitOfWork, case: Case) -> bool:
    return bool(case.inspection.photos)


def _photo_defect(_work: UnitOfWork, case: Case) -> bool:
    """A photo at the question of every defect; without a defect there is none to show."""
    shown = {photo.question_id for photo in case.inspection.photos}
    found = case.walk.defects(case.inspection.answers)
    return bool(found) and all(each.question_id in shown for each in found)


def _serial(_work: UnitOfWork, case: Case) -> bool:
    return bool(case.unit.serial)


def _weight(work: UnitOfWork, case: Case) -> bool:
    """The parcel's, or the item's by a question that weighs it."""
    given = case.inspection.answers
    weighed = [each.id for each in case.walk.asked(given) if each.kind is QuestionKind.WEIGHT]
    return work.parcels.get(case.unit.parcel_id).weight_g > 0 or any(each in given for each in weighed)


KINDS: Mapping[str, Callable[[UnitOfWork, Case], bool]] = {
    "photo_parcel": _photo_parcel,
    "photo_unit": _photo_unit,
    "photo_defect": _photo_defect,
    "serial": _serial,
    "weight": _weight,
}
