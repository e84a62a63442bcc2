"""A clock that only moves when told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from dockstation.domain.events import Instant


class FakeClock:
    """Starts on a fixed morning; ids are valid UUIDv7 in rising order."""

    def __init__(self) -> None:
        self._at = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
        self._ids = 0

    def advance(self, **by: float) -> None:
        self._at += timedelta(**by)

    def now(self) -> Instant:
        at = self._at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return Instant(at, 480, int(self._at.timestamp() * 1000) % 10**9, "boot-1")

    def new_id(self) -> str:
        self._ids += 1
        return f"0198c0de-0000-7000-8000-{self._ids:012x}"
