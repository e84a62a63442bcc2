"""What people made of the advice of outcomes; every settlement is kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, select

from dockstation.server.store.outbox import ADVICE_SETTLED, Notice, Outbox
from dockstation.server.store.tables import outcomes, settlements


@dataclass(frozen=True, slots=True)
class Settlement:
    """One settlement; ``place`` counts from 1 for each outcome, ``sum`` in minor currency units."""

    event_id: str
    place: int
    verdict: str
    resolution: str
    sum: int
    who: str
    reason: str
    at: str


class Settlements:
    """Queries over settlements, in one transaction."""

    def __init__(self, connection: Connection, outbox: Outbox) -> None:
        self._connection = connection
        self._outbox = outbox

    def of(self, event_id: str) -> tuple[Settlement, ...]:
        """Every settlement of an outcome, the newest last."""
        mine = select(settlements).where(settlements.c.event_id == event_id).order_by(settlements.c.place)
        return tuple(Settlement(**row) for row in self._connection.execute(mine).mappings())

    def add(self, settlement: Settlement) -> None:
        """Keep one more; the outcomes' counter is held by the caller."""
        told = asdict(settlement)
        self._connection.execute(insert(settlements).values(told))
        mine = select(outcomes.c.lpn, outcomes.c.rma_number).where(outcomes.c.event_id == settlement.event_id)
        unit = self._connection.execute(mine).one()
        told |= {"by": told.pop("who"), "lpn": unit.lpn, "rma_number": unit.rma_number}
        self._outbox.note(Notice(ADVICE_SETTLED, f"unit:{unit.lpn}", settlement.at, told))
