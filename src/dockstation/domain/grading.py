"""Answers and rules to a decision, and the trace that says why. Conditions are CEL, never ``eval``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from dockstation.domain.checklist import Answers, Checklist, asked, defects
from dockstation.domain.errors import DockstationError
from dockstation.domain.outcome import Decision, Tried
from dockstation.domain.policy import TABLES, Rule, RuleBook
from dockstation.domain.rma import Rma, RmaLine

Values = Mapping[str, Any]


def holds(condition: str, answers: Answers) -> bool:
    """Whether a checklist's ``when`` holds for these answers."""
    return _true(condition, {"answers": dict(answers)}, condition)


def _true(condition: str, values: Values, rule: str) -> bool:
    import cel  # late: it costs the start 170 ms, and nothing is decided at the start

    try:
        result = cel.evaluate(condition, dict(values))
    except (RuntimeError, ValueError, TypeError, KeyError) as error:
        raise DockstationError("rules.failed", rule=rule, why=str(error).splitlines()[0]) from error
    if not isinstance(result, bool):
        raise DockstationError("rules.failed", rule=rule, why=f"gives {type(result).__name__}, not true or false")
    return result


def facts(
    checklist: Checklist, answers: Answers, rma: Rma, line: RmaLine, differing: Iterable[str] = ()
) -> dict[str, Any]:
    """What the rules may look at, as plain values; ``differing`` are the kinds of the unit's discrepancies."""
    found = defects(checklist, answers, holds)
    in_force = {question.id for question in asked(checklist, answers, holds)}
    given = {each.id: answers.get(each.id, "") if each.id in in_force else "" for each in checklist.questions}
    return {
        "answers": given,
        "defects": [{"code": each.code, "severity": each.severity.value} for each in found],
        "discrepancies": sorted(set(differing)),
        "rma": {"return_type": rma.return_type.value, "wanted": rma.wanted.value, "status": rma.status.value},
        "line": {"sku": line.sku, "category": line.category, "unit_value": line.unit_value},
    }


def decide(book: RuleBook, values: Values, unit_value: int) -> Decision:
    """The first match of every table.

    Raises ``rules.gap`` when a table has no match and ``rules.failed`` when a condition cannot be evaluated.
    """
    trace: list[Tried] = []
    chosen = {name: _first_match(name, book.tables.get(name, ()), values, trace) for name in TABLES}
    percent = chosen["resolution"].deduct_percent
    return Decision(
        grade=chosen["grade"].then,
        disposition=chosen["disposition"].then,
        responsibility=chosen["responsibility"].then,
        resolution=chosen["resolution"].then,
        deduction=unit_value * percent // 100,
        rules_version=f"{book.id}@{book.version}",
        trace=tuple(trace),
        values=dict(values),
    )


def _first_match(table: str, rules: tuple[Rule, ...], values: Values, trace: list[Tried]) -> Rule:
    for rule in rules:
        matched = not rule.when or _true(rule.when, values, rule.id)
        trace.append(Tried(table, rule.id, matched, rule.then, rule.reason))
        if matched:
            return rule
    raise DockstationError("rules.gap", table=table)


def trace_message(decision: Decision) -> list[dict[str, Any]]:
    """The trace as it is stored and sent."""
    return [{**asdict(each), "reason": dict(each.reason.by_language)} for each in decision.trace]
