"""A photo from a file instead of a camera."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from PIL import ExifTags, Image, ImageOps

from dockstation.adapters.cameras.develop import THUMBNAIL, THUMBNAIL_QUALITY, develop
from dockstation.adapters.cameras.frames import Frame
from dockstation.adapters.cameras.jpeg import encode_jpeg
from dockstation.adapters.cameras.quality import SIDE, doubts, shrunk
from dockstation.domain.shot import Shot
from dockstation.pictures import bytes_of, opened

MAX_BYTES = 32 * 1024 * 1024
"""What the server takes."""
_LYING = (5, 6, 7, 8)
"""EXIF's orientations that change width and height."""


def photo_of_file(path: Path, quality: int, long_side: int = 0) -> Shot:
    """A JPEG byte by byte as it is, with its upright size; PNG, WebP and BMP as JPEG, transparency as white.

    Raises ``picture.unreadable`` and ``picture.too_large`` with the file.
    """
    data = bytes_of(path, MAX_BYTES)
    with opened(data, str(path)) as image:
        return _as_it_is(data, image) if image.format == "JPEG" else develop(_frame(image), quality, long_side)


def _as_it_is(data: bytes, image: Image.Image) -> Shot:
    width, height = image.size
    image.draft("RGB", (SIDE, SIDE))
    small = shrunk(_frame(image))
    if image.getexif().get(ExifTags.Base.Orientation, 1) in _LYING:
        width, height = height, width
    return Shot(data, width, height, doubts(small), encode_jpeg(shrunk(small, THUMBNAIL), THUMBNAIL_QUALITY))


def _frame(image: Image.Image) -> Frame:
    upright = ImageOps.exif_transpose(image)
    if upright.has_transparency_data:
        ground = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(ground, upright.convert("RGBA"))
    return np.asarray(cv2.cvtColor(np.asarray(upright.convert("RGB"), np.uint8), cv2.COLOR_RGB2BGR), np.uint8)
