"""Which units came with which serial number; one that was voided came with none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select

from dockstation.domain.serial_history import VOIDED, lpn_of, serial_of, text_of
from dockstation.server.store.insertion import Insertion, skip
from dockstation.server.store.tables import events, receipts, serials, stations


@dataclass(frozen=True, slots=True)
class Arrival:
    """A unit that came with a serial number."""

    lpn: str
    station: str
    station_name: str
    rma_number: str
    received_at: str


class Serials:
    """Queries over serial numbers, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def hear(self, events: Iterable[Mapping[str, Any]]) -> Insertion:
        """Take back and give what is to be kept of what events tell, one after the other; they may come again.

        Members as sent.
        """
        heard: dict[tuple[str, str], dict[str, Any]] = {}
        for event in events:
            lpn = lpn_of(event)
            if event["kind"] == VOIDED:
                heard = {pair: told for pair, told in heard.items() if pair[1] != lpn}
                self._connection.execute(delete(serials).where(serials.c.lpn == lpn))
            elif serial := serial_of(event):
                heard.setdefault((serial, lpn), _told(event, serial))
        return Insertion(serials, list(heard.values()), skip)

    def units(self, serial: str, limit: int) -> tuple[Arrival, ...]:
        """The units that came with it, the one heard of first, first."""
        names = (serials.c.lpn, serials.c.station, stations.c.name, serials.c.rma_number, serials.c.received_at)
        wanted = select(*names).join(stations).where(serials.c.serial == serial)
        rows = self._connection.execute(wanted.order_by(serials.c.number).limit(limit))
        return tuple(Arrival(*row) for row in rows)

    def kinds(self, lpn: str) -> tuple[str, ...]:
        """The kinds of all events of a unit; not of those that still wait."""
        wanted = select(events.c.kind).join(receipts, receipts.c.event_id == events.c.event_id)
        mine = (events.c.aggregate == f"unit:{lpn}", receipts.c.result != "waiting_predecessor")
        return tuple(self._connection.execute(wanted.where(*mine).distinct()).scalars())


def _told(event: Mapping[str, Any], serial: str) -> dict[str, Any]:
    told = {"serial": serial, "lpn": lpn_of(event), "station": event["station"]}
    return told | {"rma_number": text_of(event, "rma_number"), "received_at": event["at"]}
