"""The queue of labels for the gallery and the tests of screens."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dockstation.application.ports.store import PrintJob, PrintState
from dockstation.application.print_queue import QueueView, Which
from dockstation.domain.label import LabelContent
from dockstation.ui.main_window.labels_stage import REASONS
from dockstation.ui.screens.labels import LabelsPage, LabelsScreen
from tests.labels.samples import CONTENT, shipped_labels
from tests.ui.receiving_scenes import Scene

STATES = (PrintState.FAILED, PrintState.UNKNOWN, PrintState.SENT, PrintState.CONFIRMED, PrintState.STALE)


def jobs() -> tuple[PrintJob, ...]:
    picture = shipped_labels().bitmap(CONTENT, "disposition", 203)
    units = tuple(
        PrintJob(
            f"j{number}", f"unit:A2C34567{number}", "label", "disposition", number % 2, b"", "", state, CONTENT,
            picture, f"2026-11-26T09:0{number}:00Z", reason="damaged" if number % 2 else "",
        )
        for number, state in enumerate(STATES)
    )  # fmt: skip
    box = LabelContent(parcel="SF1234567890123")
    return (*units, PrintJob("box", "parcel:p1", "roll", "parcel", 0, b"", "", PrintState.QUEUED, box, None))


def page(chosen: int = 0, asking: str = "", *, may_set_up: bool = False) -> LabelsPage:
    there = jobs()
    counts = {Which.WAITING: 1, Which.FAILED: 1, Which.UNKNOWN: 1, Which.ALL: len(there)}
    view = QueueView(Which.ALL, there, counts, frozenset({"j0"}), ("label", "roll"))
    choices = REASONS.get(asking, ("roll",) if asking else ())
    return LabelsPage(view, there[chosen], asking, choices, may_set_up)


def _shown(language: str, chosen: int = 0, asking: str = "") -> QWidget:
    screen = LabelsScreen()
    screen.show_labels(page(chosen, asking), language)
    return screen


def _of_a_supervisor(language: str) -> QWidget:
    screen = LabelsScreen()
    screen.show_labels(page(may_set_up=True), language)
    return screen


def _none(language: str) -> QWidget:
    screen = LabelsScreen()
    screen.show_labels(LabelsPage(QueueView(Which.FAILED, (), {}, frozenset(), ("label",)), None), language)
    return screen


LABELS: dict[str, Scene] = {
    "labels": ("", "", _shown),
    "labels-supervisor": ("", "", _of_a_supervisor),
    "labels-doubt": ("reject", "print.unknown_result", lambda lang: _shown(lang, 1)),
    "labels-why": ("", "", lambda lang: _shown(lang, 2, "reprint")),
    "labels-move": ("", "", lambda lang: _shown(lang, 5, "move")),
    "labels-stale": ("", "", lambda lang: _shown(lang, 4)),
    "labels-none": ("", "", _none),
}
