"""A central server that runs on this computer for as long as the station does."""

from __future__ import annotations

from typing import Protocol


class OwnServer(Protocol):
    """Starts when it is needed; ``own_server.*`` when it cannot."""

    @property
    def url(self) -> str:
        """Where it answers."""
        ...

    def enrolment_code(self) -> str:
        """A fresh one-time code for a station."""
        ...
