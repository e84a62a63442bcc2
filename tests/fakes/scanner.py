"""A scanner in memory, with a hand that pulls its trigger and its plug."""

from __future__ import annotations

from queue import Empty, SimpleQueue

from dockstation.application.ports.scanner import Delivery
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import MAX_LENGTH


class FakeScanner:
    """Plugged in from the beginning; ``patience`` seconds are waited for a code.

    ``send``, ``unplug`` and ``plug_in`` may be called from any thread.
    """

    def __init__(self, name: str = "fake", patience: float = 0.3) -> None:
        self.name = name
        self._patience = patience
        self.there = True
        self.opened = 0
        self._is_open = False
        self._unfinished = ""
        self._sent: SimpleQueue[str | None] = SimpleQueue()

    def send(self, text: str) -> None:
        """Text as it comes, in pieces or not; ``\\r`` ends a code."""
        *whole, self._unfinished = (self._unfinished + text).split("\r")
        for code in whole:
            self._sent.put(code)

    def unplug(self) -> None:
        self.there, self._unfinished = False, ""
        self._sent.put(None)

    def plug_in(self) -> None:
        self.there = True

    def open(self) -> None:
        if not self.there:
            raise DockstationError("scanner.unavailable", name=self.name, device="fake", why="it is not plugged in")
        self._sent = SimpleQueue()
        self._is_open = True
        self.opened += 1

    def read(self) -> Delivery | None:
        if not self._is_open:
            return None
        try:
            text = self._sent.get(timeout=self._patience)
        except Empty:
            text = None
        if text is None:
            self._notice()
            return None
        return Delivery(text, len(text)) if len(text) <= MAX_LENGTH else Delivery("", len(text))

    def _notice(self) -> None:
        if self._is_open and not self.there:
            raise DockstationError("scanner.lost", name=self.name, device="fake")

    def close(self) -> None:
        self._is_open = False
        self._sent.put(None)
