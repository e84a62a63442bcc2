"""Answers and rules to a decision, and the trace that says why. Conditions are CEL, never ``eval``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dockstation.domain.errors import DockstationError
from dockstation.domain.outcome import Decision, Deduction, Tried
from dockstation.domain.policy import TABLES, Rule, RuleBook

if TYPE_CHECKING:
    import cel

Values = Mapping[str, Any]
COMPILED = 4096
"""Conditions that are kept compiled: more than a warehouse has."""
NUMBER = re.compile(r"\banswers\.([a-z0-9_]+)")


def holds(condition: str, values: Values) -> bool:
    """Whether a condition holds for these values; raises ``rules.failed`` when it cannot be worked out."""
    import cel

    return _true(condition, cel.Context(dict(values)), values, condition)


@lru_cache(COMPILED)
def program(condition: str) -> cel.Program:
    """The condition compiled; raises ValueError when it is no CEL."""
    import cel  # late: it costs the start 170 ms, and nothing is decided at the start

    return cel.compile(condition)


def _true(condition: str, context: cel.Context, values: Values, rule: str) -> bool:
    try:
        result = program(condition).execute(context)
    except (RuntimeError, ValueError, TypeError, KeyError) as error:
        if isinstance(error, TypeError) and _misses_a_number(condition, values):
            return False
        raise DockstationError("rules.failed", rule=rule, why=str(error).splitlines()[0]) from error
    if not isinstance(result, bool):
        raise DockstationError("rules.failed", rule=rule, why=f"gives {type(result).__name__}, not true or false")
    return result


def _misses_a_number(condition: str, values: Values) -> bool:
    """Whether it compares a number that nobody has entered: then nothing is said of it, and it does not hold."""
    answers = values.get("answers", {})
    return any(answers.get(name, "") is None for name in NUMBER.findall(condition))


def decide(book: RuleBook, values: Values, unit_value: int) -> Decision:
    """The first match of every table; a later table sees what the earlier ones have decided.

    Raises ``rules.gap`` when a table has no match and ``rules.failed`` when a condition cannot be evaluated.
    """
    import cel

    trace: list[Tried] = []
    seen, chosen = dict(values), {}
    context = cel.Context(seen)
    for name in TABLES:
        rule = chosen[name] = _first_match(name, book.tables.get(name, ()), context, seen, trace)
        seen[name] = rule.then
        context.add_variable(name, rule.then)
    deductions = _deductions(chosen["resolution"], values, unit_value)
    return Decision(
        **{name: chosen[name].then for name in TABLES},
        deduction=sum(each.amount for each in deductions),
        rules_version=f"{book.id}@{book.version}",
        trace=tuple(trace),
        values=dict(values),
        deductions=deductions,
        evidence=chosen["responsibility"].evidence,
        second_person=tuple(rule.id for rule in chosen.values() if rule.second_person),
    )


def _first_match(
    table: str, rules: tuple[Rule, ...], context: cel.Context, values: Values, trace: list[Tried]
) -> Rule:
    for rule in rules:
        matched = not rule.when or _true(rule.when, context, values, rule.id)
        trace.append(Tried(table, rule.id, matched, rule.then, rule.reason))
        if matched:
            return rule
    raise DockstationError("rules.gap", table=table)


def _deductions(rule: Rule, values: Values, unit_value: int) -> tuple[Deduction, ...]:
    """Never more than the unit's value together."""
    parts = [Deduction(unit_value * rule.deduct_percent // 100, rule.deduct_percent, "", rule.reason)]
    if rule.deduct_missing:
        parts += [Deduction(each["value"], 0, each["name"], rule.reason) for each in values.get("missing", ())]
    left, kept = unit_value, []
    for part in parts:
        amount = min(part.amount, left)
        left -= amount
        if amount:
            kept.append(Deduction(amount, part.percent, part.what, part.reason))
    return tuple(kept)


def trace_message(decision: Decision) -> list[dict[str, Any]]:
    """The trace as it is stored and sent."""
    return [{**asdict(each), "reason": dict(each.reason.by_language)} for each in decision.trace]
