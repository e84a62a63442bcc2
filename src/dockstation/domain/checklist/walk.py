"""The way through a checklist: what is asked, what is next, and what the answers have found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from dockstation.domain.checklist.answers import (
    NOT_APPLICABLE,
    NOTE,
    Answers,
    Given,
    read_answer,
    read_begun,
    read_note,
)
from dockstation.domain.checklist.questions import (
    CHOICES,
    MEASURES,
    Checklist,
    Comparison,
    Limit,
    Question,
    QuestionKind,
    Severity,
)
from dockstation.domain.rma import RmaLine
from dockstation.domain.text import Text

Condition = Callable[[str, Mapping[str, Any]], bool]
"""Evaluates a CEL condition over values; injected, so that this package stays free of it."""

Shown = Collection[tuple[str, str]]
"""What has been photographed: question id and view."""


@dataclass(frozen=True, slots=True)
class Defect:
    """A defect that an answer recorded. ``place`` is one of the question's, "" where none was asked."""

    code: str
    severity: Severity
    question_id: str
    text: Text = field(default_factory=Text)
    place: str = ""


class Step(StrEnum):
    """What the inspection waits for."""

    ANSWER = "answer"
    PHOTO = "photo"
    NOTE = "note"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Next:
    """The next step and the question it belongs to, none when done; ``view`` is what has to be photographed."""

    step: Step
    question: Question | None = None
    view: str = ""


class Walk:
    """One unit's way through a checklist; ``circumstances`` are what conditions see beside the answers."""

    def __init__(
        self,
        checklist: Checklist,
        line: RmaLine,
        circumstances: Mapping[str, Any],
        holds: Condition,
        serial: str = "",
    ) -> None:
        self.checklist = checklist
        self.line = line
        self.circumstances = circumstances
        self._holds = holds
        self._serials = frozenset({serial} if serial else line.serials)
        self._walked: dict[tuple[tuple[str, str], ...], tuple[tuple[Question, Given | None], ...]] = {}

    def asked(self, answers: Answers) -> tuple[Question, ...]:
        """The questions that these answers leave in force, in order.

        A condition sees only answers to questions in force, and nothing where there is none yet.
        """
        return tuple(question for question, _ in self._in_force(answers))

    def _in_force(self, answers: Answers) -> tuple[tuple[Question, Given | None], ...]:
        key = tuple(answers.items())
        if key not in self._walked:
            self._walked[key] = tuple(self._work_out(answers))
        return self._walked[key]

    def _work_out(self, answers: Answers) -> Iterator[tuple[Question, Given | None]]:
        seen = {question.id: nothing(question) for question in self.checklist.questions}
        is_asked: list[str] = []
        values = {**self.circumstances, "answers": seen, "asked": is_asked}
        fast, sealed = self.checklist.fast_path, False
        for question in self.checklist.questions:
            if (sealed and fast and question.id not in fast.ask) or not self._is_asked(question, values):
                continue
            given = self.given(question, answers)
            is_asked.append(question.id)
            if given is not None:
                seen[question.id] = worth(question, given)
                sealed = sealed or (fast is not None and self._holds(fast.when, values))
            yield question, given

    def _is_asked(self, question: Question, values: Mapping[str, Any]) -> bool:
        if question.kind is QuestionKind.ACCESSORIES and not self.line.accessories:
            return False
        return not question.when or self._holds(question.when, values)

    def given(self, question: Question, answers: Answers) -> Given | None:
        """The answer to ``question`` as it was read, None without one."""
        text = answers.get(question.id)
        return None if text is None else read_answer(question, text, self.line.accessories)

    def read(self, question_id: str, text: str) -> str:
        """``text`` in the form in which an answer, or with ``.note`` a written word, is kept; raises ``answer.*``."""
        if question_id.endswith(NOTE):
            return read_note(self.checklist.question(question_id.removesuffix(NOTE)), text)
        return read_answer(self.checklist.question(question_id), text, self.line.accessories).text

    def read_begun(self, question_id: str, text: str) -> str:
        """The same of an answer that is not finished."""
        return read_begun(self.checklist.question(question_id), text, self.line.accessories).text

    def is_sealed(self, answers: Answers) -> bool:
        """Whether the goods are on the fast path."""
        fast = self.checklist.fast_path
        return fast is not None and self._holds(fast.when, {**self.circumstances, **self.values(answers)})

    def next_step(self, answers: Answers, shown: Shown) -> Next:
        """The first question without an answer, or without the photo or the word that its answer demands."""
        for question, given in self._in_force(answers):
            if given is None and question.kind is not QuestionKind.PHOTO:
                return Next(Step.ANSWER, question)
            for view in self.views(question, given):
                if not _is_shown(question, view, shown):
                    return Next(Step.PHOTO, question, view)
            if given and _wants_note(question, given) and question.id + NOTE not in answers:
                return Next(Step.NOTE, question)
        return Next(Step.DONE)

    def views(self, question: Question, given: Given | None) -> tuple[str, ...]:
        """What of ``question`` has to be photographed after that answer; "" is no special side."""
        if question.kind is QuestionKind.PHOTO:
            return tuple(view.id for view in question.views) or ("",)
        if given is None or not given.applies:
            return ()
        if question.kind in CHOICES:
            return ("",) if question.option(given.text).photo else ()
        if question.kind is QuestionKind.SEVERAL_OF:
            ticked = dict.fromkeys(tick.option for tick in given.ticks)
            return tuple(each for each in ticked if question.option(each).photo)
        limit = self._passed(question, given)
        return ("",) if limit and limit.photo else ()

    def values(self, answers: Answers) -> dict[str, Any]:
        """What rules see of the answers: by question id, which were asked, defects, and missing accessories."""
        found = {question.id: nothing(question) for question in self.checklist.questions}
        in_force = self._in_force(answers)
        found |= {question.id: worth(question, given) for question, given in in_force if given is not None}
        missing = [each for question, given in in_force if given for each in self._missing(question, given)]
        return {
            "answers": found,
            "asked": [question.id for question, _ in in_force],
            "defects": [
                {
                    "code": each.code,
                    "severity": each.severity.value,
                    "question": each.question_id,
                    "place": each.place,
                }
                for each in self.defects(answers)
            ],
            "missing": missing,
            "missing_value": sum(each["value"] for each in missing),
        }

    def defects(self, answers: Answers) -> tuple[Defect, ...]:
        """The defects that the answers in force recorded, in the checklist's order."""
        in_force = [(question, given) for question, given in self._in_force(answers) if given and given.applies]
        return tuple(defect for question, given in in_force for defect in self._found(question, given))

    def _found(self, question: Question, given: Given) -> Iterator[Defect]:
        if question.kind in CHOICES:
            option = question.option(given.text)
            if option.defect:
                yield Defect(option.defect, option.severity or Severity.MINOR, question.id, option.text)
        elif question.kind is QuestionKind.SEVERAL_OF:
            for tick in given.ticks:
                option = question.option(tick.option)
                severity = tick.severity or option.severity or Severity.MINOR
                yield Defect(option.defect, severity, question.id, option.text, tick.place)
        elif limit := self._passed(question, given):
            yield Defect(limit.defect, limit.severity, question.id, limit.text)
        elif question.defect and self._differs(question, given):
            defect = Defect(question.defect, question.severity, question.id, question.defect_text)
            yield from [defect] * max(1, len(self._missing(question, given)))

    def _passed(self, question: Question, given: Given) -> Limit | None:
        if question.measure is None or given.number is None:
            return None
        return next((each for each in question.measure.limits if each.is_passed_by(given.number)), None)

    def expected_codes(self, question: Question) -> frozenset[str]:
        """What a code is held against; empty where nothing is known, or nothing is compared."""
        expected = {Comparison.SERIAL: self._serials, Comparison.GTIN: frozenset({self.line.gtin} - {""})}
        return expected.get(question.compare, frozenset())

    def _differs(self, question: Question, given: Given) -> bool:
        if question.kind is QuestionKind.CODE:
            wanted = self.expected_codes(question)
            return bool(wanted and given.text) and given.text not in wanted
        if question.kind is QuestionKind.WEIGHT and question.measure and given.number is not None:
            allowed = self.line.weight_g * question.measure.tolerance_percent / 100
            return bool(allowed) and abs(given.number - self.line.weight_g) > allowed
        return bool(self._missing(question, given))

    def _missing(self, question: Question, given: Given) -> Sequence[dict[str, Any]]:
        if question.kind is not QuestionKind.ACCESSORIES:
            return ()
        short = [(each, each.count - given.counts.get(each.name, 0)) for each in self.line.accessories]
        return [
            {"name": each.name, "count": n, "value": n * each.value} for each, n in short if given.applies and n > 0
        ]


def nothing(question: Question) -> Any:
    """What a condition sees where there is no answer."""
    if question.kind is QuestionKind.SEVERAL_OF:
        return []
    if question.kind is QuestionKind.ACCESSORIES:
        return {}
    return None if question.kind in MEASURES else ""


def worth(question: Question, given: Given) -> Any:
    """What a condition sees of an answer."""
    if question.kind is QuestionKind.SEVERAL_OF:
        return list(dict.fromkeys(tick.option for tick in given.ticks))
    if question.kind is QuestionKind.ACCESSORIES:
        return dict(given.counts)
    if question.kind in MEASURES:
        return given.number
    return given.text if given.applies else NOT_APPLICABLE


def _is_shown(question: Question, view: str, shown: Shown) -> bool:
    return any(question.id == each and (not view or view == side) for each, side in shown)


def _wants_note(question: Question, given: Given) -> bool:
    if question.kind in CHOICES and given.applies:
        return question.option(given.text).note
    return any(question.option(tick.option).note for tick in given.ticks)
