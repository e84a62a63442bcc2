"""Time and identifiers."""

from __future__ import annotations

from typing import Protocol

from dockstation.domain.events import Instant


class Clock(Protocol):
    """The station's clock; ids come from it because a UUIDv7 begins with the time (RFC 9562)."""

    def now(self) -> Instant:
        """This moment, wall and monotonic."""
        ...

    def new_id(self) -> str:
        """A fresh UUIDv7 in its canonical text form."""
        ...
