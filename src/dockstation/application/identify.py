"""Which return, parcel or unit a scan belongs to."""

from __future__ import annotations

from dockstation.application.ports.central import Central
from dockstation.application.ports.store import Store, UnitOfWork
from dockstation.domain.errors import DockstationError
from dockstation.domain.match import Match, parcel_code
from dockstation.domain.scan import Scan, ScanKind

NOT_LOOKED_UP = frozenset({ScanKind.COMMAND, ScanKind.BADGE, ScanKind.CONTAINER, ScanKind.UNKNOWN})


class Identify:
    """Looks in the local copy first; ``ask_central`` is for what it does not know."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, scan: Scan) -> Match | None:
        """The match in the local copy, None when it has none.

        Raises ``scan.unknown_code`` for what is no code of this trade, ``rma.ambiguous`` for several returns.
        """
        if scan.kind in NOT_LOOKED_UP or not scan.codes:
            raise DockstationError("scan.unknown_code", code=scan.shown)
        with self._store.unit_of_work() as work:
            return _unit_match(work, scan) or _parcel_match(work, scan) or _rma_match(work, scan)

    def ask_central(self, central: Central, scan: Scan) -> Match:
        """Ask the server about a code the local copy does not know, and keep what it says.

        Raises ``rma.unknown`` when the server knows none either, and CentralFailed.
        """
        for code in scan.codes:
            if found := central.find_rma(code):
                with self._store.unit_of_work() as work:
                    work.rmas.put([found])
                    work.commit()
                return Match(parcel_code(code, found), found)
        raise DockstationError("rma.unknown", code=scan.shown)


def _unit_match(work: UnitOfWork, scan: Scan) -> Match | None:
    unit = work.units.find(scan.value) if scan.kind is ScanKind.LPN else None
    return Match(scan.value, work.rmas.get(unit.rma_number), unit) if unit else None


def _parcel_match(work: UnitOfWork, scan: Scan) -> Match | None:
    """By a parcel that is here already, though its return may not know this code."""
    for code in scan.codes:
        parcel = work.parcels.by_code(code)
        for rma in work.rmas.find(parcel.rma_number) if parcel and parcel.rma_numbers else ():
            if parcel and rma.number == parcel.rma_number:
                return Match(code, rma)
    return None


def _rma_match(work: UnitOfWork, scan: Scan) -> Match | None:
    """By the first of the scan's codes that one return alone is known by."""
    several = 0
    for code in scan.codes:
        found = work.rmas.find(code)
        if len(found) == 1:
            return Match(parcel_code(code, found[0]), found[0])
        several = several or len(found)
    if several:
        raise DockstationError("rma.ambiguous", code=scan.shown, count=several)
    return None
