"""The station's window for a bench: an answer, and when the next question stood on the screen."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from dockstation.domain.rma import Rma
from dockstation.ui.main_window.hands import Hands
from dockstation.ui.main_window.window import MainWindow
from tests.bench.identify_window import SECONDS, WAITING, BenchWindow, opened
from tests.fakes.returns import IMEI
from tests.ui.main_window.dock import LABEL, fill

TICK_MS = 50
"""Something happens at least so often, so that waiting ends."""


class Painted(QObject):
    """Which question was last painted where questions stand."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._stage = window.flow.inspect
        self.question = ""
        self._stage.screen._said._question.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Paint and (view := self._stage.view) and view.step.question:
            self.question = view.step.question.id
        return False


class InspectWindow:
    """Answers one question after the other."""

    def __init__(self, bench: BenchWindow) -> None:
        self.window = bench.window
        self._hands, self._painted = Hands(bench.window), Painted(bench.window)
        self._tick = QTimer(bench.window, interval=TICK_MS)
        self._tick.start()

    def scan(self, code: str) -> None:
        """Something before the answer."""
        self._hands.scan(code)
        self.wait(lambda: not self.window.desk.busy and not self.window.intake._waiting)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Sleep between events, as the program does: a loop that turns round takes the store's time away."""
        end = time.monotonic() + SECONDS
        while not condition():
            if time.monotonic() > end:
                raise RuntimeError(f"{self.window.pages.name}: {self.window.banner.text()}")
            QCoreApplication.processEvents(WAITING)

    def answer(self, code: str) -> float:
        """Milliseconds from the first key until another question is painted."""
        before = self._painted.question
        began = time.monotonic()
        self._hands.scan(code)
        self.wait(lambda: self._painted.question != before)
        waited = (time.monotonic() - began) * 1000
        self.wait(lambda: not self.window.desk.busy)
        return waited

    def begin(self) -> None:
        """A phone, counted, its first question on the screen."""
        for code, page in ((LABEL, "receive"), (IMEI, "receive"), ("DSCMD-CONFIRM", "inspect")):
            self.scan(code)
            self.wait(lambda page=page: self.window.pages.name == page)  # type: ignore[misc]  # lambda
        self.wait(lambda: bool(self._painted.question))


@contextmanager
def inspecting(folder: Path, rma: Rma, **changed: Any) -> Iterator[InspectWindow]:
    """The station with this return, its phone under inspection; ``changed`` are parts of the window."""
    (folder / "data").mkdir()
    fill(folder / "data", rma)
    with opened(folder, **changed) as bench:
        window = InspectWindow(bench)
        window.begin()
        yield window
