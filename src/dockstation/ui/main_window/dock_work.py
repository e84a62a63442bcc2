"""What the dock's stage has done on the store's lane, each with the look at the store after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dockstation.application.dock_queries import ArrivedParcel, DockView
from dockstation.application.record_discrepancy import Found
from dockstation.domain.arrival import EVIDENCE, Refusal
from dockstation.domain.discrepancy import NO_CAMERA, DiscrepancyKind
from dockstation.domain.operator import Operator
from dockstation.domain.parcel import Condition
from dockstation.domain.scan import Scan
from dockstation.domain.shot import Shot
from dockstation.ui.main_window.use_cases import UseCases

NOTED_ANEW = "noted_anew"
"""Why a difference is withdrawn when the parcel turns out to look otherwise."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The present parcel and the counts after a piece of work; ``doubts`` are what may be amiss with its photo."""

    present: ArrivedParcel
    view: DockView
    first: bool = True
    doubts: tuple[str, ...] = ()


Work = Callable[[UseCases, Operator], Taken]


def looking(
    use: UseCases, began: str, present: ArrivedParcel | None
) -> Callable[[], tuple[DockView, ArrivedParcel | None]]:
    """How it stands by now."""

    def look() -> tuple[DockView, ArrivedParcel | None]:
        view = use.dock_queries.dock(began)
        return view, use.dock_queries.parcel(present.parcel.parcel_id) if present else None

    return look


def arriving(scan: Scan, began: str) -> Work:
    """Take a parcel in."""

    def arrive(use: UseCases, by: Operator) -> Taken:
        arrival = use.arrive(scan, by)
        return _taken(use, arrival.parcel.parcel_id, began, first=arrival.first)

    return arrive


def noting(parcel_id: str, condition: Condition, began: str, *, camera: bool) -> Work:
    """Note how it looks, having withdrawn what was recorded of another look; without a camera record it at once."""

    def note(use: UseCases, by: Operator) -> Taken:
        for each in use.record_discrepancy.standing(parcel_id, set(EVIDENCE.values())):
            if each.kind is not EVIDENCE.get(condition):
                use.record_discrepancy.withdraw(each.discrepancy_id, NOTED_ANEW, by)
        parcel = use.arrive.note_condition(parcel_id, condition, by)
        wanted = use.dock_queries.dock(began).wanted
        if not camera and wanted is not None and wanted[0].parcel.parcel_id == parcel_id:
            use.record_discrepancy(Found(EVIDENCE[condition], parcel_id, parcel.rma_number, facts=NO_CAMERA), by)
        return _taken(use, parcel_id, began)

    return note


def weighing(parcel_id: str, grams: int, how: str, began: str) -> Work:
    """Keep what it weighs."""

    def weigh(use: UseCases, by: Operator) -> Taken:
        use.arrive.weigh(parcel_id, grams, how, by)
        return _taken(use, parcel_id, began)

    return weigh


def proving(
    parcel_id: str, kind: DiscrepancyKind, refused: Refusal | None, take: Callable[[], Shot] | None, began: str
) -> Work:
    """Make the photo durable, then record what it shows, or refuse the parcel."""

    def prove(use: UseCases, by: Operator) -> Taken:
        shot = take() if take is not None else None
        if shot is not None:
            use.record_discrepancy.photograph(parcel_id, kind, shot, by)
        if refused is not None:
            use.arrive.refuse(parcel_id, refused, by, camera=take is not None)
        else:
            rma = use.queries.parcel(parcel_id).rma_number
            use.record_discrepancy(Found(kind, parcel_id, rma, facts={} if take else NO_CAMERA), by)
        return replace(_taken(use, parcel_id, began), doubts=shot.warnings if shot else ())

    return prove


def _taken(use: UseCases, parcel_id: str, began: str, *, first: bool = True) -> Taken:
    view = use.dock_queries.dock(began)
    listed = next((each for each in view.latest if each.parcel.parcel_id == parcel_id), None)
    return Taken(listed or use.dock_queries.parcel(parcel_id), view, first)
