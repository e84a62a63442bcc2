"""Answers that a question may get, for a search: each option, each side of each limit, what differs and what not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dockstation.domain.checklist import (
    CHOICES,
    NOT_APPLICABLE,
    NOTHING,
    Question,
    QuestionKind,
    Tick,
    counted,
    read_answer,
    ticked,
)
from dockstation.domain.errors import DockstationError
from dockstation.domain.rma import Accessory

SERIAL = "SERIAL1"
WEIGHTS = ("500", "100", "900", "5000")
"""Grams: as the line says, and beside it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An answer, and the words by which a condition may mean it: options, defects, severities."""

    text: str
    words: frozenset[str] = frozenset()


def candidates(question: Question, pieces: Sequence[Accessory], numbers: Collection[float]) -> tuple[Candidate, ...]:
    """The answers, the best one first; none for a photo. ``numbers`` are those that conditions name."""
    found = [*_of_kind(question, pieces, numbers)]
    if question.not_applicable:
        found.append(Candidate(NOT_APPLICABLE, frozenset({NOT_APPLICABLE})))
    return tuple(each for each in dict.fromkeys(found) if _fits(question, each.text, pieces))


def _fits(question: Question, text: str, pieces: Sequence[Accessory]) -> bool:
    try:
        read_answer(question, text, pieces)
    except DockstationError:
        return False
    return True


def _of_kind(question: Question, pieces: Sequence[Accessory], numbers: Collection[float]) -> Iterator[Candidate]:
    kind, measure = question.kind, question.measure
    if kind in CHOICES:
        for each in question.options:
            yield Candidate(each.id, frozenset({each.id, each.defect, str(each.severity)}))
    elif kind is QuestionKind.SEVERAL_OF:
        yield from _ticks(question)
    elif kind is QuestionKind.WEIGHT:
        yield from map(Candidate, WEIGHTS)
    elif kind is QuestionKind.ACCESSORIES:
        for share in (1, 0):
            yield Candidate(counted({each.name: each.count * share for each in pieces}))
        yield Candidate(counted({each.name: int(each is pieces[0]) for each in pieces}))
    elif kind is QuestionKind.NUMBER and measure:
        limits = [each for limit in measure.limits for each in (limit.below, limit.above) if each is not None]
        step = 10**-measure.decimals
        known = {measure.most, measure.least, *(n + d for n in (*limits, *numbers) for d in (-step, 0, step))}
        yield from (Candidate(f"{each:.{measure.decimals}f}") for each in sorted(known, reverse=True))
    elif kind is not QuestionKind.PHOTO:
        yield from map(Candidate, (SERIAL, "OTHER9", ""))


def _ticks(question: Question) -> Iterator[Candidate]:
    yield Candidate(NOTHING)
    place = question.places[0].id if question.places else ""
    for option in question.options:
        severities = ("minor", "major", "critical") if question.severities else ("",)
        for severity in severities:
            text = option.id + (f":{severity}" if severity else "") + (f"@{place}" if place else "")
            yield Candidate(text, frozenset({option.id, option.defect, severity or str(option.severity)}))
    if not question.severities:
        yield Candidate(ticked([Tick(each.id, None, place) for each in question.options]))
