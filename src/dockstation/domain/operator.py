"""Who works at the station, and what each role may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dockstation.domain.errors import DockstationError


class Role(StrEnum):
    """A person's role, from least to most."""

    CLERK = "clerk"
    INSPECTOR = "inspector"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


class Task(StrEnum):
    """What roles allow."""

    RECEIVE = "receive"
    INSPECT = "inspect"
    MATCH = "match"
    """Say which return a held parcel belongs to."""
    VOID = "void"
    """Take back what has been decided or closed over."""
    APPROVE = "approve"
    """Stand for another person's decision, or settle two that differ."""
    SET_UP = "set_up"
    """Change what config says of the station's devices."""
    PEOPLE = "people"
    """Say who works at the station, and as what."""
    SETTLE = "settle"
    """Say what becomes of what the server refused or doubts."""


_ALLOWED = {
    Role.CLERK: frozenset({Task.RECEIVE}),
    Role.INSPECTOR: frozenset({Task.RECEIVE, Task.INSPECT}),
    Role.SUPERVISOR: frozenset(Task) - {Task.PEOPLE, Task.SET_UP},
    Role.ADMINISTRATOR: frozenset(Task),
}


@dataclass(frozen=True, slots=True)
class Operator:
    """The person signed in."""

    badge: str
    name: str
    role: Role

    def may(self, task: Task) -> bool:
        """Whether this person's role allows ``task``."""
        return task in _ALLOWED[self.role]

    def require(self, task: Task) -> None:
        """Raise ``role.forbidden`` when this person may not do ``task``."""
        if not self.may(task):
            raise DockstationError("role.forbidden", name=self.name, role=self.role)
