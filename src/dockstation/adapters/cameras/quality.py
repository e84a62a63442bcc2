"""What may be wrong with a photo, measured at once on its frame: blur, exposure, nothing in it."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from dockstation.adapters.cameras.frames import Frame
from dockstation.domain.shot import Doubt

SIDE = 1024
_TILE = 32
_TOP = 0.05
"""The share of tiles, the most contrasted, by which sharpness is judged: a plain ground is never sharp."""

_SOFT = 0.17
"""Below this the Laplacian's deviation, against the contrast of the same tile, is that of a blurred edge."""
_PLAIN = 4.0
"""Below this deviation in the most contrasted tiles there is nothing but a ground."""
_DARK, _BRIGHT = 40, 225
"""Medians of grey beyond which an item can hardly be judged."""
_BLACK, _WHITE = 8, 250
_CLIPPED = 0.35
"""So much of a picture without any drawing left in it is too much."""

Grey = NDArray[np.uint8]


def shrunk(frame: Frame, side: int = SIDE) -> Frame:
    """``frame`` with its longer side ``side`` at the most."""
    height, width = frame.shape[:2]
    scale = min(1.0, side / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return frame if scale == 1.0 else np.asarray(cv2.resize(frame, size, interpolation=cv2.INTER_AREA), np.uint8)


def doubts(small: Frame) -> tuple[Doubt, ...]:
    """What a person should look at before going on, of a frame as ``shrunk`` makes it; () for a good one.

    What is badly lit is not called empty as well, and what is empty not blurred.
    """
    grey = np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), np.uint8)
    contrast, sharpness = _sharpness(grey)
    exposure, soft = _exposure(grey), (Doubt.BLURRED,) * (sharpness < _SOFT)
    if contrast < _PLAIN:
        return exposure or (Doubt.EMPTY,)
    return (*exposure, *soft)


def _exposure(grey: Grey) -> tuple[Doubt, ...]:
    middle = float(np.median(grey))
    if middle < _DARK and float((grey < _DARK).mean()) > 1 - _CLIPPED:
        return (Doubt.TOO_DARK,)
    blown = float((grey > _WHITE).mean())
    return (Doubt.TOO_BRIGHT,) * (blown > _CLIPPED and middle > _BRIGHT)


def _sharpness(grey: Grey) -> tuple[float, float]:
    """Contrast of the most contrasted tiles (deviation of grey), and how hard their edges are (a ratio).

    The grain of the sensor, which the plainest tiles show, is taken out of both.
    """
    edges = _tiles(cv2.Laplacian(grey, cv2.CV_32F)).var(1)
    contrast = _tiles(grey.astype(np.float32)).var(1)
    if not contrast.size:
        return 0.0, 0.0
    share = max(1, round(_TOP * len(contrast)))
    order = np.argsort(contrast)
    plain, top = order[:share], order[-share:]
    seen = np.sqrt(np.maximum(contrast[top] - np.median(contrast[plain]), 0.0))
    hard = np.sqrt(np.maximum(edges[top] - np.median(edges[plain]), 0.0))
    return float(np.median(seen)), float(np.median(hard / np.maximum(seen, 1.0)))


def _tiles(values: NDArray[np.generic]) -> NDArray[np.float32]:
    height, width = (side // _TILE for side in values.shape)
    whole = values[: height * _TILE, : width * _TILE].reshape(height, _TILE, width, _TILE)
    return whole.swapaxes(1, 2).reshape(height * width, _TILE * _TILE).astype(np.float32)
