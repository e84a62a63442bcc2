"""The station's own settings, its enrolment, and how far setting it up has come."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dockstation.application.ports.own_server import OwnServer
from dockstation.application.ports.settings_book import SettingsBook
from dockstation.application.ports.store import Note, Store
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Role, Task
from dockstation.domain.station_setup import DONE, OFF, ON, Setting, read_enrolment

INSTALLER = Operator("", "", Role.ADMINISTRATOR)
"""Whoever sets a station up on its first start, when nobody can sign in yet."""
SERVER, HERE = "server.url", "server.here"
SettingsView = tuple[Setting, ...]


class SetStationUp:
    """Everything that changes something needs the right to.

    ``checks`` refuse values of the settings of these names that config alone would take. ``enrol`` makes the station
    known to its server with a code, and says the id that it got. ``own`` is the server that this computer may run.
    """

    def __init__(
        self, book: SettingsBook, store: Store, checks: Mapping[str, Callable[[str], object]],
        enrol: Callable[[str], str], own: OwnServer,
    ) -> None:  # fmt: skip
        self._book, self._store = book, store
        self._checks, self._enrol, self._own = checks, enrol, own

    def settings(self, by: Operator) -> SettingsView:
        """As config has them now; ``role.forbidden``."""
        by.require(Task.SET_UP)
        return self._book.settings()

    def change(self, name: str, text: str, by: Operator) -> SettingsView:
        """Write what was typed for this one; ``settings.*`` where it does not fit, and nothing is changed then."""
        by.require(Task.SET_UP)
        self._write(name, text)
        return self._book.settings()

    def _write(self, name: str, text: str) -> None:
        setting = next(each for each in self._book.settings() if each.name == name)
        value = setting.read(text)
        if name in self._checks:
            self._checks[name](str(value))
        self._book.change_setting(setting.table, setting.key, value)

    def enrol(self, text: str, by: Operator) -> str:
        """Enrol with a code as it was typed or scanned, at the server that it names; ``enrol.*``, ``central.*``.

        A server that does not take the code is not kept.
        """
        by.require(Task.SET_UP)
        asked = read_enrolment(text)
        if asked.server in ("", self._text(SERVER)):
            return self._enrol(asked.code)
        return self._move(asked.server, OFF, lambda: asked.code)

    def serve_here(self, by: Operator) -> str:
        """Let the server run on this computer as long as the station does, and enrol there; what ``enrol`` raises.

        A station that it knows already keeps its id.
        """
        by.require(Task.SET_UP)
        known = self.station()
        if known and (self._text(SERVER), self._text(HERE)) == (self._own.url, ON):
            return known
        return self._move(self._own.url, ON, self._own.enrolment_code)

    def _move(self, server: str, here: str, code: Callable[[], str]) -> str:
        before = [(name, self._text(name)) for name in (SERVER, HERE)]
        for name, text in ((SERVER, server), (HERE, here)):
            self._write(name, text)
        try:
            return self._enrol(code())
        except DockstationError:
            for name, text in before:
                self._write(name, text)
            raise

    def _text(self, name: str) -> str:
        return next(each.text for each in self._book.settings() if each.name == name)

    def station(self) -> str:
        """The id that the server gave this station, "" before."""
        with self._store.unit_of_work() as work:
            return work.notes.get(Note.STATION) or ""

    def first_step(self) -> str | None:
        """Where setting up goes on by itself, "" for its beginning; None where it has come to its end or never began.

        It begins by itself on a station without any config of its own that no server knows.
        """
        with self._store.unit_of_work() as work:
            reached, known = work.notes.get(Note.SET_UP), work.notes.get(Note.STATION)
        if reached is not None:
            return None if reached == DONE else reached
        return None if known or not self._book.is_bare() else ""

    def reach(self, step: str) -> None:
        """Keep that it has come to this step, ``DONE`` for its end."""
        with self._store.unit_of_work() as work:
            if work.notes.get(Note.SET_UP) != DONE:
                work.notes.set(Note.SET_UP, step)
                work.commit()
