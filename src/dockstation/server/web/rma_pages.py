"""RMAs as the office sees them: a list, one with all that belongs to it, its moves and its label."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import ValidationError

from dockstation.server import office, return_label
from dockstation.server.context import Here
from dockstation.server.events import outcome_message
from dockstation.server.life import APPROVED
from dockstation.server.problems import Problem
from dockstation.server.returns import message
from dockstation.server.store.database import Transaction
from dockstation.server.web.roles import OFFICE, VIEWER
from dockstation.server.web.showing import pages_of, to
from dockstation.server.web.visits import Typed, Visit, Visited, needs
from dockstation.wire.rma_life import MoveMessage, State

PAGE = 50
UNITS, EVENTS = 50, 50
"""So many units, and events of each, are shown with an RMA."""
STATES = ("requested", "approved", "refused", "cancelled", "refunded")
ShortText = Annotated[str, Query(max_length=200)]
Place = Annotated[int, Query(ge=0, lt=2**53)]


@dataclass(frozen=True, slots=True)
class Happened:
    """An event in the story of an RMA."""

    at: str
    kind: str
    about: str
    by: str
    station: str


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    seen, led = [Depends(needs(VIEWER))], [Depends(needs(OFFICE))]
    router.add_api_route("/rmas", show_list, methods=["GET"], dependencies=seen)
    router.add_api_route("/rma", show_one, methods=["GET"], dependencies=seen)
    router.add_api_route("/rma/label.pdf", label, methods=["GET"], dependencies=seen)
    router.add_api_route("/rma/move", move, methods=["POST"], dependencies=led)
    return router


def show_list(
    request: Request,
    visit: Visited,
    here: Here,
    state: State | None = None,
    words: Annotated[ShortText, Query(alias="q")] = "",
    before: Place = 0,
) -> Response:
    """RMAs, the one changed last first."""
    told = typed(words).removeprefix("DSRMA-")
    with here.database.reading() as work:
        counts = work.worklists.states()
        found = work.worklists.rmas(state or "", told, before, PAGE + 1)
    rows = [{"rma": message(each.stored), "state": each.stored.state, "at": each.changed_at} for each in found[:PAGE]]
    further = found[PAGE - 1].stored.version if len(found) > PAGE else 0
    facts = {"rows": rows, "counts": counts, "states": STATES, "state": state or "", "q": words}
    return pages_of(request).show(visit, "rmas.html", further=further, before=before, **facts)


def typed(words: str) -> str:
    """What somebody searches for; no database knows a NUL."""
    return words.replace("\0", "").strip()


def show_one(request: Request, visit: Visited, here: Here, number: ShortText = "", done: ShortText = "") -> Response:
    """An RMA with its lines, changes, outcomes and events."""
    return shown(request, visit, here, number, done=done)


def shown(request: Request, visit: Visit, here: Here, number: str, **facts: Any) -> Response:
    """The page of an RMA as it stands now."""
    life = office.read(number, here, Response())
    with here.database.reading() as work:
        found = [outcome_message(work, each) for _, each in work.worklists.of_rma(number, UNITS)]
        happened = sorted(_events(work, number), key=lambda event: event.at)
        names = {each.station: each.name for each in work.worklists.stations()}
    label_open = life.state == APPROVED and return_label.CODE.fullmatch(number) and bool(here.return_address)
    told = {"life": life, "outcomes": found, "events": happened, "stations": names, "label": label_open}
    return pages_of(request).show(visit, "rma.html", **told | {"typed": {}} | facts)


def _events(work: Transaction, number: str) -> Iterator[Happened]:
    parcels: dict[str, None] = {}
    for lpn in work.worklists.units_of(number, UNITS):
        for event in _about(work, f"unit:{lpn}"):
            parcel = event["body"].get("parcel_id")
            if event["kind"] == "UnitReceived" and isinstance(parcel, str):
                parcels[parcel[:128]] = None
            yield _happened(event, lpn)
    for parcel in parcels:
        for event in _about(work, f"parcel:{parcel}"):
            yield _happened(event, str(event["body"].get("code", "")))


def _about(work: Transaction, aggregate: str) -> Iterator[dict[str, Any]]:
    return map(json.loads, work.events.about(aggregate, EVENTS))


def _happened(event: dict[str, Any], about: str) -> Happened:
    by = event["body"].get("by", "")
    return Happened(event["at"], event["kind"], about[:128], by if isinstance(by, str) else "", event["station"])


def move(request: Request, visit: Visited, here: Here, form: Typed) -> Response:
    """Take an RMA to another state, from the version that the person saw."""
    number = form("number")
    try:
        act(here, visit, number, form("move"), form("reason"), form.number("version"))
    except Problem as problem:
        if problem.status == 404:
            raise
        return shown(request, visit, here, number, problem=problem, typed={"reason": form("reason")})
    return to("/rma", number=number, done=f"moved_{form('move')}")


def act(here: Here, visit: Visit, number: str, name: str, reason: str, version: int) -> None:
    """One move by the person who visits."""
    try:
        asked = MoveMessage.model_validate({"move": name, "by": visit.who.name, "reason": reason})
    except ValidationError:
        raise Problem(422, "reason_form", "The reason has at most 1000 characters") from None
    office.move(number, asked, here, Response(), f'"{version}"')


def label(here: Here, number: ShortText = "") -> Response:
    """The label for the customer's parcel."""
    return return_label.label(number, here)
