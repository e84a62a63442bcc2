"""rules/*.toml: first-match tables."""

from __future__ import annotations

from collections.abc import Collection
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
PLAIN = frozenset({"id", "then", "reason", "when", "first"})


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
    first: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    """A rule, and whether it stands before those of books that extend its own."""

    rule: Rule
    first: bool


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

    def _rules(self, name: str, allowed: Collection[str]) -> tuple[_Placed, ...]:
        rows = self.document.rows((name,))
        rules = tuple(self._rule(row, allowed, EXTRA.get(name, set())) for row in rows)
        self.document.refuse_twice((*row, "id") for row in rows)
        return rules

    def _rule(self, row: KeyPath, allowed: Collection[str], extra: Collection[str]) -> _Placed:
        self.document.refuse_unknown(row, PLAIN | set(extra))
        plain = self.document.table(_Rule, row)
        if plain.then not in allowed:
            raise self.document.wrong_type((*row, "then"), " | ".join(allowed))
        for place, each in enumerate(plain.evidence):
            if each not in EVIDENCE:
                raise self.document.wrong_type((*row, "evidence", place), " | ".join(EVIDENCE))
        return _Placed(Rule(**{name: getattr(plain, name) for name in Rule.__slots__}), plain.first)

    def book(self, parents: tuple[RulesFile, ...]) -> RuleBook:
        """The file with what it extends: the parents' ``first`` rules, own ones, then the rest of the parents'.

        A rule with a parent's id takes that one's place.
        """
        tables = {name: self._table(name, parents) for name in TABLES}
        for name, rules in tables.items():
            if not rules:
                raise DockstationError("settings.missing", file=str(self.document.file), line=1, key=f"[[{name}]]")
        return RuleBook(self.id, self._head.version, self.categories, tables)

    def _table(self, name: str, parents: tuple[RulesFile, ...]) -> tuple[Rule, ...]:
        placed: tuple[_Placed, ...] = ()
        for each in (*reversed(parents), self):
            placed = each.over(name, placed)
        return tuple(each.rule for each in placed)

    def goods(self, category: str) -> set[str]:
        """What it is for in that category, as far as files can be told apart by it."""
        return {category}

    def over(self, name: str, inherited: tuple[_Placed, ...]) -> tuple[_Placed, ...]:
        """This file's rules of a table among the inherited ones."""
        mine = {each.rule.id: each for each in self._tables[name]}
        replaced = {each.rule.id for each in inherited} & set(mine)
        fresh = tuple(each for each in mine.values() if each.rule.id not in replaced)
        left = [mine.get(each.rule.id, each) for each in inherited if each.rule.id not in self._head.without]
        before = tuple(each for each in left if each.first)
        return before + fresh + tuple(each for each in left if not each.first)
