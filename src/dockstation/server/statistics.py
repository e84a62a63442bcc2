"""What stands at the server, counted for the office."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Query

from dockstation.server.access import require_admin
from dockstation.server.context import Here
from dockstation.server.moment import now, rfc3339, zone_of
from dockstation.server.problems import Problem, documented
from dockstation.server.store.database import Transaction
from dockstation.server.store.statistics import Row
from dockstation.wire.statistics import GroupMessage, StatisticsMessage, TallyMessage

USUAL_DAYS = 30
MOST_DAYS = 366
GROUPS = 500
KNOWN_RMAS = 4096
"""So many RMAs are kept at hand while outcomes are counted."""

By = Literal["reason", "sku", "disposition", "grade", "responsibility", "carrier", "day", "station"]
Limit = Annotated[int, Query(ge=1, le=GROUPS)]


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days of a zone, the first and the last included."""

    first: date
    last: date
    zone: ZoneInfo

    def begins(self) -> str:
        return self._midnight(self.first)

    def ends(self) -> str:
        return self._midnight(self.last + timedelta(days=1))

    def day(self, moment: str) -> str:
        return datetime.fromisoformat(moment).astimezone(self.zone).date().isoformat()

    def _midnight(self, day: date) -> str:
        return rfc3339(datetime.combine(day, time(), self.zone))


@dataclass(slots=True)
class Tally:
    """Units counted; sums by currency, in minor units."""

    units: int = 0
    overridden: int = 0
    deductions: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        self.units += other.units
        self.overridden += other.overridden
        self.deductions.update(other.deductions)

    def told(self) -> dict[str, Any]:
        share = round(self.overridden / self.units, 4) if self.units else 0.0
        sums = dict(sorted(self.deductions.items()))
        return {"units": self.units, "overridden": self.overridden, "overridden_share": share, "deductions": sums}


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter(dependencies=[Depends(require_admin)])
    router.add_api_route("/v1/statistics", statistics, methods=["GET"], responses=documented(422))
    return router


def period_of(
    first: Annotated[date | None, Query(alias="from")] = None,
    last: Annotated[date | None, Query(alias="to")] = None,
    zone: Annotated[str, Query(max_length=64)] = "UTC",
) -> Period:
    there = zone_of(zone)
    try:
        last = last or now().astimezone(there).date()
        period = Period(first or last - timedelta(days=USUAL_DAYS - 1), last, there)
        period.begins(), period.ends()
    except OverflowError:
        raise Problem(422, "period", "A day is beyond the calendar") from None
    if not 0 <= (period.last - period.first).days < MOST_DAYS:
        raise Problem(422, "period", "The first day comes before the last, at most a year apart", most=MOST_DAYS)
    return period


def statistics(
    here: Here, by: By, period: Annotated[Period, Depends(period_of)], limit: Limit = 50
) -> StatisticsMessage:
    """What stands of the units whose outcomes came in these days, by one of their features."""
    with here.database.reading() as work:
        rows = work.statistics.standing(period.begins(), period.ends())
        groups = _counted(work.statistics.with_carriers(rows) if by == "carrier" else rows, by, period)
        ordered = sorted(groups, reverse=True) if by == "day" else sorted(groups, key=lambda k: (-groups[k].units, k))
        kept, rest = ordered[:limit], ordered[limit:]
        items = tuple(GroupMessage(key=key, name=_name(work, by, key), **groups[key].told()) for key in kept)
    return StatisticsMessage(
        by=by,
        first=period.first,
        last=period.last,
        zone=period.zone.key,
        items=items,
        others_groups=len(rest),
        others=_together(groups[key] for key in rest),
        total=_together(groups.values()),
    )


def _name(work: Transaction, by: By, key: str) -> str:
    return work.stations.name_of(key) if by == "station" else ""


def _together(tallies: Iterable[Tally]) -> TallyMessage:
    total = Tally()
    for each in tallies:
        total.add(each)
    return TallyMessage(**total.told())


def _counted(rows: Iterable[Row], by: By, period: Period) -> dict[str, Tally]:
    groups: dict[str, Tally] = {}
    rma_of = lru_cache(KNOWN_RMAS)(json.loads)
    for row in rows:
        rma = rma_of(row["content"] or "{}")
        sums = Counter({rma.get("currency", ""): row["deduction"]})
        groups.setdefault(_key(row, rma, by, period), Tally()).add(Tally(1, int(row["overridden"]), sums))
    return groups


def _key(row: Row, rma: Mapping[str, Any], by: By, period: Period) -> str:
    if by == "day":
        return period.day(row["received_at"])
    if by == "reason":
        return str(rma.get("return_type", ""))
    if by == "sku":
        mine = (line["sku"] for line in rma.get("lines", ()) if line["line_id"] == row["line_id"])
        return str(next(mine, ""))
    return str(row[by])
