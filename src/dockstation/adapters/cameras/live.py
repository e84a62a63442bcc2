"""Whatever shows the present: drained by a thread of its own, opened again when it went away."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from dockstation.adapters.cameras.frames import Frame
from dockstation.domain.errors import DockstationError

log = logging.getLogger(__name__)
OPEN_S = 5.0
READ_S = 2.0
STILL_S = 4.0
"""So long somebody waits for a full picture; the device, that has to be told twice, gets less."""
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


@dataclass(eq=False, slots=True)
class _Still:
    """A full picture that somebody waits for."""

    take: Callable[[Source], Frame | None]
    frame: Frame | None = None
    settled: bool = False


class LiveCapture:
    """Only the newest frame waits. A source that is lost is opened again, twice a second, until this is closed.

    ``open_source`` raises DockstationError; the first time it comes out of here, ``camera.unavailable`` with
    ``told`` after five seconds without an answer.
    """

    def __init__(self, open_source: Callable[[], Source], told: str) -> None:
        self._open_source = open_source
        self._changed = threading.Condition()
        self._newest: Frame | None = None
        self._stills: deque[_Still] = deque()
        self._away = False
        """Whether the source is busy with a full picture, so that no frame is due."""
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
        """See the port: a frame is given once, the next call waits for the next, two seconds at the most.

        While a full picture is being taken it waits for the first frame after that.
        """
        with self._changed:
            self._changed.wait_for(self._has_news, READ_S)
            if self._away:
                self._changed.wait_for(self._has_news, STILL_S)
            frame, self._newest = self._newest, None
            return None if self._closing.is_set() else frame

    def _has_news(self) -> bool:
        return self._newest is not None or self._closing.is_set()

    def still(self, take: Callable[[Source], Frame | None]) -> Frame | None:
        """What ``take`` gets of the source between two frames; None when that is nothing, or takes too long."""
        asked = _Still(take)
        with self._changed:
            self._stills.append(asked)
            self._changed.wait_for(lambda: asked.settled or self._closing.is_set(), STILL_S)
            if asked in self._stills:
                self._stills.remove(asked)
            return asked.frame

    def close(self) -> None:
        """See Frames. A source amid a time-out is left to its thread, which ends with it."""
        self._closing.set()
        with self._changed:
            self._changed.notify_all()
        self._thread.join(_CLOSE_S)

    def _drain(self) -> None:
        source = self._opened()
        while not self._closing.is_set():
            if source:
                self._take_stills(source)
            frame = _guarded(source.read) if source else None
            if frame is not None:
                self._show(frame)
                continue
            self._away = False
            if source:
                source.close()
            self._closing.wait(_AGAIN_S)
            source = None if self._closing.is_set() else self._opened()
        if source:
            source.close()

    def _take_stills(self, source: Source) -> None:
        while self._stills and not self._closing.is_set():
            with self._changed:
                asked, self._away = self._stills.popleft(), True
            frame = _guarded(lambda take=asked.take: take(source))  # type: ignore[misc]  # lambda
            with self._changed:
                asked.frame, asked.settled = frame, True
                self._changed.notify_all()

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
            self._newest, self._away = frame, False
            self._changed.notify_all()


def _guarded(read: Callable[[], Frame | None]) -> Frame | None:
    try:
        return read()
    except Exception:
        log.exception("the camera could not be read")  # a fault of a driver must not end the thread
        return None
