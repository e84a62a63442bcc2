"""A difference with its evidence, recorded; nothing is recorded without what its kind asks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from dockstation.application.outbox import about_parcel, about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.photos import Photos
from dockstation.application.ports.store import Store, UnitOfWork
from dockstation.domain.discrepancy import Discrepancy, DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.evidence import ParcelPhoto
from dockstation.domain.operator import Operator, Task
from dockstation.domain.shot import Shot


@dataclass(frozen=True, slots=True)
class Found:
    """What is to be recorded, but for its photos: those taken for it are found by parcel and kind."""

    kind: DiscrepancyKind
    parcel_id: str
    rma_number: str = ""
    line_id: str = ""
    lpn: str = ""
    answer: str = ""
    facts: Mapping[str, str] | None = None


class RecordDiscrepancy:
    """Takes the photos first, each durable at once, then the difference itself."""

    def __init__(self, store: Store, clock: Clock, photos: Photos) -> None:
        self._store = store
        self._clock = clock
        self._photos = photos

    def photograph(self, parcel_id: str, kind: DiscrepancyKind, shot: Shot, by: Operator) -> ParcelPhoto:
        """Make a photo durable that shows this kind of difference; it waits for the record."""
        by.require(Task.RECEIVE)
        sha256 = self._photos.save(shot.data)
        photo = ParcelPhoto(sha256, len(shot.data), shot.width, shot.height, parcel_id, kind)
        with self._store.unit_of_work() as work:
            parcel = work.parcels.get(parcel_id)
            work.discrepancies.add_photo(photo)
            work.outbox.add_photo(sha256, photo.size)
            body = {
                "parcel_id": parcel_id, "code": parcel.code, "kind": kind.value, "sha256": sha256,
                "size": photo.size, "width": photo.width, "height": photo.height, "by": by.badge,
            }  # fmt: skip
            record(work, self._clock, Fact(about_parcel(parcel_id), "ParcelPhotographed", body))
            work.commit()
        return photo

    def taken(self, parcel_id: str, kind: DiscrepancyKind) -> tuple[ParcelPhoto, ...]:
        """The photos that wait for the record of this kind."""
        with self._store.unit_of_work() as work:
            return work.discrepancies.loose_photos(parcel_id, kind)

    def standing(self, parcel_id: str, kinds: Collection[DiscrepancyKind]) -> tuple[Discrepancy, ...]:
        """What is recorded of a parcel, of these kinds, and has not been withdrawn."""
        with self._store.unit_of_work() as work:
            recorded = work.discrepancies.of_parcel(parcel_id)
        return tuple(each for each in recorded if each.kind in kinds and not each.withdrawn)

    def require(self, found: Found) -> None:
        """Raise what recording it would raise, and record nothing yet."""
        with self._store.unit_of_work() as work:
            self._complete(work, found)

    def __call__(self, found: Found, by: Operator) -> Discrepancy:
        """Record it; raises ``discrepancy.photos`` and ``discrepancy.answer`` while evidence is missing."""
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            recorded = self.within(work, found, by)
            work.commit()
        return recorded

    def within(self, work: UnitOfWork, found: Found, by: Operator) -> Discrepancy:
        """The same, in a transaction of the caller's that commits more with it."""
        discrepancy = self._complete(work, found)
        work.discrepancies.put(discrepancy)
        self._tell(work, discrepancy, "DiscrepancyFound", by)
        return discrepancy

    def _complete(self, work: UnitOfWork, found: Found) -> Discrepancy:
        loose = work.discrepancies.loose_photos(found.parcel_id, found.kind)
        discrepancy = Discrepancy(
            self._clock.new_id(), found.kind, found.parcel_id, found.rma_number, found.line_id, found.lpn,
            found.answer, dict(found.facts or {}), tuple(photo.sha256 for photo in loose),
        )  # fmt: skip
        discrepancy.require_evidence()
        return discrepancy

    def withdraw(self, discrepancy_id: str, reason: str, by: Operator) -> Discrepancy:
        """It was none after all; it stays in the history with the reason."""
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            withdrawn = self.withdraw_within(work, discrepancy_id, reason, by)
            work.commit()
        return withdrawn

    def withdraw_within(self, work: UnitOfWork, discrepancy_id: str, reason: str, by: Operator) -> Discrepancy:
        """The same, in a transaction of the caller's that commits more with it."""
        discrepancy = work.discrepancies.get(discrepancy_id)
        if discrepancy.withdrawn:
            raise DockstationError("discrepancy.withdrawn")
        withdrawn = replace(discrepancy, withdrawn=True)
        work.discrepancies.put(withdrawn)
        self._tell(work, withdrawn, "DiscrepancyWithdrawn", by, reason=reason)
        return withdrawn

    def _tell(self, work: UnitOfWork, told: Discrepancy, kind: str, by: Operator, **more: str) -> None:
        body = {
            "discrepancy_id": told.discrepancy_id, "kind": told.kind.value, "parcel_id": told.parcel_id,
            "code": work.parcels.get(told.parcel_id).code, "rma_number": told.rma_number, "line_id": told.line_id,
            "lpn": told.lpn, "answer": told.answer, "facts": dict(told.facts),
            "photos": [{"sha256": each} for each in told.photos], "by": by.badge,
        }  # fmt: skip
        about = about_unit(told.lpn) if told.lpn else about_parcel(told.parcel_id)
        record(work, self._clock, Fact(about, kind, body | more))
