"""Where what came differs from what was expected, and what has to be shown for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dockstation.domain.errors import DockstationError


class DiscrepancyKind(StrEnum):
    """What differs."""

    UNKNOWN_PARCEL = "unknown_parcel"
    RMA_CANCELLED = "rma_cancelled"
    RMA_REFUNDED = "rma_refunded"
    OUTSIDE_WINDOW = "outside_window"
    FLAGGED_CUSTOMER = "flagged_customer"
    PARCEL_DAMAGED = "parcel_damaged"
    PARCEL_WET = "parcel_wet"
    PARCEL_OPENED = "parcel_opened"
    WEIGHT_OFF = "weight_off"
    EMPTY_BOX = "empty_box"
    MISSING = "missing"
    MISSING_ACCESSORY = "missing_accessory"
    EXTRA = "extra"
    WRONG_ITEM = "wrong_item"
    SERIAL_MISMATCH = "serial_mismatch"
    SERIAL_BEFORE = "serial_before"
    EXPIRED = "expired"
    RECALLED = "recalled"
    HAZARDOUS = "hazardous"
    COUNTERFEIT = "counterfeit"


class About(StrEnum):
    """What a discrepancy is about."""

    PARCEL = "parcel"
    LINE = "line"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Flow:
    """The evidence that a kind asks for. One of ``answers`` must be given, () asks nothing.

    ``holds``: the parcel goes to the held pool with it. ``by_hand``: only a person can see it, so a person says it.
    """

    about: About
    photos: int = 0
    answers: tuple[str, ...] = ()
    holds: bool = False
    by_hand: bool = False


FLOWS: Mapping[DiscrepancyKind, Flow] = {
    DiscrepancyKind.UNKNOWN_PARCEL: Flow(About.PARCEL, photos=1, holds=True),
    DiscrepancyKind.RMA_CANCELLED: Flow(About.PARCEL, photos=1, holds=True),
    DiscrepancyKind.RMA_REFUNDED: Flow(About.PARCEL, photos=1, holds=True),
    DiscrepancyKind.OUTSIDE_WINDOW: Flow(About.PARCEL),
    DiscrepancyKind.FLAGGED_CUSTOMER: Flow(About.PARCEL, photos=2),
    DiscrepancyKind.PARCEL_DAMAGED: Flow(About.PARCEL, photos=1),
    DiscrepancyKind.PARCEL_WET: Flow(About.PARCEL, photos=1),
    DiscrepancyKind.PARCEL_OPENED: Flow(About.PARCEL, photos=1),
    DiscrepancyKind.WEIGHT_OFF: Flow(About.PARCEL, photos=1),
    DiscrepancyKind.EMPTY_BOX: Flow(About.PARCEL, photos=2, by_hand=True),
    DiscrepancyKind.MISSING: Flow(About.LINE, photos=1),
    DiscrepancyKind.MISSING_ACCESSORY: Flow(About.UNIT, photos=1, by_hand=True),
    DiscrepancyKind.EXTRA: Flow(About.UNIT, photos=1),
    DiscrepancyKind.WRONG_ITEM: Flow(About.UNIT, photos=1, answers=("sent_by_customer", "sent_by_us", "unclear")),
    DiscrepancyKind.SERIAL_MISMATCH: Flow(About.UNIT, photos=1, answers=("our_mis_shipment", "swapped", "unclear")),
    DiscrepancyKind.SERIAL_BEFORE: Flow(About.UNIT, photos=1, answers=("returned_again", "swapped", "unclear")),
    DiscrepancyKind.EXPIRED: Flow(About.UNIT, photos=1, by_hand=True),
    DiscrepancyKind.RECALLED: Flow(About.UNIT, by_hand=True),
    DiscrepancyKind.HAZARDOUS: Flow(About.UNIT, photos=1, by_hand=True),
    DiscrepancyKind.COUNTERFEIT: Flow(About.UNIT, photos=2, by_hand=True),
}


AT_THE_DOCK = (
    DiscrepancyKind.PARCEL_DAMAGED,
    DiscrepancyKind.PARCEL_WET,
    DiscrepancyKind.PARCEL_OPENED,
    DiscrepancyKind.WEIGHT_OFF,
)
"""What is asked about at the dock, and may have been overlooked there."""


def by_hand(*, of_unit: bool) -> tuple[DiscrepancyKind, ...]:
    """What a person can say is wrong: with the newest item, or that there is none, and with the parcel."""
    about = About.UNIT if of_unit else About.PARCEL
    seen = tuple(kind for kind, flow in FLOWS.items() if flow.by_hand and flow.about is about)
    return (*seen, *AT_THE_DOCK)


NO_CAMERA: Mapping[str, str] = {"photos": "no_camera"}
"""The fact that excuses missing photos: the station has no camera, and the record says so."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One difference as recorded. ``lpn`` and ``line_id`` are "" where it is not about a unit or a line.

    ``facts`` are what was expected and what was found, as text; ``photos`` are SHA-256 names.
    """

    discrepancy_id: str
    kind: DiscrepancyKind
    parcel_id: str
    rma_number: str = ""
    line_id: str = ""
    lpn: str = ""
    answer: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    photos: tuple[str, ...] = ()
    withdrawn: bool = False

    def require_evidence(self) -> None:
        """Raise ``discrepancy.photos`` or ``discrepancy.answer`` while something is missing."""
        flow = FLOWS[self.kind]
        excused = NO_CAMERA.items() <= self.facts.items()
        if len(self.photos) < flow.photos and not excused:
            raise DockstationError("discrepancy.photos", kind=self.kind, needed=flow.photos, taken=len(self.photos))
        if flow.answers and self.answer not in flow.answers:
            raise DockstationError("discrepancy.answer", kind=self.kind)
