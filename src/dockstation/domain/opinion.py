"""Second opinions: which units get one, and where two inspectors differ."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dockstation.domain.outcome import Decision

SIGHTS = frozenset(
    {"InspectionStarted", "QuestionAnswered", "AnswerWithdrawn", "PhotoTaken", "InspectionCompleted", "UnitTakenOver"}
)
"""Events by which a person has found something out about a unit, or has had before them what others found."""
VERDICTS = ("grade", "disposition")
"""What is compared beside the answers."""


class OpinionState(StrEnum):
    """Where a second opinion stands. ``SETTLED``: a supervisor has looked at two that differ."""

    WANTED = "wanted"
    GIVEN = "given"
    DIFFERS = "differs"
    SETTLED = "settled"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Side:
    """What one person found: answers by question, and what follows from them by the rules."""

    by: str
    answers: Mapping[str, str]
    grade: str
    disposition: str

    @classmethod
    def of(cls, by: str, answers: Mapping[str, str], decision: Decision) -> Side:
        """That person's answers with their decision."""
        return cls(by, dict(answers), decision.grade, decision.disposition)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two inspections of one unit. ``at`` RFC 3339, when the second was done."""

    lpn: str
    first: Side
    second: Side
    at: str

    def asked_of_both(self) -> tuple[str, ...]:
        """The questions that both have answered."""
        return tuple(each for each in self.first.answers if each in self.second.answers)

    def differing(self) -> tuple[str, ...]:
        """The questions answered differently, and which verdicts differ; a question only one met says nothing."""
        questions = [each for each in self.asked_of_both() if self.first.answers[each] != self.second.answers[each]]
        verdicts = [each for each in VERDICTS if getattr(self.first, each) != getattr(self.second, each)]
        return (*questions, *verdicts)


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """A unit that another person has to inspect. ``first_by`` is the badge of whoever may not."""

    lpn: str
    first_by: str
    state: OpinionState = OpinionState.WANTED
    comparison: Comparison | None = None

    @property
    def is_open(self) -> bool:
        """Whether label and bin have to wait for it."""
        return self.state is OpinionState.WANTED


def is_chosen(lpn: str, percent: int, key: str) -> bool:
    """Whether this unit gets a second opinion: always the same for one unit, foreseen by nobody without ``key``."""
    digest = hmac.digest(key.encode(), lpn.encode(), "sha256")
    return int.from_bytes(digest[:8]) % 100 < percent
