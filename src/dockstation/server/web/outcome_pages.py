"""Outcomes with their photos, and the office's word on their advice."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import ValidationError

from dockstation.server import settlement
from dockstation.server.context import Context, Here
from dockstation.server.events import outcome_message
from dockstation.server.imports import cells
from dockstation.server.imports.faults import CellFault
from dockstation.server.problems import Problem
from dockstation.server.returns import message
from dockstation.server.store.outcomes import Outcome
from dockstation.server.web.rma_pages import Place, ShortText, typed
from dockstation.server.web.roles import OFFICE, VIEWER
from dockstation.server.web.showing import pages_of, plain, to
from dockstation.server.web.visits import Form, Typed, Visit, Visited, needs
from dockstation.wire import RmaMessage
from dockstation.wire.rma_life import SettleMessage

PAGE = 50
RESOLUTIONS = ("refund_full", "refund_part", "exchange", "repair", "refuse")
VERDICTS = ("accepted", "changed", "refused")
EventId = Annotated[str, Path(min_length=1, max_length=128)]


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    seen, led = [Depends(needs(VIEWER))], [Depends(needs(OFFICE))]
    router.add_api_route("/outcomes", show_list, methods=["GET"], dependencies=seen)
    router.add_api_route("/outcomes/{event_id}", show_one, methods=["GET"], dependencies=seen)
    router.add_api_route("/outcomes/{event_id}/settlement", settle, methods=["POST"], dependencies=led)
    return router


def show_list(
    request: Request,
    visit: Visited,
    here: Here,
    kind: Literal["open", "standing", "all"] = "open",
    words: Annotated[ShortText, Query(alias="q")] = "",
    before: Place = 0,
) -> Response:
    """Outcomes, the newest first; at first those that wait for the office."""
    with here.database.reading() as work:
        asked = "" if kind == "all" else kind
        found = work.worklists.outcomes(asked, typed(words), before, PAGE + 1)
        rows = [outcome_message(work, each) for _, each in found[:PAGE]]
        known = work.rmas.known(sorted({each.rma_number for each in rows}))
        currencies = {number: message(each).currency for number, each in known.items()}
        names = {each.station: each.name for each in work.worklists.stations()}
    further = found[PAGE - 1][0] if len(found) > PAGE else 0
    facts = {"rows": rows, "kind": kind, "q": words, "stations": names, "currencies": currencies}
    return pages_of(request).show(visit, "outcomes.html", further=further, before=before, **facts)


def _rma(here: Context, number: str) -> RmaMessage | None:
    with here.database.reading() as work:
        stored = work.rmas.any(number)
    return message(stored) if stored else None


def _currency(rma: RmaMessage | None) -> str:
    return rma.currency if rma else ""


def show_one(request: Request, visit: Visited, here: Here, event_id: EventId, done: ShortText = "") -> Response:
    """An outcome with its photos and what became of it."""
    return _shown(request, visit, here, event_id, done=done)


def _shown(request: Request, visit: Visit, here: Context, event_id: str, **facts: Any) -> Response:
    outcome = outcome_of(here, event_id)
    with here.database.reading() as work:
        told = outcome_message(work, outcome)
        worth = settlement.value_of(work, outcome)
        settled = tuple(map(settlement.as_message, work.settlements.of(event_id)))
        station = work.stations.name_of(outcome.station)
        stands = work.outcomes.primary_of(outcome.lpn)
    rma = _rma(here, outcome.rma_number)
    line = next((each for each in rma.lines if each.line_id == outcome.line_id), None) if rma else None
    shown: dict[str, Any] = {
        "outcome": told,
        "worth": worth,
        "settled": settled,
        "station": station,
        "rma": rma,
        "line": line,
    }
    shown |= {"typed": _suggested(outcome, worth, _currency(rma)), "currency": _currency(rma), "verdicts": VERDICTS}
    shown |= {"resolutions": tuple(dict.fromkeys((outcome.resolution, *RESOLUTIONS)))}
    shown |= {"awaits": bool(told.second_person) and not told.approved_by, "standing": stands and stands.event_id}
    return pages_of(request).show(visit, "outcome.html", **shown | facts)


def outcome_of(here: Context, event_id: str) -> Outcome:
    """The outcome of an event; 404 where there is none."""
    with here.database.reading() as work:
        found = work.outcomes.get(event_id)
    if found is None:
        raise Problem(404, "outcome", "There is no outcome of that event")
    return found


def _suggested(outcome: Outcome, worth: int | None, currency: str) -> dict[str, str]:
    """What the advice comes to, for somebody to take over or change."""
    back = max(0, (worth or 0) - outcome.deduction) if outcome.resolution.startswith("refund") else 0
    return {"verdict": "accepted", "resolution": outcome.resolution, "sum": plain(back, currency), "reason": ""}


def settle(request: Request, visit: Visited, here: Here, event_id: EventId, form: Typed) -> Response:
    """Take the advice over, change or refuse it; one that somebody has settled meanwhile is shown as it is now."""
    typed = {name: form(name) for name in ("verdict", "resolution", "sum", "reason")}
    try:
        place = form.number("place")
        asked = _asked(visit, form, _currency(_rma(here, outcome_of(here, event_id).rma_number)))
        settlement.settle(event_id, asked, here, Response(), f'"{place}"' if place else None)
    except Problem as problem:
        if problem.status == 404:
            raise
        return _shown(request, visit, here, event_id, problem=problem, typed=typed)
    return to("/outcomes", event_id, done="settled")


def _asked(visit: Visit, form: Form, currency: str) -> SettleMessage:
    try:
        amount = cells.money(form("sum") or "0", currency)
        told = {"verdict": form("verdict"), "reason": form("reason"), "by": visit.who.name, "sum": amount}
        changed = form("verdict") == "changed"
        return SettleMessage.model_validate(told | ({"resolution": form("resolution")} if changed else {}))
    except CellFault as error:
        raise Problem(422, "amount", "This is no amount of money", **error.facts) from error
    except ValidationError:
        raise Problem(422, "settlement_form", "Choose what becomes of the advice; the reason is short") from None
