"""When room is made in the store: a small step at a time, while nobody works."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, QTimer

from dockstation.ui.main_window.desk import Desk

REST_MS, SOON_MS = 60_000, 500
ANEW = timedelta(days=1)

log = logging.getLogger(__name__)


class RetentionLoop(QObject):
    """On a lane of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._anew_at = datetime.now(UTC) + ANEW
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """The first step comes a while after the start."""
        self._timer.start(REST_MS)

    def stop(self) -> None:
        """No further step begins; one that is cut short goes on at the next start."""
        self._timer.stop()

    def _step(self) -> None:
        if self._desk.busy or self._desk.use_cases is None:
            self._timer.start(SOON_MS)
            return
        retain = self._desk.use_cases.retain
        if datetime.now(UTC) >= self._anew_at:
            self._anew_at = datetime.now(UTC) + ANEW
            retain().begin_again()
        self._desk.background.run("retention", lambda: retain().step(), self._stepped, self._failed)

    def _stepped(self, more: bool) -> None:
        self._timer.start(SOON_MS if more else REST_MS)

    def _failed(self, error: BaseException) -> None:
        log.warning("no room made", exc_info=error)
        self._timer.start(REST_MS)
