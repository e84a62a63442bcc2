"""What a warehouse decides in config: checklists, rules and dispositions, as records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dockstation.domain.checklist import Checklist, Severity
from dockstation.domain.errors import DockstationError
from dockstation.domain.outcome import Disposition
from dockstation.domain.rma import Rma, RmaLine
from dockstation.domain.text import Text

ANY_CATEGORY = "*"

TABLES = ("grade", "disposition", "responsibility", "resolution", "freight")
"""The rule tables in the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a first-match table. ``when`` is CEL, "" matches always.

    ``deduct_percent`` of the unit's value and, with ``deduct_missing``, the value of what is missing is kept back
    from the refund. ``evidence`` is what a claim needs. ``second_person``: another person has to approve.
    """

    id: str
    then: str
    reason: Text
    when: str = ""
    deduct_percent: int = 0
    deduct_missing: bool = False
    evidence: tuple[str, ...] = ()
    second_person: bool = False


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rule tables for some categories, by table name."""

    id: str
    version: int
    categories: tuple[str, ...]
    tables: Mapping[str, tuple[Rule, ...]]


@dataclass(frozen=True, slots=True)
class DefectKind:
    """A code of the taxonomy, its word and its usual severity."""

    code: str
    word: Text
    severity: Severity


@dataclass(frozen=True, slots=True)
class Policy:
    """All that config says about inspecting and deciding."""

    checklists: tuple[Checklist, ...]
    rule_books: tuple[RuleBook, ...]
    dispositions: Mapping[str, Disposition]
    defects: Mapping[str, DefectKind] = field(default_factory=dict)

    def checklist_for(self, rma: Rma, line: RmaLine) -> Checklist:
        """The most special checklist that fits; ``checklist.none`` when none does.

        A list for the SKU comes before one for the return type, that before one for the value, that before one for
        the category, and that before one for any.
        """
        fitting = [each for each in self.checklists if _fits(each, rma, line)]
        if not fitting:
            raise DockstationError("checklist.none", category=line.category)
        return max(fitting, key=_special)

    def rules_for(self, category: str) -> RuleBook:
        """The rules of a category, else those for any; ``rules.none`` when there are neither."""
        for wanted in (category, ANY_CATEGORY):
            for each in self.rule_books:
                if wanted in each.categories:
                    return each
        raise DockstationError("rules.none", category=category)

    def disposition(self, code: str) -> Disposition:
        """The disposition with this code; ``disposition.unknown`` when config has none."""
        if code not in self.dispositions:
            raise DockstationError("disposition.unknown", disposition=code)
        return self.dispositions[code]

    def where(self, code: str) -> Disposition:
        """The same for a unit decided before config lost it, or at another station: its code, and no bins."""
        gone = Text(dict.fromkeys(("en", "zh_CN"), code))
        return self.dispositions.get(code) or Disposition(code, gone, Text(), "", "", ())


@dataclass(slots=True)
class PolicyBook:
    """The policy in use. Whoever holds the book sees another one with the next step."""

    current: Policy


def _fits(checklist: Checklist, rma: Rma, line: RmaLine) -> bool:
    return (
        bool({line.category, ANY_CATEGORY} & set(checklist.categories))
        and (not checklist.skus or line.sku in checklist.skus)
        and (not checklist.return_types or rma.return_type.value in checklist.return_types)
        and line.unit_value >= checklist.least_value
    )


def _special(checklist: Checklist) -> tuple[bool, bool, int, bool]:
    named = ANY_CATEGORY not in checklist.categories
    return bool(checklist.skus), bool(checklist.return_types), checklist.least_value, named
