"""The goods as the rules saw them, should the server have changed the return since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dockstation.application.case import Case, walk
from dockstation.application.ports.store import UnitOfWork
from dockstation.domain.checklist import QuestionKind
from dockstation.domain.outcome import Decision
from dockstation.domain.rma import Accessory, RmaLine


def as_decided(work: UnitOfWork, case: Case, at: str) -> Case:
    """The case with the value and the pieces that counted ``at`` the decision (RFC 3339); as it is without one."""
    decision = case.inspection.decision
    if decision is None:
        return case
    line = replace(case.line, unit_value=_value(case.line, decision), accessories=_pieces(case, decision))
    if line == case.line:
        return case
    way = walk(work, case.unit, case.rma, line, case.checklist, at)
    return Case(case.unit, case.rma, line, case.inspection, way)


def _value(line: RmaLine, decision: Decision) -> int:
    seen = decision.values.get("line")
    value = seen.get("unit_value") if isinstance(seen, Mapping) else None
    return value if isinstance(value, int) else line.unit_value


def _pieces(case: Case, decision: Decision) -> tuple[Accessory, ...]:
    """What was found and what was missing make what was expected, unless the return still says the same."""
    found, short = _found(case, decision), _missing(decision)
    expected = {each.name: each.count for each in case.line.accessories}
    still = {name: max(0, count - found.get(name, 0)) for name, count in expected.items()}
    if not found or (set(found) == set(expected) and {name: n for name, n in still.items() if n} == short):
        return case.line.accessories
    return tuple(Accessory(name, count + short.get(name, 0)) for name, count in found.items())


def _found(case: Case, decision: Decision) -> Mapping[str, int]:
    answers = decision.values.get("answers")
    counted = [each.id for each in case.checklist.questions if each.kind is QuestionKind.ACCESSORIES]
    found = answers.get(counted[0]) if counted and isinstance(answers, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _missing(decision: Decision) -> Mapping[str, int]:
    missing = decision.values.get("missing")
    return {each["name"]: each["count"] for each in missing} if isinstance(missing, list) else {}
