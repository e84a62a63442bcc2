"""What stands of every unit, for counting."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, select, true

from dockstation.server.store.tables import events, outcomes, rmas

Row = Mapping[str, Any]
AT_ONCE = 500
COLUMNS = ("lpn", "station", "line_id", "grade", "disposition", "responsibility", "deduction", "received_at")


class Statistics:
    """Queries over all that stands, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def standing(self, since: str, until: str) -> Iterator[Row]:
        """What counts for each unit, received from ``since`` to before ``until``; nothing of a unit that was voided.

        ``COLUMNS``, ``overridden``, and ``content``: the RMA as JSON, None where there is none.
        """
        told = [outcomes.c[name] for name in COLUMNS]
        wanted = select(*told, rmas.c.content, _overridden().label("overridden"))
        within = (outcomes.c.received_at >= since, outcomes.c.received_at < until)
        stands = (outcomes.c.primary == true(), outcomes.c.kind != "void")
        known = wanted.outerjoin(rmas, rmas.c.number == outcomes.c.rma_number).where(*stands, *within)
        for row in self._connection.execute(known, execution_options={"yield_per": AT_ONCE}).mappings():
            yield {str(name): value for name, value in row.items()}

    def with_carriers(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same with ``carrier``: that of the parcel in which the unit came, "" where no event tells."""
        for some in _batched(rows, AT_ONCE):
            parcels = self._bodies("UnitReceived", {f"unit:{row['lpn']}" for row in some})
            came_in = {unit: f"parcel:{body.get('parcel_id', '')}" for unit, body in parcels.items()}
            arrived = self._bodies("ParcelArrived", set(came_in.values()))
            for row in some:
                parcel = arrived.get(came_in.get(f"unit:{row['lpn']}", ""), {})
                yield {**row, "carrier": str(parcel.get("carrier", ""))[:128]}

    def _bodies(self, kind: str, aggregates: Collection[str]) -> dict[str, Mapping[str, Any]]:
        wanted = select(events.c.aggregate, events.c.content).where(events.c.aggregate.in_(aggregates))
        found = self._connection.execute(wanted.where(events.c.kind == kind))
        return {aggregate: json.loads(content)["body"] for aggregate, content in found}


def _batched(rows: Iterable[Row], size: int) -> Iterator[tuple[Row, ...]]:
    rest = iter(rows)
    while some := tuple(islice(rest, size)):
        yield some


def _overridden() -> ColumnElement[bool]:
    """Whether people ruled otherwise since the unit was last voided, even if somebody approved it later."""
    other, void = outcomes.alias(), outcomes.alias()
    after = and_(void.c.number > other.c.number, void.c.number < outcomes.c.number)
    voided = exists().where(_same(void), void.c.kind == "void", after).correlate(other, outcomes)
    until_now = other.c.number <= outcomes.c.number
    return exists().where(_same(other), other.c.kind == "override", until_now, ~voided).correlate(outcomes)


def _same(other: Any) -> ColumnElement[bool]:
    return and_(other.c.lpn == outcomes.c.lpn, other.c.station == outcomes.c.station)
