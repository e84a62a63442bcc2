"""A live code counts when two frames agree on it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from dockstation.adapters.decoders.symbologies import identity
from dockstation.application.ports.decoder import DecodedCode


class AgreementFilter:
    """Lets a code through once it was in ``needed`` of the latest ``frames`` frames."""

    def __init__(self, needed: int = 2, frames: int = 15) -> None:
        self._needed = needed
        self._earlier: deque[frozenset[tuple[str, str]]] = deque(maxlen=frames - 1)

    def agreed(self, codes: Iterable[DecodedCode]) -> tuple[DecodedCode, ...]:
        """Those of one frame's codes that count by now; call it for frames without codes too."""
        now = {identity(code): code for code in codes}
        counted = tuple(code for key, code in now.items() if self._sightings(key) + 1 >= self._needed)
        self._earlier.append(frozenset(now))
        return counted

    def _sightings(self, key: tuple[str, str]) -> int:
        return sum(key in frame for frame in self._earlier)
