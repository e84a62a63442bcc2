"""Who may work at the station: people of station.toml, and those that the server tells of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from dockstation.domain.operator import Operator


@dataclass(frozen=True, slots=True)
class PublishedPerson:
    """What the server says of a badge. ``may_work`` is False for who works there no more."""

    operator: Operator
    pin: str = field(default="", repr=False)
    may_work: bool = True


@dataclass(frozen=True, slots=True)
class People:
    """Everybody by badge. ``pins`` are PIN hashes; ``names`` also those of people who may not work any more."""

    operators: Mapping[str, Operator] = field(default_factory=dict)
    pins: Mapping[str, str] = field(default_factory=dict, repr=False)
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, local: Sequence[Operator], pins: Mapping[str, str], published: Iterable[PublishedPerson] = ()
    ) -> Self:
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
