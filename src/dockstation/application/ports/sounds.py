"""Sounds that answer a scan."""

from __future__ import annotations

from typing import Protocol


class Sounds(Protocol):
    """Three of them: accept, question, reject. A machine that cannot sound stays silent and says nothing of it."""

    def play(self, name: str) -> None:
        """Begin to play ``name``, cutting off what still plays; returns at once."""
        ...

    def close(self) -> None:
        """Let the device go."""
        ...
