"""Whatever shows the present: drained by a thread of its own, opened again when it went away."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Protocol

from dockstation.adapters.cameras.frames import Frame
from dockstation.domain.errors import DockstationError

log = logging.getLogger(__name__)
OPEN_S = 5.0
READ_S = 2.0
_AGAIN_S = 0.5
_CLOSE_S = 0.5


class Source(Protocol):
    """One connection to a camera, used from one thread."""

    def read(self) -> Frame | None:
        """The next frame; None when the connection is lost."""
        ...

    def close(self) -> None:
        """Let the camera go."""
        ...


class LiveCapture:
    """Only the newest frame waits. A source that is lost is opened again, twice a second, until this is closed.

    ``open_source`` raises DockstationError; the first time it comes out of here, ``camera.unavailable`` with
    ``told`` after five seconds without an answer.
    """

    def __init__(self, open_source: Callable[[], Source], told: str) -> None:
        self._open_source = open_source
        self._changed = threading.Condition()
        self._newest: Frame | None = None
        self._settled = False
        self._error: DockstationError | None = DockstationError("camera.unavailable", source=told)
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._drain, name="camera", daemon=True)
        self._thread.start()
        with self._changed:
            self._changed.wait_for(lambda: self._settled, OPEN_S)
            error = self._error
        if error is not None:
            self.close()
            raise error

    def read(self) -> Frame | None:
        """See the port: a frame is given once, the next call waits for the next, two seconds at the most."""
        with self._changed:
            self._changed.wait_for(lambda: self._newest is not None or self._closing.is_set(), READ_S)
            frame, self._newest = self._newest, None
            return None if self._closing.is_set() else frame

    def close(self) -> None:
        """See Frames. A source amid a time-out is left to its thread, which ends with it."""
        self._closing.set()
        with self._changed:
            self._changed.notify_all()
        self._thread.join(_CLOSE_S)

    def _drain(self) -> None:
        source = self._opened()
        while not self._closing.is_set():
            frame = _next(source) if source else None
            if frame is not None:
                self._show(frame)
                continue
            if source:
                source.close()
            self._closing.wait(_AGAIN_S)
            source = None if self._closing.is_set() else self._opened()
        if source:
            source.close()

    def _opened(self) -> Source | None:
        error: DockstationError | None = None
        source: Source | None = None
        try:
            source = self._open_source()
        except DockstationError as refused:
            error = refused
        except Exception:
            log.exception("the camera could not be opened")
            error = self._error
        self._settle(error)
        return source

    def _settle(self, error: DockstationError | None) -> None:
        """Tell the one who waits for the first opening; a later failure is told by frames that do not come."""
        with self._changed:
            if not self._settled:
                self._settled, self._error = True, error
                self._changed.notify_all()

    def _show(self, frame: Frame) -> None:
        with self._changed:
            self._newest = frame
            self._changed.notify_all()


def _next(source: Source) -> Frame | None:
    try:
        return source.read()
    except Exception:
        log.exception("the camera could not be read")  # a fault of a driver must not end the thread
        return None
