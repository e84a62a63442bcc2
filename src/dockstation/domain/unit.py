"""A physical item taken out of a parcel, and its life."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from dockstation.domain.errors import DockstationError


class UnitState(StrEnum):
    """Where a unit is between the parcel and its bin."""

    RECEIVED = "received"
    INSPECTING = "inspecting"
    DECIDED = "decided"
    LABELLED = "labelled"
    PUT_AWAY = "put_away"
    VOIDED = "voided"
    """Counted by mistake: it is no item any more, its licence plate is never given again."""


TRANSITIONS: dict[UnitState, frozenset[UnitState]] = {
    UnitState.RECEIVED: frozenset({UnitState.INSPECTING, UnitState.VOIDED}),
    UnitState.INSPECTING: frozenset({UnitState.DECIDED, UnitState.VOIDED}),
    UnitState.DECIDED: frozenset({UnitState.LABELLED, UnitState.INSPECTING, UnitState.VOIDED}),
    UnitState.LABELLED: frozenset({UnitState.PUT_AWAY, UnitState.DECIDED, UnitState.INSPECTING, UnitState.VOIDED}),
    UnitState.PUT_AWAY: frozenset(),
    UnitState.VOIDED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One item with its licence plate. ``serial`` is what was scanned from it, "" if nothing was.

    An item that no line of the return expects has no ``line_id``, and ``found_as`` is the code or the words for it.
    """

    lpn: str
    parcel_id: str
    rma_number: str
    line_id: str
    serial: str = ""
    state: UnitState = UnitState.RECEIVED
    found_as: str = ""

    def moved_to(self, state: UnitState) -> Unit:
        """The unit in its next state; ``unit.transition`` when that step does not exist."""
        if state not in TRANSITIONS[self.state]:
            raise DockstationError("unit.transition", lpn=self.lpn, now=self.state, wanted=state)
        return replace(self, state=state)
