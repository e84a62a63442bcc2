"""Codes in picture files of any origin."""

from __future__ import annotations

import io
import struct
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from PIL import ExifTags, Image

from dockstation.adapters.decoders.arrays import MAX_PIXELS, MAX_SIDE, Picture
from dockstation.application.ports.decoder import Corners, DecodedCode, Decoder
from dockstation.application.ports.pictures import PREVIEW_SIDE, LoadedPicture, PictureReading
from dockstation.domain.errors import DockstationError

MAX_BYTES = 64 * 1024 * 1024
FORMATS = ("PNG", "JPEG", "WEBP", "BMP")

_TURNS = {3: 2, 6: 1, 8: 3}
"""Quarter turns clockwise by what EXIF calls the orientation: phones store pictures as the sensor lies."""

_BROKEN = (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, struct.error)
"""What Pillow raises for files that are not what they say."""


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
    with opened(_bytes(path), str(path)) as image:
        return _grey(image), turns(image)


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Image.Image]:
    """The picture in ``data``, its size checked before it is unpacked.

    What is done with it raises ``picture.unreadable`` and ``picture.too_large`` with the name.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own limit is looser than ours, checked next
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                _refuse_large(name, image.size)
                yield image
    except Image.DecompressionBombError as error:
        raise DockstationError("picture.too_large", file=name) from error
    except _BROKEN as error:
        raise DockstationError("picture.unreadable", file=name) from error


def turns(image: Image.Image) -> int:
    """The quarter turns clockwise that set it upright."""
    try:
        return _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1), 0)
    except _BROKEN:  # the picture itself may be whole
        return 0


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():  # a pipe or a device would never end
            raise DockstationError("picture.unreadable", file=str(path))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise DockstationError("picture.unreadable", file=str(path)) from error
    if len(data) > MAX_BYTES:
        raise DockstationError("picture.too_large", file=str(path))
    return data


def _refuse_large(name: str, size: tuple[int, int]) -> None:
    if size[0] * size[1] > MAX_PIXELS or max(size) > MAX_SIDE:
        raise DockstationError("picture.too_large", file=name)


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
