"""The station's real process for the soak: besides what it shows it tells what it holds, and how fast it answers.

``python -m tests.bench.soak_station FOLDER``, as tests.e2e.shift.station. Times of keys are the X server's, whose
clock is the monotonic one.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

from dockstation.diagnosis.blocks import Block
from dockstation.ui.main_window.pulse import Pulse
from dockstation.ui.main_window.window import MainWindow
from tests.e2e.shift.station import Answers
from tests.e2e.shift.station import main as open_station


class Watcher(QObject):
    """Every answer from a scan's last key until the window rests with it on the screen, every block of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._key = self._since = 0.0
        self._answers: list[float] = []
        self._blocks: list[Block] = []
        window.wedge.scanned.connect(self._scanned)
        window.desk.idle.connect(self._rested)
        pulse = window.findChild(Pulse)
        assert isinstance(pulse, Pulse)
        pulse.watch._told = self._blocks.append
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWindow):
            self._key = event.timestamp() / 1000
        return False

    def _scanned(self, _code: str) -> None:
        self._since = self._since or self._key

    def _rested(self) -> None:
        if self._since and not self._window.intake._waiting:
            QTimer.singleShot(0, self._answered)  # what was to be painted is painted then

    def _answered(self) -> None:
        if self._since and not self._window.desk.busy:
            self._answers.append((time.monotonic() - self._since) * 1000)
            self._since = 0.0

    def answers(self) -> list[float]:
        """Milliseconds of each answer since this was asked last."""
        told, self._answers = self._answers, []
        return told

    def blocks(self) -> list[tuple[float, float, tuple[str, ...]]]:
        """Of the window since this was asked last: milliseconds, those of its own work, where it was."""
        told, self._blocks[:] = list(self._blocks), []
        return [(each.wall_s * 1000, each.cpu_s * 1000, each.frames) for each in told]

    def holds(self) -> dict[str, int]:
        """Objects of Qt and of Python that are alive, the garbage aside."""
        gc.collect()
        wrappers = Shiboken.getAllValidWrappers()
        roots: list[QObject] = [QCoreApplication.instance() or self, *QApplication.topLevelWidgets()]
        found = {each for root in roots for each in (root, *root.findChildren(QObject))}
        found |= {each for each in wrappers if isinstance(each, QObject)}
        return {
            "qobjects": len(found),
            "widgets": sum(isinstance(each, QWidget) for each in found),
            "timers": sum(isinstance(each, QTimer) for each in found),
            "wrappers": len(wrappers),
            "python_objects": len(gc.get_objects()),
        }

    def kinds(self) -> Counter[str]:
        """How many there are of each kind of Python's objects and Qt's, what was there at the start aside."""
        gc.collect()
        alive = (*gc.get_objects(), *Shiboken.getAllValidWrappers())
        return Counter(f"{type(each).__module__}.{type(each).__qualname__}" for each in alive)


def answers(window: MainWindow) -> Answers:
    """The words that a soak asks by."""
    watcher = Watcher(window)
    return {name: getattr(watcher, name) for name in ("answers", "blocks", "holds", "kinds")}


if __name__ == "__main__":
    sys.exit(open_station(Path(sys.argv[1]), answers))
