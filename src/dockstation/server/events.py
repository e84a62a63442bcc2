"""What happened: events in from the stations, events and outcomes out to the administrator."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from pydantic import Field

from dockstation.server.access import Station, require_admin
from dockstation.server.context import Here
from dockstation.server.ingest import Conflict, Ingest, SealedEvent
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import Problem, documented
from dockstation.server.refusals import Refusals
from dockstation.server.rulings import SIGNED, VOID
from dockstation.server.settlement import as_message
from dockstation.server.store.database import Transaction
from dockstation.server.store.outcomes import Outcome
from dockstation.wire import BATCH_EVENTS, BatchAnswerMessage, Message, StoredEventMessage, StoredEventsMessage
from dockstation.wire.outcomes import OutcomeMessage, OutcomePhotoMessage, OutcomesMessage, PastOutcomeMessage

PAGE = 500
HISTORY = 50
"""So many earlier outcomes of a unit at most go with each."""

Limit = Annotated[int, Query(ge=1, le=PAGE)]
Number = Annotated[int, Query(ge=0, lt=2**53)]


class SealedBatch(Message):
    """``POST /v1/events:batch`` with events as they were sent."""

    events: Annotated[tuple[SealedEvent, ...], Field(min_length=1, max_length=BATCH_EVENTS)]


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    admin = [Depends(require_admin)]
    router.add_api_route("/v1/events:batch", take_batch, methods=["POST"], response_model=BatchAnswerMessage)
    router.add_api_route("/v1/events", list_events, methods=["GET"], dependencies=admin)
    router.add_api_route(
        "/v1/outcomes", list_outcomes, methods=["GET"], dependencies=admin, responses=documented(410)
    )
    return router


def take_batch(batch: SealedBatch, station: Station, here: Here) -> Response:
    """One result per event, in order; the batch is stored whole before it is answered, or not at all."""
    at = rfc3339(now())
    try:
        with here.database.writing() as work:
            results = Ingest(work, station.station, at).batch(batch.events)
    except Conflict as conflict:
        with here.database.writing() as work:
            work.events.hold()
            Refusals(work, station.station, at, ()).keep(conflict.sent, conflict.content)
        raise
    here.metrics.took(each.result for each in results)
    told = BatchAnswerMessage(results=results, server_time=at)
    return Response(told.model_dump_json(), media_type="application/json")  # the loop would look through it again


def list_events(
    here: Here,
    station: Annotated[str, Query(max_length=128)],
    epoch: Number = 1,
    after_seq: Number = 0,
    limit: Limit = PAGE,
) -> StoredEventsMessage:
    """A station's events of one epoch in seq order; a number left out has not come."""
    with here.database.reading() as work:
        found = work.events.of_station(station, epoch, after_seq, limit + 1)
    items = tuple(StoredEventMessage.model_validate(each, from_attributes=True) for each in found[:limit])
    return StoredEventsMessage(items=items, more=len(found) > limit)


def list_outcomes(
    here: Here, after: Annotated[str, Query(max_length=128)] = "", limit: Limit = PAGE
) -> OutcomesMessage:
    """Outcomes in the order of arrival, after the one of event ``after``."""
    with here.database.reading() as work:
        number = work.outcomes.number_of(after) if after else 0
        if number is None:
            raise Problem(410, "cursor", "There is no outcome of that event")
        found = work.outcomes.after(number, limit + 1)
        items = tuple(outcome_message(work, each) for each in found[:limit])
    return OutcomesMessage(items=items, more=len(found) > limit)


def outcome_message(work: Transaction, outcome: Outcome) -> OutcomeMessage:
    """An outcome as it is sent, with its photos, history and newest settlement."""
    listed = work.outcomes.photos_of(outcome.event_id)
    photos = tuple(OutcomePhotoMessage(sha256=sha256, stored=stored) for sha256, stored in listed)
    told = {name: getattr(outcome, name) for name in OutcomeMessage.model_fields if hasattr(outcome, name)}
    told |= {name: each for name, each in json.loads(outcome.detail).items() if name in OutcomeMessage.model_fields}
    return OutcomeMessage(
        photos=photos,
        complete=all(photo.stored for photo in photos),
        stands=outcome.primary and outcome.kind != VOID,
        under_review=work.reviews.open_of(outcome.lpn),
        settlement=next(map(as_message, reversed(work.settlements.of(outcome.event_id))), None),
        history=tuple(_past(each) for each in work.outcomes.before(outcome, HISTORY)),
        **told,
    )


def _past(outcome: Outcome) -> PastOutcomeMessage:
    known = {name: getattr(outcome, name) for name in PastOutcomeMessage.model_fields if hasattr(outcome, name)}
    signed = json.loads(outcome.detail)
    return PastOutcomeMessage(**known, **{name: signed.get(name, "") for name in SIGNED})
