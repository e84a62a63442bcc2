"""A scale in memory, with a hand that loads it and pulls its plug."""

from __future__ import annotations

from queue import Empty, SimpleQueue

from dockstation.application.ports.scale import Reading
from dockstation.domain.errors import DockstationError


class FakeScale:
    """Plugged in from the beginning. ``show``, ``unplug`` and ``plug_in`` may be called from any thread."""

    def __init__(self, patience: float = 0.3) -> None:
        self._patience = patience
        self.there = True
        self._is_open = False
        self._sent: SimpleQueue[Reading | None] = SimpleQueue()

    def show(self, grams: int, *, stable: bool = True) -> None:
        self._sent.put(Reading(grams, stable))

    def unplug(self) -> None:
        self.there = False
        self._sent.put(None)

    def plug_in(self) -> None:
        self.there = True

    def open(self) -> None:
        if not self.there:
            raise DockstationError("scale.unavailable", device="fake", why="it is not plugged in")
        self._sent, self._is_open = SimpleQueue(), True

    def read(self) -> Reading | None:
        newest = self._next(self._patience) if self._is_open else None
        while newest is not None and not self._sent.empty():
            newest = self._next(0) or newest
        if self._is_open and not self.there:
            raise DockstationError("scale.lost", device="fake")
        return newest

    def _next(self, patience: float) -> Reading | None:
        try:
            return self._sent.get(timeout=patience)
        except Empty:
            return None

    def close(self) -> None:
        self._is_open = False
        self._sent.put(None)
