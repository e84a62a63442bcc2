"""Parcels that stations have put aside, and whose they are."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request, Response
from pydantic import ValidationError

from dockstation.server import held
from dockstation.server.context import Context, Here
from dockstation.server.problems import Problem
from dockstation.server.web.rma_pages import ShortText
from dockstation.server.web.roles import OFFICE, VIEWER
from dockstation.server.web.showing import pages_of, to
from dockstation.server.web.visits import Typed, Visit, Visited, needs
from dockstation.wire import MatchMessage

PAGE = 50


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    router.add_api_route("/held", show_list, methods=["GET"], dependencies=[Depends(needs(VIEWER))])
    router.add_api_route("/held", match, methods=["POST"], dependencies=[Depends(needs(OFFICE))])
    return router


def show_list(request: Request, visit: Visited, here: Here, after: ShortText = "", done: ShortText = "") -> Response:
    """Parcels that are held, the first held first."""
    return _shown(request, visit, here, after=after, done=done)


def _shown(request: Request, visit: Visit, here: Context, after: str = "", **facts: object) -> Response:
    found = held.list_held(here, after, PAGE)
    with here.database.reading() as work:
        names = {each.station: each.name for each in work.worklists.stations()}
        came = {photo for each in found.items for photo in each.photos if work.outcomes.has_photo(photo)}
    further = found.items[-1].event_id if found.more else ""
    told = {"rows": found.items, "further": further, "stations": names, "came": came, "typed": {}}
    return pages_of(request).show(visit, "held.html", **told | facts)


def match(request: Request, visit: Visited, here: Here, form: Typed) -> Response:
    """Say whose a parcel is."""
    code, number = form("code"), form("number").removeprefix("DSRMA-")
    try:
        held.give(MatchMessage(parcel_code=code, rma_number=number), here, visit.who.name)
    except ValidationError:
        missing = Problem(422, "rma_number", "Write the number of a return")
        return _shown(request, visit, here, problem=missing, typed={code: number})
    except Problem as problem:
        return _shown(request, visit, here, problem=problem, typed={code: number})
    return to("/held", done="matched")
