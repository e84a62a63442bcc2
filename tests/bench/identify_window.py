"""The station's window for a bench: a scan, and when its return stood on the screen."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from dockstation.bootstrap import Place, station_parts
from dockstation.settings import ConfigFolders, shipped
from dockstation.ui import theme
from dockstation.ui.main_window.hands import Hands
from dockstation.ui.main_window.window import MainWindow
from tests.ui.main_window.dock import NOBODY_LISTENS, STATION

SECONDS = 30
WAITING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


class Painted(QObject):
    """When the counting screen was last painted, and with which return."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.rma = ""
        self._screen = window.flow.receive.screen
        self._screen.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Paint and (view := self._window.flow.receive.view):
            self.rma = view.rma.number
        return False


class BenchWindow:
    """Scans one label after the other."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        self._app, self.window = app, window
        self._hands, self._painted = Hands(window), Painted(window)

    def scan(self, code: str, number: str) -> float:
        """Milliseconds from the first key until the return is painted; the window is back home afterwards."""
        self._painted.rma = ""
        began = time.monotonic()
        self._hands.scan(code)
        self.wait(lambda: self._painted.rma == number)
        waited = (time.monotonic() - began) * 1000
        self.wait(lambda: not self.window.desk.busy)
        self._hands.scan("DSCMD-PAUSE")
        self.wait(lambda: self.window.pages.name == "home" and not self.window.desk.busy)
        return waited

    def wait(self, condition: Callable[[], bool]) -> None:
        """Let the window live until it is so."""
        end = time.monotonic() + SECONDS
        while not condition():
            if time.monotonic() > end:
                raise RuntimeError(f"{self.window.pages.name}: {self.window.banner.text()}")
            self._app.processEvents(WAITING, 20)


@contextmanager
def opened(folder: Path, **changed: Any) -> Iterator[BenchWindow]:
    """The station on this folder's data, ready, Anna signed in; ``changed`` are parts of the window."""
    (folder / "config").mkdir(exist_ok=True)
    url = f"http://127.0.0.1:{NOBODY_LISTENS}"
    text = STATION.format(camera="", url=url, language="en", cooldown=200, plates="")
    (folder / "config" / "station.toml").write_text(text, "utf-8")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light", shipped("resources"))
    place = Place(folder / "data", ConfigFolders(folder / "config"))
    window = MainWindow(app, replace(station_parts(place, camera=False, badge="ANNA"), **changed))
    bench = BenchWindow(app, window)
    window.show()
    window.start()
    bench.wait(lambda: window.desk.operator is not None and not window.desk.busy)
    warmed: list[None] = []  # what is imported for later steps comes first on this lane, and takes the processor
    window.background.run("network", lambda: None, warmed.append, window.desk.reject)
    bench.wait(lambda: bool(warmed))
    try:
        yield bench
    finally:
        window.close()
        window.deleteLater()
        app.processEvents()
