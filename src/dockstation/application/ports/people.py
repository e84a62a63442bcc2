"""Who may work at the station, as config and the server have it."""

from __future__ import annotations

from typing import Protocol

from dockstation.domain.people import PeopleBook


class Roster(Protocol):
    """Keeps a book in step with what the last sync brought."""

    @property
    def book(self) -> PeopleBook:
        """What use cases hold."""
        ...

    def look(self) -> None:
        """Take over what has changed."""
        ...
