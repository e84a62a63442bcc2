"""A physical box and its life."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from dockstation.domain.errors import DockstationError


class ParcelState(StrEnum):
    """Where a parcel is on its way through the dock."""

    EXPECTED = "expected"
    ARRIVED = "arrived"
    OPENED = "opened"
    RECEIVED = "received"
    CLOSED = "closed"
    HELD = "held"
    REFUSED = "refused"


TRANSITIONS: dict[ParcelState, frozenset[ParcelState]] = {
    ParcelState.EXPECTED: frozenset({ParcelState.ARRIVED, ParcelState.REFUSED}),
    ParcelState.ARRIVED: frozenset({ParcelState.OPENED, ParcelState.HELD, ParcelState.REFUSED}),
    ParcelState.HELD: frozenset({ParcelState.ARRIVED, ParcelState.REFUSED}),
    ParcelState.OPENED: frozenset({ParcelState.RECEIVED, ParcelState.HELD}),
    ParcelState.RECEIVED: frozenset({ParcelState.CLOSED, ParcelState.OPENED}),
    ParcelState.CLOSED: frozenset(),
    ParcelState.REFUSED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Parcel:
    """One box, found by the code on it (``code``), belonging to one RMA as far as is known."""

    parcel_id: str
    code: str
    rma_number: str
    state: ParcelState = ParcelState.EXPECTED

    def moved_to(self, state: ParcelState) -> Parcel:
        """The parcel in its next state; ``parcel.transition`` when that step does not exist."""
        if state not in TRANSITIONS[self.state]:
            raise DockstationError("parcel.transition", parcel=self.code, now=self.state, wanted=state)
        return replace(self, state=state)
