"""The decision about a unit, with the trace that says why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dockstation.domain.text import Text


@dataclass(frozen=True, slots=True)
class Tried:
    """One rule that was looked at, whether it matched, and why it exists."""

    table: str
    rule_id: str
    matched: bool
    value: str
    reason: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class Decision:
    """Grade, disposition, responsibility and advice, with every rule that was tried, in order.

    ``deduction`` is in minor currency units of the RMA. ``values`` are the facts the rules saw.
    """

    grade: str
    disposition: str
    responsibility: str
    resolution: str
    deduction: int
    rules_version: str
    trace: tuple[Tried, ...]
    values: Mapping[str, object]

    def reasons(self) -> tuple[Tried, ...]:
        """The rules that decided, one a table."""
        return tuple(each for each in self.trace if each.matched)


@dataclass(frozen=True, slots=True)
class Disposition:
    """Where a unit goes, as config/dispositions.toml describes it. ``bins`` are the containers that take it."""

    code: str
    word: Text
    meaning: Text
    colour: str
    pictogram: str
    bins: tuple[str, ...]
