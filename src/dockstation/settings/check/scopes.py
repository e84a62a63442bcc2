"""What a condition may name, by the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from dockstation.domain.checklist import (
    CHOICES,
    MEASURES,
    NOT_APPLICABLE,
    Checklist,
    Question,
    QuestionKind,
    Severity,
)
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.parcel import Condition
from dockstation.domain.policy import TABLES
from dockstation.domain.rma import ReturnType, RmaStatus, Wanted
from dockstation.settings.check.conditions import Scope
from dockstation.settings.check.kinds import BOOL, NUMBER, STRING, Kind, either, record, several, word
from dockstation.settings.policy.rules import allowed_in

RMA_FLAGS = ("abusive_returns",)
LINE_FLAGS = ("recalled", "hazardous", "chilled")


def circumstances() -> dict[str, Kind]:
    """What every condition sees beside answers; see ``domain.circumstances``."""
    return {
        "discrepancies": several(word(DiscrepancyKind)),
        "rma": record(
            return_type=word(ReturnType),
            wanted=word(Wanted),
            status=word(RmaStatus),
            currency=STRING,
            flags=several(word(RMA_FLAGS)),
            in_window=BOOL,
        ),
        "line": record(
            sku=STRING, category=STRING, unit_value=NUMBER, weight_g=NUMBER, quantity=NUMBER,
            flags=several(word(LINE_FLAGS)),
        ),
        "unit": record(serial=STRING, expected=BOOL),
        "parcel": record(condition=word(("", *Condition))),
        "history": record(serial_before=BOOL, returns=NUMBER),
    }  # fmt: skip


def of_questions(questions: Iterable[Question]) -> Scope:
    """What the condition of a question sees after these ones."""
    known = [*questions]
    answers = {each.id: answer(each) for each in known}
    return {**circumstances(), "answers": Kind("map", fields=answers), "asked": several(word(answers))}


def of_rules(checklists: Iterable[Checklist], table: str, codes: Iterable[str], dispositions: Iterable[str]) -> Scope:
    """What a rule of ``table`` sees after any of these checklists; ``codes`` are the taxonomy's."""
    answers: dict[str, Kind] = {}
    places: set[str] = {""}
    for question in (each for checklist in checklists for each in checklist.questions):
        kind = answer(question)
        answers[question.id] = either(answers[question.id], kind) if question.id in answers else kind
        places |= {place.id for place in question.places}
    defect = record(code=word(codes), severity=word(Severity), question=word(answers), place=word(sorted(places)))
    before = {name: word(allowed_in([*dispositions])[name]) for name in TABLES[: TABLES.index(table)]}
    return {
        **circumstances(),
        "answers": Kind("map", fields=answers),
        "asked": several(word(answers)),
        "defects": several(defect),
        "missing": several(record(name=STRING, count=NUMBER, value=NUMBER)),
        "missing_value": NUMBER,
        **before,
    }


def answer(question: Question) -> Kind:
    """What ``answers.ID`` can be; "" where it was not asked."""
    options = [each.id for each in question.options]
    if question.kind in CHOICES:
        return word([*options, *([NOT_APPLICABLE] if question.not_applicable else []), ""])
    if question.kind is QuestionKind.SEVERAL_OF:
        return several(word(options))
    if question.kind is QuestionKind.ACCESSORIES:
        return Kind("map", item=NUMBER)
    return NUMBER if question.kind in MEASURES else STRING
