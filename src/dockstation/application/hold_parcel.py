"""The held pool: parcels that cannot be opened yet, and the way out of it."""

from __future__ import annotations

from dataclasses import replace

from dockstation.application.outbox import about_parcel, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Store, UnitOfWork
from dockstation.application.record_discrepancy import Found, RecordDiscrepancy
from dockstation.domain.discrepancy import Discrepancy, DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.operator import Operator, Task
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.rma import Rma

SERVER = "server"
"""Who matched a parcel, where nobody here did."""


class HoldParcel:
    """Puts parcels aside with their evidence, and matches them to their return."""

    def __init__(self, store: Store, clock: Clock, record_discrepancy: RecordDiscrepancy) -> None:
        self._store = store
        self._clock = clock
        self._record_discrepancy = record_discrepancy

    def __call__(self, found: Found, by: Operator) -> Parcel:
        """Record the difference and put the parcel aside, both or neither.

        Raises ``discrepancy.photos`` and ``discrepancy.answer`` while evidence is missing, and ``parcel.known_now``
        for a stranger's parcel whose return has come meanwhile.
        """
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            parcel = work.parcels.get(found.parcel_id)
            if found.kind is DiscrepancyKind.UNKNOWN_PARCEL and parcel.rma_numbers:
                raise DockstationError("parcel.known_now", code=parcel.code)
            held = parcel.moved_to(ParcelState.HELD)
            recorded = self._record_discrepancy.within(work, found, by)
            work.parcels.put(held)
            self._tell(work, held, "ParcelHeld", by.badge, **_why(recorded))
            work.commit()
        return held

    def match(self, parcel_id: str, rma_number: str, by: Operator) -> Parcel:
        """The parcel, shut and waiting to be opened, as one of this return.

        Raises ``role.forbidden``, ``parcel.not_held``, and ``rma.unknown`` for a return that is not known here.
        """
        by.require(Task.MATCH)
        with self._store.unit_of_work() as work:
            parcel = work.parcels.get(parcel_id)
            if parcel.state is not ParcelState.HELD and parcel not in work.parcels.strangers():
                raise DockstationError("parcel.not_held", code=parcel.code)
            matched = self._matched(work, parcel, work.rmas.get(rma_number), by.badge)
            work.commit()
        return matched

    def match_known(self) -> tuple[Parcel, ...]:
        """Match the strangers' parcels, put aside or not yet, whose code is known here by now."""
        with self._store.unit_of_work() as work:
            found = [(parcel, _owner(work, parcel)) for parcel in work.parcels.strangers()]
            matched = tuple(self._matched(work, parcel, rma, SERVER) for parcel, rma in found if rma is not None)
            if matched:
                work.commit()
        return matched

    def _matched(self, work: UnitOfWork, parcel: Parcel, rma: Rma, by: str) -> Parcel:
        shut = parcel if parcel.state is ParcelState.ARRIVED else parcel.moved_to(ParcelState.ARRIVED)
        matched = replace(shut, rma_numbers=(rma.number,))
        work.parcels.put(matched)
        self._tell(work, matched, "ParcelMatched", by, before=parcel.rma_number)
        return matched

    def _tell(self, work: UnitOfWork, parcel: Parcel, kind: str, by: str, **more: object) -> None:
        body = {"parcel_id": parcel.parcel_id, "code": parcel.code, "rma_number": parcel.rma_number, "by": by}
        record(work, self._clock, Fact(about_parcel(parcel.parcel_id), kind, body | more))


def _why(recorded: Discrepancy) -> dict[str, object]:
    photos = [{"sha256": each} for each in recorded.photos]
    return {"reason": recorded.kind.value, "discrepancy_id": recorded.discrepancy_id, "photos": photos}


def _owner(work: UnitOfWork, parcel: Parcel) -> Rma | None:
    """The one return that a stranger's parcel belongs to by now; of several a person must choose."""
    outside = [each for each in work.rmas.find(parcel.code) if parcel.code in (each.number, *each.tracking_numbers)]
    return outside[0] if len(outside) == 1 else None
