"""The held pool as a screen shows it."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.application.ports.store import Store, UnitOfWork
from dockstation.domain.discrepancy import FLOWS, Discrepancy, DiscrepancyKind
from dockstation.domain.parcel import Parcel, ParcelState


@dataclass(frozen=True, slots=True)
class HeldParcel:
    """A parcel that was put aside, why, and the photos of it in the order taken."""

    parcel: Parcel
    reason: DiscrepancyKind
    photos: tuple[str, ...]


class HeldPool:
    """Reads the parcels that wait to be matched."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self) -> tuple[HeldParcel, ...]:
        """Those that came first are first; among them strangers' parcels that nobody has put aside yet."""
        with self._store.unit_of_work() as work:
            held = work.parcels.in_states((ParcelState.HELD,))
            waiting = {each.parcel_id: each for each in (*held, *work.parcels.strangers())}
            return tuple(_held(work, each) for each in sorted(waiting.values(), key=lambda each: each.arrived_at))


def _held(work: UnitOfWork, parcel: Parcel) -> HeldParcel:
    photos = tuple(dict.fromkeys(photo.sha256 for photo in work.discrepancies.photos(parcel.parcel_id)))
    return HeldParcel(parcel, _reason(work.discrepancies.of_parcel(parcel.parcel_id)), photos)


def _reason(found: tuple[Discrepancy, ...]) -> DiscrepancyKind:
    """The last that puts a parcel aside."""
    holding = [each.kind for each in found if FLOWS[each.kind].holds and not each.withdrawn]
    return holding[-1] if holding else DiscrepancyKind.UNKNOWN_PARCEL
