"""One scanner that is no keyboard: listened to on its own lane, whatever the window is doing meanwhile."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dockstation.application.ports.scanner import Delivery, Scanner
from dockstation.domain.errors import DockstationError
from dockstation.ui.background import Background

log = logging.getLogger(__name__)
RETRY_MS = 1000
BREATH_S = 0.005
"""Between two codes: a device gone mad must not drown the window."""


class ScannerLoop(QObject):
    """Opens the scanner, hands on what it reads, and opens it again once it was lost."""

    read = Signal(str, str)
    """A code, and the scanner's name."""
    refused = Signal(str, int, str)
    """An error's code, how many characters came, and the scanner's name."""
    state_changed = Signal(str, bool)
    """The scanner's name, and whether it is there."""
    lost = Signal(object)
    """A DockstationError, once until the scanner is there again; it is tried every second."""

    _heard = Signal(object, object)
    """From the lane: the listening that it belongs to, and a Delivery, None for "it is open"."""

    def __init__(self, background: Background, lane: str, name: str, build: Callable[[], Scanner]) -> None:
        """``build`` is called once, on ``lane``, which is for this scanner alone."""
        super().__init__()
        self._background, self._lane = background, lane
        self.name, self._build = name, build
        self._scanner: Scanner | None = None
        self._stop = Event()
        self._there: bool | None = None
        self._told = False
        self._why: DockstationError | None = None
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._begin)
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to listen, anew where it was listening."""
        self.stop()
        self._stop, self._told = Event(), False
        self._begin()

    def stop(self) -> None:
        """Let the scanner go, without waiting for a code."""
        self._stop.set()
        self._retry.stop()
        if self._scanner is not None:
            self._scanner.close()

    def look(self) -> str:
        """That it is there; raises why it is not."""
        if self._there is not True:
            raise self._why or DockstationError("scanner.failed", name=self.name)
        return self.name

    def _begin(self) -> None:
        stop = self._stop
        work = partial(self._listen, stop)
        self._background.run(self._lane, work, lambda _none: None, partial(self._lose, stop))

    def _listen(self, stop: Event) -> None:
        """On the lane, until the scanner is lost or ``stop`` is set."""
        scanner = self._scanner = self._scanner or self._build()
        try:
            scanner.open()
            self._say(stop, None)
            while not stop.is_set():
                if delivery := scanner.read():
                    self._say(stop, delivery)
                    stop.wait(BREATH_S)
        finally:
            scanner.close()

    def _say(self, stop: Event, delivery: Delivery | None) -> None:
        try:
            self._heard.emit(stop, delivery)
        except RuntimeError:  # the window is gone, and this lane was left behind
            stop.set()

    def _hear(self, stop: Event, delivery: Delivery | None) -> None:
        if stop.is_set():
            return
        if delivery is None:
            self._told = False
            self._show(there=True)
        elif delivery.text:
            self.read.emit(delivery.text, self.name)
        else:
            self.refused.emit("scan.too_long", delivery.length, self.name)

    def _lose(self, stop: Event, error: BaseException) -> None:
        if stop.is_set():
            return
        if not self._told:
            self._told = True
            self._tell(error)
        self._show(there=False)
        self._retry.start()

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, DockstationError):
            log.error("the scanner %s failed", self.name, exc_info=error)
            error = DockstationError("scanner.failed", name=self.name)
        self._why = error
        self.lost.emit(error)

    def _show(self, *, there: bool) -> None:
        if there is not self._there:
            self._there = there
            self.state_changed.emit(self.name, there)
