"""rules/*.toml: first-match tables."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from dockstation.domain.errors import DockstationError
from dockstation.domain.policy import TABLES, Rule, RuleBook
from dockstation.domain.text import Text
from dockstation.settings.document import Document, within
from dockstation.settings.lines import KeyPath
from dockstation.settings.mistakes import Gathering, all_of, raise_all

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


def allowed_in(dispositions: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """What the rules of each table can say."""
    return {
        "grade": GRADES,
        "disposition": tuple(sorted(dispositions)),
        "responsibility": PARTIES,
        "resolution": RESOLUTIONS,
        "freight": PAYERS,
    }


class RulesFile:
    """One file of rules, which may extend another."""

    def __init__(self, document: Document, dispositions: Collection[str]) -> None:
        self.document = document
        gathering = Gathering()
        with gathering.going_on():
            self._head = document.table(_Head, (), also=TABLES)
        allowed = allowed_in(dispositions)
        tables = gathering.each(TABLES, lambda name: (name, self._rules(name, allowed[name])))
        gathering.finish()
        self._tables, head = dict(tables), self._head
        self.id, self.extends, self.abstract, self.categories = head.id, head.extends, head.abstract, head.categories

    def _rules(self, name: str, allowed: Collection[str]) -> tuple[_Placed, ...]:
        rows = self.document.rows((name,))
        rules = all_of(rows, lambda row: self._rule(row, allowed, EXTRA.get(name, set())))
        self.document.refuse_twice((*row, "id") for row in rows)
        return rules

    def _rule(self, row: KeyPath, allowed: Collection[str], extra: Collection[str]) -> _Placed:
        gathering, document = Gathering(), self.document
        with gathering.going_on():
            document.refuse_unknown(row, PLAIN | set(extra))
        with gathering.going_on():
            plain = document.table(_Rule, row, also=document.value(row))
        if document.value((*row, "then"), "") not in allowed and isinstance(document.value((*row, "then")), str):
            gathering.found.append(document.wrong_type((*row, "then"), " | ".join(allowed)))
        gathering.finish()
        strange = (place for place, each in enumerate(plain.evidence) if each not in EVIDENCE)
        raise_all(document.wrong_type((*row, "evidence", place), " | ".join(EVIDENCE)) for place in strange)
        return _Placed(Rule(**{name: getattr(plain, name) for name in Rule.__slots__}), plain.first)

    def book(self, parents: tuple[RulesFile, ...]) -> RuleBook:
        """The file with what it extends: the parents' ``first`` rules, own ones, then the rest of the parents'.

        A rule with a parent's id takes that one's place.
        """
        tables = {name: self._table(name, parents) for name in TABLES}
        file = str(self.document.file)
        raise_all(
            DockstationError("settings.missing", file=file, line=1, key=f"[[{name}]]")
            for name, rules in tables.items()
            if not rules
        )
        return RuleBook(self.id, self._head.version, self.categories, tables)

    def _table(self, name: str, parents: tuple[RulesFile, ...]) -> tuple[Rule, ...]:
        placed: tuple[_Placed, ...] = ()
        for each in (*reversed(parents), self):
            placed = each.over(name, placed)
        return tuple(each.rule for each in placed)

    def when_of(self, table: str, rule_id: str) -> KeyPath | None:
        """Where the condition of its own rule stands, None for a rule that it has not."""
        rows = self.document.rows((table,))
        return next(((*row, "when") for row in rows if self.document.value((*row, "id")) == rule_id), None)

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
