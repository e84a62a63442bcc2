"""Whether a unit's serial number came before at another station, by the server's word."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.application.ports.central import Central
from dockstation.application.ports.store import Note, Store, UnitOfWork
from dockstation.application.record_discrepancy import Found
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.serial_history import CameWith, before
from dockstation.domain.unit import Unit, UnitState


@dataclass(frozen=True, slots=True)
class Answer:
    """What differs about the unit, None when nothing does.

    ``final``: the server has heard of the unit itself, so that none can come to be before it any more.
    """

    found: Found | None = None
    final: bool = True


class AskSerial:
    """Asked once a unit counts already; what is found is still to be shown and recorded."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, central: Central, lpn: str) -> Answer:
        """Raises CentralFailed when the server did not say."""
        unit = self._in_question(lpn)
        if unit is None:
            return Answer()
        told = central.find_serial(unit.serial)
        with self._store.unit_of_work() as work:
            counted = tuple(each for each in told if not _voided_here(work, each.lpn))
            earlier = before(counted, lpn, work.notes.get(Note.STATION) or "")
        if earlier is not None:
            return Answer(_found(unit, earlier))
        return Answer(final=any(each.lpn == lpn for each in told))

    def _in_question(self, lpn: str) -> Unit | None:
        """The unit, unless it has no serial number, counts no more, or is known to be one that came before."""
        with self._store.unit_of_work() as work:
            unit = work.units.find(lpn)
            recorded = work.discrepancies.of_unit(lpn)
        known = any(each.kind is DiscrepancyKind.SERIAL_BEFORE and not each.withdrawn for each in recorded)
        return unit if unit and unit.serial and unit.state is not UnitState.VOIDED and not known else None


def _voided_here(work: UnitOfWork, lpn: str) -> bool:
    unit = work.units.find(lpn)
    return unit is not None and unit.state is UnitState.VOIDED


def _found(unit: Unit, earlier: CameWith) -> Found:
    facts = {
        "serial": unit.serial, "other_lpn": earlier.lpn, "other_rma": earlier.rma_number,
        "other_station": earlier.station_name or earlier.station, "other_received_at": earlier.received_at,
    }  # fmt: skip
    told = {name: value for name, value in facts.items() if value}
    return Found(DiscrepancyKind.SERIAL_BEFORE, unit.parcel_id, unit.rma_number, unit.line_id, unit.lpn, facts=told)
