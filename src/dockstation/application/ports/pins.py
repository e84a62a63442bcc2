"""PINs as they are kept: never themselves."""

from __future__ import annotations

from typing import Protocol


class Pins(Protocol):
    """Makes and checks hashes that cost time on purpose."""

    def hashed(self, pin: str) -> str:
        """What may be kept of it."""
        ...

    def fits(self, hashed: str, pin: str) -> bool:
        """Whether this is the PIN; False too for what is no hash."""
        ...
