"""How fast photos may go, so that they leave room on a slow line; and what goes before their next piece."""

from __future__ import annotations

from collections.abc import Callable

from dockstation.application.ports.clock import Clock

LOOK_S = 1.0
"""So long at the most what has just been recorded waits while the next piece may not go yet."""


class PhotoPace:
    """``kbytes_per_second`` 0 is as fast as it goes. ``rest`` waits so many seconds."""

    def __init__(
        self, clock: Clock, kbytes_per_second: int = 0, rest: Callable[[float], None] = lambda _s: None
    ) -> None:
        self._clock, self._rate, self._rest = clock, kbytes_per_second * 1024, rest
        self._free_at = 0.0

    def wait(self, size: int, meanwhile: Callable[[], object]) -> None:
        """Return when ``size`` bytes may go; ``meanwhile`` comes before them, and now and then until then."""
        meanwhile()
        while (left := self._free_at - self._now()) > 0:
            self._rest(min(LOOK_S, left))
            meanwhile()
        if self._rate:
            self._free_at = max(self._now(), self._free_at) + size / self._rate

    def _now(self) -> float:
        return self._clock.now().monotonic / 1000
