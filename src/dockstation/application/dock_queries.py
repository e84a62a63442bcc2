"""What the dock's screen shows, all of it out of the store: a restart changes no number on it."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.application.outbox import about_parcel
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import PrintState, Store, UnitOfWork
from dockstation.domain.arrival import EVIDENCE, midnight_before
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.privacy import Discretion
from dockstation.domain.rma import Rma
from dockstation.domain.weight import WeightRule, expected_grams

LATEST = 8
"""Parcels in the list."""


@dataclass(frozen=True, slots=True)
class ArrivedParcel:
    """A parcel with whose it is. ``label`` is what became of its newest label, None while there is none.

    ``expected_g`` is what its goods should weigh, 0 where nobody knows; ``weight_off``: it is far from that.
    """

    parcel: Parcel
    customer: str = ""
    label: PrintState | None = None
    expected_g: int = 0
    weight_off: bool = False


@dataclass(frozen=True, slots=True)
class DockView:
    """``run`` and ``today`` count parcels; ``latest`` are the newest first.

    ``wanted`` is the parcel, with the difference, whose photo must be taken before the next parcel counts.
    """

    run: int
    today: int
    latest: tuple[ArrivedParcel, ...]
    unlabelled: int = 0
    wanted: tuple[ArrivedParcel, DiscrepancyKind] | None = None


class DockQueries:
    """Reads for the dock; every call is one short transaction."""

    def __init__(
        self, store: Store, clock: Clock, weights: WeightRule, label: str = "parcel",
        discretion: Discretion = Discretion.FULL,
    ) -> None:  # fmt: skip
        self._store = store
        self._clock = clock
        self._weights = weights
        self._label, self._discretion = label, discretion

    def dock(self, began: str) -> DockView:
        """The run that began then, and the day it belongs to."""
        today = midnight_before(self._clock.now())
        with self._store.unit_of_work() as work:
            latest = tuple(self._arrived(work, each) for each in work.parcels.arrived_since(today, LATEST))
            unlabelled = work.spool.count_to_label(began)
            wanted = self._wanted(work, today)
            return DockView(
                work.parcels.count_since(began), work.parcels.count_since(today), latest, unlabelled, wanted
            )

    def parcel(self, parcel_id: str) -> ArrivedParcel:
        """One parcel; ``parcel.unknown`` when there is none."""
        with self._store.unit_of_work() as work:
            return self._arrived(work, work.parcels.get(parcel_id))

    def _arrived(self, work: UnitOfWork, parcel: Parcel) -> ArrivedParcel:
        jobs = work.spool.states_of(about_parcel(parcel.parcel_id), self._label)
        rmas = [rma for number in parcel.rma_numbers if (rma := _known(work, number))]
        expected = expected_grams(rmas) if len(rmas) == len(parcel.rma_numbers) else 0
        off = self._weights.is_far_off(parcel.weight_g, expected)
        customer = self._discretion.customer(rmas[0].customer) if rmas else ""
        return ArrivedParcel(parcel, customer, jobs[-1] if jobs else None, expected, off)

    def _wanted(self, work: UnitOfWork, since: str) -> tuple[ArrivedParcel, DiscrepancyKind] | None:
        for parcel in work.parcels.not_intact_since(since):
            if parcel.state is not ParcelState.ARRIVED or parcel.condition is None:
                continue
            kind = EVIDENCE[parcel.condition]
            recorded = work.discrepancies.of_parcel(parcel.parcel_id)
            if not any(each.kind is kind and not each.withdrawn for each in recorded):
                return self._arrived(work, parcel), kind
        return None


def _known(work: UnitOfWork, number: str) -> Rma | None:
    try:
        return work.rmas.get(number)
    except DockstationError:  # the server took it back meanwhile
        return None
