"""Who works at the station, as config says: seen and changed by an administrator, the first of whom has a code."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from dockstation.application.outbox import about_person, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.people import Roster, StaffBook
from dockstation.application.ports.pins import Pins
from dockstation.application.ports.store import Note, Store
from dockstation.application.signing import Signing
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.operator import Operator, Role, Task
from dockstation.domain.people import Person, read_badge, read_name

PIN = re.compile(r"[0-9]{4,12}")
FIRST = Operator("*first*", "", Role.CLERK)
"""Under this badge tries at the first code are counted: no real one has such signs."""


class ManagePeople:
    """What is written counts at once, and is an event on a station that a server knows.

    People that the server publishes are shown, and changed there alone.
    """

    def __init__(
        self,
        staff: StaffBook,
        roster: Roster,
        store: Store,
        clock: Clock,
        pins: Pins,
        signing: Signing,
        make_code: Callable[[], str],
    ) -> None:
        self._staff, self._roster, self._store, self._clock = staff, roster, store, clock
        self._pins, self._signing, self._make_code = pins, signing, make_code

    def view(self, by: Operator) -> tuple[Person, ...]:
        """Everybody, the server's people too; ``role.forbidden``."""
        by.require(Task.PEOPLE)
        return self._everybody()

    def add(self, badge: str, name: str, role: Role, by: Operator) -> tuple[Person, ...]:
        """Somebody new, still without a PIN; ``people.badge``, ``people.name``, ``people.badge_taken``."""
        by.require(Task.PEOPLE)
        person = self._fresh(badge, name, role)
        return self._write(person, "PersonAdded", by, role=role.value)

    def change_role(self, badge: str, role: Role, by: Operator) -> tuple[Person, ...]:
        """``people.published``, and ``people.last_administrator`` where none would be left."""
        by.require(Task.PEOPLE)
        person = self._own(badge)
        changed = replace(person, operator=replace(person.operator, role=role))
        said = {"from": person.operator.role.value, "to": role.value}
        return self._write(changed, "PersonRoleChanged", by, **said)

    def set_pin(self, badge: str, pin: str, by: Operator) -> tuple[Person, ...]:
        """Another PIN, and an end to waits after wrong ones; ``pin.digits``, ``people.published``."""
        by.require(Task.PEOPLE)
        written = self._write(replace(self._own(badge), pin=self._hashed(pin)), "PersonPinReset", by)
        self._signing.forgive(badge)
        return written

    def let_work(self, badge: str, by: Operator, *, may_work: bool) -> tuple[Person, ...]:
        """Whether this person may sign in; ``people.published``, ``people.last_administrator``."""
        by.require(Task.PEOPLE)
        changed = replace(self._own(badge), may_work=may_work)
        return self._write(changed, "PersonAdmitted" if may_work else "PersonBarred", by)

    @property
    def awaits_first(self) -> bool:
        """Whether nobody administers this station yet."""
        return not self._administrators(self._everybody())

    def first_code(self) -> str:
        """A new code for the first administrator, to be shown once; ``people.has_administrator``."""
        self._require_none()
        code = self._make_code()
        self._note_code(self._pins.hashed(code))
        return code

    def has_code(self) -> bool:
        """Whether a code was given out and not used yet."""
        with self._store.unit_of_work() as work:
            return bool(work.notes.get(Note.FIRST_CODE))

    def try_code(self, code: str) -> None:
        """``people.no_code``, ``people.has_administrator``, ``pin.wrong`` and waits as for a PIN."""
        self._require_none()
        with self._store.unit_of_work() as work:
            hashed = work.notes.get(Note.FIRST_CODE)
        if not hashed:
            raise DockstationError("people.no_code")
        try:
            self._signing.prove_by(FIRST, hashed, code)
        except DockstationError as error:
            raise DockstationError(error.code.replace("pin.", "first."), **error.facts) from error

    def begin(self, code: str, badge: str, name: str, pin: str) -> Operator:
        """The first administrator, in exchange for the code; raises what ``try_code`` and ``add`` do."""
        person = replace(self._fresh(badge, name, Role.ADMINISTRATOR), pin=self._hashed(pin))
        self.try_code(code)
        self._write(person, "PersonAdded", person.operator, role=Role.ADMINISTRATOR.value)
        self._note_code("")
        return person.operator

    def _note_code(self, hashed: str) -> None:
        with self._store.unit_of_work() as work:
            work.notes.set(Note.FIRST_CODE, hashed)
            work.commit()

    def _require_none(self) -> None:
        if not self.awaits_first:
            raise DockstationError("people.has_administrator")

    def _everybody(self) -> tuple[Person, ...]:
        return tuple(sorted(self._roster.everybody(), key=lambda each: (not each.may_work, each.operator.name)))

    def _own(self, badge: str) -> Person:
        person = next((each for each in self._everybody() if each.operator.badge == badge), None)
        if person is None:
            raise DockstationError("person.unknown", badge=badge)
        if person.published:
            raise DockstationError("people.published", name=person.operator.name)
        return person

    def _fresh(self, badge: str, name: str, role: Role) -> Person:
        badge, name = read_badge(badge), read_name(name)
        if any(each.operator.badge == badge for each in self._everybody()):
            raise DockstationError("people.badge_taken", badge=badge)
        return Person(Operator(badge, name, role))

    def _hashed(self, pin: str) -> str:
        if not PIN.fullmatch(pin):
            raise DockstationError("pin.digits")
        return self._pins.hashed(pin)

    def _write(self, person: Person, kind: str, by: Operator, **said: str) -> tuple[Person, ...]:
        before = self._everybody()
        if person in before:
            return before
        badge = person.operator.badge
        after = (*(each for each in before if each.operator.badge != badge), person)
        if self._administrators(before) and not self._administrators(after):
            raise DockstationError("people.last_administrator")
        body = {"badge": badge, "name": person.operator.name, **said, "by": by.badge}
        with self._store.unit_of_work() as work:
            if work.notes.get(Note.STATION):  # else there is no chain yet that it could stand in
                record(work, self._clock, Fact(about_person(badge), kind, body))
            self._staff.put_person(person)  # what cannot be written is not told either
            work.commit()
        self._roster.take(self._staff.people())
        return self._everybody()

    def _administrators(self, people: tuple[Person, ...]) -> list[Person]:
        return [each for each in people if each.may_work and each.operator.role is Role.ADMINISTRATOR]
