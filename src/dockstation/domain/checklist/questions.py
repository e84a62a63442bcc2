"""What is asked: versioned questions from config, in the four sections."""

from __future__ import annotations

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
    SEVERAL_OF = "several_of"
    NUMBER = "number"
    WEIGHT = "weight"
    TEXT = "text"
    CODE = "code"
    ACCESSORIES = "accessories"
    PHOTO = "photo"
    TIMED = "timed"


CHOICES = frozenset({QuestionKind.PASS_FAIL, QuestionKind.ONE_OF, QuestionKind.TIMED})
"""Kinds that are answered by one option."""

MEASURES = frozenset({QuestionKind.NUMBER, QuestionKind.WEIGHT})


class Severity(StrEnum):
    """How bad a defect is."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


class Comparison(StrEnum):
    """What a scanned code is held against."""

    SERIAL = "serial"
    GTIN = "gtin"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer. With a ``defect`` code choosing it records that defect.

    ``photo`` and ``note`` demand a photo and a written word; ``picture`` names a drawing.
    """

    id: str
    text: Text
    defect: str = ""
    severity: Severity | None = None
    photo: bool = False
    note: bool = False
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """A measure ``below`` or ``above`` this records the defect; ``text`` is the defect's word."""

    defect: str
    severity: Severity
    text: Text
    photo: bool = False
    below: float | None = None
    above: float | None = None

    def is_passed_by(self, number: float) -> bool:
        """Whether the measure lies outside."""
        return (self.below is not None and number < self.below) or (self.above is not None and number > self.above)


@dataclass(frozen=True, slots=True)
class Measure:
    """What can be entered at all, in ``unit``; the first limit that is passed counts."""

    unit: str
    least: float
    most: float
    decimals: int = 0
    limits: tuple[Limit, ...] = ()
    tolerance_percent: int = 0
    """Of the line's weight, beyond which a weight records the question's defect; 0 for no such limit."""


@dataclass(frozen=True, slots=True)
class View:
    """A side that has to be photographed."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the item a defect can be."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Question:
    """One step. ``when`` is a CEL condition over the answers so far; "" means always.

    ``defect`` is what a difference in a code, a weight or the accessories records. ``seconds`` is how long a timed
    step runs, ``most`` the characters of a text.
    """

    id: str
    section: Section
    kind: QuestionKind
    text: Text
    criterion: Text
    options: tuple[Option, ...] = ()
    when: str = ""
    picture: str = ""
    not_applicable: bool = False
    required: bool = True
    places: tuple[Place, ...] = ()
    severities: bool = False
    measure: Measure | None = None
    compare: Comparison = Comparison.NONE
    views: tuple[View, ...] = ()
    seconds: int = 0
    most: int = 0
    defect: str = ""
    severity: Severity = Severity.MINOR
    defect_text: Text = field(default_factory=Text)

    def option(self, option_id: str) -> Option:
        """The option with this id; ``answer.not_an_option`` when there is none."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise DockstationError("answer.not_an_option", question=self.id, answer=option_id)


@dataclass(frozen=True, slots=True)
class FastPath:
    """For factory-sealed goods: once ``when`` holds, of what follows only ``ask`` is asked.

    ``repeat``: the answers of the last unit of the same line may be taken over.
    """

    when: str
    ask: tuple[str, ...]
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """A versioned list of questions, in the order of their sections; an inspection keeps the one it began with.

    It serves ``categories``, and where named only these ``return_types`` and ``skus``, and units worth
    ``least_value`` (minor currency units) or more.
    """

    id: str
    version: int
    title: Text
    categories: tuple[str, ...]
    questions: tuple[Question, ...]
    fast_path: FastPath | None = None
    return_types: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()
    least_value: int = 0

    def question(self, question_id: str) -> Question:
        """The question with this id; ``answer.unknown_question`` when there is none."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise DockstationError("answer.unknown_question", question=question_id)
