"""A camera that shows given frames, round and round."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dockstation.domain.errors import DockstationError


class FakeCamera:
    """No frames at all means that the device is not there."""

    def __init__(self, frames: Sequence[NDArray[np.uint8]]) -> None:
        self._frames = list(frames)
        self._shown = 0
        self.is_open = False

    def open(self) -> None:
        if not self._frames:
            raise DockstationError("camera.unavailable", source="fake")
        self.is_open = True

    def read(self) -> NDArray[np.uint8] | None:
        if not self.is_open:
            return None
        self._shown += 1
        return self._frames[(self._shown - 1) % len(self._frames)].copy()

    def close(self) -> None:
        self.is_open = False
