"""Answers as they are kept and sent: one line of text each, in a form of its question's kind.

- one option: its id
- several: ``id``, ``id:severity``, ``id:severity@place`` parted by ``;``, or ``none``
- a measure: a decimal number with a point
- accessories: a JSON object, the count found by name
- anything that may not apply: ``na``
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from dockstation.domain.checklist.questions import CHOICES, Question, QuestionKind, Severity
from dockstation.domain.errors import DockstationError
from dockstation.domain.rma import Accessory

Answers = Mapping[str, str]
"""Question id -> answer; a photo question has none."""

NOTHING = "none"
NOT_APPLICABLE = "na"
NOTE = ".note"
"""Behind a question's id: the word that an option of it demands."""
LONGEST_NOTE = 200
LONGEST_CODE = 64
LONGEST = 4096
MOST_PIECES = 999
_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,3})?", re.ASCII)
_TICK = re.compile(r"([a-z0-9_]+)(?::(minor|major|critical))?(?:@([a-z0-9_]+))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Tick:
    """One of several options chosen, how bad and where as far as that was asked."""

    option: str
    severity: Severity | None = None
    place: str = ""

    def as_text(self) -> str:
        """As it stands in the answer."""
        return self.option + (f":{self.severity}" if self.severity else "") + (f"@{self.place}" if self.place else "")


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was read. ``text`` is its one form; the rest is what its kind has, ``number`` in its unit."""

    text: str
    applies: bool = True
    ticks: tuple[Tick, ...] = ()
    number: float | None = None
    counts: Mapping[str, int] = field(default_factory=dict)


def ticked(ticks: Sequence[Tick]) -> str:
    """The answer that these make."""
    return ";".join(tick.as_text() for tick in ticks) or NOTHING


def counted(counts: Mapping[str, int]) -> str:
    """The answer that these counts by name make."""
    return json.dumps(dict(counts), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_answer(question: Question, text: str, pieces: Sequence[Accessory] = ()) -> Given:
    """``text`` as an answer to ``question``; ``pieces`` are the accessories of the line.

    Raises ``answer.not_an_option``, ``answer.not_a_number``, ``answer.out_of_range``, ``answer.place``,
    ``answer.severity``, ``answer.text``, ``answer.code`` and ``answer.pieces``, with the question's id.
    """
    if question.not_applicable and text == NOT_APPLICABLE:
        return Given(NOT_APPLICABLE, applies=False)
    if question.kind in CHOICES:
        return Given(question.option(text).id)
    if question.kind is QuestionKind.ACCESSORIES:
        return _pieces(question, text, pieces, whole=True)
    read = _READ.get(question.kind)
    if read is None:
        raise DockstationError("answer.not_an_option", question=question.id, answer=text)
    return read(question, text)


def read_begun(question: Question, text: str, pieces: Sequence[Accessory] = ()) -> Given:
    """The same of an answer that is not finished: some of the pieces may not be counted yet."""
    if question.kind is QuestionKind.ACCESSORIES and text != NOT_APPLICABLE:
        return _pieces(question, text, pieces, whole=False)
    return read_answer(question, text, pieces)


def read_note(question: Question, text: str) -> str:
    """The written word; raises ``answer.text``."""
    return _line(question, text, LONGEST_NOTE, "answer.text", needed=True).text


def _several(question: Question, text: str) -> Given:
    if text == NOTHING:
        return Given(NOTHING)
    ticks = tuple(_tick(question, each) for each in text.split(";"))
    places = [(tick.option, tick.place) for tick in ticks]
    if len(set(places)) < len(places):
        raise DockstationError("answer.not_an_option", question=question.id, answer=text)
    return Given(ticked(ticks), ticks=ticks)


def _tick(question: Question, text: str) -> Tick:
    found = _TICK.fullmatch(text)
    if not found:
        raise DockstationError("answer.not_an_option", question=question.id, answer=text)
    option, severity, place = question.option(found[1]), found[2], found[3] or ""
    if bool(severity) != question.severities:
        raise DockstationError("answer.severity", question=question.id, answer=text)
    if (question.places and place not in {each.id for each in question.places}) or (place and not question.places):
        raise DockstationError("answer.place", question=question.id, answer=text)
    return Tick(option.id, Severity(severity) if severity else None, place)


def _number(question: Question, text: str) -> Given:
    measure = question.measure
    if measure is None or not _NUMBER.fullmatch(text):
        raise DockstationError("answer.not_a_number", question=question.id, answer=text)
    number = float(text)
    if not measure.least <= number <= measure.most or not math.isclose(number, round(number, measure.decimals)):
        facts = {"least": f"{measure.least:g}", "most": f"{measure.most:g}", "unit": measure.unit}
        raise DockstationError("answer.out_of_range", question=question.id, answer=text, **facts)
    return Given(f"{number:.{measure.decimals}f}", number=number)


def _pieces(question: Question, text: str, pieces: Sequence[Accessory], *, whole: bool) -> Given:
    try:
        counts = json.loads(text)
    except (ValueError, RecursionError):
        counts = None
    names = {each.name for each in pieces}
    known = isinstance(counts, dict) and (set(counts) == names or (not whole and set(counts) < names))
    if not known or not all(type(each) is int and 0 <= each <= MOST_PIECES for each in counts.values()):
        raise DockstationError("answer.pieces", question=question.id)
    return Given(counted(counts), counts=counts)


def _line(question: Question, text: str, most: int, code: str, *, needed: bool | None = None) -> Given:
    plain = " ".join(text.split())
    needed = question.required if needed is None else needed
    if len(plain) > most or not plain.isprintable() or (needed and not plain):
        raise DockstationError(code, question=question.id, most=most)
    return Given(plain)


_READ: Mapping[QuestionKind, Callable[[Question, str], Given]] = {
    QuestionKind.SEVERAL_OF: _several,
    QuestionKind.NUMBER: _number,
    QuestionKind.WEIGHT: _number,
    QuestionKind.CODE: lambda question, text: _line(question, text, LONGEST_CODE, "answer.code"),
    QuestionKind.TEXT: lambda question, text: _line(question, text, question.most, "answer.text"),
}
