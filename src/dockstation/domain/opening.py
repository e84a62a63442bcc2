"""What has to be settled about a return before its parcel is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.parcel import Parcel
from dockstation.domain.rma import Rma, RmaStatus
from dockstation.domain.weight import WeightRule, expected_grams

ABUSIVE_RETURNS = "abusive_returns"
"""The flag by which the server asks for more evidence."""

_CLOSED = {
    RmaStatus.CANCELLED: DiscrepancyKind.RMA_CANCELLED,
    RmaStatus.REFUNDED: DiscrepancyKind.RMA_REFUNDED,
}
Concerns = Mapping[DiscrepancyKind, Mapping[str, str]]
"""Each kind with its facts, in the order in which they are asked about."""


def concerns(rma: Rma, arrived_at: str) -> Concerns:
    """What differs from a return as it should be; one that is closed is put aside, so nothing else is asked of it.

    The window is held to the day of dispatch where it is known, else to ``arrived_at`` (RFC 3339).
    """
    if rma.status in _CLOSED:
        return {_CLOSED[rma.status]: {}}
    found: dict[DiscrepancyKind, Mapping[str, str]] = {}
    if late := _late(rma, arrived_at):
        found[DiscrepancyKind.OUTSIDE_WINDOW] = late
    if ABUSIVE_RETURNS in rma.flags:
        found[DiscrepancyKind.FLAGGED_CUSTOMER] = {}
    return found


def weight_concern(parcel: Parcel, rmas: Sequence[Rma], rule: WeightRule) -> Concerns:
    """A weight far from that of the goods, where both are known."""
    expected_g = expected_grams(rmas)
    if not rule.is_far_off(parcel.weight_g, expected_g):
        return {}
    return {DiscrepancyKind.WEIGHT_OFF: {"expected_g": str(expected_g), "weight_g": str(parcel.weight_g)}}


def _late(rma: Rma, arrived_at: str) -> Mapping[str, str]:
    moment = rma.dispatched_at or datetime.fromisoformat(arrived_at)
    if moment <= rma.window_ends:
        return {}
    told = "dispatched_at" if rma.dispatched_at else "arrived_at"
    return {"window_ends": rma.window_ends.isoformat(), told: moment.isoformat()}
