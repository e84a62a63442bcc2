"""A parcel at the door: taken in unopened, looked at, weighed, or refused. Nothing here waits for anybody."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dockstation.application.outbox import about_parcel, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Note, Store, UnitOfWork
from dockstation.domain.arrival import (
    HEAVIEST_G,
    REFUSAL_EVIDENCE,
    Refusal,
    carrier_of,
    may_be_a_parcel,
    midnight_before,
)
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.match import Match, parcel_code
from dockstation.domain.operator import Operator, Task
from dockstation.domain.parcel import Condition, Parcel, ParcelState
from dockstation.domain.rma import Rma
from dockstation.domain.scan import Scan, ScanKind, parse

NEVER = frozenset({ScanKind.COMMAND, ScanKind.BADGE, ScanKind.CONTAINER, ScanKind.UNKNOWN})
STILL_HERE = frozenset({ParcelState.ARRIVED, ParcelState.HELD, ParcelState.OPENED})


@dataclass(frozen=True, slots=True)
class Arrival:
    """A parcel as it stands after its scan. ``first``: it came just now; else it had come before and counts once."""

    parcel: Parcel
    first: bool


class Arrive:
    """Takes parcels in by one scan each, known ones and strangers'."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, scan: Scan, by: Operator) -> Arrival:
        """The parcel that this code stands on.

        Raises ``scan.unknown_code``, ``parcel.no_parcel_code`` for an item's code, and ``rma.ambiguous`` for a code
        of several returns that is on none of their parcels.
        """
        by.require(Task.RECEIVE)
        if scan.kind in NEVER or not scan.codes:
            raise DockstationError("scan.unknown_code", code=scan.shown)
        with self._store.unit_of_work() as work:
            code, rmas = _owners(work, scan)
            before = _came_before(work, scan, code, rmas)
            if before is not None and before.state is not ParcelState.EXPECTED:
                return Arrival(before, first=False)
            parcel = self._arrived(work, scan, before or Parcel("", code, tuple(each.number for each in rmas)), by)
            work.commit()
        return Arrival(parcel, first=True)

    def known(self, match: Match, by: Operator) -> Parcel:
        """The parcel of a return that was found by any of its codes; it arrives with this if it had not come.

        One that came as a stranger's and was not put aside learns whose it is.
        """
        by.require(Task.RECEIVE)
        rma, scan = match.rma, parse(match.code)
        with self._store.unit_of_work() as work:
            parcel = _came_before(work, scan, match.code, (rma,))
            if parcel is None or parcel.state is ParcelState.EXPECTED:
                parcel = self._arrived(work, scan, parcel or Parcel("", match.code, (rma.number,)), by)
            elif parcel.state is ParcelState.ARRIVED and not parcel.rma_numbers:
                parcel = replace(parcel, rma_numbers=(rma.number,))
                work.parcels.put(parcel)
                self._tell(work, parcel, "ParcelMatched", by, before="")
            work.commit()
        return parcel

    def _arrived(self, work: UnitOfWork, scan: Scan, parcel: Parcel, by: Operator) -> Parcel:
        work.require_room()
        arrived = replace(
            parcel.moved_to(ParcelState.ARRIVED),
            parcel_id=parcel.parcel_id or self._clock.new_id(),
            carrier=carrier_of(scan, parcel.code),
            arrived_at=self._clock.now().at,
        )
        work.parcels.put(arrived)
        more = {"rma_numbers": list(arrived.rma_numbers), "carrier": arrived.carrier}
        self._tell(work, arrived, "ParcelArrived", by, **more, arrived_at=arrived.arrived_at)
        return arrived

    def note_condition(self, parcel_id: str, condition: Condition, by: Operator) -> Parcel:
        """How it looked before it was opened; the same again changes nothing. ``parcel.too_late`` afterwards."""
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            parcel = _at_the_door(work, parcel_id)
            if parcel.condition is condition:
                return parcel
            noted = replace(parcel, condition=condition)
            work.parcels.put(noted)
            before = parcel.condition.value if parcel.condition else ""
            self._tell(work, noted, "ParcelConditionNoted", by, condition=condition.value, before=before)
            work.commit()
        return noted

    def weigh(self, parcel_id: str, grams: int, how: str, by: Operator) -> Parcel:
        """Keep what it weighs; ``how``: "scale" or "hand". ``weight.impossible`` for what no parcel weighs."""
        by.require(Task.RECEIVE)
        if not 0 < grams <= HEAVIEST_G:
            raise DockstationError("weight.impossible", grams=grams, most=HEAVIEST_G // 1000)
        with self._store.unit_of_work() as work:
            weighed = replace(_at_the_door(work, parcel_id), weight_g=grams)
            work.parcels.put(weighed)
            self._tell(work, weighed, "ParcelWeighed", by, weight_g=grams, how=how)
            work.commit()
        return weighed

    def refuse(self, parcel_id: str, reason: Refusal, by: Operator, *, camera: bool = True) -> Parcel:
        """Not taken in; ``discrepancy.photos`` while there is no photo of it, ``parcel.transition`` once opened.

        A station without a ``camera`` needs none, and the event says so.
        """
        by.require(Task.RECEIVE)
        kind = REFUSAL_EVIDENCE[reason]
        with self._store.unit_of_work() as work:
            refused = work.parcels.get(parcel_id).moved_to(ParcelState.REFUSED)
            photos = [{"sha256": each.sha256} for each in work.discrepancies.photos(parcel_id) if each.kind is kind]
            if camera and not photos:
                raise DockstationError("discrepancy.photos", kind=kind, needed=1, taken=0)
            work.parcels.put(refused)
            self._tell(work, refused, "ParcelRefused", by, reason=reason.value, photos=photos, camera=camera)
            work.commit()
        return refused

    def begin_run(self) -> str:
        """When the present run began: now, unless one of today goes on that was never ended."""
        now = self._clock.now()
        with self._store.unit_of_work() as work:
            began = work.notes.get(Note.DOCK_RUN) or ""
            if began < midnight_before(now):
                began = now.at
                work.notes.set(Note.DOCK_RUN, began)
                work.commit()
        return began

    def end_run(self) -> None:
        """The next one begins at nought."""
        with self._store.unit_of_work() as work:
            work.notes.set(Note.DOCK_RUN, "")
            work.commit()

    def _tell(self, work: UnitOfWork, parcel: Parcel, kind: str, by: Operator, **more: object) -> None:
        body = {"parcel_id": parcel.parcel_id, "code": parcel.code, "rma_number": parcel.rma_number, "by": by.badge}
        version = next((rma.version for rma in work.rmas.find(parcel.rma_number) if parcel.rma_number), None)
        record(work, self._clock, Fact(about_parcel(parcel.parcel_id), kind, body | more, version))


def _owners(work: UnitOfWork, scan: Scan) -> tuple[str, tuple[Rma, ...]]:
    """The code that the parcel is kept under, and the returns whose goods it holds, () for a stranger's."""
    several, on_an_item = 0, not may_be_a_parcel(scan)
    for code in scan.codes:
        known = work.rmas.find(code)
        found = tuple(rma for rma in known if code in _outside(rma))
        on_an_item = on_an_item or len(found) < len(known)
        if len(found) == 1:
            return parcel_code(code, found[0]), found
        if found and all(code in rma.tracking_numbers for rma in found):
            return code, found
        several = several or len(found)
    if several:
        raise DockstationError("rma.ambiguous", code=scan.shown, count=several)
    if on_an_item:
        raise DockstationError("parcel.no_parcel_code", code=scan.shown)
    return scan.codes[0], ()


def _outside(rma: Rma) -> tuple[str, ...]:
    return (rma.number, rma.order_number, *rma.tracking_numbers)


def _came_before(work: UnitOfWork, scan: Scan, code: str, rmas: tuple[Rma, ...]) -> Parcel | None:
    """By any code of the box; a return's own number names its last box once all of them are here."""
    codes = dict.fromkeys((code, *scan.codes))
    if len(rmas) == 1 and len(rmas[0].tracking_numbers) == 1:
        codes |= {rmas[0].number: None}
    for each in codes:
        if known := work.parcels.by_code(each):
            return known
    if len(rmas) == 1 and code == rmas[0].number:
        boxes = [work.parcels.by_code(each) for each in rmas[0].tracking_numbers]
        return boxes[-1] if boxes and all(boxes) else None
    return None


def _at_the_door(work: UnitOfWork, parcel_id: str) -> Parcel:
    parcel = work.parcels.get(parcel_id)
    if parcel.state not in STILL_HERE:
        raise DockstationError("parcel.too_late", code=parcel.code)
    return parcel
