"""Parcels that stations have put aside, and the word of the office on whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from pydantic import Field, ValidationError

from dockstation.server.access import require_admin
from dockstation.server.context import Context, Here
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import Problem, documented
from dockstation.server.returns import message, written
from dockstation.server.store.database import Transaction
from dockstation.server.store.rmas import Change
from dockstation.wire import (
    HeldMessage,
    HeldParcelsMessage,
    MatchedMessage,
    MatchMessage,
    Message,
    Name,
    RmaMessage,
    Sha256,
)

PAGE = 500

Limit = Annotated[int, Query(ge=1, le=PAGE)]


class HeldPhoto(Message):
    """A photo as the event names it."""

    sha256: Sha256


class HeldBody(Message):
    """The body of ParcelHeld, as far as the server reads it."""

    parcel_id: Name
    code: Name
    reason: Name
    rma_number: str = ""
    photos: Annotated[tuple[HeldPhoto, ...], Field(max_length=200)] = ()


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    admin = [Depends(require_admin)]
    router.add_api_route("/v1/held", list_held, methods=["GET"], dependencies=admin)
    router.add_api_route(
        "/v1/held:match", match, methods=["POST"], dependencies=admin, responses=documented(404, 409)
    )
    return router


def list_held(
    here: Here, after: Annotated[str, Query(max_length=128)] = "", limit: Limit = PAGE
) -> HeldParcelsMessage:
    """Parcels that are held now, the first held first, after the one of event ``after``."""
    with here.database.reading() as work:
        found = tuple(_held(work, after))
    return HeldParcelsMessage(items=found[:limit], more=len(found) > limit)


def match(asked: MatchMessage, here: Here) -> MatchedMessage:
    """Give the code of a held parcel to a return; the station that holds it matches it at its next sync."""
    return give(asked, here)


def give(asked: MatchMessage, here: Context, by: str = "") -> MatchedMessage:
    """The same, by somebody."""
    with here.database.writing() as work:
        work.rmas.hold()
        stored = work.rmas.get(asked.rma_number)
        if stored is None:
            raise Problem(404, "rma", "There is no such return")
        if all(each.code != asked.parcel_code for each in _held(work)):
            raise Problem(404, "held", "No station holds a parcel with this code")
        rma = message(stored)
        _require_free(work, asked.parcel_code, rma)
        matched = rma.model_copy(update={"tracking_numbers": _with(rma.tracking_numbers, asked.parcel_code)})
        work.rmas.put([written(matched, stored.state)], Change("matched", rfc3339(now()), by))
        newest = work.rmas.get(matched.number) or stored
    return MatchedMessage(rma_number=matched.number, version=newest.version)


def _with(known: tuple[str, ...], code: str) -> tuple[str, ...]:
    return known if code in known else (*known, code)


def _require_free(work: Transaction, code: str, rma: RmaMessage) -> None:
    """A code of two returns would be one of none: no station could tell whose parcel it is."""
    others = [message(each).number for each in work.rmas.find(code, 2)]
    taken = next((each for each in others if each != rma.number), None)
    if taken is not None:
        raise Problem(409, "code_taken", "Another return has this code", rma_number=taken)


def _held(work: Transaction, after: str = "") -> Iterator[HeldMessage]:
    for event in work.events.held(after):
        try:
            body = HeldBody.model_validate(event["body"])
        except ValidationError:
            continue  # what a station said in another form stays in the list of events
        yield _message(work, event, body)


def _message(work: Transaction, event: dict[str, Any], body: HeldBody) -> HeldMessage:
    owners = [message(each).number for each in work.rmas.find(body.code, 2)]
    return HeldMessage(
        event_id=event["id"],
        station=event["station"],
        parcel_id=body.parcel_id,
        code=body.code,
        reason=body.reason,
        rma_number=body.rma_number,
        matched_to=owners[0] if len(owners) == 1 and not body.rma_number else "",
        photos=tuple(photo.sha256 for photo in body.photos),
        held_at=event["at"],
    )
