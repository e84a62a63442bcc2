"""The check of a picture before it goes to an engine."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from dockstation.application.ports.pictures import MOST_PIXELS
from dockstation.domain.errors import DockstationError
from dockstation.pictures import MAX_SIDE

Picture = NDArray[np.uint8]


def grey(image: Picture) -> Picture:
    """``image`` (``uint8``, H×W or H×W×3 BGR) as contiguous H×W; raises ``picture.unusable`` for anything else."""
    if getattr(image, "dtype", None) != np.uint8:
        raise DockstationError("picture.unusable", why=str(getattr(image, "dtype", type(image).__name__)))
    if image.ndim not in (2, 3) or (image.ndim == 3 and image.shape[2] != 3):
        raise DockstationError("picture.unusable", why="×".join(map(str, image.shape)))
    height, width = image.shape[:2]
    if min(height, width) < 1 or max(height, width) > MAX_SIDE or height * width > MOST_PIXELS:
        raise DockstationError("picture.unusable", why=f"{width}×{height}")
    flat = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    return np.ascontiguousarray(flat, np.uint8)
