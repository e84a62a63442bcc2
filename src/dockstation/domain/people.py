"""Who may work at the station: people of station.toml, and those that the server tells of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator

BADGE = re.compile(r"[A-Z0-9-]{1,32}")
LONGEST_NAME = 64


@dataclass(frozen=True, slots=True)
class Person:
    """What is said of a badge. ``may_work`` is False for who works there no more; ``pin`` is a hash."""

    operator: Operator
    pin: str = field(default="", repr=False)
    may_work: bool = True
    published: bool = False
    """Whether the server says it; it can be changed there alone."""


@dataclass(frozen=True, slots=True)
class People:
    """Everybody by badge. ``pins`` are PIN hashes; ``names`` also those of people who may not work any more."""

    operators: Mapping[str, Operator] = field(default_factory=dict)
    pins: Mapping[str, str] = field(default_factory=dict, repr=False)
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def told(cls, local: Iterable[Person], published: Iterable[Person]) -> Self:
        """The same of people who may be gone from station.toml as well."""
        local = tuple(local)
        here = [each for each in local if each.may_work]
        people = cls.of(
            [each.operator for each in here], {each.operator.badge: each.pin for each in here if each.pin}, published
        )
        former = {each.operator.badge: each.operator.name for each in local}
        return cls(people.operators, people.pins, former | dict(people.names))

    @classmethod
    def of(cls, local: Sequence[Operator], pins: Mapping[str, str], published: Iterable[Person] = ()) -> Self:
        """Local people, but for badges that the server speaks of: there its word counts, also when it says no."""
        operators = {each.badge: each for each in local}
        names, hashes = {each.badge: each.name for each in local}, dict(pins)
        for each in published:
            badge = each.operator.badge
            operators.pop(badge, None)
            hashes.pop(badge, None)
            if each.operator.name:
                names[badge] = each.operator.name
            if each.may_work:
                operators[badge] = each.operator
                hashes |= {badge: each.pin} if each.pin else {}
        return cls(operators, hashes, names)


@dataclass(slots=True)
class PeopleBook:
    """The people of now. Whoever holds the book sees others with the next sync."""

    current: People


def read_badge(text: str) -> str:
    """What was entered as a badge, with or without the mark of its code; ``people.badge``."""
    badge = text.strip().removeprefix("DSID-")
    if not BADGE.fullmatch(badge):
        raise DockstationError("people.badge")
    return badge


def read_name(text: str) -> str:
    """What was entered as a name, its blanks tidied; ``people.name``."""
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise DockstationError("people.name", most=LONGEST_NAME)
    return name
