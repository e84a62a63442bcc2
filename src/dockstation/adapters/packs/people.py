"""People as the last sync brought them, over those of station.toml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from dockstation.adapters.packs.folder import PackFolder
from dockstation.application.ports.central import ConfigDocument
from dockstation.domain.operator import Operator, Role
from dockstation.domain.people import People, PeopleBook, Person
from dockstation.settings.packs import PEOPLE
from dockstation.wire.config import PersonMessage


class PackRoster:
    """See the port. ``local`` are the people of station.toml."""

    def __init__(self, packs: PackFolder, local: Sequence[Person]) -> None:
        self._packs, self._local = packs, tuple(local)
        self._seen = packs.number()
        self.book = PeopleBook(self._now())

    def look(self) -> None:
        """See the port."""
        if (number := self._packs.number()) != self._seen:
            self._seen = number
            self.book.current = self._now()

    def everybody(self) -> tuple[Person, ...]:
        """See the port."""
        published = tuple(_published(self._packs))
        theirs = {each.operator.badge for each in published}
        return (*(each for each in self._local if each.operator.badge not in theirs), *published)

    def take(self, local: Sequence[Person]) -> None:
        """See the port."""
        self._local = tuple(local)
        self.book.current = self._now()

    def _now(self) -> People:
        return People.told(self._local, _published(self._packs))


def _published(packs: PackFolder) -> Iterator[Person]:
    return (_person(each) for (kind, _), each in packs.kept().used.items() if kind == PEOPLE)


def _person(document: ConfigDocument) -> Person:
    if document.gone:
        return Person(Operator(document.name, "", Role.CLERK), may_work=False, published=True)
    try:
        told = PersonMessage.model_validate_json(document.content)
    except ValidationError:  # a later program may have kept it
        return Person(Operator(document.name, "", Role.CLERK), may_work=False, published=True)
    most = max(map(Role, told.roles), key=list(Role).index)  # each role may what those before it may
    return Person(Operator(document.name, told.name, most), told.pin, told.active, published=True)
