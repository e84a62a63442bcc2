"""Where every scan arrives: parsed, told from its repetition, and queued until the one before is answered."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from time import monotonic

from PySide6.QtCore import QObject, Signal

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import Scan, ScanKind, parse, shown
from dockstation.domain.scanner import KEYBOARD, ScannerProfile
from dockstation.settings import ScanTable
from dockstation.ui.main_window.desk import Desk

LONGEST_QUEUE = 64
HIDDEN = "•••"
"""A badge signs its wearer in: whoever stands behind must not read it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A scan in the queue, by the number under which it was heard."""

    number: int
    scan: Scan
    repeated: bool


class Intake(QObject):
    """Scans in, one at a time out."""

    ready = Signal(object)
    repeated = Signal(str)
    heard = Signal(int, str, str)
    """A scan has come: its number, the code fit for a screen, its kind. At once, whatever is under way."""
    answered = Signal(int, str)
    """accept, question or reject, for the scan of that number."""

    def __init__(self, desk: Desk, settings: ScanTable) -> None:
        super().__init__()
        self._desk = desk
        self._cooldown = settings.cooldown_ms / 1000
        self._rules = settings.rules(datetime.now(UTC).year)
        self._profiles: dict[str, ScannerProfile] = {}
        self._waiting: deque[Waiting] = deque()
        self._last = ("", 0.0)
        self._heard = self._answering = 0
        self.is_secret: Callable[[], bool] = lambda: False
        """Whether what is scanned now may be a PIN."""
        desk.idle.connect(self.next)
        desk.sounded.connect(self._sounded)

    def know(self, profiles: Iterable[ScannerProfile]) -> None:
        """How the scanners send what they read."""
        self._profiles |= {each.device: each for each in profiles}

    def take(self, raw: str, symbology: str = "", device: str = "") -> None:
        """A code from any reader, ``symbology`` in zxing-cpp's names where known; what is no code is refused here."""
        self._heard += 1
        number = self._heard
        try:
            scan = self._parsed(raw, symbology, device)
        except DockstationError as error:
            self.heard.emit(number, HIDDEN if self.is_secret() else shown(raw), ScanKind.UNKNOWN.value)
            self._refuse(number, error)
            return
        self.heard.emit(
            number, HIDDEN if scan.kind is ScanKind.BADGE or self.is_secret() else scan.shown, scan.kind.value
        )
        repeated = self._is_repeated(raw) and scan.kind is not ScanKind.COMMAND
        if len(self._waiting) < LONGEST_QUEUE:
            self._waiting.append(Waiting(number, scan, repeated))
            self.next()
        else:
            self._last = ("", 0.0)
            self._refuse(number, DockstationError("scan.too_many", limit=LONGEST_QUEUE))

    def _parsed(self, raw: str, symbology: str, device: str) -> Scan:
        profile = self._profiles.get(device)
        if profile is None:
            return parse(raw, self._rules, symbology)
        data = raw if device == KEYBOARD else profile.data(raw)  # keys come without, their pace depends on it
        return parse(data, replace(self._rules, separator=profile.separator or self._rules.separator), symbology)

    def _is_repeated(self, raw: str) -> bool:
        text, at = self._last
        self._last = (raw, monotonic())
        return raw == text and monotonic() - at < self._cooldown

    def refuse(self, code: str, length: int) -> None:
        """A reader delivered more than any code can hold."""
        self._refuse(0, DockstationError(code, length=length))

    def _refuse(self, number: int, error: DockstationError) -> None:
        answering, self._answering = self._answering, number
        self._desk.reject(error)
        self._answering = answering

    def _sounded(self, answer: str) -> None:
        if self._answering:
            self.answered.emit(self._answering, answer)

    def next(self) -> None:
        """Hand out the oldest scan, unless work is under way; a repetition is only said."""
        while not self._desk.busy:
            self._answering = 0
            if not self._waiting:
                return
            waiting = self._waiting.popleft()
            self._answering = waiting.number
            if not waiting.repeated:
                self.ready.emit(waiting.scan)
                return
            hidden = waiting.scan.kind is ScanKind.BADGE or self.is_secret()
            self.repeated.emit(HIDDEN if hidden else waiting.scan.shown)
