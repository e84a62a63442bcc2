"""How often one address has shown a token or code that is wrong, as this process saw it."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable

AT_ONCE = 60
PER_SECOND = 1.0
ADDRESSES = 10_000


class Guesses:
    """A bucket of guesses for each address, refilled slowly; the longest known address is forgotten first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._buckets: dict[str, tuple[float, float]] = {}

    def wrong(self, address: str) -> int:
        """Count one more; the seconds to wait where there were too many, else 0."""
        with self._lock:
            now = self._clock()
            left, since = self._buckets.pop(address, (float(AT_ONCE), now))
            left = min(AT_ONCE, left + (now - since) * PER_SECOND)
            allowed = left >= 1
            self._buckets[address] = (left - allowed, now)
            if len(self._buckets) > ADDRESSES:
                self._buckets.pop(next(iter(self._buckets)))
        return 0 if allowed else math.ceil((1 - left) / PER_SECOND)
