"""Checklists, rules and dispositions as a warehouse writes them in TOML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dockstation.domain.checklist import Checklist, Option, Question, QuestionKind, Section, Severity
from dockstation.domain.errors import DockstationError
from dockstation.domain.outcome import Disposition
from dockstation.domain.policy import TABLES, Policy, Rule, RuleBook
from dockstation.domain.text import Text
from dockstation.settings.document import Document
from dockstation.settings.folders import ConfigFolders


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
class _Head:
    id: str
    version: int
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Disposition:
    word: Text
    meaning: Text
    colour: str
    pictogram: str
    bins: tuple[str, ...]


def load_policy(folders: ConfigFolders) -> Policy:
    """All of config that inspecting and deciding need; the first mistake is raised as ``settings.*``."""
    return Policy(
        tuple(_checklist(Document(path)) for path in folders.all_in("checklists")),
        tuple(_rule_book(Document(path)) for path in folders.all_in("rules")),
        _dispositions(Document(folders.find("dispositions.toml"))),
    )


def _head(document: Document, also: tuple[str, ...]) -> _Head:
    known = dict.fromkeys(("id", "version", "categories", *also))
    document.refuse_unknown(document.tables, known)
    return document.table(_Head, {k: v for k, v in document.tables.items() if k not in also}, "file")


def _checklist(document: Document) -> Checklist:
    head = _head(document, ("title", "question"))
    questions = tuple(_question(document, each) for each in _rows(document, "question"))
    title = document.text("title", document.tables.get("title"))
    return Checklist(head.id, head.version, title, head.categories, questions)


def _rows(document: Document, name: str) -> list[dict[str, Any]]:
    rows = document.tables.get(name, [])
    if not isinstance(rows, list) or not rows or not all(isinstance(each, dict) for each in rows):
        raise document.wrong_type(name, f"[[{name}]]")
    return rows


def _question(document: Document, values: dict[str, Any]) -> Question:
    options = tuple(_option(document, each) for each in values.get("options", []))
    plain = document.table(_Question, {k: v for k, v in values.items() if k != "options"}, "question")
    kind = document.choice(QuestionKind, "kind", plain.kind)
    if not options and kind is not QuestionKind.PHOTO:
        raise DockstationError("settings.missing", file=str(document.path), key=f"{plain.id}.options")
    section = document.choice(Section, "section", plain.section)
    return Question(plain.id, section, kind, plain.text, plain.criterion, options, plain.when)


def _option(document: Document, values: Any) -> Option:
    plain = document.table(_Option, values, "options")
    severity = document.choice(Severity, "severity", plain.severity) if plain.severity else None
    return Option(plain.id, plain.text, plain.defect, severity, plain.photo)


def _rule_book(document: Document) -> RuleBook:
    head = _head(document, TABLES)
    tables = {name: tuple(document.table(Rule, each, name) for each in _rows(document, name)) for name in TABLES}
    return RuleBook(head.id, head.version, head.categories, tables)


def _dispositions(document: Document) -> dict[str, Disposition]:
    found = {}
    for code, values in document.tables.items():
        plain = document.table(_Disposition, values, code)
        found[code] = Disposition(code, plain.word, plain.meaning, plain.colour, plain.pictogram, plain.bins)
    return found
