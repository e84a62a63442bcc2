"""A scale that tells its weight again and again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Reading:
    """What lies on it, in grams; below nought where it was tared with more. ``stable``: it no longer moves."""

    grams: int
    stable: bool


class Scale(Protocol):
    """One device, used from one thread; ``close`` may be called from any."""

    def open(self) -> None:
        """Begin to listen; raises ``scale.unavailable`` with device and why."""
        ...

    def read(self) -> Reading | None:
        """The newest weight, waiting half a second at the most; None when none came or it was closed meanwhile.

        Raises ``scale.lost`` with the device once it is gone; ``open`` begins anew.
        """
        ...

    def close(self) -> None:
        """Let the device go; harmless when it is not open."""
        ...
