"""Histories for the gallery and the tests of screens."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from dockstation.application.ports.outbox import Entry, EntryState, Receipt
from dockstation.application.queries.history import HistoryView, Names
from dockstation.domain.errors import DockstationError
from dockstation.domain.text import Text
from dockstation.domain.unit import UnitState
from dockstation.domain.unit_story import UnitStory
from dockstation.ui.screens.history import HistoryPage, HistoryScreen, ServerSaid
from tests.fakes.chain import Chain
from tests.ui import samples
from tests.ui.receiving_scenes import Scene
from tests.ui.view_of_bench import frame

LPN = samples.UNIT.lpn
SHA = "a" * 64
PEOPLE = {"ANNA": "Anna Petrova", "SUE": "Sue Miller"}
PLACES = {"restock": Text({"en": "Back to stock", "zh_CN": "重新上架"})}
TRACE = [
    {"table": "grade", "rule_id": "g1", "matched": True, "value": "A",
     "reason": {"en": "Nothing is wrong with it", "zh_CN": "没有任何问题"}},
    {"table": "disposition", "rule_id": "d1", "matched": True, "value": "restock",
     "reason": {"en": "As good as new, complete and inside the window", "zh_CN": "完好如新、齐全，且在期限内"}},
]  # fmt: skip
TOLD: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("parcel:p1", "ParcelArrived", {"code": "SF1234567890123", "carrier": "SF Express", "parcel_id": "p1"}),
    ("parcel:p1", "ParcelConditionNoted", {"condition": "wet"}),
    ("parcel:p1", "ParcelOpened", {"code": "SF1234567890123"}),
    (f"unit:{LPN}", "UnitReceived", {"lpn": LPN, "serial": "356938035643809", "rma_number": samples.RMA.number}),
    (f"unit:{LPN}", "InspectionStarted", {"checklist": "phone", "version": 3}),
    (f"unit:{LPN}", "QuestionAnswered", {"question": "screen", "answer": "light"}),
    (f"unit:{LPN}", "PhotoTaken", {"question": "screen", "sha256": SHA}),
    (f"unit:{LPN}", "InspectionCompleted", {"grade": "A", "disposition": "restock", "trace": TRACE}),
    (f"unit:{LPN}", "LabelSent", {"layout": "inspected", "printer": "label", "copy": 0}),
    (f"unit:{LPN}", "UnitPutAway", {"container": "RESTOCK-01"}),
)
SENT = Receipt("created", "2026-11-26T08:31:07Z")
AGAINST = Receipt("needs_review", "2026-11-26T08:31:07Z", {"type": "urn:dockstation:problem:rma_cancelled"})
STORY = UnitStory(LPN, "S2", state=UnitState.PUT_AWAY, by="ANNA", station_name="Dock 4")


def _entry(chain: Chain, number: int, count: int) -> Entry:
    about, kind, body = TOLD[number % len(TOLD)]
    event = chain.add(kind, {"by": "ANNA", **body}, about)
    if number < count - 3:
        return Entry(event, EntryState.ACKNOWLEDGED, SENT)
    state = (EntryState.REVIEW, EntryState.PENDING, EntryState.PENDING)[number - count + 3]
    return Entry(event, state, AGAINST if state is EntryState.REVIEW else Receipt())


def _view(count: int) -> HistoryView:
    chain = Chain("S1")
    entries = tuple(_entry(chain, number, count) for number in range(count))
    questions = {each.id: each for each in samples.inspect({}).checklist.questions}
    unit = replace(samples.UNIT, state=UnitState.PUT_AWAY)
    names = Names(PLACES, questions, {"p1": "SF1234567890123"})
    return HistoryView(samples.RMA, unit, samples.RMA.line_of(unit), entries, False, frozenset(), names)


def _shown(language: str, chosen: int, server: ServerSaid, count: int = len(TOLD)) -> HistoryScreen:
    screen = HistoryScreen()
    screen.show_history(HistoryPage(_view(count), chosen, server, PEOPLE), language)
    screen.show_thumbnails({SHA: frame()})
    return screen


def long_history(language: str, count: int) -> HistoryScreen:
    """So many events."""
    return _shown(language, count - 1, ServerSaid(asked=True, story=STORY), count)


def _large(language: str) -> QWidget:
    screen = _shown(language, 6, ServerSaid())
    screen.show_large(frame())
    return screen


OFFLINE = ServerSaid(asked=True, problem=DockstationError("central.unreachable"))
HISTORY: dict[str, Scene] = {
    "history-decided": ("", "", lambda lang: _shown(lang, 7, ServerSaid(asked=True, story=STORY))),
    "history-photo": ("", "", lambda lang: _shown(lang, 6, ServerSaid(waiting=True))),
    "history-offline": ("", "", lambda lang: _shown(lang, 9, OFFLINE)),
    "history-review": ("", "", lambda lang: _shown(lang, 7, OFFLINE)),
    "history-empty": ("", "", lambda lang: _shown(lang, -1, ServerSaid(asked=True), 0)),
    "history-loading": ("", "", lambda _lang: HistoryScreen()),
    "history-large": ("", "", _large),
    "history-long": ("", "", lambda lang: long_history(lang, 1000)),
}
