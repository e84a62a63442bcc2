"""The first page: how much there is, and what awaits a person."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Request, Response

from dockstation.server import held
from dockstation.server.context import Here
from dockstation.server.moment import now, rfc3339
from dockstation.server.web.roles import VIEWER
from dockstation.server.web.showing import pages_of
from dockstation.server.web.visits import Visited, needs


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    router.add_api_route("/", show, methods=["GET"], dependencies=[Depends(needs(VIEWER))])
    return router


def show(request: Request, visit: Visited, here: Here) -> Response:
    """Counts, what awaits a person, and the stations."""
    zone = ZoneInfo(visit.who.zone)
    midnight = datetime.combine(now().astimezone(zone).date(), time(), zone)
    parcels = held.list_held(here)
    with here.database.reading() as work:
        facts = {
            "states": work.worklists.states(),
            "today": work.worklists.outcomes_since(rfc3339(midnight)),
            "unsettled": work.worklists.unsettled(),
            "reviews": work.worklists.reviews(),
            "rejected": work.worklists.rejected(),
            "stations": work.worklists.stations(),
        }
    waiting = sum(not each.matched_to for each in parcels.items)
    return pages_of(request).show(visit, "home.html", held=waiting, **facts)
