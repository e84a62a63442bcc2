"""The camera's picture, frame by frame, and the codes in it, without ever holding up the window."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from dockstation.domain.errors import DockstationError
from dockstation.ui.background import Background
from dockstation.ui.main_window.use_cases import Eyes, Frame

log = logging.getLogger(__name__)
RETRY_MS = 3000
STILL_THERE_S = 3.0
"""A code seen again within this time was never taken away from the camera."""


class CameraLoop(QObject):
    """One frame is read while the one before is shown; decoding takes the newest and skips the rest."""

    framed = Signal(object)
    read = Signal(str)
    lost = Signal(object)
    """A DockstationError that says why there is no picture; tried again every three seconds."""
    unread = Signal(object)
    """What kept the codes from being read; they are not looked for until ``reading_codes`` is set again."""

    def __init__(self, background: Background, open_eyes: Callable[[], Eyes]) -> None:
        super().__init__()
        self._background = background
        self._open_eyes = open_eyes
        self._decoding = False
        self._stopped = False
        self._last_seen: dict[str, float] = {}
        self.reading_codes = False
        self.eyes: Eyes | None = None
        self.newest: Frame | None = None
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.start)

    def start(self) -> None:
        """Open the camera and begin."""
        self._background.run("camera", self._opened, self._begin, self._lose)

    def _opened(self) -> Eyes:
        eyes = self._open_eyes()
        eyes.open()
        return eyes

    def _begin(self, eyes: Eyes) -> None:
        self.eyes = eyes
        if self._stopped:
            self._let_go()
        self._look()

    def _look(self) -> None:
        if self.eyes is not None and not self._stopped:
            self._background.run("camera", self.eyes.look, self._seen, self._lose)

    def _seen(self, frame: Frame | None) -> None:
        if frame is None:
            self.newest = None
            self.lost.emit(DockstationError("camera.no_frame"))
        else:
            self.newest = frame
            self.framed.emit(frame)
            self._decode(frame)
        self._look()

    def _decode(self, frame: Frame) -> None:
        if self.reading_codes and not self._decoding and self.eyes is not None and not self._stopped:
            self._decoding = True
            eyes = self.eyes
            self._background.run("decoder", lambda: eyes.codes(frame), self._decoded, self._undecoded)

    def _decoded(self, codes: tuple[str, ...]) -> None:
        self._decoding = False
        for code in sorted(codes, key=_rank)[:1]:
            held_up = monotonic() - self._last_seen.get(code, 0.0) < STILL_THERE_S
            self._last_seen = {**self._last_seen, code: monotonic()}
            if self.reading_codes and not held_up:
                self.read.emit(code)

    def _undecoded(self, error: BaseException) -> None:
        self._decoding = False
        self.reading_codes = False
        self.unread.emit(error)

    def _lose(self, error: BaseException) -> None:
        self.newest = None
        self._let_go()
        if not isinstance(error, DockstationError):
            log.error("the camera failed", exc_info=error)
            error = DockstationError("camera.no_frame")
        self.lost.emit(error)
        if not self._stopped:
            self._retry.start()

    def stop(self) -> None:
        """Let the camera go."""
        self._stopped = True
        self._retry.stop()
        self._let_go()

    def _let_go(self) -> None:
        eyes, self.eyes = self.eyes, None
        if eyes is not None:
            self._background.run("camera", eyes.close, lambda _none: None, lambda _error: None)


def _rank(code: str) -> bool:
    """Our own return label counts before the carrier's beside it."""
    return not code.startswith("DSRMA-")
