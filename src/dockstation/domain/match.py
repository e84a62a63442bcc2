"""What a scan was found to belong to."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.domain.rma import Rma
from dockstation.domain.unit import Unit


@dataclass(frozen=True, slots=True)
class Match:
    """A return with the code on its parcel, or a unit that has a licence plate already."""

    code: str
    rma: Rma
    unit: Unit | None = None
