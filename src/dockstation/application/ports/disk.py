"""The disk that holds the station's data."""

from __future__ import annotations

from typing import Protocol

from dockstation.domain.room import RoomView


class Disk(Protocol):
    """Free room, and a reserve of it. Calls may come from several threads."""

    def look(self) -> RoomView:
        """How much room there is."""
        ...

    def require_room(self) -> None:
        """Raise ``disk.stopped`` while there is too little for anything new."""
        ...

    def require_photo_room(self, size: int) -> None:
        """Raise ``disk.full`` where a photo of ``size`` bytes leaves too little for what is written beside it."""
        ...

    def spare(self) -> bool:
        """Give the reserve free when hardly anything fits without it; whether it was there to be given."""
        ...

    def keep_reserve(self) -> None:
        """Make the reserve, or make it again, where there is room for it and the limits."""
        ...
