"""Past inspections decided anew by other rules: what would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dockstation.domain.errors import DockstationError
from dockstation.domain.grading import decide
from dockstation.domain.outcome import Decision, Ruling, Tried
from dockstation.domain.policy import TABLES, Policy


@dataclass(frozen=True, slots=True)
class Change:
    """A unit that would be decided otherwise. ``table`` is the first that says something else.

    ``old_rule`` and ``new_rule`` decided it; they are the same where only what follows from the rule has changed.
    """

    lpn: str
    at: str
    old: Decision
    new: Decision
    table: str
    old_rule: str
    new_rule: str


@dataclass(frozen=True, slots=True)
class Stuck:
    """A unit that cannot be decided anew, and why."""

    lpn: str
    at: str
    error: DockstationError


@dataclass(slots=True)
class Sums:
    """What is kept back of the refunds, in minor units of one currency."""

    before: int = 0
    after: int = 0


@dataclass(slots=True)
class Replay:
    """What other rules would change: ``decided`` units anew, ``stuck`` ones not. Sums by currency."""

    decided: int = 0
    changes: list[Change] = field(default_factory=list)
    stuck: list[Stuck] = field(default_factory=list)
    deductions: dict[str, Sums] = field(default_factory=dict)

    def moves(self, table: str) -> Mapping[tuple[str, str], int]:
        """How many units go from one value of the table to another, the most first."""
        values = ((getattr(each.old, table), getattr(each.new, table)) for each in self.changes)
        return dict(Counter(pair for pair in values if pair[0] != pair[1]).most_common())


def replay(policy: Policy, past: Iterable[tuple[str, Ruling]]) -> Replay:
    """Decide each unit, by its licence plate, once more from the values that its ruling has kept.

    Nothing is guessed: ``rules.*`` is the reason where the rules cannot be worked out from them or give no answer,
    ``replay.values`` where category, value or currency of the goods were not kept.
    """
    told = Replay()
    for lpn, ruling in past:
        try:
            new, currency = _anew(policy, ruling.decision)
        except DockstationError as error:
            told.stuck.append(Stuck(lpn, ruling.at, error))
        else:
            _compare(told, lpn, ruling, new, currency)
    return told


def _anew(policy: Policy, old: Decision) -> tuple[Decision, str]:
    line, rma = old.values.get("line"), old.values.get("rma")
    known = isinstance(line, Mapping) and {"category", "unit_value"} <= set(line)
    if not known or not isinstance(line, Mapping) or not isinstance(rma, Mapping) or "currency" not in rma:
        raise DockstationError("replay.values")
    return decide(policy.rules_for(line["category"]), old.values, line["unit_value"]), rma["currency"]


def _compare(told: Replay, lpn: str, ruling: Ruling, new: Decision, currency: str) -> None:
    old = ruling.decision
    told.decided += 1
    sums = told.deductions.setdefault(currency, Sums())
    sums.before += old.deduction
    sums.after += new.deduction
    table = next((each for each in TABLES if _said(old, each) != _said(new, each)), "")
    if table:
        told.changes.append(Change(lpn, ruling.at, old, new, table, _rule(old, table), _rule(new, table)))


def _said(decision: Decision, table: str) -> tuple[object, ...]:
    """All that follows from a table."""
    follows = {"responsibility": decision.evidence, "resolution": decision.deduction}
    return getattr(decision, table), follows.get(table), _rule(decision, table) in decision.second_person


def _rule(decision: Decision, table: str) -> str:
    of_table: Iterable[Tried] = (each for each in decision.reasons() if each.table == table)
    return next((each.rule_id for each in of_table), "")
