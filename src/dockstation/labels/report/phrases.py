"""Codes, answers, amounts and times of a report in one language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone

from dockstation.domain.checklist import (
    CHOICES,
    NOT_APPLICABLE,
    Defect,
    Question,
    QuestionKind,
    Tick,
    read_answer,
)
from dockstation.domain.errors import DockstationError
from dockstation.domain.evidence import Mark
from dockstation.domain.money import decimals
from dockstation.domain.overruling import OVERRIDE_REASONS, VOID_REASONS
from dockstation.domain.parcel import Parcel
from dockstation.domain.report import UnitReport
from dockstation.domain.rma import RmaLine
from dockstation.domain.text import Text
from dockstation.labels.report.words import ANSWERS, LABELS, SEVERITIES, TOLD, TOLD_VALUES

REASONS = {**OVERRIDE_REASONS, **VOID_REASONS}


class Phrases:
    """Words for one report or claim. ``offset`` is the station's, in minutes."""

    def __init__(self, language: str, offset: int = 0) -> None:
        self.language = language
        self._zone = timezone(timedelta(minutes=offset))

    def word(self, words: Mapping[str, Text], code: str) -> str:
        """The word for a code; one that has none stays as it is."""
        return self.text(words[code]) if code in words else code

    def text(self, text: Text) -> str:
        """In this language."""
        return text.in_language(self.language)

    def label(self, name: str, *facts: object) -> str:
        """A fixed word of the page."""
        return self.text(LABELS[name]).format(*facts)

    def money(self, minor: int, currency: str) -> str:
        """129900, CNY → "CNY 1,299.00"."""
        digits = decimals(currency)
        return f"{currency} {minor / 10**digits:,.{digits}f}"

    def moment(self, at: str) -> str:
        """An RFC 3339 time as the station's day and minute with its offset; "–" for none."""
        try:
            return datetime.fromisoformat(at).astimezone(self._zone).strftime("%Y-%m-%d %H:%M %z")
        except ValueError:
            return at or "–"

    def defect(self, defect: Defect, question: Question | None, names: Mapping[str, Text]) -> str:
        """Name, place and severity."""
        name = self.word(names, defect.code) if defect.code in names else self.text(defect.text) or defect.code
        places = {each.id: self.text(each.text) for each in question.places} if question else {}
        details = [places.get(defect.place, defect.place), self.word(SEVERITIES, defect.severity.value)]
        return f"{name} ({', '.join(each for each in details if each)})"

    def answer(self, question: Question, given: str, line: RmaLine) -> str:
        """An answer in words; one that its question cannot read stays as it was given."""
        try:
            return self._answer(question, given, line)
        except DockstationError:
            return given

    def _answer(self, question: Question, given: str, line: RmaLine) -> str:
        if given == NOT_APPLICABLE and question.not_applicable:
            return self.word(ANSWERS, "na")
        if question.kind in CHOICES:
            return self.text(question.option(given).text)
        if question.kind is QuestionKind.SEVERAL_OF:
            ticks = read_answer(question, given).ticks
            return ", ".join(self._tick(question, each) for each in ticks) or self.word(ANSWERS, "nothing")
        if question.kind is QuestionKind.ACCESSORIES:
            counts = read_answer(question, given, line.accessories).counts
            told = self.word(ANSWERS, "pieces")
            return " · ".join(told.format(each.name, counts[each.name], each.count) for each in line.accessories)
        return f"{given} {question.measure.unit}" if question.measure else given or self.word(ANSWERS, "empty")

    def _tick(self, question: Question, tick: Tick) -> str:
        places = {each.id: self.text(each.text) for each in question.places}
        details = [places.get(tick.place, ""), self.word(SEVERITIES, tick.severity) if tick.severity else ""]
        said = ", ".join(each for each in details if each)
        name = self.text(question.option(tick.option).text)
        return f"{name} ({said})" if said else name

    def mark(self, report: UnitReport, mark: Mark) -> str:
        """What a mark in a photo shows."""
        kind = self.word(report.names.defects, mark.defect) if mark.defect else ""
        return ": ".join(each for each in (kind, mark.text) if each)

    def fact(self, name: str, value: str) -> str:
        """What was expected or found where something differs."""
        said = self.moment(value) if name.endswith(("_at", "_ends")) else self.word(TOLD_VALUES, value)
        return f"{self.word(TOLD, name)}: {said}"

    def reason(self, code: str) -> str:
        """A person's reason for an override or a void."""
        return self.word(REASONS, code)


def carried(parcel: Parcel) -> str:
    """Carrier and code of a parcel, as the dock shows them."""
    return f"{parcel.carrier.upper().replace('_', ' ')} {parcel.code}".strip()


def person(report: UnitReport, badge: str) -> str:
    """Name and badge; the badge alone where this station does not know the person."""
    name = report.names.people.get(badge, "")
    return f"{name} ({badge})" if name and name != badge else badge
