"""What a scan was found to belong to."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.domain.parcel import ParcelState
from dockstation.domain.rma import Rma
from dockstation.domain.unit import Unit


@dataclass(frozen=True, slots=True)
class Match:
    """A return with the code on its parcel, or a unit that has a licence plate already."""

    code: str
    rma: Rma
    unit: Unit | None = None


def parcel_code(code: str, rma: Rma) -> str:
    """One box keeps one code, whichever of its codes is scanned: its tracking number where that is certain."""
    if code in rma.tracking_numbers:
        return code
    return rma.tracking_numbers[0] if len(rma.tracking_numbers) == 1 else rma.number


@dataclass(frozen=True, slots=True)
class Listed:
    """One of several returns that may be meant, and where its parcel is here."""

    match: Match
    state: ParcelState = ParcelState.EXPECTED


@dataclass(frozen=True, slots=True)
class Shortlist:
    """Returns among which a person chooses, the most likely first. ``more``: there are others."""

    entries: tuple[Listed, ...]
    more: bool = False
