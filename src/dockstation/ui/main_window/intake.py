"""Where every scan arrives: parsed, told from its repetition, and queued until the one before is answered."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime
from time import monotonic

from PySide6.QtCore import QObject, Signal

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import Scan, ScanKind, parse
from dockstation.settings import ScanTable
from dockstation.ui.main_window.desk import Desk

LONGEST_QUEUE = 64


class Intake(QObject):
    """Scans in, one at a time out."""

    ready = Signal(object)
    repeated = Signal(str)

    def __init__(self, desk: Desk, settings: ScanTable) -> None:
        super().__init__()
        self._desk = desk
        self._cooldown = settings.cooldown_ms / 1000
        self._rules = settings.rules(datetime.now(UTC).year)
        self._waiting: deque[tuple[Scan, bool]] = deque()
        self._last = ("", 0.0)
        desk.idle.connect(self.next)

    def take(self, raw: str) -> None:
        """A code from any reader; what is no code is refused here."""
        try:
            scan = parse(raw, self._rules)
        except DockstationError as error:
            self._desk.reject(error)
            return
        repeated = self._is_repeated(raw) and scan.kind is not ScanKind.COMMAND
        if len(self._waiting) < LONGEST_QUEUE:
            self._waiting.append((scan, repeated))
            self.next()
        else:
            self._last = ("", 0.0)
            self._desk.reject(DockstationError("scan.too_many", limit=LONGEST_QUEUE))

    def _is_repeated(self, raw: str) -> bool:
        text, at = self._last
        self._last = (raw, monotonic())
        return raw == text and monotonic() - at < self._cooldown

    def refuse(self, code: str, length: int) -> None:
        """A reader delivered more than any code can hold."""
        self._desk.reject(DockstationError(code, length=length))

    def next(self) -> None:
        """Hand out the oldest scan, unless work is under way; a repetition is only said."""
        while self._waiting and not self._desk.busy:
            scan, repeated = self._waiting.popleft()
            if not repeated:
                self.ready.emit(scan)
                return
            self.repeated.emit(scan.shown)
