"""Backups of the station's store."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

LATE = 3
"""So many times ``every`` after the last good one, a person is told."""


class Backups(Protocol):
    """Where backups go, how often, and how they are made while others work."""

    @property
    def every(self) -> timedelta:
        """How long after one the next is due."""
        ...

    def last_good(self) -> datetime | None:
        """When the last one was made that this station made there, None without any."""
        ...

    def make(self) -> datetime:
        """Make one, which may take minutes; when it was made.

        Raises ``backup.*`` with older ones untouched, and ``store.damaged``.
        """
        ...
