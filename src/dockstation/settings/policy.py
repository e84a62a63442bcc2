"""Checklists, rules and dispositions as a warehouse writes them in TOML."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from dockstation.domain.checklist import Checklist, Option, Question, QuestionKind, Section, Severity
from dockstation.domain.errors import DockstationError
from dockstation.domain.outcome import Disposition
from dockstation.domain.policy import TABLES, Policy, Rule, RuleBook
from dockstation.domain.text import Text
from dockstation.settings.document import Document, within
from dockstation.settings.folders import ConfigFolders
from dockstation.settings.lines import KeyPath


@dataclass(frozen=True, slots=True)
class _Head:
    id: str
    version: int
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _TitledHead:
    id: str
    version: int
    categories: tuple[str, ...]
    title: Text


@dataclass(frozen=True, slots=True)
class _Option:
    id: str
    text: Text
    defect: str = ""
    severity: str = ""
    photo: bool = False


@dataclass(frozen=True, slots=True)
class _Question:
    id: str
    section: str
    kind: str
    text: Text
    criterion: Text
    when: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    then: str
    reason: Text
    when: str = ""
    deduct_percent: int = field(default=0, metadata=within(0, 100))


@dataclass(frozen=True, slots=True)
class _Disposition:
    word: Text
    meaning: Text
    colour: str
    pictogram: str
    bins: tuple[str, ...]


def load_policy(folders: ConfigFolders) -> Policy:
    """All of config that inspecting and deciding need; the first mistake is raised as ``settings.*``."""
    checklists = [Document(file) for file in folders.all_in("checklists")]
    rules = [Document(file) for file in folders.all_in("rules")]
    dispositions = _dispositions(Document(folders.find("dispositions.toml")))
    policy = Policy(
        tuple(_checklist(each) for each in checklists),
        tuple(_rule_book(each, dispositions) for each in rules),
        dispositions,
    )
    _refuse_rivals(checklists)
    _refuse_rivals(rules)
    return policy


def _refuse_rivals(documents: Sequence[Document]) -> None:
    """Two files of one id or for one category: nobody could say which counts."""
    ids, categories = set(), set()
    for document in documents:
        if document.value(("id",)) in ids:
            raise document.twice(("id",), document.value(("id",)))
        ids.add(document.value(("id",)))
        for place, category in enumerate(document.value(("categories",))):
            if category in categories:
                raise document.twice(("categories", place), category)
            categories.add(category)


def _checklist(document: Document) -> Checklist:
    head = document.table(_TitledHead, (), also=("question",))
    rows = _rows(document, "question")
    questions = tuple(_question(document, row) for row in rows)
    document.refuse_twice((*row, "id") for row in rows)
    return Checklist(head.id, head.version, head.title, head.categories, questions)


def _rows(document: Document, name: str) -> tuple[KeyPath, ...]:
    rows = document.rows((name,))
    if not rows:
        raise DockstationError("settings.missing", file=str(document.file), line=1, key=f"[[{name}]]")
    return rows


def _question(document: Document, row: KeyPath) -> Question:
    plain = document.table(_Question, row, also=("options",))
    kind = document.choice(QuestionKind, (*row, "kind"))
    section = document.choice(Section, (*row, "section"))
    rows = document.rows((*row, "options"))
    if not rows and kind is not QuestionKind.PHOTO:
        line, key = document.line_of(row), f"{plain.id}.options"
        raise DockstationError("settings.missing", file=str(document.file), line=line, key=key)
    options = tuple(_option(document, each) for each in rows)
    document.refuse_twice((*each, "id") for each in rows)
    return Question(plain.id, section, kind, plain.text, plain.criterion, options, plain.when)


def _option(document: Document, row: KeyPath) -> Option:
    plain = document.table(_Option, row)
    severity = document.choice(Severity, (*row, "severity")) if plain.severity else None
    return Option(plain.id, plain.text, plain.defect, severity, plain.photo)


def _rule_book(document: Document, dispositions: Collection[str]) -> RuleBook:
    head = document.table(_Head, (), also=TABLES)
    tables = {name: _rules(document, name) for name in TABLES}
    for row, rule in zip(document.rows(("disposition",)), tables["disposition"], strict=True):
        if rule.then not in dispositions:
            raise document.wrong_type((*row, "then"), " | ".join(sorted(dispositions)))
    return RuleBook(head.id, head.version, head.categories, tables)


def _rules(document: Document, name: str) -> tuple[Rule, ...]:
    rows = _rows(document, name)
    plain = [document.table(_Rule, row) for row in rows]
    document.refuse_twice((*row, "id") for row in rows)
    return tuple(Rule(each.id, each.then, each.reason, each.when, each.deduct_percent) for each in plain)


def _dispositions(document: Document) -> Mapping[str, Disposition]:
    found = {}
    for code in document.value(()):
        plain = document.table(_Disposition, (code,))
        found[code] = Disposition(code, plain.word, plain.meaning, plain.colour, plain.pictogram, plain.bins)
    return found
