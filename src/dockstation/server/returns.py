"""Expected returns: in from the administrator, out to the stations."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from dockstation.server.access import require_admin, require_station
from dockstation.server.context import Here
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import Problem, documented
from dockstation.server.store.database import Transaction
from dockstation.server.store.rmas import Change, StoredRma, Written
from dockstation.wire import FoundMessage, ImportedMessage, ImportMessage, RmaMessage, RmaPageMessage

PAGE = 500
FOUND_AT_MOST = 20
LONGEST_CODE = 128
"""As long as one may be that is asked for; PostgreSQL's indexes refuse what is very much longer."""
_TIMES = ("due_at", "window_ends", "dispatched_at")

Limit = Annotated[int, Query(ge=1, le=PAGE)]


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    station, admin = [Depends(require_station)], [Depends(require_admin)]
    router.add_api_route("/v1/rmas", pull, methods=["GET"], dependencies=station, responses=documented(410))
    router.add_api_route("/v1/rmas/find", find, methods=["GET"], dependencies=station)
    router.add_api_route("/v1/rmas:import", import_rmas, methods=["POST"], dependencies=admin)
    return router


def pull(here: Here, cursor: Annotated[str, Query(max_length=128)] = "", limit: Limit = PAGE) -> RmaPageMessage:
    """The RMAs that changed after ``cursor``, the oldest change first; "" from the beginning."""
    with here.database.reading() as work:
        database_id = work.rmas.database_id()
        after = _after(work, database_id, cursor)
        found, more = work.rmas.page(after, limit)
    last = found[-1].version if found else after
    return RmaPageMessage(items=tuple(map(message, found)), cursor=f"{database_id}-{last}", more=more)


def _after(work: Transaction, database_id: str, cursor: str) -> int:
    if not cursor:
        return 0
    ours, _, number = cursor.partition("-")
    known = ours == database_id and number.isascii() and number.isdigit() and len(number) < 19
    if not known or int(number) > work.rmas.newest():
        raise Problem(410, "cursor", "The cursor is not known here; start again without one")
    return int(number)


def find(here: Here, code: Annotated[str, Query(min_length=1, max_length=LONGEST_CODE)]) -> FoundMessage:
    """The RMAs whose number, order number, or a tracking or serial number is ``code``."""
    with here.database.reading() as work:
        return FoundMessage(items=tuple(map(message, work.rmas.find(code, FOUND_AT_MOST))))


def import_rmas(asked: ImportMessage, here: Here) -> ImportedMessage:
    """Create or replace; an RMA that comes again unchanged keeps its version and is not counted."""
    at = rfc3339(now())
    with here.database.writing() as work:
        work.rmas.hold()
        newest = {each.number: each for each in asked.items}
        stored = work.rmas.put([written(each, each.status) for each in newest.values()], Change("imported", at))
    return ImportedMessage(stored=stored)


def written(rma: RmaMessage, state: str) -> Written:
    """An RMA as it is stored in a state."""
    return Written(rma.number, content(rma), codes(rma), state)


def message(stored: StoredRma) -> RmaMessage:
    """A stored RMA as it is sent."""
    return RmaMessage.model_validate(json.loads(stored.content) | {"version": stored.version})


def content(rma: RmaMessage) -> str:
    """An RMA as it is stored: without a version, times in UTC."""
    times = {name: _utc(moment) for name in _TIMES if (moment := getattr(rma, name)) is not None}
    return rma.model_copy(update=times).model_dump_json(exclude={"version"})


def _utc(moment: datetime) -> datetime:
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        raise Problem(422, "invalid", "A time is beyond the calendar") from None


def codes(rma: RmaMessage) -> frozenset[str]:
    """What a person may scan and mean this RMA."""
    return frozenset(each for each in _codes(rma) if 0 < len(each) <= LONGEST_CODE)


def _codes(rma: RmaMessage) -> Iterator[str]:
    yield rma.number
    yield rma.order_number
    yield from rma.tracking_numbers
    for line in rma.lines:
        yield from line.serials
