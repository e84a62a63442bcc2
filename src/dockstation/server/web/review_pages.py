"""What contradicts: what a station says beside what the server knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Depends, Request, Response

from dockstation.server.context import Here
from dockstation.server.events import outcome_message
from dockstation.server.returns import message
from dockstation.server.store.database import Transaction
from dockstation.server.store.worklists import Doubt
from dockstation.server.web.rma_pages import ShortText
from dockstation.server.web.roles import VIEWER
from dockstation.server.web.showing import pages_of
from dockstation.server.web.visits import Visited, needs
from dockstation.wire import RmaMessage
from dockstation.wire.outcomes import OutcomeMessage

PAGE = 20


@dataclass(frozen=True, slots=True)
class Sides:
    """An event in doubt, the outcome that came of it, and what stands against it."""

    event_id: str
    code: str
    kind: str
    lpn: str
    station: str
    received_at: str
    said: OutcomeMessage | None
    first: OutcomeMessage | None
    rma: RmaMessage | None
    rma_state: str
    rma_number: str


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    router.add_api_route("/review", show_list, methods=["GET"], dependencies=[Depends(needs(VIEWER))])
    return router


def show_list(request: Request, visit: Visited, here: Here, after: ShortText = "") -> Response:
    """Events that need review, the first that came first."""
    with here.database.reading() as work:
        found = work.worklists.reviewed(after, PAGE + 1)
        rows = [_sides(work, each) for each in found[:PAGE]]
        names = {each.station: each.name for each in work.worklists.stations()}
    further = found[PAGE - 1].event_id if len(found) > PAGE else ""
    return pages_of(request).show(visit, "review.html", rows=rows, stations=names, further=further)


def _sides(work: Transaction, doubt: Doubt) -> Sides:
    body = doubt.event["body"]
    number = str(_member(doubt.problem, "rma").get("number") or body.get("rma_number", ""))[:128]
    stored = work.rmas.any(number) if number else None
    return Sides(
        event_id=doubt.event_id,
        code=str(doubt.problem.get("type", "")).rpartition(":")[2],
        kind=doubt.event["kind"],
        lpn=str(body.get("lpn", ""))[:128],
        station=doubt.event["station"],
        received_at=doubt.received_at,
        said=_outcome(work, doubt.event_id),
        first=_outcome(work, str(_member(doubt.problem, "first").get("event_id", ""))),
        rma=message(stored) if stored else None,
        rma_state=stored.state if stored else "",
        rma_number=number,
    )


def _member(problem: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = problem.get(name)
    return found if isinstance(found, dict) else {}


def _outcome(work: Transaction, event_id: str) -> OutcomeMessage | None:
    found = work.outcomes.get(event_id) if event_id else None
    return outcome_message(work, found) if found else None
