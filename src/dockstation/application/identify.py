"""Which return, parcel or unit a scan belongs to."""

from __future__ import annotations

from datetime import datetime

from dockstation.application.ports.central import Central
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Store, UnitOfWork
from dockstation.application.shortlist import listed
from dockstation.domain.errors import DockstationError
from dockstation.domain.match import Match, Shortlist, parcel_code
from dockstation.domain.rma import Rma
from dockstation.domain.scan import Scan, ScanKind

NOT_LOOKED_UP = frozenset({ScanKind.COMMAND, ScanKind.BADGE, ScanKind.CONTAINER, ScanKind.UNKNOWN})

SERIALS = frozenset({ScanKind.SERIAL, ScanKind.IMEI})


class Identify:
    """Looks in the local copy first; ``ask_central`` is for what it does not know."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, scan: Scan) -> Match | None:
        """The one match in the local copy, None when it has none.

        Raises ``scan.unknown_code`` for what is no code of this trade, ``rma.ambiguous`` for several returns.
        """
        found = self.look_up(scan)
        if isinstance(found, Shortlist):
            raise DockstationError("rma.ambiguous", code=scan.shown, count=len(found.entries))
        return found

    def look_up(self, scan: Scan) -> Match | Shortlist | None:
        """The match, or several returns for a person to choose from; raises as a call does, but for the last."""
        if scan.kind in NOT_LOOKED_UP or not scan.codes:
            raise DockstationError("scan.unknown_code", code=scan.shown)
        with self._store.unit_of_work() as work:
            return (
                _unit_match(work, scan)
                or _parcel_match(work, scan)
                or self._by_codes(work, scan)
                or self._by_goods(work, scan)
            )

    def chosen(self, number: str, code: str) -> Match:
        """What a person chose from a list."""
        with self._store.unit_of_work() as work:
            return Match(code, work.rmas.get(number))

    def ask_central(self, central: Central, scan: Scan) -> Match | Shortlist:
        """Ask the server about a code the local copy does not know, and keep what it says.

        Raises ``rma.unknown`` when the server knows none either, and CentralFailed.
        """
        for code in scan.codes:
            if found := central.find_rmas(code):
                with self._store.unit_of_work() as work:
                    work.rmas.put(found)
                    shortlist = self._listed(work, found, code)
                    work.commit()
                return shortlist if len(found) > 1 else Match(parcel_code(code, found[0]), found[0])
        raise DockstationError("rma.unknown", code=scan.shown)

    def _by_codes(self, work: UnitOfWork, scan: Scan) -> Match | Shortlist | None:
        """By the first of the scan's codes that one return alone is known by."""
        several: Shortlist | None = None
        for code in scan.codes:
            found = work.rmas.find(code)
            if len(found) == 1:
                return Match(parcel_code(code, found[0]), found[0])
            several = several or (self._listed(work, found, code) if found else None)
        return several

    def _by_goods(self, work: UnitOfWork, scan: Scan) -> Match | Shortlist | None:
        """By what may be the number of goods, which many returns have in common.

        One return alone is taken at once, unless the code also tells a serial number that no return has.
        """
        for code in scan.codes:
            found = work.rmas.carrying(code, self._now())
            entries = listed(work, found.rmas, self._now())
            if len(entries) == 1 and not SERIALS & {each.kind for each in scan.candidates}:
                return Match(entries[0].match.code, entries[0].match.rma)
            if entries:
                return Shortlist(entries, found.more)
        return None

    def _listed(self, work: UnitOfWork, found: tuple[Rma, ...], code: str) -> Shortlist:
        return Shortlist(listed(work, found, self._now(), code))

    def _now(self) -> datetime:
        return datetime.fromisoformat(self._clock.now().at)


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
