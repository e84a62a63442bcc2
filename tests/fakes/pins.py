"""PINs as quick as a test wants them."""

from __future__ import annotations


class FakePins:
    """A hash is the PIN backwards behind a mark."""

    def hashed(self, pin: str) -> str:
        return f"fake${pin[::-1]}"

    def fits(self, hashed: str, pin: str) -> bool:
        return hashed == self.hashed(pin)
