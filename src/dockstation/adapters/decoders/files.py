"""Codes in picture files of any origin."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from PIL import ExifTags, Image

from dockstation.adapters.decoders.arrays import Picture
from dockstation.application.ports.decoder import Corners, DecodedCode, Decoder
from dockstation.application.ports.pictures import PREVIEW_SIDE, LoadedPicture, PictureReading
from dockstation.pictures import BROKEN, bytes_of, opened

MAX_BYTES = 64 * 1024 * 1024

_TURNS = {3: 2, 6: 1, 8: 3}
"""Quarter turns clockwise by what EXIF calls the orientation: phones store pictures as the sensor lies."""


@dataclass(frozen=True, slots=True)
class FileReading:
    """The codes in one file, and the milliseconds that opening and reading it took."""

    file: Path
    codes: tuple[DecodedCode, ...]
    ms: float


def decode_file(path: Path, decoder: Decoder) -> FileReading:
    """Read the codes in a PNG, JPEG, WebP or BMP file.

    Raises ``picture.unreadable`` and ``picture.too_large`` with the file.
    """
    start = time.perf_counter()
    codes = decoder.decode(load(path))
    return FileReading(path, codes, round((time.perf_counter() - start) * 1000, 1))


def load(path: Path) -> Picture:
    """The file as a grey picture, transparency as white; its size is checked before it is unpacked."""
    return _load(path)[0]


def _load(path: Path) -> tuple[Picture, int]:
    with opened(bytes_of(path, MAX_BYTES), str(path)) as image:
        return _grey(image), turns(image)


def turns(image: Image.Image) -> int:
    """The quarter turns clockwise that set it upright."""
    try:
        return _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1), 0)
    except BROKEN:  # the picture itself may be whole
        return 0


def _grey(image: Image.Image) -> Picture:
    if image.mode.startswith("I;16"):
        return (np.asarray(image) >> 8).astype(np.uint8)
    if image.has_transparency_data:
        clear = image if image.mode == "RGBA" else image.convert("RGBA")
        image = Image.new("L", clear.size, 255)
        image.paste(clear.convert("L"), mask=clear.getchannel("A"))
    return np.asarray(image.convert("L"), np.uint8)


class PictureFiles:
    """See the port; the decoder is built with the first picture."""

    def __init__(self, open_decoder: Callable[[], Decoder]) -> None:
        self._decoder = cache(open_decoder)

    def load(self, path: Path) -> LoadedPicture:
        """See the port."""
        return LoadedPicture(str(path), *_load(path))

    def from_grey(self, name: str, rows: bytes, size: tuple[int, int], stride: int) -> LoadedPicture:
        """See the port."""
        width, height = size
        whole = np.frombuffer(rows, np.uint8, stride * height).reshape(height, stride)
        return LoadedPicture(name, whole[:, :width])

    def read(self, picture: LoadedPicture) -> PictureReading:
        """See the port."""
        codes = self._decoder().decode(picture.grey)
        height, width = picture.grey.shape
        scale = min(1.0, PREVIEW_SIDE / max(height, width))
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        small = cv2.resize(picture.grey, size, interpolation=cv2.INTER_AREA)
        upright = np.ascontiguousarray(np.rot90(small, -picture.turns))
        placed = tuple(replace(code, corners=_placed(code.corners, scale, size, picture.turns)) for code in codes)
        return PictureReading(picture.name, placed, np.asarray(cv2.cvtColor(upright, cv2.COLOR_GRAY2BGR), np.uint8))


def _placed(corners: Corners, scale: float, size: tuple[int, int], turns: int) -> Corners:
    first, second, third, fourth = (_turned((round(x * scale), round(y * scale)), size, turns) for x, y in corners)
    return first, second, third, fourth


def _turned(point: tuple[int, int], size: tuple[int, int], turns: int) -> tuple[int, int]:
    """A point of a picture of ``size`` (width, height) after quarter turns clockwise."""
    (x, y), (width, height) = point, size
    for _ in range(turns):
        x, y, width, height = height - 1 - y, x, height, width
    return x, y
