"""Codes in picture files of any origin."""

from __future__ import annotations

import io
import struct
import time
import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from dockstation.adapters.decoders.arrays import MAX_PIXELS, MAX_SIDE, Picture
from dockstation.application.ports.decoder import DecodedCode, Decoder
from dockstation.domain.errors import DockstationError

MAX_BYTES = 64 * 1024 * 1024
FORMATS = ("PNG", "JPEG", "WEBP", "BMP")

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
    data = _bytes(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own limit is looser than ours, checked next
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                _refuse_large(path, image.size)
                return _grey(image)
    except Image.DecompressionBombError as error:
        raise DockstationError("picture.too_large", file=str(path)) from error
    except _BROKEN as error:
        raise DockstationError("picture.unreadable", file=str(path)) from error


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


def _refuse_large(path: Path, size: tuple[int, int]) -> None:
    if size[0] * size[1] > MAX_PIXELS or max(size) > MAX_SIDE:
        raise DockstationError("picture.too_large", file=str(path))


def _grey(image: Image.Image) -> Picture:
    if image.mode.startswith("I;16"):
        return (np.asarray(image) >> 8).astype(np.uint8)
    if image.has_transparency_data:
        opaque = image.convert("RGBA")
        image = Image.new("RGBA", opaque.size, "white")
        image.alpha_composite(opaque)
    return np.asarray(image.convert("L"), np.uint8)
