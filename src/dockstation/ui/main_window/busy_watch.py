"""Work that takes longer than a second says so, and what it waits for."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from dockstation.ui.main_window.desk import Desk

SECOND_MS = 1000


class BusyWatch(QObject):
    """In the banner, in the place of what worked before; a question or a refusal stays."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._said, self._seconds = desk, "", 0
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._say)
        desk.began.connect(self._begin)
        desk.idle.connect(self._end)

    def _begin(self) -> None:
        self._seconds = 0
        self._second.start()

    def _say(self) -> None:
        self._seconds += 1
        banner = self._desk.banner
        if banner.kind in ("", "accept") or self._stands():
            self._said = self._words().format(self._seconds)
            self._desk.ask(self._said)

    def _words(self) -> str:
        if self._desk.running("network"):
            return self.tr("Waiting for the server: {0} s")
        if self._desk.running("printer"):
            return self.tr("Waiting for the printer: {0} s")
        return self.tr("Still at work: {0} s")

    def _stands(self) -> bool:
        banner = self._desk.banner
        return banner.kind == "info" and banner.text() == self._said

    def _end(self) -> None:
        self._second.stop()
        if self._stands():
            self._desk.banner.clear()
