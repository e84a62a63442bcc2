"""A frame as a photo: its JPEG, a small one, and what may be wrong with it."""

from __future__ import annotations

from dockstation.adapters.cameras.frames import Frame
from dockstation.adapters.cameras.jpeg import encode_jpeg
from dockstation.adapters.cameras.quality import doubts, shrunk
from dockstation.domain.shot import Shot

THUMBNAIL = 256
THUMBNAIL_QUALITY = 80


def develop(frame: Frame, quality: int, long_side: int = 0) -> Shot:
    """``frame`` as JPEG of ``quality`` 1 to 100, its longer side ``long_side`` at the most (0: as taken).

    Raises ``picture.unusable``.
    """
    kept = shrunk(frame, long_side) if long_side else frame
    data = encode_jpeg(kept, quality)
    small = shrunk(kept)
    height, width = kept.shape[:2]
    return Shot(data, width, height, doubts(small), encode_jpeg(shrunk(small, THUMBNAIL), THUMBNAIL_QUALITY))
