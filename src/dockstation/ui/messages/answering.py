"""Answers and what they call for, as people read them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from dockstation.domain.checklist import (
    CHOICES,
    NOT_APPLICABLE,
    NOTHING,
    Question,
    QuestionKind,
    Tick,
    read_answer,
)
from dockstation.domain.rma import Accessory
from dockstation.domain.scan import shown
from dockstation.ui.messages.words import severity


def answer(question: Question, given: str, pieces: Sequence[Accessory], language: str) -> str:
    """An answer in words: an option's text, 85 %, "Charger 1 of 2"."""
    if given == NOT_APPLICABLE and question.not_applicable:
        return QCoreApplication.translate("answering", "Not applicable")
    if question.kind in CHOICES:
        return question.option(given).text.in_language(language)
    if question.kind is QuestionKind.SEVERAL_OF:
        ticks = read_answer(question, given).ticks
        return ", ".join(_tick(question, each, language) for each in ticks) or nothing_found()
    if question.kind is QuestionKind.ACCESSORIES:
        counts = read_answer(question, given, pieces).counts
        text = QCoreApplication.translate("answering", "{0}: {1} of {2}")
        return "  ·  ".join(text.format(shown(each.name), counts[each.name], each.count) for each in pieces)
    return f"{given} {question.measure.unit}" if question.measure else shown(given) or "–"


def nothing_found() -> str:
    """The answer that ticks nothing."""
    return QCoreApplication.translate("answering", "Nothing found")


def _tick(question: Question, tick: Tick, language: str) -> str:
    places = {each.id: each.text.in_language(language) for each in question.places}
    details = [places.get(tick.place, ""), severity(tick.severity) if tick.severity else ""]
    said = ", ".join(each for each in details if each)
    name = question.option(tick.option).text.in_language(language)
    return f"{name} ({said})" if said else name


def calling(question: Question, given: str, view: str, pieces: Sequence[Accessory], language: str) -> str:
    """Which part of an answer wants a photo (``view`` is an option of several), or a written word ("" for all)."""
    if view and question.kind is QuestionKind.SEVERAL_OF:
        return question.option(view).text.in_language(language)
    if question.kind is QuestionKind.SEVERAL_OF and given != NOTHING:
        ticks = dict.fromkeys(each.option for each in read_answer(question, given).ticks)
        noted = [question.option(each) for each in ticks if question.option(each).note]
        return ", ".join(each.text.in_language(language) for each in noted)
    return answer(question, given, pieces, language)
