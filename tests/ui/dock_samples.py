"""A believable morning at the door."""

from __future__ import annotations

from dataclasses import replace

from dockstation.application.dock_queries import ArrivedParcel, DockView
from dockstation.application.ports.store import PrintState
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.parcel import Condition, Parcel, ParcelState
from dockstation.ui.screens.dock import Asking, DockSight

KNOWN = ArrivedParcel(
    Parcel(
        "p1", "SF1029384756123", ("RMA-2026-004711",), ParcelState.ARRIVED, "sf", Condition.INTACT,
        "2026-11-26T01:10:00.000Z", 1240,
    ),
    "王小明", PrintState.SENT, 1410,
)  # fmt: skip
STRANGER = ArrivedParcel(
    Parcel("p2", "YT8812345678901", (), ParcelState.ARRIVED, "yto", None, "2026-11-26T01:11:00.000Z")
)
WET = replace(KNOWN, parcel=replace(KNOWN.parcel, code="JT2000345678901", carrier="jt", condition=Condition.WET))
LONG = replace(
    STRANGER, parcel=replace(STRANGER.parcel, code="9261290100130435082878ABCDEF0123456789", carrier="china_post")
)
REFUSED = replace(STRANGER, parcel=replace(STRANGER.parcel, state=ParcelState.REFUSED), label=PrintState.UNKNOWN)
LATEST = (KNOWN, STRANGER, WET, LONG, REFUSED, KNOWN, STRANGER, WET)
VIEW = DockView(128, 1042, LATEST)


def sight(name: str) -> DockSight:
    """By the name of its scene in the gallery."""
    off = replace(KNOWN, parcel=replace(KNOWN.parcel, weight_g=3240), weight_off=True)
    sights = {
        "empty": DockSight(DockView(0, 17, ())),
        "known": DockSight(VIEW, off),
        "stranger": DockSight(replace(VIEW, run=7), LONG),
        "again": DockSight(VIEW, KNOWN, again=True),
        "photo": DockSight(VIEW, WET, asking=Asking.PHOTO, about=WET, kind=DiscrepancyKind.PARCEL_WET, held=3),
        "reason": DockSight(VIEW, KNOWN, asking=Asking.REASON, about=KNOWN),
        "weight": DockSight(VIEW, KNOWN, asking=Asking.WEIGHT, about=KNOWN, typed="1240"),
        "no-printer": DockSight(replace(VIEW, unlabelled=14), replace(KNOWN, label=PrintState.FAILED)),
    }
    return sights[name]
