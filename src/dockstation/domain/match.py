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
