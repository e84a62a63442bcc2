"""From the parcel on the dock to counted units."""

from __future__ import annotations

from dockstation.application.outbox import about_parcel, about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Note, Store, UnitOfWork
from dockstation.domain import lpn
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.match import Match
from dockstation.domain.operator import Operator, Task
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.rma import Rma, RmaLine
from dockstation.domain.scan import Scan
from dockstation.domain.unit import Unit


class Receive:
    """Takes a parcel in and counts what is inside; received starts at nought."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def open_parcel(self, match: Match, by: Operator) -> Parcel:
        """The parcel as opened; a parcel scanned again goes on where it was, counted once."""
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            parcel = work.parcels.by_code(match.code)
            if parcel is None:
                parcel = self._arrive(work, match, by)
            if parcel.state is not ParcelState.OPENED:
                parcel = parcel.moved_to(ParcelState.OPENED)
                self._tell(work, parcel, "ParcelOpened", by)
            work.parcels.put(parcel)
            work.commit()
        return parcel

    def _arrive(self, work: UnitOfWork, match: Match, by: Operator) -> Parcel:
        shut = Parcel(self._clock.new_id(), match.code, (match.rma.number,), arrived_at=self._clock.now().at)
        new = shut.moved_to(ParcelState.ARRIVED)
        self._tell(work, new, "ParcelArrived", by)
        return new

    def count(self, parcel_id: str, scan: Scan, by: Operator) -> Unit:
        """One unit more, by its GTIN, SKU or serial number, with its licence plate.

        Raises ``unit.wrong_item``, ``unit.serial_before`` and ``unit.all_counted``; then nothing is counted.
        """
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            parcel, rma = _open_parcel(work, parcel_id)
            line, serial = _matching_line(work, rma, scan)
            unit = Unit(self._next_lpn(work), parcel_id, rma.number, line.line_id, serial)
            work.units.put(unit)
            body = {
                "lpn": unit.lpn, "parcel_id": parcel_id, "parcel_code": parcel.code, "rma_number": rma.number,
                "line_id": line.line_id, "sku": line.sku, "serial": serial, "by": by.badge,
            }  # fmt: skip
            record(work, self._clock, Fact(about_unit(unit.lpn), "UnitReceived", body, rma.version))
            work.commit()
        return unit

    def close(self, parcel_id: str, by: Operator) -> Parcel:
        """Finish the parcel, saying per line what was expected and what was found."""
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            parcel, rma = _open_parcel(work, parcel_id)
            closed = parcel.moved_to(ParcelState.RECEIVED).moved_to(ParcelState.CLOSED)
            work.parcels.put(closed)
            self._tell(work, closed, "ParcelClosed", by, lines=_totals(work, rma))
            work.commit()
        return closed

    def _tell(self, work: UnitOfWork, parcel: Parcel, kind: str, by: Operator, **more: object) -> None:
        body = {"parcel_id": parcel.parcel_id, "code": parcel.code, "rma_number": parcel.rma_number, "by": by.badge}
        version = work.rmas.get(parcel.rma_number).version
        record(work, self._clock, Fact(about_parcel(parcel.parcel_id), kind, body | more, version))

    def _next_lpn(self, work: UnitOfWork) -> str:
        prefix = work.notes.get(Note.LPN_PREFIX)
        if prefix is None:
            raise DockstationError("enrol.needed")
        return lpn.make(prefix, work.units.next_counter())


def _open_parcel(work: UnitOfWork, parcel_id: str) -> tuple[Parcel, Rma]:
    parcel = work.parcels.get(parcel_id)
    if parcel.state is not ParcelState.OPENED:
        raise DockstationError("parcel.not_open", code=parcel.code)
    return parcel, work.rmas.get(parcel.rma_number)


def _matching_line(work: UnitOfWork, rma: Rma, scan: Scan) -> tuple[RmaLine, str]:
    code = next((each for each in scan.codes if rma.lines_for(each)), None)
    if code is None:
        raise DockstationError("unit.wrong_item", code=scan.shown)
    lines = rma.lines_for(code)
    serial = code if any(code in line.serials for line in lines) else ""
    if serial and work.units.by_serial(serial):
        raise DockstationError("unit.serial_before", serial=serial)
    found = _found(work, rma)
    for line in lines:
        if found.get(line.line_id, 0) < line.quantity:
            return line, serial
    raise DockstationError("unit.all_counted", code=scan.shown)


def _found(work: UnitOfWork, rma: Rma) -> dict[str, int]:
    found: dict[str, int] = {}
    for unit in work.units.of_rma(rma.number):
        found[unit.line_id] = found.get(unit.line_id, 0) + 1
    return found


def _totals(work: UnitOfWork, rma: Rma) -> list[dict[str, object]]:
    found = _found(work, rma)
    return [
        {"line_id": line.line_id, "sku": line.sku, "expected": line.quantity, "found": found.get(line.line_id, 0)}
        for line in rma.lines
    ]
