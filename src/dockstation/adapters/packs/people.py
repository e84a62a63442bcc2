"""People as the last sync brought them, over those of station.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic import ValidationError

from dockstation.adapters.packs.folder import PackFolder
from dockstation.application.ports.central import ConfigDocument
from dockstation.domain.operator import Operator, Role
from dockstation.domain.people import People, PeopleBook, PublishedPerson
from dockstation.settings.packs import PEOPLE
from dockstation.wire.config import PersonMessage


class PackRoster:
    """See the port. ``local`` and ``pins`` are the people of station.toml and their hashes."""

    def __init__(self, packs: PackFolder, local: Sequence[Operator], pins: Mapping[str, str]) -> None:
        self._packs, self._local, self._pins = packs, tuple(local), dict(pins)
        self._seen = packs.number()
        self.book = PeopleBook(self._now())

    def look(self) -> None:
        """See the port."""
        if (number := self._packs.number()) != self._seen:
            self._seen = number
            self.book.current = self._now()

    def _now(self) -> People:
        return People.of(self._local, self._pins, _published(self._packs))


def _published(packs: PackFolder) -> Iterator[PublishedPerson]:
    return (_person(each) for (kind, _), each in packs.kept().used.items() if kind == PEOPLE)


def _person(document: ConfigDocument) -> PublishedPerson:
    if document.gone:
        return PublishedPerson(Operator(document.name, "", Role.CLERK), may_work=False)
    try:
        told = PersonMessage.model_validate_json(document.content)
    except ValidationError:  # a later program may have kept it
        return PublishedPerson(Operator(document.name, "", Role.CLERK), may_work=False)
    most = max(map(Role, told.roles), key=list(Role).index)  # each role may what those before it may
    return PublishedPerson(Operator(document.name, told.name, most), told.pin, told.active)
