"""The goods as the rules saw them, should the server have changed the return since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dockstation.domain.checklist import Checklist, QuestionKind
from dockstation.domain.outcome import Decision
from dockstation.domain.rma import Accessory, RmaLine


def as_decided(line: RmaLine, checklist: Checklist, decision: Decision | None) -> RmaLine:
    """The line with the value and the pieces that counted at the decision; as it is without one."""
    if decision is None:
        return line
    return replace(line, unit_value=_value(line, decision), accessories=_pieces(line, checklist, decision))


def _value(line: RmaLine, decision: Decision) -> int:
    seen = decision.values.get("line")
    value = seen.get("unit_value") if isinstance(seen, Mapping) else None
    return value if isinstance(value, int) else line.unit_value


def _pieces(line: RmaLine, checklist: Checklist, decision: Decision) -> tuple[Accessory, ...]:
    """What was found and what was missing make what was expected, unless the return still says the same."""
    found, short = _found(checklist, decision), _missing(decision)
    expected = {each.name: each.count for each in line.accessories}
    still = {name: max(0, count - found.get(name, 0)) for name, count in expected.items()}
    if not found or (set(found) == set(expected) and {name: n for name, n in still.items() if n} == short):
        return line.accessories
    return tuple(Accessory(name, count + short.get(name, 0)) for name, count in found.items())


def _found(checklist: Checklist, decision: Decision) -> Mapping[str, int]:
    answers = decision.values.get("answers")
    counted = [each.id for each in checklist.questions if each.kind is QuestionKind.ACCESSORIES]
    found = answers.get(counted[0]) if counted and isinstance(answers, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _missing(decision: Decision) -> Mapping[str, int]:
    missing = decision.values.get("missing")
    return {each["name"]: each["count"] for each in missing} if isinstance(missing, list) else {}
