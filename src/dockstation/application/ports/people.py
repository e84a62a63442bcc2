"""Who may work at the station, as config and the server have it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dockstation.domain.people import PeopleBook, Person


class Roster(Protocol):
    """Keeps a book in step with what the last sync brought."""

    @property
    def book(self) -> PeopleBook:
        """What use cases hold."""
        ...

    def everybody(self) -> tuple[Person, ...]:
        """Of both, also who may not work any more; where both speak of a badge, what the server says."""
        ...

    def take(self, local: Sequence[Person]) -> None:
        """These are the people of config from now on."""

    def look(self) -> None:
        """Take over what has changed."""
        ...


class StaffBook(Protocol):
    """The people of config; what is written is durable with the return, ``settings.*`` and nothing changed else."""

    def people(self) -> tuple[Person, ...]:
        """All of them, also who may not work any more."""
        ...

    def put_person(self, person: Person) -> None:
        """New, or in the place of whoever had this badge."""
