"""An operator's hands and eyes on the window: real key events in, what the screen shows out.

The demo's operator and the window's own tests work with it; it reaches nothing that a person could not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from dockstation.application.ports.store import PrintState
from dockstation.application.queries import InspectView
from dockstation.domain.checklist import Question, QuestionKind
from dockstation.domain.unit import UnitState
from dockstation.ui.main_window.dock_stage import DockStage
from dockstation.ui.main_window.window import MainWindow
from dockstation.ui.widgets.answers import AnswerArea, TimedArea

NO_KEY = 0


@dataclass(frozen=True, slots=True)
class Sight:
    """What an operator sees: the screen, its question and options, the decision and its label, the status.

    ``stage`` is that of the flow, or start, typing or choosing when that page is shown.
    """

    stage: str
    busy: bool
    banner: str
    said: str
    queue: int
    network: str
    parcel: str = ""
    rma: str = ""
    units: tuple[tuple[str, UnitState], ...] = ()
    question: str = ""
    step: str = ""
    options: tuple[str, ...] = ()
    lpn: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    photos: int = 0
    thumbnails: tuple[str, ...] = ()
    """Names of the photos whose pictures are on the screen."""
    bins: tuple[str, ...] = ()
    print_state: PrintState | None = None
    discrepancy: str = ""
    run: int = 0
    asking: str = ""
    kind: str = ""
    figure: str = ""
    """What a good item would measure here."""
    running: bool = False
    """A timed question's time."""
    opened: bool = True
    """Whether its answers can be given."""


class Hands:
    """Types scans, presses keys and looks."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._timer = QTimer(window)
        self._keep: list[object] = []  # Qt holds no reference to whom a bound method belongs to

    def scan(self, text: str) -> None:
        """What a keyboard scanner does: every character and Enter, without a pause."""
        now = _milliseconds()
        for char in text:
            self._key(NO_KEY, char, now)
        self._key(Qt.Key.Key_Return, "\r", now)

    def press(self, key: Qt.Key) -> None:
        """One key, as a finger does it."""
        self._key(key, chr(key) if key < 0x80 else "", _milliseconds())

    def confirm(self) -> None:
        """The command code that every sheet beside a station carries."""
        self.scan("DSCMD-CONFIRM")

    def acknowledge(self) -> None:
        """The key beside the banner."""
        self.press(Qt.Key.Key_Escape)

    def _key(self, key: int, text: str, at: int) -> None:
        handle = self._window.windowHandle()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(at)
            QCoreApplication.sendEvent(handle, event)

    def look(self) -> Sight:
        """What is on the screen now."""
        window, flow = self._window, self._window.flow
        status, banner = window.status, window.banner
        seen = Sight(window.pages.name, window.desk.busy, banner.kind, banner.text(), status.queue, status.network)
        if seen.stage == "receive" and (parcel := flow.receive.view):
            units = tuple((unit.lpn, unit.state) for unit in parcel.units)
            return replace(seen, parcel=parcel.parcel.code, rma=parcel.rma.number, units=units)
        if seen.stage == "asking" and (question := flow.asking.asked):
            answers = tuple(each[0] for each in question.answers)
            return replace(seen, question=question.title, options=answers)
        if seen.stage == "inspect" and (view := flow.inspect.view):
            screen = flow.inspect.screen
            seen = replace(seen, thumbnails=tuple(path.stem for path in screen.photos.seen))
            return replace(seen, **_inspection(view), **_timing(screen.area))
        if seen.stage == "decision" and (shown := flow.decision.view):
            state = shown.job.state if shown.job else None
            bins = shown.disposition.bins
            return replace(seen, lpn=shown.unit.lpn, rma=shown.rma.number, bins=bins, print_state=state)
        if seen.stage == "discrepancy" and (asked := flow.discrepancy.view):
            return replace(seen, discrepancy=asked.kind.value, photos=asked.taken, options=asked.flow.answers)
        return replace(seen, **_at_the_dock(flow.dock)) if seen.stage == "dock" else seen

    def photograph_screen(self, path: Path) -> None:
        """The window as it is, as a PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._window.grab().save(str(path))

    @property
    def language(self) -> str:
        """The language on the screen."""
        return self._window.desk.language

    def say(self, sentence: str) -> None:
        """Put a hint into the banner."""
        self._window.desk.ask(sentence)

    def on_key(self, act: Callable[[int], None]) -> None:
        """Call ``act`` with every single key that was no scan."""
        self._keep.append(act)
        self._window.wedge.key.connect(act)

    def every(self, milliseconds: int, act: Callable[[], None]) -> None:
        """Call ``act`` again and again, between the window's own events."""
        self._keep.append(act)
        self._timer.timeout.connect(act)
        self._timer.start(milliseconds)

    def leave(self, status: int) -> None:
        """Close the window; the program ends with ``status``."""
        self._timer.stop()
        self._window.close()
        QCoreApplication.exit(status)


def _milliseconds() -> int:
    return int(monotonic() * 1000)


def _at_the_dock(dock: DockStage) -> dict[str, Any]:
    code = dock.present.parcel.code if dock.present else ""
    return {"parcel": code, "run": dock.view.run, "asking": dock.asking.value}


def _timing(area: AnswerArea | None) -> dict[str, Any]:
    return {"running": area.running, "opened": area.left == 0} if isinstance(area, TimedArea) else {}


def _figure(view: InspectView, question: Question | None) -> str:
    if question is None or question.measure is None:
        return ""
    weighed = view.line.weight_g if question.kind is QuestionKind.WEIGHT else 0
    return f"{weighed or question.measure.most:g}"


def _inspection(view: InspectView) -> dict[str, Any]:
    question = view.step.question
    return {
        "rma": view.rma.number,
        "lpn": view.unit.lpn,
        "question": question.id if question else "",
        "step": view.step.step.value,
        "kind": question.kind.value if question else "",
        "figure": _figure(view, question),
        "options": tuple(each.id for each in question.options) if question else (),
        "answers": tuple(sorted(view.answers.items())),
        "photos": len(view.photos),
    }
