"""What the kinds of source have in common."""

from __future__ import annotations

import threading
import time
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Frame = NDArray[np.uint8]
MAX_PIXELS = 50_000_000
"""No camera of a packing table has more; a hostile one could fill the memory."""


class Frames(Protocol):
    """An open source. ``close`` may be called from any thread and lets a waiting ``read`` return at once."""

    def read(self) -> Frame | None:
        """As the camera port says."""
        ...

    def close(self) -> None:
        """Let the source go."""
        ...


class Pace:
    """Hands out moments a fixed time apart; a late caller goes on from now instead of catching up."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._due = time.monotonic()
        self._stopped = threading.Event()

    def wait(self) -> bool:
        """Wait for the next moment; False when stopped."""
        stopped = self._stopped.wait(max(0.0, self._due - time.monotonic()))
        self._due = max(self._due, time.monotonic() - self._seconds) + self._seconds
        return not stopped

    def stop(self) -> None:
        """Let the waiting caller go, and all later ones."""
        self._stopped.set()
