"""Whether a parcel may be opened, and what has to be recorded before."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Store, UnitOfWork
from dockstation.application.record_discrepancy import Found
from dockstation.domain.opening import concerns
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.rma import Rma


@dataclass(frozen=True, slots=True)
class Check:
    """A parcel and what is due before it is opened, in order; nothing is due of one that is open or held."""

    parcel: Parcel
    due: tuple[Found, ...]


class CheckParcel:
    """Reads only: what has been recorded of a parcel is never asked for again, however often it is scanned."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, parcel_id: str) -> Check:
        """What is due; raises ``parcel.unknown``."""
        with self._store.unit_of_work() as work:
            parcel = work.parcels.get(parcel_id)
            if parcel.state is not ParcelState.ARRIVED:
                return Check(parcel, ())
            found = [each for number in parcel.rma_numbers for each in self._concerns(work, parcel, number)]
        return Check(parcel, tuple(found))

    def _concerns(self, work: UnitOfWork, parcel: Parcel, number: str) -> list[Found]:
        rma = _known(work, number)
        if rma is None:
            return []
        recorded = {
            each.kind
            for each in work.discrepancies.of_parcel(parcel.parcel_id)
            if each.rma_number == number and not each.withdrawn
        }
        told = concerns(rma, parcel.arrived_at or self._clock.now().at)
        return [
            Found(kind, parcel.parcel_id, number, facts=facts) for kind, facts in told.items() if kind not in recorded
        ]


def _known(work: UnitOfWork, number: str) -> Rma | None:
    return next((each for each in work.rmas.find(number) if each.number == number), None)
