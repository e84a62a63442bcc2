"""Whether a parcel may be opened, and what has to be recorded before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Store, UnitOfWork
from dockstation.application.record_discrepancy import Found
from dockstation.domain.arrival import EVIDENCE
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.opening import concerns, weight_concern
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.rma import Rma
from dockstation.domain.weight import WeightRule


@dataclass(frozen=True, slots=True)
class Check:
    """A parcel and what is due before it is opened, in order; nothing is due of one that is open or held."""

    parcel: Parcel
    due: tuple[Found, ...]


class CheckParcel:
    """Reads only: what has been recorded of a parcel is never asked for again, however often it is scanned."""

    def __init__(self, store: Store, clock: Clock, weights: WeightRule) -> None:
        self._store = store
        self._clock = clock
        self._weights = weights

    def __call__(self, parcel_id: str) -> Check:
        """What is due; raises ``parcel.unknown``."""
        with self._store.unit_of_work() as work:
            parcel = work.parcels.get(parcel_id)
            if parcel.state is not ParcelState.ARRIVED:
                return Check(parcel, ())
            rmas = [rma for number in parcel.rma_numbers if (rma := _known(work, number))]
            recorded = {
                (each.kind, each.rma_number) for each in work.discrepancies.of_parcel(parcel_id) if not each.withdrawn
            }
        due = tuple(each for each in self._due(parcel, rmas) if (each.kind, each.rma_number) not in recorded)
        return Check(parcel, (*_looks(parcel, {kind for kind, _number in recorded}), *due))

    def _due(self, parcel: Parcel, rmas: Sequence[Rma]) -> Iterator[Found]:
        at = parcel.arrived_at or self._clock.now().at
        for rma in rmas:
            for kind, facts in concerns(rma, at).items():
                yield Found(kind, parcel.parcel_id, rma.number, facts=facts)
        for kind, facts in weight_concern(parcel, rmas, self._weights).items():
            yield Found(kind, parcel.parcel_id, parcel.rma_number, facts=facts)


def _looks(parcel: Parcel, recorded: Collection[DiscrepancyKind]) -> Iterator[Found]:
    """What was noted at the door and left without its photo, whoever the parcel was taken for then."""
    kind = EVIDENCE.get(parcel.condition) if parcel.condition else None
    if kind is not None and kind not in recorded:
        yield Found(kind, parcel.parcel_id, parcel.rma_number)


def _known(work: UnitOfWork, number: str) -> Rma | None:
    return next((each for each in work.rmas.find(number) if each.number == number), None)
