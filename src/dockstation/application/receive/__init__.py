"""From the parcel on the dock to counted units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dockstation.application.contents import contents
from dockstation.application.outbox import about_parcel, about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.receipts import Receipts
from dockstation.application.ports.store import Note, Store, UnitOfWork
from dockstation.application.receive.closing import require_accounted, totals
from dockstation.application.receive.judging import Odd, OtherReturn, Question, judge
from dockstation.application.record_discrepancy import Found, RecordDiscrepancy
from dockstation.domain import lpn
from dockstation.domain.arrival import carrier_of
from dockstation.domain.contents import Contents, LineKey
from dockstation.domain.counting import Item, SerialWanted, Sighting
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.match import Match
from dockstation.domain.operator import Operator, Task
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.receipt import Receipt
from dockstation.domain.rma import RmaStatus
from dockstation.domain.scan import Scan, parse
from dockstation.domain.unit import Unit, UnitState

__all__ = ["UNDO", "Odd", "OtherReturn", "Question", "Receive", "SerialWanted"]

UNDO = "undo"
"""The reason of a step taken back at once."""


class Receive:
    """Takes a parcel in and counts what is inside; received starts at nought."""

    def __init__(self, store: Store, clock: Clock, record_discrepancy: RecordDiscrepancy, receipts: Receipts) -> None:
        self._store = store
        self._clock = clock
        self._record_discrepancy = record_discrepancy
        self._receipts = receipts

    def open_parcel(self, match: Match, by: Operator) -> Parcel:
        """The parcel as opened; a parcel scanned again goes on where it was, counted once."""
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            parcel = _known_parcel(work, match) or self._arrive(work, match, by)
            if parcel.state is not ParcelState.OPENED:
                parcel = parcel.moved_to(ParcelState.OPENED)
                self._tell(work, parcel, "ParcelOpened", by)
            work.parcels.put(parcel)
            work.commit()
        return parcel

    def _arrive(self, work: UnitOfWork, match: Match, by: Operator) -> Parcel:
        work.require_room()
        carrier, now = carrier_of(parse(match.code), match.code), self._clock.now().at
        new = Parcel(self._clock.new_id(), match.code, (match.rma.number,), carrier=carrier, arrived_at=now)
        new = new.moved_to(ParcelState.ARRIVED)
        self._tell(work, new, "ParcelArrived", by, carrier=carrier, arrived_at=now)
        return new

    def add_rma(self, parcel_id: str, rma_number: str, by: Operator) -> Parcel:
        """Goods of this return lie in the parcel too; ``rma.nothing_expected`` where none may come."""
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            parcel = _open_parcel(work, parcel_id).parcel
            if rma_number not in parcel.rma_numbers:
                rma = work.rmas.get(rma_number)
                if rma.status is not RmaStatus.APPROVED:
                    raise DockstationError("rma.nothing_expected", number=rma.number)
                parcel = replace(parcel, rma_numbers=(*parcel.rma_numbers, rma.number))
                work.parcels.put(parcel)
                self._tell(work, parcel, "RmaAdded", by, added=rma.number)
                work.commit()
        return parcel

    def count(self, parcel_id: str, seen: Scan | Sighting, by: Operator) -> Unit | Question:
        """One unit more, with its licence plate; else what has to be known first, and then nothing is counted.

        Raises ``unit.serial_before`` for an item that this parcel has counted already.
        """
        by.require(Task.RECEIVE)
        sighting = Sighting((seen,)) if isinstance(seen, Scan) else seen
        with self._store.unit_of_work() as work:
            inside = _open_parcel(work, parcel_id)
            judged = judge(work, inside, sighting, self._clock.now())
            if not isinstance(judged, Item):
                return judged
            if judged.odd:
                return Odd(sighting, tuple(_found(inside.parcel, judged)))
            unit = self._take(work, inside, judged, by)
            work.commit()
        return unit

    def take_in(self, parcel_id: str, seen: Sighting, found: Sequence[Found], by: Operator) -> Unit:
        """One unit more with all that differs about it, at once or not at all.

        Raises ``unit.changed`` when more differs by now than was asked about.
        """
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            inside = _open_parcel(work, parcel_id)
            judged = judge(work, inside, seen, self._clock.now())
            if not isinstance(judged, Item) or {each.kind for each in judged.odd} != {each.kind for each in found}:
                raise DockstationError("unit.changed")
            unit = self._take(work, inside, judged, by)
            for each in found:
                self._record_discrepancy.within(work, replace(each, lpn=unit.lpn), by)
            work.commit()
        return unit

    def _take(self, work: UnitOfWork, inside: Contents, item: Item, by: Operator) -> Unit:
        work.require_room()
        rma = work.rmas.get(item.rma_number or inside.parcel.rma_number)
        unit = Unit(
            self._next_lpn(work), inside.parcel.parcel_id, rma.number, item.line_id, item.serial,
            found_as=item.found_as,
        )  # fmt: skip
        work.units.put(unit)
        body = {
            "lpn": unit.lpn, "parcel_id": unit.parcel_id, "parcel_code": inside.parcel.code, "rma_number": rma.number,
            "line_id": unit.line_id, "sku": item.goods.sku if item.goods else "", "serial": unit.serial,
            "found_as": unit.found_as, "by": by.badge,
        }  # fmt: skip
        record(work, self._clock, Fact(about_unit(unit.lpn), "UnitReceived", body, rma.version))
        return unit

    def void(self, unit_lpn: str, reason: str, by: Operator) -> Unit:
        """It was no item, or not this one; what was recorded of it is withdrawn with it.

        Raises ``unit.transition`` once it is put away or voided; after a decision a supervisor must do it.
        """
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            unit = work.units.get(unit_lpn)
            voided = unit.moved_to(UnitState.VOIDED)
            if not _is_fresh(work, unit):
                by.require(Task.VOID)
            work.units.put(voided)
            for each in work.discrepancies.of_unit(unit_lpn):
                if not each.withdrawn:
                    self._record_discrepancy.withdraw_within(work, each.discrepancy_id, reason, by)
            body = {
                "lpn": unit_lpn, "parcel_id": unit.parcel_id, "rma_number": unit.rma_number, "line_id": unit.line_id,
                "serial": unit.serial, "state": unit.state.value, "reason": reason, "by": by.badge,
            }  # fmt: skip
            record(work, self._clock, Fact(about_unit(unit_lpn), "UnitVoided", body))
            work.commit()
        return voided

    def close(self, parcel_id: str, by: Operator, later: Iterable[LineKey] = ()) -> Parcel:
        """Finish the parcel with its receipt; what remains of the lines ``later`` comes in another parcel.

        Raises ``parcel.empty`` and ``parcel.missing`` while nobody has said what became of what was expected.
        """
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            inside = _open_parcel(work, parcel_id)
            require_accounted(inside, frozenset(later))
            closed = inside.parcel.moved_to(ParcelState.RECEIVED).moved_to(ParcelState.CLOSED)
            work.parcels.put(closed)
            self._tell(work, closed, "ParcelClosed", by, **totals(inside))
            self._receipts.save(Receipt(inside, by.name, self._clock.now().local()))
            work.commit()
        return closed

    def _tell(self, work: UnitOfWork, parcel: Parcel, kind: str, by: Operator, **more: object) -> None:
        body = {
            "parcel_id": parcel.parcel_id, "code": parcel.code, "rma_number": parcel.rma_number,
            "rma_numbers": list(parcel.rma_numbers), "by": by.badge,
        }  # fmt: skip
        version = work.rmas.get(parcel.rma_number).version
        record(work, self._clock, Fact(about_parcel(parcel.parcel_id), kind, body | more, version))

    def _next_lpn(self, work: UnitOfWork) -> str:
        prefix = work.notes.get(Note.LPN_PREFIX)
        if prefix is None:
            raise DockstationError("enrol.needed")
        return lpn.make(prefix, work.units.next_counter())


def _known_parcel(work: UnitOfWork, match: Match) -> Parcel | None:
    """The box as it came; one that came before its return was known here learns of it now."""
    alone = len(match.rma.tracking_numbers) == 1
    parcel = work.parcels.by_code(match.code) or (work.parcels.by_code(match.rma.number) if alone else None)
    if parcel is None or parcel.rma_numbers:
        return parcel
    return replace(parcel, rma_numbers=(match.rma.number,))


def _open_parcel(work: UnitOfWork, parcel_id: str) -> Contents:
    inside = contents(work, parcel_id)
    if inside.parcel.state is not ParcelState.OPENED:
        raise DockstationError("parcel.not_open", code=inside.parcel.code)
    return inside


def _is_fresh(work: UnitOfWork, unit: Unit) -> bool:
    """Nothing was decided about it, nor has its parcel been closed over it."""
    undecided = unit.state in (UnitState.RECEIVED, UnitState.INSPECTING)
    return undecided and work.parcels.get(unit.parcel_id).state is ParcelState.OPENED


def _found(parcel: Parcel, item: Item) -> Iterable[Found]:
    rma_number = item.rma_number or parcel.rma_number
    line_id = item.goods.line_id if item.goods else ""
    for odd in item.odd:
        yield Found(odd.kind, parcel.parcel_id, rma_number, line_id, facts=odd.facts)
