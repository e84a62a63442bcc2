"""When the outbox is sent: woken by new events, by a timer, by hand; backing off while the server is away."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from dockstation.application.sync import Pace, Pass, Sync
from dockstation.diagnosis.lines import facts
from dockstation.ui.background import Background
from dockstation.ui.main_window.desk import foreseen

SOON_MS = 200
log = logging.getLogger(__name__)


class SyncLoop(QObject):
    """One pass at a time on the network's thread."""

    passed = Signal(str)
    """What ``Pace.network`` says."""

    def __init__(self, background: Background, every_seconds: float) -> None:
        super().__init__()
        self._background = background
        self._open: Callable[[], Sync | None] | None = None
        self._running = False
        self.pace = Pace(every_seconds)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._pass)

    def start(self, open_sync: Callable[[], Sync | None]) -> None:
        """Begin with a first pass; a station that no server knows has nothing to do."""
        self._open = open_sync
        self._timer.start(0)

    def wake(self) -> None:
        """There is something new to send: soon, unless the server is known to be away."""
        if self.pace.failures == 0 and self._open is not None and not self._running:
            self._timer.start(SOON_MS)

    def now(self) -> None:
        """Somebody asked: try at once."""
        if not self._running:
            self._timer.start(0)

    def _pass(self) -> None:
        if (open_sync := self._open) is not None and not self._running:
            self._running = True
            self._background.run("network", lambda: _once(open_sync), self._passed, self._failed)

    def _passed(self, done: Pass | None) -> None:
        self._running = False
        if done is None:
            self._open = None
            self.pace.not_enrolled()
        else:
            self._timer.start(int(1000 * self.pace.passed(done)))
            counts = facts(events=done.events, photos=done.photos, rmas=done.rmas, more=done.more)
            log.log(logging.INFO if done.events + done.photos + done.rmas else logging.DEBUG, "sync", extra=counts)
        self.passed.emit(self.pace.network)

    def _failed(self, error: BaseException) -> None:
        self._running = False
        self._timer.start(int(1000 * self.pace.failed(foreseen(error))))
        told = facts(code=self.pace.problem, failures=self.pace.failures, state=self.pace.network)
        log.warning("sync failed", extra=told)
        self.passed.emit(self.pace.network)

    @property
    def due_s(self) -> int:
        """Seconds until the next try, 0 while one is under way or none is meant."""
        return max(0, round(self._timer.remainingTime() / 1000))

    @property
    def running(self) -> bool:
        """Whether a pass is under way."""
        return self._running

    def stop(self) -> None:
        """No further pass begins."""
        self._open = None
        self._timer.stop()


def _once(open_sync: Callable[[], Sync | None]) -> Pass | None:
    sync = open_sync()
    return sync.once() if sync else None
