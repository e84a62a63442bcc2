"""Pictures on their way to an engine: the check before it, and the preparations that find more."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from dockstation.domain.errors import DockstationError

Picture = NDArray[np.uint8]

MAX_PIXELS = 50_000_000
MAX_SIDE = 32_767


def grey(image: Picture) -> Picture:
    """``image`` (``uint8``, H×W or H×W×3 BGR) as contiguous H×W; raises ``picture.unusable`` for anything else."""
    if getattr(image, "dtype", None) != np.uint8:
        raise DockstationError("picture.unusable", why=str(getattr(image, "dtype", type(image).__name__)))
    if image.ndim not in (2, 3) or (image.ndim == 3 and image.shape[2] != 3):
        raise DockstationError("picture.unusable", why="×".join(map(str, image.shape)))
    height, width = image.shape[:2]
    if min(height, width) < 1 or max(height, width) > MAX_SIDE or height * width > MAX_PIXELS:
        raise DockstationError("picture.unusable", why=f"{width}×{height}")
    flat = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    return np.ascontiguousarray(flat, np.uint8)


def scaled(image: Picture, factor: float) -> Picture:
    """``image`` larger or smaller."""
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    size = [max(1, round(side * factor)) for side in image.shape[1::-1]]
    return np.asarray(cv2.resize(image, size, interpolation=way), np.uint8)


def thresholded(image: Picture) -> Picture:
    """Grey ``image`` in black and white, each pixel against its surroundings: brings faded prints back."""
    black_white = cv2.adaptiveThreshold(image, 255, cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY, 51, 7)
    return np.asarray(black_white, np.uint8)
