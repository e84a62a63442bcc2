"""Full pictures: of a network camera from the address where it gives single ones, of a device by its full size."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from http.client import HTTPException

from dockstation.adapters.cameras.answers import answer_of
from dockstation.adapters.cameras.develop import THUMBNAIL, THUMBNAIL_QUALITY, develop
from dockstation.adapters.cameras.frames import Frame
from dockstation.adapters.cameras.jpeg import encode_jpeg
from dockstation.adapters.cameras.mjpeg import decoded
from dockstation.adapters.cameras.quality import doubts, shrunk
from dockstation.domain.errors import DockstationError
from dockstation.domain.shot import Doubt, Shot

MAX_BYTES = 32 * 1024 * 1024
"""What the server takes."""
PATIENCE_S = 5.0
_AT_ONCE = 1 << 18


def still_or_live(frame: Frame, url: str, quality: int, long_side: int = 0) -> Shot:
    """The JPEG behind ``url`` byte by byte as it came; without one the live ``frame``, which then says so."""
    data = _fetched(url)
    still = decoded(data) if data else None
    if still is None:
        return _live(frame, quality, long_side)
    height, width = still.shape[:2]
    small = shrunk(still)
    return Shot(data, width, height, doubts(small), encode_jpeg(shrunk(small, THUMBNAIL), THUMBNAIL_QUALITY))


def full_or_live(frame: Frame, take: Callable[[], Frame | None], quality: int, long_side: int = 0) -> Shot:
    """What ``take`` gives as a photo; when that is None the live ``frame``, which then says so."""
    full = take()
    return _live(frame, quality, long_side) if full is None else develop(full, quality, long_side)


def _live(frame: Frame, quality: int, long_side: int) -> Shot:
    shot = develop(frame, quality, long_side)
    return replace(shot, warnings=(*shot.warnings, Doubt.NO_STILL))


def _fetched(url: str) -> bytes:
    """What the address answers, empty for anything amiss: too much, too slow, refused."""
    until, data = time.monotonic() + PATIENCE_S, bytearray()
    try:
        with answer_of(url) as answer:
            while got := answer.read1(_AT_ONCE):
                data += got
                if len(data) > MAX_BYTES or time.monotonic() > until:
                    return b""
    except (DockstationError, OSError, HTTPException):
        return b""
    return bytes(data)
