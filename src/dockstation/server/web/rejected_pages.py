"""What was refused for good, and what becomes of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import ValidationError

from dockstation.server import rejected
from dockstation.server.context import Context, Here
from dockstation.server.problems import Problem
from dockstation.server.web.rma_pages import ShortText
from dockstation.server.web.roles import OFFICE, VIEWER
from dockstation.server.web.showing import pages_of, to
from dockstation.server.web.visits import Typed, Visit, Visited, needs
from dockstation.wire.reviews import SettleRejectedMessage

PAGE = 20
VERDICTS = ("send_again", "done", "noted")
Kind = Literal["open", "all"]
After = Annotated[int, Query(ge=0, lt=2**31)]


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    router.add_api_route("/rejected", show_list, methods=["GET"], dependencies=[Depends(needs(VIEWER))])
    router.add_api_route("/rejected", settle, methods=["POST"], dependencies=[Depends(needs(OFFICE))])
    return router


def show_list(
    request: Request, visit: Visited, here: Here, kind: Kind = "open", after: After = 0, done: ShortText = ""
) -> Response:
    """Refused events, the first that came first, at first those that wait."""
    return _shown(request, visit, here, kind, after, done=done)


def _shown(
    request: Request, visit: Visit, here: Context, kind: Kind = "open", after: int = 0, **facts: Any
) -> Response:
    found = rejected.list_rejected(here, kind, after, PAGE)
    further = found.items[-1].number if found.more else 0
    told: dict[str, Any] = {"rows": found.items, "kind": kind, "further": further, "verdicts": VERDICTS, "typed": {}}
    return pages_of(request).show(visit, "rejected.html", **told | facts)


def settle(request: Request, visit: Visited, here: Here, form: Typed) -> Response:
    """Say what becomes of an event; after a failure the list shows it from its place on, as it is now."""
    number, place = form.number("number"), form.number("place")
    typed = {name: form(name) for name in ("verdict", "reason")}
    try:
        asked = SettleRejectedMessage.model_validate(typed | {"by": visit.who.name})
        rejected.settle_rejected(number, asked, here, Response(), f'"{place}"' if place else None)
    except ValidationError:
        unclear = Problem(422, "settlement_form", "Choose what becomes of it; the reason is short")
        return _shown(request, visit, here, "all", max(0, number - 1), problem=unclear, typed={number: typed})
    except Problem as problem:
        if problem.status == 404:
            raise
        return _shown(request, visit, here, "all", max(0, number - 1), problem=problem, typed={number: typed})
    return to("/rejected", done="rejected_settled")
