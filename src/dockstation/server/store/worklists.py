"""What the office's page lists and counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select, true

from dockstation.server.store.outcomes import Outcome
from dockstation.server.store.rmas import StoredRma
from dockstation.server.store.tables import (
    events,
    outcomes,
    receipts,
    rejected,
    reviews,
    rma_codes,
    rma_versions,
    rmas,
    serials,
    settlements,
    stations,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """An RMA in a list, and when it last changed."""

    stored: StoredRma
    changed_at: str


@dataclass(frozen=True, slots=True)
class Station:
    """A station; ``heard_at`` is when its newest event came, "" for none."""

    station: str
    name: str
    lpn_prefix: str
    enrolled_at: str
    revoked: bool
    heard_at: str


class Worklists:
    """Queries for people, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def states(self) -> dict[str, int]:
        """How many RMAs are in each state."""
        counted = select(rmas.c.state, func.count()).group_by(rmas.c.state)
        return {row[0]: row[1] for row in self._connection.execute(counted)}

    def outcomes_since(self, at: str) -> int:
        """How many units have an outcome that stands and came since."""
        return self._count(outcomes, _stands(), outcomes.c.received_at >= at)

    def unsettled(self) -> int:
        """How many outcomes that stand wait for the office's word."""
        return self._count(outcomes, _stands(), ~_settled())

    def reviews(self) -> int:
        """How many contradictions wait for the office's word."""
        return self._count(reviews, reviews.c.open == true())

    def rejected(self) -> int:
        """How many events that were refused for good wait for the office's word."""
        return self._count(rejected, rejected.c.open == true())

    def _count(self, table: Any, *where: ColumnElement[bool]) -> int:
        return int(self._connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one())

    def rmas(self, state: str, words: str, before: int, limit: int) -> tuple[Listed, ...]:
        """RMAs whose number, order, tracking or serial number begins so, the one changed last first."""
        changed = rma_versions.c.number == rmas.c.number, rma_versions.c.version == rmas.c.version
        wanted = select(rmas.c.version, rmas.c.content, rmas.c.state, rma_versions.c.at)
        wanted = wanted.outerjoin(rma_versions, changed[0] & changed[1])
        if state:
            wanted = wanted.where(rmas.c.state == state)
        if words:
            named = select(rma_codes.c.number).where(rma_codes.c.code.istartswith(words, autoescape=True))
            wanted = wanted.where(rmas.c.number.in_(named))
        if before:
            wanted = wanted.where(rmas.c.version < before)
        rows = self._connection.execute(wanted.order_by(rmas.c.version.desc()).limit(limit))
        return tuple(Listed(StoredRma(*row[:3]), row[3] or "") for row in rows)

    def outcomes(self, kind: str, words: str, before: int, limit: int) -> tuple[tuple[int, Outcome], ...]:
        """Outcomes with their places in the order of arrival, the newest first.

        ``kind`` is "open" for those that wait for the office, "standing", or "" for all; ``words`` begin a licence
        plate or the number of an RMA.
        """
        wanted = select(outcomes)
        if kind:
            wanted = wanted.where(_stands())
        if kind == "open":
            wanted = wanted.where(~_settled())
        if words:
            mine = (outcomes.c.lpn, outcomes.c.rma_number)
            wanted = wanted.where(or_(*(each.istartswith(words, autoescape=True) for each in mine)))
        if before:
            wanted = wanted.where(outcomes.c.number < before)
        return self._outcomes(wanted.order_by(outcomes.c.number.desc()).limit(limit))

    def of_rma(self, number: str, limit: int) -> tuple[tuple[int, Outcome], ...]:
        """The outcomes of an RMA, the newest first."""
        mine = select(outcomes).where(outcomes.c.rma_number == number)
        return self._outcomes(mine.order_by(outcomes.c.number.desc()).limit(limit))

    def units_of(self, number: str, limit: int) -> tuple[str, ...]:
        """The licence plates of units that came with an RMA, as far as outcomes and serial numbers tell."""
        tables = (outcomes, serials)
        found: dict[str, None] = {}
        for table in tables:
            mine = select(table.c.lpn).where(table.c.rma_number == number).distinct().limit(limit)
            found |= dict.fromkeys(self._connection.execute(mine).scalars())
        return tuple(found)[:limit]

    def _outcomes(self, wanted: Select[Any]) -> tuple[tuple[int, Outcome], ...]:
        rows = self._connection.execute(wanted).mappings()
        return tuple((row["number"], Outcome(**{name: row[name] for name in Outcome.__slots__})) for row in rows)

    def stations(self) -> tuple[Station, ...]:
        """Every station, the newest first."""
        newest = (
            select(receipts.c.received_at)
            .join(events, events.c.event_id == receipts.c.event_id)
            .where(events.c.station == stations.c.station)
            .order_by(events.c.epoch.desc(), events.c.seq.desc())
            .limit(1)
            .correlate(stations)
            .scalar_subquery()
        )
        rows = self._connection.execute(
            select(stations, newest.label("heard")).order_by(stations.c.enrolled_at.desc())
        )
        told = ("station", "name", "lpn_prefix", "enrolled_at", "revoked")
        return tuple(
            Station(**{each: row[each] for each in told}, heard_at=row["heard"] or "") for row in rows.mappings()
        )


def _stands() -> ColumnElement[bool]:
    return (outcomes.c.primary == true()) & (outcomes.c.kind != "void")


def _settled() -> ColumnElement[bool]:
    return exists().where(settlements.c.event_id == outcomes.c.event_id)
