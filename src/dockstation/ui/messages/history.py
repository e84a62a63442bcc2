"""What happened, told in plain words from the body of its event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, QLocale, Qt

from dockstation.application.ports.outbox import Entry
from dockstation.application.queries.history import HistoryView
from dockstation.domain.scan import shown
from dockstation.ui.messages.discrepancies import discrepancy, discrepancy_answer
from dockstation.ui.messages.rulings import ruled, table

LONGEST = 300
_CONDITIONS = {
    "intact": QT_TRANSLATE_NOOP("history", "intact"),
    "damaged": QT_TRANSLATE_NOOP("history", "damaged"),
    "wet": QT_TRANSLATE_NOOP("history", "wet"),
    "opened": QT_TRANSLATE_NOOP("history", "opened on the way"),
}
_AT_SERVER = {
    "received": QT_TRANSLATE_NOOP("history", "counted"),
    "inspecting": QT_TRANSLATE_NOOP("history", "being inspected"),
    "decided": QT_TRANSLATE_NOOP("history", "decided"),
    "labelled": QT_TRANSLATE_NOOP("history", "labelled"),
    "put_away": QT_TRANSLATE_NOOP("history", "put away"),
    "voided": QT_TRANSLATE_NOOP("history", "voided"),
}
Body = Mapping[str, Any]


def _tr(text: str) -> str:
    return QCoreApplication.translate("history", text)


def _text(body: Body, name: str) -> str:
    value = body.get(name)
    return shown(str(value), LONGEST) if isinstance(value, str | int) and value != "" else ""


def unit_at_server(state: str) -> str:
    """Where the server says that a unit stands."""
    return _tr(str(_AT_SERVER[state])) if state in _AT_SERVER else shown(state)


def exact_moment(at: str, language: str) -> str:
    """An RFC 3339 time as local day and time with seconds; "" when it is none."""
    when = QDateTime.fromString(at, Qt.DateFormat.ISODate)
    if not when.isValid():
        return ""
    pattern = QCoreApplication.translate("history", "d MMM yyyy, HH:mm:ss")
    return QLocale(language).toString(when.toLocalTime(), pattern)


def happened(view: HistoryView, entry: Entry, language: str) -> str:
    """One line of what it says beside its kind; "" where the kind says it all."""
    tell = _LINES.get(entry.event.kind)
    return tell(view, entry.event.body, language) if tell else ""


def _answered(view: HistoryView, body: Body, language: str) -> str:
    question, answer = _text(body, "question"), _text(body, "answer")
    known = view.names.questions.get(str(body.get("question")))
    if known is None:
        return f"{question}: {answer}" if answer else question
    said = next((each.text.in_language(language) for each in known.options if each.id == answer), answer)
    asked = known.text.in_language(language)
    return f"{asked}  {said}" if said else asked


def _decided(view: HistoryView, body: Body, language: str) -> str:
    places = {code: each.in_language(language) for code, each in view.names.places.items()}
    changed = body.get("to")
    told = changed if isinstance(changed, Mapping) else body
    place = places.get(str(told.get("disposition")), _text(told, "disposition"))
    grade = (
        QCoreApplication.translate("history", "grade {0}").format(_text(told, "grade")) if told.get("grade") else ""
    )
    return ", ".join(part for part in (grade, place, _text(body, "reason")) if part)


def _labelled(_view: HistoryView, body: Body, _language: str) -> str:
    copy = QCoreApplication.translate("history", "copy {0}").format(body["copy"]) if body.get("copy") else ""
    parts = (_text(body, "layout"), _text(body, "printer"), copy, _text(body, "why"))
    return ", ".join(part for part in parts if part)


def _put_away(_view: HistoryView, body: Body, _language: str) -> str:
    return QCoreApplication.translate("history", "into {0}").format(_text(body, "container"))


def _received(view: HistoryView, body: Body, language: str) -> str:
    line = view.line.name.in_language(language) if view.line else _text(body, "sku")
    serial = (
        QCoreApplication.translate("history", "serial number {0}").format(_text(body, "serial"))
        if body.get("serial")
        else ""
    )
    return ", ".join(part for part in (shown(line), serial) if part)


def _differs(_view: HistoryView, body: Body, _language: str) -> str:
    answer = discrepancy_answer(str(body["answer"])) if body.get("answer") else ""
    parts = (discrepancy(str(body.get("kind", ""))), answer, _text(body, "reason"))
    return ", ".join(part for part in parts if part)


def _arrived(_view: HistoryView, body: Body, _language: str) -> str:
    parts = (_text(body, "code"), _text(body, "carrier"))
    return ", ".join(part for part in parts if part)


def _noted(_view: HistoryView, body: Body, _language: str) -> str:
    condition = str(body.get("condition", ""))
    return _tr(str(_CONDITIONS[condition])) if condition in _CONDITIONS else shown(condition)


def _weighed(_view: HistoryView, body: Body, _language: str) -> str:
    grams = body.get("weight_g", body.get("grams"))
    return f"{grams} g" if isinstance(grams, int) else ""


def _reason(_view: HistoryView, body: Body, _language: str) -> str:
    return _text(body, "reason") or _text(body, "note")


def _taken_over(_view: HistoryView, body: Body, _language: str) -> str:
    return (
        QCoreApplication.translate("history", "from station {0}").format(_text(body, "from_station"))
        if body.get("from_station")
        else ""
    )


_LINES: Mapping[str, Callable[[HistoryView, Body, str], str]] = {
    "ParcelArrived": _arrived, "ParcelOpened": _arrived, "ParcelConditionNoted": _noted, "ParcelWeighed": _weighed,
    "ParcelPhotographed": _differs, "DiscrepancyFound": _differs, "DiscrepancyWithdrawn": _differs,
    "UnitReceived": _received, "UnitVoided": _reason, "UnitHandedOver": _reason, "UnitTakenOver": _taken_over,
    "QuestionAnswered": _answered, "AnswerWithdrawn": _answered, "PhotoTaken": _answered, "PhotoDiscarded": _answered,
    "InspectionCompleted": _decided, "DispositionOverridden": _decided, "DecisionApproved": _reason,
    "DecisionVoided": _reason, "LabelQueued": _labelled, "LabelSent": _labelled, "LabelConfirmed": _labelled,
    "LabelFailed": _labelled, "LabelMoved": _labelled, "LabelVoided": _labelled, "UnitPutAway": _put_away,
}  # fmt: skip


def reasons(view: HistoryView, entry: Entry, language: str) -> tuple[str, ...]:
    """Why a decision was as it was: of each table the rule that decided, in the words of the rules."""
    trace = entry.event.body.get("trace")
    places = {code: each.in_language(language) for code, each in view.names.places.items()}
    told: dict[str, str] = {}
    for each in trace if isinstance(trace, list) else ():
        if isinstance(each, Mapping) and each.get("matched"):
            name, value = str(each.get("table", "")), str(each.get("value", ""))
            told[name] = f"{table(name)}: {ruled(name, value, places)}{_because(each.get('reason'), language)}"
    return tuple(shown(each, LONGEST) for each in told.values())


def _because(reason: object, language: str) -> str:
    if not isinstance(reason, Mapping):
        return ""
    said = reason.get(language) or next(iter(reason.values()), "")
    return f" – {said}" if said else ""
