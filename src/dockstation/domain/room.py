"""How much room the station's disk has left, and what that allows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MB = 1024 * 1024


class Room(StrEnum):
    """``LOW``: somebody should make room; ``STOPPED``: nothing new is begun; ``FULL``: hardly anything fits."""

    PLENTY = "plenty"
    LOW = "low"
    STOPPED = "stopped"
    FULL = "full"


FULL_BYTES = 8 * MB
"""Less than this may not hold one transaction with its photo."""


@dataclass(frozen=True, slots=True)
class RoomLimits:
    """Bytes free: below ``warn`` it is said, below ``stop`` nothing new is begun; what is begun goes on to the end.

    ``ballast`` is kept in reserve, so that begun work can be finished and sent on a full disk; 0 for none.
    """

    warn: int
    stop: int
    ballast: int

    def judge(self, free: int) -> Room:
        """What so many free bytes are."""
        if free < FULL_BYTES:
            return Room.FULL
        if free < self.stop:
            return Room.STOPPED
        return Room.LOW if free < self.warn else Room.PLENTY


@dataclass(frozen=True, slots=True)
class RoomView:
    """The room there is, and below what nothing new is begun; bytes."""

    room: Room
    free: int
    stop: int = 0

    @property
    def free_mb(self) -> int:
        """In whole MiB."""
        return self.free // MB

    @property
    def stop_mb(self) -> int:
        """In whole MiB, rounded up."""
        return -(-self.stop // MB)
