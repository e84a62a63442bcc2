"""What a warehouse decides in config: checklists, rules and dispositions, as records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dockstation.domain.checklist import Checklist
from dockstation.domain.errors import DockstationError
from dockstation.domain.outcome import Disposition
from dockstation.domain.text import Text

ANY_CATEGORY = "*"

TABLES = ("grade", "disposition", "responsibility", "resolution")
"""The rule tables in the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a first-match table. ``when`` is CEL, "" matches always."""

    id: str
    then: str
    reason: Text
    when: str = ""
    deduct_percent: int = 0


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rule tables for some categories, by table name."""

    id: str
    version: int
    categories: tuple[str, ...]
    tables: Mapping[str, tuple[Rule, ...]]


@dataclass(frozen=True, slots=True)
class Policy:
    """All that config says about inspecting and deciding."""

    checklists: tuple[Checklist, ...]
    rule_books: tuple[RuleBook, ...]
    dispositions: Mapping[str, Disposition]

    def checklist_for(self, category: str) -> Checklist:
        """The checklist of a category, else the one for any; ``checklist.none`` when there is neither."""
        for wanted in (category, ANY_CATEGORY):
            for each in self.checklists:
                if wanted in each.categories:
                    return each
        raise DockstationError("checklist.none", category=category)

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
