"""The decision about a unit, with the trace that says why, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dockstation.domain.text import Text


@dataclass(frozen=True, slots=True)
class Tried:
    """One rule that was looked at, whether it matched, and why it exists."""

    table: str
    rule_id: str
    matched: bool
    value: str
    reason: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class Deduction:
    """A part of the refund that is kept back. ``amount`` in minor currency units; ``percent`` 0 for a stated value.

    ``what`` is the missing piece, "" where it is for the unit's condition.
    """

    amount: int
    percent: int
    what: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Decision:
    """Grade, disposition, responsibility and advice, with every rule that was tried, in order.

    ``deduction`` is the sum of ``deductions``, in minor currency units of the RMA. ``freight`` is who pays for the
    way back, ``evidence`` what a claim against the responsible party needs. ``second_person`` are the rules that want
    another person's approval. ``values`` are the facts the rules saw.
    """

    grade: str
    disposition: str
    responsibility: str
    resolution: str
    deduction: int
    rules_version: str
    trace: tuple[Tried, ...]
    values: Mapping[str, object]
    freight: str = ""
    deductions: tuple[Deduction, ...] = ()
    evidence: tuple[str, ...] = ()
    second_person: tuple[str, ...] = ()

    def reasons(self) -> tuple[Tried, ...]:
        """What decided, one a table: a person's word stands behind the rule that it overruled."""
        return tuple({each.table: each for each in self.trace if each.matched}.values())


class RulingKind(StrEnum):
    """How a unit came to be decided, or undecided again."""

    RULES = "rules"
    OVERRIDE = "override"
    APPROVAL = "approval"
    """Another person stands for what was decided before; the decision is the same."""
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision in a unit's history, kept beside those before it. A void one takes back what stood.

    ``by`` and ``approved_by`` are badges, ``reason`` is what the person wrote, ``at`` RFC 3339.
    """

    kind: RulingKind
    decision: Decision
    by: str
    at: str
    reason: str = ""
    approved_by: str = ""


def standing(rulings: tuple[Ruling, ...]) -> Decision | None:
    """The decision that counts: the last one, unless it was voided."""
    if not rulings or rulings[-1].kind is RulingKind.VOID:
        return None
    return rulings[-1].decision


def is_unapproved(rulings: tuple[Ruling, ...]) -> bool:
    """Whether what stands still needs another person's approval."""
    decision = standing(rulings)
    return decision is not None and bool(decision.second_person) and not rulings[-1].approved_by


@dataclass(frozen=True, slots=True)
class Disposition:
    """Where a unit goes, as config/dispositions.toml describes it.

    ``bins`` are the containers that take it, ``capacity`` how many units one holds, where that is known.
    """

    code: str
    word: Text
    meaning: Text
    colour: str
    pictogram: str
    bins: tuple[str, ...]
    capacity: Mapping[str, int] = field(default_factory=dict)
