"""A photo just taken, on its way to the disk."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shot:
    """JPEG bytes and the size in pixels."""

    data: bytes
    width: int
    height: int
