"""Picture files that anybody may have made: read and opened within bounds."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from dockstation.application.ports.pictures import MOST_PIXELS
from dockstation.domain.errors import DockstationError

FORMATS = ("PNG", "JPEG", "WEBP", "BMP")
MAX_SIDE = 32_767

BROKEN = (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, struct.error)
"""What Pillow raises for files that are not what they say."""


def bytes_of(path: Path, most: int) -> bytes:
    """All of the file, ``most`` bytes at the most; raises ``picture.unreadable`` and ``picture.too_large``."""
    try:
        if not path.is_file():  # a pipe or a device would never end
            raise DockstationError("picture.unreadable", file=str(path))
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise DockstationError("picture.unreadable", file=str(path)) from error
    if len(data) > most:
        raise DockstationError("picture.too_large", file=str(path))
    return data


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
    except BROKEN as error:
        raise DockstationError("picture.unreadable", file=name) from error


def _refuse_large(name: str, size: tuple[int, int]) -> None:
    if size[0] * size[1] > MOST_PIXELS or max(size) > MAX_SIDE:
        raise DockstationError("picture.too_large", file=name)
