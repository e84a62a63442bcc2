"""A photo just taken, on its way to the disk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Doubt(StrEnum):
    """What may be wrong with a photo, as measured when it was taken. It warns, it refuses nothing."""

    BLURRED = "blurred"
    TOO_DARK = "too_dark"
    TOO_BRIGHT = "too_bright"
    EMPTY = "empty"
    NO_STILL = "no_still"
    """The camera gave no full picture, so that the live one was kept."""


@dataclass(frozen=True, slots=True)
class Shot:
    """JPEG bytes and the upright size in pixels. ``thumbnail`` is a small JPEG of it, empty where none was made."""

    data: bytes
    width: int
    height: int
    warnings: tuple[str, ...] = ()
    thumbnail: bytes = b""
