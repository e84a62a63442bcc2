"""Why a half-done unit is left to somebody else."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.domain.errors import DockstationError

NOTES = ("shift_ends", "second_opinion", "supervisor", "part_missing", "other_station", "other_work")
"""In the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Taken:
    """From whom a unit was taken over: a badge, the note it was left with, the station it came from ("" for here)."""

    badge: str
    note: str = ""
    station: str = ""


def require_note(note: str) -> None:
    """Raise ``handover.note`` for one that is not offered."""
    if note not in NOTES:
        raise DockstationError("handover.note")
