"""What stands, counted, as a table with bars."""

from __future__ import annotations

from datetime import date
from typing import Annotated, get_args

from fastapi import APIRouter, Depends, Query, Request, Response

from dockstation.server import statistics
from dockstation.server.context import Here
from dockstation.server.problems import Problem
from dockstation.server.statistics import By, period_of
from dockstation.server.web.rma_pages import ShortText
from dockstation.server.web.roles import VIEWER
from dockstation.server.web.showing import pages_of
from dockstation.server.web.visits import Visited, needs

GROUPS = 40
FEATURES = get_args(By)


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    router.add_api_route("/statistics", show, methods=["GET"], dependencies=[Depends(needs(VIEWER))])
    return router


def show(
    request: Request,
    visit: Visited,
    here: Here,
    by: By = "reason",
    first: Annotated[ShortText, Query(alias="from")] = "",
    last: Annotated[ShortText, Query(alias="to")] = "",
) -> Response:
    """Units that stand, by one of their features, in days of the reader's clock."""
    problem, zone = None, visit.who.zone
    try:
        period = period_of(_day(first), _day(last), zone)
    except Problem as error:
        problem, period = error, period_of(None, None, zone)
    found = statistics.statistics(here, by, period, GROUPS)
    most = max((each.units for each in found.items), default=0)
    facts = {"found": found, "by": by, "features": FEATURES, "most": most, "problem": problem}
    return pages_of(request).show(visit, "statistics.html", **facts)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise Problem(422, "day", "Write a day as 2026-12-01") from None
