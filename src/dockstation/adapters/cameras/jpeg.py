"""Frames as JPEG."""

from __future__ import annotations

import cv2

from dockstation.adapters.cameras.frames import Frame
from dockstation.domain.errors import DockstationError


def encode_jpeg(frame: Frame, quality: int) -> bytes:
    """``frame`` (``uint8``, H×W×3 BGR) as JPEG, ``quality`` 1 to 100; raises ``picture.unusable``."""
    if frame.dtype != "uint8" or frame.ndim != 3 or frame.shape[2] != 3 or not frame.size:
        raise DockstationError("picture.unusable", why=f"{frame.dtype} {'×'.join(map(str, frame.shape))}")
    good, data = cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not good:
        raise DockstationError("picture.unusable", why="JPEG")
    return bytes(data)
