"""Who writes next, in the order of asking: SQLite lets whoever tries at the right moment go first."""

from __future__ import annotations

from collections import deque
from threading import Event, Lock


class Turns:
    """One at a time. Whoever imports returns without end lets everybody who waits go in between."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: deque[Event] = deque()
        self._taken = False

    def take(self, seconds: float) -> bool:
        """Wait for the turn; False when it has not come by then."""
        with self._lock:
            if not self._taken:
                self._taken = True
                return True
            mine = Event()
            self._waiting.append(mine)
        if mine.wait(seconds):
            return True
        with self._lock:
            if mine not in self._waiting:
                return True  # it came in the very last moment
            self._waiting.remove(mine)
            return False

    def give(self) -> None:
        """Done; the next in the row has the turn."""
        with self._lock:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False
