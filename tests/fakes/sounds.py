"""A loudspeaker that remembers."""

from __future__ import annotations


class FakeSounds:
    """``played`` are the names, the first one first."""

    def __init__(self) -> None:
        self.played: list[str] = []

    def play(self, name: str) -> None:
        self.played.append(name)

    def close(self) -> None:
        """There is nothing to let go."""
