"""The scale, listened to on its own lane, whatever the window is doing meanwhile."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dockstation.application.ports.scale import Reading, Scale
from dockstation.domain.errors import DockstationError
from dockstation.ui.background import Background

log = logging.getLogger(__name__)
RETRY_MS = 1000
STALE_MS = 2000
"""So old a weight is none any more: the scale has gone silent."""
BREATH_S = 0.05


class ScaleLoop(QObject):
    """Keeps the newest weight, and opens the scale again once it was lost."""

    weighed = Signal()
    """``newest`` has changed."""
    lost = Signal(object)
    """A DockstationError, once until the scale is there again; it is tried every second."""

    _heard = Signal(object, object)

    def __init__(self, background: Background, build: Callable[[], Scale] | None) -> None:
        """``build`` is called once, on the lane "scale"; None where the station has no scale."""
        super().__init__()
        self._background, self._build = background, build
        self._scale: Scale | None = None
        self._stop = Event()
        self._told = False
        self.newest: Reading | None = None
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._begin)
        self._stale = QTimer(self, singleShot=True, interval=STALE_MS)
        self._stale.timeout.connect(lambda: self._keep(None))
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to listen, where there is a scale."""
        if self._build is not None:
            self._begin()

    def stop(self) -> None:
        """Let the scale go."""
        self._stop.set()
        self._retry.stop()
        self._stale.stop()
        if self._scale is not None:
            self._scale.close()

    def _begin(self) -> None:
        stop = self._stop
        self._background.run("scale", partial(self._listen, stop), lambda _none: None, partial(self._lose, stop))

    def _listen(self, stop: Event) -> None:
        """On the lane, until the scale is lost or ``stop`` is set."""
        if self._scale is None and self._build is not None:
            self._scale = self._build()
        scale = self._scale
        if scale is None:
            return
        try:
            scale.open()
            while not stop.is_set():
                if reading := scale.read():
                    self._say(stop, reading)
                    stop.wait(BREATH_S)  # a device gone mad must not drown the window
        finally:
            scale.close()

    def _say(self, stop: Event, reading: Reading) -> None:
        try:
            self._heard.emit(stop, reading)
        except RuntimeError:  # the window is gone, and this lane was left behind
            stop.set()

    def _hear(self, stop: Event, reading: Reading) -> None:
        if not stop.is_set():
            self._told = False
            self._stale.start()
            self._keep(reading)

    def _keep(self, reading: Reading | None) -> None:
        if reading != self.newest:
            self.newest = reading
            self.weighed.emit()

    def _lose(self, stop: Event, error: BaseException) -> None:
        if stop.is_set():
            return
        self._keep(None)
        if not self._told:
            self._told = True
            if not isinstance(error, DockstationError):
                log.error("the scale failed", exc_info=error)
                error = DockstationError("scale.failed")
            self.lost.emit(error)
        self._retry.start()
