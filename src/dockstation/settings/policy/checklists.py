"""checklists/*.toml: what is asked of which goods."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dockstation.domain.checklist import Checklist, FastPath, Question, Section
from dockstation.domain.errors import DockstationError
from dockstation.domain.rma import ReturnType
from dockstation.domain.text import Text
from dockstation.settings.document import Document, within
from dockstation.settings.lines import KeyPath
from dockstation.settings.policy.questions import read_question
from dockstation.settings.policy.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class _Head:
    id: str
    version: int
    title: Text
    categories: tuple[str, ...] = ()
    extends: str = ""
    without: tuple[str, ...] = ()
    abstract: bool = False
    return_types: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()
    least_value: int = field(default=0, metadata=within(0, 10**12))


@dataclass(frozen=True, slots=True)
class _FastPath:
    when: str
    ask: tuple[str, ...]
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    """A question and what it comes after, "" for the end of its section."""

    question: Question
    after: str


class ChecklistFile:
    """One checklist, which may extend another."""

    def __init__(self, document: Document, taxonomy: Taxonomy) -> None:
        self.document = document
        head = document.table(_Head, (), also=("question", "fast_path"))
        self.id, self.extends, self.abstract = head.id, head.extends, head.abstract
        self.categories = head.categories
        self._head = head
        for place, each in enumerate(head.return_types):
            if each not in list(ReturnType):
                raise document.wrong_type(("return_types", place), " | ".join(ReturnType))
        rows = document.rows(("question",))
        self._questions = tuple(
            _Placed(read_question(document, row, taxonomy), str(document.value((*row, "after"), ""))) for row in rows
        )
        document.refuse_twice((*row, "id") for row in rows)
        self._rows = dict(zip((each.question.id for each in self._questions), rows, strict=True))
        self.fast_path = self._fast_path()

    def _fast_path(self) -> FastPath | None:
        if self.document.value(("fast_path",)) is None:
            return None
        plain = self.document.table(_FastPath, ("fast_path",))
        return FastPath(plain.when, plain.ask, plain.repeat)

    def goods(self, category: str) -> set[tuple[str, str, str, int]]:
        """What it is for in that category, as far as files can be told apart by it."""
        head = self._head
        return {
            (category, kind, sku, head.least_value)
            for kind in head.return_types or ("",)
            for sku in head.skus or ("",)
        }

    def checklist(self, parents: tuple[ChecklistFile, ...]) -> Checklist:
        """The file with the questions that it extends, in the order of the sections."""
        questions: tuple[Question, ...] = ()
        for each in (*reversed(parents), self):
            questions = each.over(questions)
        if not questions:
            raise DockstationError("settings.missing", file=str(self.document.file), line=1, key="[[question]]")
        sections = list(Section)
        ordered = tuple(sorted(questions, key=lambda each: sections.index(each.section)))
        fast = next((each.fast_path for each in (self, *parents) if each.fast_path), None)
        self._refuse_stray(fast, {each.id for each in ordered})
        head = self._head
        return Checklist(
            head.id, head.version, head.title, head.categories, ordered, fast, head.return_types, head.skus,
            head.least_value,
        )  # fmt: skip

    def over(self, inherited: tuple[Question, ...]) -> tuple[Question, ...]:
        """The inherited questions without those left out, those of the same id replaced, the new ones in place."""
        known = {each.id for each in inherited}
        self._refuse_unknown_ids("without", known)
        mine = {each.question.id: each.question for each in self._questions}
        found = [mine.get(each.id, each) for each in inherited if each.id not in self._head.without]
        for each in self._questions:
            if each.question.id not in known:
                found.insert(self._place(each, found), each.question)
        return tuple(found)

    def _place(self, placed: _Placed, found: list[Question]) -> int:
        if not placed.after:
            return len(found)
        ids = [each.id for each in found]
        if placed.after not in ids:
            path: KeyPath = (*self._rows[placed.question.id], "after")
            raise self.document.wrong_type(path, " | ".join(ids))
        return ids.index(placed.after) + 1

    def _refuse_unknown_ids(self, key: str, known: Iterable[str]) -> None:
        for place, each in enumerate(self._head.without):
            if each not in set(known):
                raise self.document.wrong_type((key, place), " | ".join(sorted(known)))

    def _refuse_stray(self, fast: FastPath | None, known: set[str]) -> None:
        if fast is None or fast is not self.fast_path:
            return
        for place, each in enumerate(fast.ask):
            if each not in known:
                raise self.document.wrong_type(("fast_path", "ask", place), " | ".join(sorted(known)))
