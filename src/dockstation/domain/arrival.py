"""What is noted of a parcel at the door, and what has to be shown for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.events import Instant
from dockstation.domain.parcel import Condition
from dockstation.domain.scan import Scan, ScanKind, parse

HEAVIEST_G = 200_000
"""No parcel that a person lifts weighs more; what does is a slip of the finger or noise on the line."""


class Refusal(StrEnum):
    """Why a parcel was not taken in."""

    DESTROYED = "destroyed"
    NOT_OURS = "not_ours"


EVIDENCE: Mapping[Condition, DiscrepancyKind] = {
    Condition.DAMAGED: DiscrepancyKind.PARCEL_DAMAGED,
    Condition.WET: DiscrepancyKind.PARCEL_WET,
    Condition.OPENED: DiscrepancyKind.PARCEL_OPENED,
}
"""The difference that each condition but intact is recorded as."""

REFUSAL_EVIDENCE: Mapping[Refusal, DiscrepancyKind] = {
    Refusal.DESTROYED: DiscrepancyKind.PARCEL_DAMAGED,
    Refusal.NOT_OURS: DiscrepancyKind.UNKNOWN_PARCEL,
}
"""The kind under which the photo of a refused parcel is kept."""

_ITEMS = frozenset({ScanKind.LPN, ScanKind.GTIN, ScanKind.SERIAL, ScanKind.IMEI})


def may_be_a_parcel(scan: Scan) -> bool:
    """Whether the code can stand on the outside of a stranger's parcel; an item's own code does not."""
    if scan.kind is ScanKind.GS1:
        return any(each.kind is ScanKind.SSCC for each in scan.candidates)
    return scan.kind not in _ITEMS


def carrier_of(scan: Scan, code: str) -> str:
    """Who carried it, as far as its codes agree; "" where they tell nothing or several things."""
    for each in (scan, parse(code)):
        carriers = {candidate.carrier for candidate in each.candidates if candidate.carrier}
        if len(carriers) == 1:
            return carriers.pop()
    return ""


def midnight_before(now: Instant) -> str:
    """When the station's own day began, RFC 3339 in UTC like ``Parcel.arrived_at``."""
    offset = timedelta(minutes=now.offset)
    local = datetime.fromisoformat(now.at) + offset
    began = local.replace(hour=0, minute=0, second=0, microsecond=0) - offset
    return began.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
