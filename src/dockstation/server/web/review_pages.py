"""What contradicts, both sides beside one another, settled by a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Path, Request, Response
from pydantic import ValidationError

from dockstation.server import reviews
from dockstation.server.context import Context, Here
from dockstation.server.problems import Problem
from dockstation.server.web import rma_form
from dockstation.server.web.rma_pages import ShortText
from dockstation.server.web.roles import OFFICE, VIEWER
from dockstation.server.web.showing import pages_of, to
from dockstation.server.web.visits import Typed, Visit, Visited, needs
from dockstation.wire.reviews import ReviewMessage, SettleReviewMessage

PAGE = 20
EventId = Annotated[str, Path(min_length=1, max_length=128)]
Difference = tuple[int, str, str, str]


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    seen, led = [Depends(needs(VIEWER))], [Depends(needs(OFFICE))]
    router.add_api_route("/review", show_list, methods=["GET"], dependencies=seen)
    router.add_api_route("/review/{event_id}", show_one, methods=["GET"], dependencies=seen)
    router.add_api_route("/review/{event_id}", settle, methods=["POST"], dependencies=led)
    return router


def show_list(
    request: Request,
    visit: Visited,
    here: Here,
    kind: Literal["open", "all"] = "open",
    after: ShortText = "",
    done: ShortText = "",
) -> Response:
    """Contradictions in the order of arrival, at first those that wait."""
    found = reviews.list_reviews(here, kind, after, PAGE)
    further = found.items[-1].event_id if found.more else ""
    rows = [_row(visit, each) for each in found.items]
    facts: dict[str, Any] = {"rows": rows, "kind": kind, "further": further, "typed": {}, "done": done}
    return pages_of(request).show(visit, "reviews.html", **facts)


def show_one(request: Request, visit: Visited, here: Here, event_id: EventId) -> Response:
    """One contradiction."""
    return _shown(request, visit, here, event_id, typed={})


def _shown(request: Request, visit: Visit, here: Context, event_id: str, **facts: Any) -> Response:
    found = reviews.review(event_id, here, Response())
    return pages_of(request).show(visit, "review.html", row=_row(visit, found), **facts)


def _row(visit: Visit, review: ReviewMessage) -> dict[str, Any]:
    return {"review": review, "differences": list(_differences(visit, review))}


def _differences(visit: Visit, review: ReviewMessage) -> Iterator[Difference]:
    """What has changed of the RMA since the station knew it."""
    if review.rma_base is not None and review.rma_now is not None:
        zone = ZoneInfo(visit.who.zone)
        base, today = (rma_form.cells(each, zone) for each in (review.rma_base, review.rma_now))
        yield from rma_form.differences(base, today)


def settle(request: Request, visit: Visited, here: Here, event_id: EventId, form: Typed) -> Response:
    """Say which side counts; a review that somebody has settled meanwhile is shown as it is now."""
    typed, place = {name: form(name) for name in ("verdict", "reason")}, form.number("place")
    try:
        asked = SettleReviewMessage.model_validate(typed | {"by": visit.who.name})
        reviews.settle_review(event_id, asked, here, Response(), f'"{place}"' if place else None)
    except ValidationError:
        unclear = Problem(422, "settlement_form", "Choose what counts; the reason is short")
        return _shown(request, visit, here, event_id, problem=unclear, typed=typed)
    except Problem as problem:
        if problem.status == 404:
            raise
        return _shown(request, visit, here, event_id, problem=problem, typed=typed)
    return to("/review", done="reviewed")
