"""The camera's picture, frame by frame, and the codes in it, without ever holding up the window."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from dockstation.application.ports.decoder import DecodedCode
from dockstation.domain.errors import DockstationError
from dockstation.ui.background import Background
from dockstation.ui.main_window.choosing import TOGETHER_S, Gathering, Rank, best
from dockstation.ui.main_window.use_cases import Eyes, Frame

log = logging.getLogger(__name__)
RETRY_MS = 3000
ASKING_S = 8.0
"""So long a question about several codes stands after the last of them was seen."""


class CameraLoop(QObject):
    """One frame is read while the one before is shown; decoding takes the newest and skips the rest."""

    framed = Signal(object)
    read = Signal(object)
    """The DecodedCode that was taken."""
    several = Signal(object, object)
    """A frame and the DecodedCodes in it of which a person must choose one by ``take``; () when no more."""
    lost = Signal(object)
    """A DockstationError that says why there is no picture; tried again every three seconds."""
    unread = Signal(object)
    """What kept the codes from being read; they are not looked for until ``reading_codes`` is set again."""

    def __init__(self, background: Background, open_eyes: Callable[[], Eyes] | None, ranked: Rank) -> None:
        super().__init__()
        self._background = background
        self._open_eyes = open_eyes
        self._decoding = self._looking = False
        self._stopped = False
        self._ranked = ranked
        self._gathering = Gathering(ranked)
        self._asked: tuple[DecodedCode, ...] = ()
        self._asked_seen = 0.0
        self._reading_codes = False
        self.may_read = True
        """Whether codes before the camera count here at all."""
        self.why_lost: DockstationError | None = None
        """Why there was no picture when it was looked for last."""
        self.why_none = DockstationError("camera.none")
        """What is said where the station has no camera."""
        self.eyes: Eyes | None = None
        self.newest: Frame | None = None
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.start)

    @property
    def set_up(self) -> bool:
        """Whether the station has a camera at all."""
        return self._open_eyes is not None

    @property
    def reading_codes(self) -> bool:
        """Whether codes are looked for."""
        return self._reading_codes

    @reading_codes.setter
    def reading_codes(self, wanted: bool) -> None:
        self._reading_codes = wanted
        if not wanted:
            self._ask_no_more()

    def start(self) -> None:
        """Open the camera and begin."""
        self._background.run("camera", self._opened, self._begin, self._lose)

    def reopen(self, open_eyes: Callable[[], Eyes] | None) -> None:
        """Let the present one go and go on with this one; None where the station has none any more."""
        self._open_eyes = open_eyes
        self._retry.stop()
        self._let_go()
        if open_eyes is not None:
            self.start()
        else:
            self.newest = None
            self.lost.emit(self.why_none)

    def _opened(self) -> Eyes:
        if self._open_eyes is None:
            raise self.why_none
        eyes = self._open_eyes()
        eyes.open()
        return eyes

    def _begin(self, eyes: Eyes) -> None:
        self._retry.stop()
        self._let_go()
        self.eyes = eyes
        if self._stopped:
            self._let_go()
        self._look()

    def _look(self) -> None:
        if self.eyes is not None and not self._stopped and not self._looking:
            self._looking = True
            self._background.run("camera", self.eyes.look, self._seen, self._lose)

    def _seen(self, frame: Frame | None) -> None:
        self._looking = False
        if frame is None:
            self.newest = None
            self._ask_no_more()
            self.lost.emit(DockstationError("camera.no_frame"))
        else:
            self.newest, self.why_lost = frame, None
            self.framed.emit(frame)
            self._decode(frame)
        self._look()

    def _decode(self, frame: Frame) -> None:
        if self.reading_codes and not self._decoding and self.eyes is not None and not self._stopped:
            self._decoding = True
            eyes = self.eyes
            self._background.run(
                "decoder", lambda: eyes.codes(frame), lambda codes: self._decoded(frame, codes), self._undecoded
            )

    def _decoded(self, frame: Frame, codes: tuple[DecodedCode, ...]) -> None:
        self._decoding = False
        if not self._reading_codes:
            return
        now = monotonic()
        if fresh := self._gathering.see(codes, now):
            self._gathering.deal(fresh, now)
            self._settle(frame, fresh, now)
        elif self._asked:
            self._keep_asking(codes, now)

    def _settle(self, frame: Frame, fresh: tuple[DecodedCode, ...], now: float) -> None:
        """What is new goes on by itself, or is asked about together with what is still there of the last question."""
        together = (*self._asked, *fresh) if now - self._asked_seen < TOGETHER_S else fresh
        if chosen := best(together, self._ranked):
            self.take(chosen)
        else:
            self._asked, self._asked_seen = together, now
            self.several.emit(frame, together)

    def _keep_asking(self, codes: tuple[DecodedCode, ...], now: float) -> None:
        texts = {code.text for code in self._asked}
        if any(code.text in texts for code in codes):
            self._asked_seen = now
        elif now - self._asked_seen > ASKING_S:
            self._ask_no_more()

    def _ask_no_more(self) -> None:
        if self._asked:
            self._asked = ()
            self.several.emit(None, ())

    def take(self, code: DecodedCode) -> None:
        """This is the one that counts."""
        self._ask_no_more()
        self.read.emit(code)

    def _undecoded(self, error: BaseException) -> None:
        self._decoding = False
        self.reading_codes = False
        self.unread.emit(error)

    def _lose(self, error: BaseException) -> None:
        self._looking = False
        self.newest = None
        self._ask_no_more()
        self._let_go()
        if not isinstance(error, DockstationError):
            log.error("the camera failed", exc_info=error)
            error = DockstationError("camera.no_frame")
        self.why_lost = error
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
