"""The real station in a process of its own, which says of each scan when its last key was and when it was answered.

One JSON object a line: ``{"window": id}`` when it is ready, then ``{"code", "key", "identified", "painted"}``, in
seconds of the monotonic clock, which is Xvfb's clock as well.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from dockstation.application.identify import Identify
from dockstation.bootstrap import Place, station_parts
from dockstation.domain.match import Match, Shortlist
from dockstation.domain.scan import Scan
from dockstation.settings import ConfigFolders
from dockstation.ui.main_window.hands import Hands
from dockstation.ui.main_window.station import run
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.main_window.window import MainWindow

ENTER = Qt.Key.Key_Return.value


class TimedIdentify(Identify):
    """Notes when it has answered; it runs on the store's lane."""

    at = 0.0

    def look_up(self, scan: Scan) -> Match | Shortlist | None:
        try:
            return super().look_up(scan)
        finally:
            TimedIdentify.at = time.monotonic()


def answer(window: MainWindow) -> tuple[QObject, str]:
    """Where the answer to a scan is painted, and what stands there."""
    return window.banner._text, window.banner.text()


class Clock(QObject):
    """Hears the keys before anybody else, and of painting."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._key = 0.0
        self._code = ""
        self._painted = False
        window.wedge.scanned.connect(self._read)

    def _read(self, code: str) -> None:
        self._code, self._painted = code.removeprefix("DSRMA-"), False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWindow):
            self._key = event.timestamp() / 1000 if event.key() == ENTER else self._key
        elif event.type() == QEvent.Type.Paint and self._code and not self._painted:
            widget, text = answer(self._window)
            if watched is widget and self._code in text:
                self._painted = True
                QTimer.singleShot(0, self._tell)  # the paint is on the screen when the events of now are done
        return False

    def _tell(self) -> None:
        tell(code=self._code, key=self._key, identified=TimedIdentify.at, painted=time.monotonic())
        self._code = ""


def tell(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def watch(hands: Hands) -> None:
    window = hands._window
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(Clock(window))
    window.activateWindow()
    tell(window=int(window.winId()))


def main(folder: Path) -> int:
    parts = station_parts(Place(folder / "data", ConfigFolders(folder / "config")), camera=False, badge="ANNA")

    def open_timed() -> UseCases:
        use_cases = parts.open_use_cases()
        return replace(use_cases, identify=TimedIdentify(use_cases.identify._store, use_cases.identify._clock))

    return run(replace(parts, open_use_cases=open_timed), drive=watch)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
