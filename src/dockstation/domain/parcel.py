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


class Condition(StrEnum):
    """How a parcel looked before it was opened."""

    INTACT = "intact"
    DAMAGED = "damaged"
    WET = "wet"
    OPENED = "opened"


TRANSITIONS: dict[ParcelState, frozenset[ParcelState]] = {
    ParcelState.EXPECTED: frozenset({ParcelState.ARRIVED, ParcelState.REFUSED}),
    ParcelState.ARRIVED: frozenset({ParcelState.OPENED, ParcelState.HELD, ParcelState.REFUSED}),
    ParcelState.HELD: frozenset({ParcelState.ARRIVED, ParcelState.REFUSED}),
    ParcelState.OPENED: frozenset({ParcelState.RECEIVED, ParcelState.HELD}),
    ParcelState.RECEIVED: frozenset({ParcelState.CLOSED, ParcelState.OPENED}),
    ParcelState.CLOSED: frozenset(),
    ParcelState.REFUSED: frozenset(),
}


HERE = frozenset({ParcelState.ARRIVED, ParcelState.OPENED, ParcelState.RECEIVED, ParcelState.HELD})
"""At the dock, and not finished with."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One box, found by the code on it (``code``).

    ``rma_numbers``: the returns whose goods it holds as far as is known, () for a stranger's. ``condition`` is None
    until somebody has looked. ``arrived_at`` is RFC 3339 in UTC, "" before; ``weight_g`` is 0 until it was weighed.
    """

    parcel_id: str
    code: str
    rma_numbers: tuple[str, ...] = ()
    state: ParcelState = ParcelState.EXPECTED
    carrier: str = ""
    condition: Condition | None = None
    arrived_at: str = ""
    weight_g: int = 0

    @property
    def rma_number(self) -> str:
        """The return that it was found by, "" for a stranger's."""
        return self.rma_numbers[0] if self.rma_numbers else ""

    def moved_to(self, state: ParcelState) -> Parcel:
        """The parcel in its next state; ``parcel.transition`` when that step does not exist."""
        if state not in TRANSITIONS[self.state]:
            raise DockstationError("parcel.transition", parcel=self.code, now=self.state, wanted=state)
        return replace(self, state=state)
