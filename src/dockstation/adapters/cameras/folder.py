"""A folder of pictures, held before the camera one after the other."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from dockstation.adapters.cameras.frames import MAX_PIXELS, Frame, Pace
from dockstation.domain.errors import DockstationError

_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp"})
_FRAMES_A_SECOND = 15


class PictureFolder:
    """Pictures by name, each for ``seconds`` at 15 frames a second, for ever; new ones join with the next round."""

    def __init__(self, folder: Path, seconds: float) -> None:
        if not _pictures(folder):
            raise DockstationError("camera.unavailable", source=str(folder))
        self._folder = folder
        self._seconds = seconds
        self._pace = Pace(1 / _FRAMES_A_SECOND)
        self._shown = self._frames()

    def read(self) -> Frame | None:
        """See the port; None while the folder is empty."""
        return next(self._shown) if self._pace.wait() else None

    def close(self) -> None:
        """See Frames."""
        self._pace.stop()

    def _frames(self) -> Iterator[Frame | None]:
        while True:
            loaded = False
            for path in _pictures(self._folder):
                if (picture := _load(path)) is None:
                    continue
                loaded = True
                until = time.monotonic() + self._seconds
                yield picture.copy()
                while time.monotonic() < until:
                    yield picture.copy()
            if not loaded:
                yield None


def _pictures(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)
    except OSError:
        return []


def _load(path: Path) -> Frame | None:
    """The picture as BGR; None for what is not one, or was deleted meanwhile."""
    try:
        with Image.open(path) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            return np.ascontiguousarray(np.asarray(image.convert("RGB"), np.uint8)[:, :, ::-1])
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
