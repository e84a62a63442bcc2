"""RMAs made and changed by people, in a form."""

from __future__ import annotations

import secrets
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Request, Response

from dockstation.server import office
from dockstation.server.context import Context, Here
from dockstation.server.imports.columns import RETURN_TYPES, WANTED
from dockstation.server.life import CHANGEABLE
from dockstation.server.problems import Problem
from dockstation.server.web import rma_form
from dockstation.server.web.rma_pages import ShortText, act
from dockstation.server.web.roles import OFFICE
from dockstation.server.web.showing import pages_of, to
from dockstation.server.web.visits import Form, Typed, Visit, Visited, needs
from dockstation.wire import RmaMessage
from dockstation.wire.rma_life import RmaLifeMessage, WrittenRmaMessage


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter(dependencies=[Depends(needs(OFFICE))])
    router.add_api_route("/rma/new", show_new, methods=["GET"])
    router.add_api_route("/rma/new", create, methods=["POST"])
    router.add_api_route("/rma/change", show_change, methods=["GET"])
    router.add_api_route("/rma/change", change, methods=["POST"])
    return router


def show_new(request: Request, visit: Visited) -> Response:
    """An empty form."""
    return _form(request, visit, rma_form.empty(), key=secrets.token_hex(16))


def create(request: Request, visit: Visited, here: Here, form: Typed) -> Response:
    """Make an RMA, and approve it at once where that was asked; sent twice it is made once."""
    typed = rma_form.sent(form)
    if form("act") == "line":
        return _form(request, visit, rma_form.with_line(typed), key=form("key"))
    rma, faults = rma_form.read(typed, _zone(visit), None)
    if rma is None:
        return _form(request, visit, typed, key=form("key"), faults=faults, status=422)
    try:
        made = office.create(_written(rma, visit, form), form("key", 64) or secrets.token_hex(16), here, Response())
        if form("act") == "approve" and made.state == "requested":
            act(here, visit, rma.number, "approve", "", made.version)
    except Problem as problem:
        return _form(request, visit, typed, key=form("key"), problem=problem)
    return to("/rma", number=rma.number, done="created")


def show_change(request: Request, visit: Visited, here: Here, number: ShortText = "") -> Response:
    """The form of an RMA as it stands."""
    life = office.read(number, here, Response())
    return _form(request, visit, rma_form.cells(life.rma, _zone(visit)), life=life)


def change(request: Request, visit: Visited, here: Here, form: Typed) -> Response:
    """Change an RMA that nobody has changed since; else what stands now is shown beside what was typed."""
    life, typed = office.read(form("number"), here, Response()), rma_form.sent(form)
    if form("act") == "line":
        return _form(request, visit, rma_form.with_line(typed), life=life, version=form.number("version"))
    rma, faults = rma_form.read(typed, _zone(visit), life.rma)
    if rma is None:
        return _form(request, visit, typed, life=life, version=form.number("version"), faults=faults, status=422)
    try:
        office.change(rma.number, _written(rma, visit, form), here, Response(), f'"{form.number("version")}"')
    except Problem as problem:
        return _stale(request, visit, here, typed, problem)
    return to("/rma", number=rma.number, done="changed")


def _stale(request: Request, visit: Visit, here: Context, typed: rma_form.Typed, problem: Problem) -> Response:
    life = office.read(typed.head["number"], here, Response())
    newer = rma_form.cells(life.rma, _zone(visit))
    return _form(
        request, visit, typed, life=life, problem=problem, differences=list(rma_form.differences(typed, newer))
    )


def _written(rma: RmaMessage, visit: Visit, form: Form) -> WrittenRmaMessage:
    told = {"by": visit.who.name, "reason": form("reason")[:1000]}
    return WrittenRmaMessage.model_validate(rma.model_dump() | told)


def _zone(visit: Visit) -> ZoneInfo:
    return ZoneInfo(visit.who.zone)


def _form(
    request: Request, visit: Visit, typed: rma_form.Typed, life: RmaLifeMessage | None = None, **facts: Any
) -> Response:
    told = {"faults": (), "differences": (), "key": "", "version": life.version if life else 0}
    told |= {"types": tuple(RETURN_TYPES), "wishes": tuple(WANTED), "room": len(typed.lines) < rma_form.LINES}
    told |= {"closed": life is not None and life.state not in CHANGEABLE, "life": life, "typed": typed}
    marked = {(each.row, each.column) for each in facts.get("faults", ())}
    return pages_of(request).show(visit, "rma_form.html", marked=marked, **told | facts)
