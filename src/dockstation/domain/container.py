"""Bins and cages: what is in them, and whether they take more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Container:
    """One container as this station knows it.

    ``count`` units were put in since it was exchanged; ``called_full``: a person has said that it takes no more.
    """

    code: str
    count: int = 0
    called_full: bool = False

    def is_full(self, capacity: int) -> bool:
        """Whether it takes no more; ``capacity`` 0 is unknown."""
        return self.called_full or 0 < capacity <= self.count
