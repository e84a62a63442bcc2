"""What a scanned code can be, as far as the code alone can tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from dockstation.domain.text import visible


class ScanKind(StrEnum):
    """What a code is."""

    COMMAND = "command"
    BADGE = "badge"
    CONTAINER = "container"
    RMA_LABEL = "rma_label"
    LPN = "lpn"
    GTIN = "gtin"
    GS1 = "gs1"
    """A GS1 element string or Digital Link: several facts in one code, see ``parts``."""
    SSCC = "sscc"
    TRACKING = "tracking"
    ORDER = "order"
    SERIAL = "serial"
    IMEI = "imei"
    CODE = "code"
    """Something to look up that may be several things, or anything: see ``candidates``."""
    UNKNOWN = "unknown"
    """Nothing that this station looks up: control characters, emoji, markup, printer commands."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One string under which the code may be known. ``carrier`` is "" where none is meant."""

    kind: ScanKind
    carrier: str
    value: str


@dataclass(frozen=True, slots=True)
class Scan:
    """A code with its meaning. ``shown`` is safe to put on a screen, ``codes`` are safe to look up.

    ``value`` is the first of them, or what the kind needs (a command's name, a badge), the code as read where it may
    be several things, and "" where a GS1 code names nothing that a return is known by. ``parts`` are keyed as
    docs/decisions/meaning-of-codes.md says, and may hold any printable character of GS1's set. ``candidates`` are
    what the store may know it as, the most particular first; where ``kind`` is CODE they may be of several kinds, and
    only the store can tell.
    """

    kind: ScanKind
    value: str
    shown: str
    parts: Mapping[str, str] = field(default_factory=dict)
    candidates: tuple[Candidate, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """What to look up, in this order, each string once."""
        return tuple(dict.fromkeys(each.value for each in self.candidates)) or ((self.value,) if self.value else ())


class Weight(IntEnum):
    """How much a reading proves."""

    HINT = 1
    """A bare number with a check digit or a usual beginning: one in ten random numbers has as much."""
    LIKELY = 2
    """Names the kind as long as nothing else reads the code in another way."""
    SURE = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a code."""

    kind: ScanKind
    weight: Weight
    candidates: tuple[Candidate, ...]
    parts: Mapping[str, str]


def agreed_kind(readings: Iterable[Reading]) -> ScanKind:
    """The kind that the readings prove; CODE where they prove none, or several."""
    found = tuple(readings)
    strongest = max((each.weight for each in found), default=Weight.HINT)
    if strongest is Weight.HINT:
        return ScanKind.CODE
    kinds = {each.kind for each in found if each.weight is strongest or strongest is Weight.LIKELY}
    return kinds.pop() if len(kinds) == 1 else ScanKind.CODE


def shown(raw: str, limit: int = 64) -> str:
    """``raw`` fit for a screen: invisible characters written out (‹GS›), cut at ``limit`` characters."""
    named = "".join(visible(char) for char in raw[: limit + 1])
    written = "".join(char if char.isprintable() else "□" for char in named)
    return written if len(written) <= limit else written[:limit] + "…"
