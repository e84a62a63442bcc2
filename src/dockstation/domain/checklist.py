"""Checklists: versioned questions from config, the answers to them, and which question is next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from dockstation.domain.errors import DockstationError
from dockstation.domain.text import Text


class Section(StrEnum):
    """The four sections of every checklist, in their order."""

    APPEARANCE = "appearance"
    FUNCTION = "function"
    ACCESSORIES = "accessories"
    GRADING = "grading"


class QuestionKind(StrEnum):
    """How a question is answered."""

    PASS_FAIL = "pass_fail"  # noqa: S105 - an answer, no password
    ONE_OF = "one_of"
    PHOTO = "photo"


class Severity(StrEnum):
    """How bad a defect is."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer. A ``defect`` code makes choosing it record that defect; ``photo`` demands one."""

    id: str
    text: Text
    defect: str = ""
    severity: Severity | None = None
    photo: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One step. ``when`` is a CEL condition over the answers so far; "" means always."""

    id: str
    section: Section
    kind: QuestionKind
    text: Text
    criterion: Text
    options: tuple[Option, ...] = ()
    when: str = ""

    def option(self, option_id: str) -> Option:
        """The option with this id; ``answer.not_an_option`` when there is none."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise DockstationError("answer.not_an_option", question=self.id, answer=option_id)


@dataclass(frozen=True, slots=True)
class Checklist:
    """A versioned list of questions for some categories; an inspection keeps the version it began with."""

    id: str
    version: int
    title: Text
    categories: tuple[str, ...]
    questions: tuple[Question, ...]

    def question(self, question_id: str) -> Question:
        """The question with this id; ``answer.unknown_question`` when there is none."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise DockstationError("answer.unknown_question", question=question_id)


@dataclass(frozen=True, slots=True)
class Defect:
    """A defect that an answer recorded."""

    code: str
    severity: Severity
    question_id: str
    text: Text = field(default_factory=Text)


class Step(StrEnum):
    """What the inspection waits for."""

    ANSWER = "answer"
    PHOTO = "photo"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Next:
    """The next step and the question it belongs to; no question when done."""

    step: Step
    question: Question | None = None


Answers = Mapping[str, str]
"""Question id -> option id ("taken" for a photo question)."""

Condition = Callable[[str, Answers], bool]
"""Evaluates a CEL condition over the answers; injected, so that this module stays free of it."""


def asked(checklist: Checklist, answers: Answers, holds: Condition) -> tuple[Question, ...]:
    """The questions that these answers leave in force, in order.

    A condition sees only answers to questions in force, and "" where there is none yet.
    """
    seen = {question.id: "" for question in checklist.questions}
    in_force = []
    for question in checklist.questions:
        if not question.when or holds(question.when, seen):
            in_force.append(question)
            seen[question.id] = answers.get(question.id, "")
    return tuple(in_force)


def next_step(checklist: Checklist, answers: Answers, photographed: Sequence[str], holds: Condition) -> Next:
    """The first question without an answer, or without the photo that its answer demands."""
    for question in asked(checklist, answers, holds):
        if question.kind is QuestionKind.PHOTO:
            if question.id not in photographed:
                return Next(Step.PHOTO, question)
        elif question.id not in answers:
            return Next(Step.ANSWER, question)
        elif question.option(answers[question.id]).photo and question.id not in photographed:
            return Next(Step.PHOTO, question)
    return Next(Step.DONE)


def defects(checklist: Checklist, answers: Answers, holds: Condition) -> tuple[Defect, ...]:
    """The defects that the answers in force recorded, in the checklist's order."""
    found = []
    for question in asked(checklist, answers, holds):
        if question.id not in answers or not question.options:
            continue
        option = question.option(answers[question.id])
        if option.defect:
            severity = option.severity or Severity.MINOR
            found.append(Defect(option.defect, severity, question.id, option.text))
    return tuple(found)
