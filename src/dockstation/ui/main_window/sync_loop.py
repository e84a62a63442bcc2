"""When the outbox is sent: woken by new events, by a timer, by hand; backing off while the server is away."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from dockstation.application.ports.central import CentralFailed, FailureClass
from dockstation.application.sync import Pass, Sync, wait_after
from dockstation.domain.errors import DockstationError
from dockstation.ui.background import Background

SOON_MS = 200
STOPPING = {FailureClass.AUTH: "enrol", FailureClass.REVOKED: "enrol", FailureClass.UPGRADE: "offline"}

log = logging.getLogger(__name__)


class SyncLoop(QObject):
    """One pass at a time on the network's thread."""

    passed = Signal(str)
    """online, offline, or enrol when the server does not know this station any more."""

    def __init__(self, background: Background, every_seconds: float) -> None:
        super().__init__()
        self._background = background
        self._every_ms = int(every_seconds * 1000)
        self._open: Callable[[], Sync | None] | None = None
        self._running = False
        self._failures = 0
        self.problem = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._pass)

    def start(self, open_sync: Callable[[], Sync | None]) -> None:
        """Begin with a first pass; a station that no server knows has nothing to do."""
        self._open = open_sync
        self._timer.start(0)

    def wake(self) -> None:
        """There is something new to send: soon, unless the server is known to be away."""
        if self._failures == 0 and self._open is not None and not self._running:
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
        self._failures = 0
        self.problem = ""
        if done is None:
            self._open = None
            self.passed.emit("enrol")
            return
        self._timer.start(0 if done.more else self._every_ms)
        self.passed.emit("online")

    def _failed(self, error: BaseException) -> None:
        self._running = False
        self._failures += 1
        retry_after, network = 0.0, "offline"
        if isinstance(error, CentralFailed):
            retry_after, network = error.retry_after, STOPPING.get(error.failure, "offline")
        if not isinstance(error, DockstationError):
            log.error("sync failed", exc_info=error)
        self.problem = error.code if isinstance(error, DockstationError) else "internal"
        self._timer.start(int(1000 * wait_after(self._failures, retry_after, random.random)))
        self.passed.emit(network)

    def stop(self) -> None:
        """No further pass begins."""
        self._open = None
        self._timer.stop()


def _once(open_sync: Callable[[], Sync | None]) -> Pass | None:
    sync = open_sync()
    return sync.once() if sync else None
