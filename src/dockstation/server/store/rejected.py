"""Events that were refused for good, within bounds, and what people made of each."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, insert, select, true, update

from dockstation.server.store.flavours import named
from dockstation.server.store.tables import rejected, rejected_settlements


@dataclass(frozen=True, slots=True)
class Refused:
    """An event as it came and why it was refused; ``digest`` tells it from others with its id."""

    event_id: str
    station: str
    digest: str
    kind: str
    aggregate: str
    problem: Mapping[str, Any]
    event: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Rejected(Refused):
    """The same as it is remembered. ``times`` it came."""

    number: int
    times: int
    first_at: str
    last_at: str
    open: bool


@dataclass(frozen=True, slots=True)
class RejectedSettlement:
    """One settlement; ``place`` counts from 1 for each event. Nobody is ``who`` when the event came after all."""

    number: int
    place: int
    verdict: str
    who: str
    reason: str
    at: str


class RejectedEvents:
    """Queries over rejected events, in one transaction. Whoever writes holds the events."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, refused: Refused, at: str) -> None:
        """Remember it; the same again is counted, and open once more if it was to be sent again."""
        mine = (rejected.c.station == refused.station, rejected.c.digest == refused.digest)
        known = self._connection.execute(select(rejected.c.number, rejected.c.open).where(*mine)).first()
        problem = json.dumps(refused.problem, ensure_ascii=False)
        if known is None:
            values = asdict(refused) | {"problem": problem, "times": 1, "first_at": at, "last_at": at, "open": True}
            self._connection.execute(insert(rejected).values(values))
            return
        before = self.settlements_of([known.number])
        again = known.open or before[-1].verdict not in ("noted", "done")
        told = {"times": rejected.c.times + 1, "last_at": at, "problem": problem, "open": again}
        self._connection.execute(update(rejected).where(*mine).values(told))

    def known(self, station: str, event_ids: Collection[str]) -> tuple[Rejected, ...]:
        """Those of a station's with these ids, the newest last."""
        told = {"station": station, "ids": list(event_ids)}
        rows = self._connection.execute(_known(self._connection.dialect.name), told).mappings()
        return tuple(map(_rejected, rows))

    def get(self, number: int) -> Rejected | None:
        """The one with this number."""
        row = self._connection.execute(select(rejected).where(rejected.c.number == number)).mappings().first()
        return None if row is None else _rejected(row)

    def after(self, number: int, limit: int, *, only_open: bool) -> tuple[Rejected, ...]:
        """Those after that one, in order."""
        wanted = select(rejected).where(rejected.c.number > number).order_by(rejected.c.number).limit(limit)
        wanted = wanted.where(rejected.c.open == true()) if only_open else wanted
        return tuple(map(_rejected, self._connection.execute(wanted).mappings()))

    def settlements_of(self, numbers: Collection[int]) -> tuple[RejectedSettlement, ...]:
        """Every settlement of these, the newest of each last."""
        mine = select(rejected_settlements).where(rejected_settlements.c.number.in_(numbers))
        rows = self._connection.execute(mine.order_by(rejected_settlements.c.place)).mappings()
        return tuple(RejectedSettlement(**row) for row in rows)

    def settle(self, settlement: RejectedSettlement) -> None:
        """Keep one settlement more."""
        mine = update(rejected).where(rejected.c.number == settlement.number)
        self._connection.execute(mine.values(open=False))
        self._connection.execute(insert(rejected_settlements).values(**asdict(settlement)))


@cache
def _known(dialect: str) -> Select[Any]:
    mine = (rejected.c.station == bindparam("station"), named(dialect, rejected.c.event_id, "ids"))
    return select(rejected).where(*mine).order_by(rejected.c.number)


def _rejected(row: Mapping[Any, Any]) -> Rejected:
    told = {str(name): value for name, value in row.items()}
    return Rejected(**told | {"problem": json.loads(told["problem"])})
