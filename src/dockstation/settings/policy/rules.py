"""rules/*.toml: first-match tables."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from dockstation.domain.errors import DockstationError
from dockstation.domain.policy import TABLES, Rule, RuleBook
from dockstation.domain.text import Text
from dockstation.settings.document import Document, within
from dockstation.settings.lines import KeyPath

GRADES = ("A", "B", "C", "D")
PARTIES = ("customer", "carrier", "merchant", "supplier", "warehouse", "undetermined")
RESOLUTIONS = ("refund_full", "refund_part", "exchange", "repair", "refuse")
PAYERS = ("customer", "carrier", "merchant", "supplier")
EVIDENCE = ("photo_parcel", "photo_unit", "photo_defect", "serial", "weight")
EXTRA = {
    "disposition": {"second_person"},
    "responsibility": {"evidence"},
    "resolution": {"second_person", "deduct_percent", "deduct_missing"},
}
"""The keys that only rules of that table have."""
PLAIN = frozenset({"id", "then", "reason", "when"})


@dataclass(frozen=True, slots=True)
class _Head:
    id: str
    version: int
    categories: tuple[str, ...] = ()
    extends: str = ""
    without: tuple[str, ...] = ()
    abstract: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    then: str
    reason: Text
    when: str = ""
    deduct_percent: int = field(default=0, metadata=within(0, 100))
    deduct_missing: bool = False
    evidence: tuple[str, ...] = ()
    second_person: bool = False


class RulesFile:
    """One file of rules, which may extend another."""

    def __init__(self, document: Document, dispositions: Collection[str]) -> None:
        self.document = document
        head = document.table(_Head, (), also=TABLES)
        self.id, self.extends, self.abstract, self.categories = head.id, head.extends, head.abstract, head.categories
        self._head = head
        allowed = {
            "grade": GRADES,
            "disposition": tuple(sorted(dispositions)),
            "responsibility": PARTIES,
            "resolution": RESOLUTIONS,
            "freight": PAYERS,
        }
        self._tables = {name: self._rules(name, allowed[name]) for name in TABLES}

    def _rules(self, name: str, allowed: Collection[str]) -> tuple[Rule, ...]:
        rows = self.document.rows((name,))
        rules = tuple(self._rule(row, allowed, EXTRA.get(name, set())) for row in rows)
        self.document.refuse_twice((*row, "id") for row in rows)
        return rules

    def _rule(self, row: KeyPath, allowed: Collection[str], extra: Collection[str]) -> Rule:
        self.document.refuse_unknown(row, PLAIN | set(extra))
        plain = self.document.table(_Rule, row)
        if plain.then not in allowed:
            raise self.document.wrong_type((*row, "then"), " | ".join(allowed))
        for place, each in enumerate(plain.evidence):
            if each not in EVIDENCE:
                raise self.document.wrong_type((*row, "evidence", place), " | ".join(EVIDENCE))
        return Rule(**{name: getattr(plain, name) for name in plain.__slots__})

    def book(self, parents: tuple[RulesFile, ...]) -> RuleBook:
        """The file with what it extends: own rules first; one with a parent's id takes that one's place."""
        tables: Mapping[str, tuple[Rule, ...]] = dict.fromkeys(TABLES, ())
        for each in (*reversed(parents), self):
            tables = {name: each.over(name, tables[name]) for name in TABLES}
        for name, rules in tables.items():
            if not rules:
                raise DockstationError("settings.missing", file=str(self.document.file), line=1, key=f"[[{name}]]")
        return RuleBook(self.id, self._head.version, self.categories, tables)

    def goods(self, category: str) -> set[str]:
        """What it is for in that category, as far as files can be told apart by it."""
        return {category}

    def over(self, name: str, inherited: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """This file's rules of a table before the inherited ones."""
        mine = {rule.id: rule for rule in self._tables[name]}
        replaced = {rule.id for rule in inherited} & set(mine)
        fresh = tuple(rule for rule in mine.values() if rule.id not in replaced)
        left = tuple(mine.get(rule.id, rule) for rule in inherited if rule.id not in self._head.without)
        return fresh + left
