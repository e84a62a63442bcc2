"""What was refused for good, seen and settled by a person of the office; and what stations hear of settlements."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Header, Path, Query, Response

from dockstation.server.access import Station, require_admin
from dockstation.server.context import Here
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import URN, Problem, documented
from dockstation.server.store.database import Transaction
from dockstation.server.store.rejected import Rejected, RejectedSettlement
from dockstation.wire.reviews import (
    AskSettledMessage,
    RejectedEventsMessage,
    RejectedMessage,
    RejectedSettlementMessage,
    SettledEventMessage,
    SettledEventsMessage,
    SettleRejectedMessage,
)

PAGE = 100
MOST = 100
"""Settlements of one event."""

Number = Annotated[int, Path(ge=1, lt=2**31)]
After = Annotated[int, Query(ge=0, lt=2**31)]
Limit = Annotated[int, Query(ge=1, le=PAGE)]
Match = Annotated[str | None, Header(alias="If-Match", max_length=64)]


def routes() -> APIRouter:
    """The routes of this module."""
    router, admin = APIRouter(), [Depends(require_admin)]
    done = documented(404, 409, 412, 422) | {200: {"model": RejectedSettlementMessage}}
    router.add_api_route("/v1/rejected", list_rejected, methods=["GET"], dependencies=admin)
    router.add_api_route(
        "/v1/rejected/{number}/settlement",
        settle_rejected,
        methods=["POST"],
        status_code=201,
        responses=done,
        dependencies=admin,
    )
    router.add_api_route("/v1/events:settled", settled, methods=["POST"])
    return router


def list_rejected(
    here: Here, state: Literal["open", "all"] = "open", after: After = 0, limit: Limit = PAGE
) -> RejectedEventsMessage:
    """What waits for a person, or all that ever did, in the order of arrival."""
    with here.database.reading() as work:
        found = work.rejected.after(after, limit + 1, only_open=state == "open")
        items = tuple(told(work, each) for each in found[:limit])
    return RejectedEventsMessage(items=items, more=len(found) > limit)


def settle_rejected(
    number: Number, asked: SettleRejectedMessage, here: Here, answer: Response, match: Match = None
) -> RejectedSettlementMessage:
    """Say what becomes of a refused event; once settled, If-Match names the ``place`` that this replaces."""
    with here.database.writing() as work:
        work.events.hold()
        found = work.rejected.get(number)
        if found is None:
            raise Problem(404, "rejected", "There is no rejected event with this number")
        before = work.rejected.settlements_of([number])
        if before and not found.open and _same(before[-1], asked):
            answer.status_code, made = 200, before[-1]
        else:
            _require_sense(asked)
            _require_newest(found, before, match)
            told = (asked.verdict, asked.by, asked.reason.strip(), rfc3339(now()))
            made = RejectedSettlement(number, len(before) + 1, *told)
            work.rejected.settle(made)
    answer.headers["ETag"] = _tag(made.place)
    return as_message(made)


def told(work: Transaction, rejected: Rejected) -> RejectedMessage:
    """A rejected event as it is sent."""
    known: dict[str, Any] = asdict(rejected) | {
        "station_name": work.stations.name_of(rejected.station),
        "code": str(rejected.problem.get("type", "")).removeprefix(URN),
        "settlements": tuple(map(as_message, work.rejected.settlements_of([rejected.number]))),
    }
    return RejectedMessage.model_validate(known)


def as_message(settlement: RejectedSettlement) -> RejectedSettlementMessage:
    """A settlement as it is sent."""
    return RejectedSettlementMessage.model_validate(asdict(settlement) | {"by": settlement.who})


def settled(asked: AskSettledMessage, station: Station, here: Here) -> SettledEventsMessage:
    """What the office made of the station's own events that were rejected or need review."""
    with here.database.reading() as work:
        found = {each.id: each for each in _rejected(work, station.station, asked.ids)}
        found |= {each.id: each for each in _reviewed(work, station.station, asked.ids)}
    return SettledEventsMessage(items=tuple(found.values()))


def _rejected(work: Transaction, station: str, ids: tuple[str, ...]) -> Iterable[SettledEventMessage]:
    known = {each.number: each for each in work.rejected.known(station, ids) if not each.open}
    for each in work.rejected.settlements_of(known):
        yield SettledEventMessage(
            id=known[each.number].event_id, verdict=each.verdict, by=each.who, reason=each.reason, at=each.at
        )


def _reviewed(work: Transaction, station: str, ids: tuple[str, ...]) -> Iterable[SettledEventMessage]:
    mine = work.events.sent_by(station, ids)
    for each in work.reviews.settlements_of(mine):
        yield SettledEventMessage(id=each.event_id, verdict=each.verdict, by=each.who, reason=each.reason, at=each.at)


def _same(before: RejectedSettlement, asked: SettleRejectedMessage) -> bool:
    return (before.verdict, before.who, before.reason) == (asked.verdict, asked.by, asked.reason.strip())


def _require_sense(asked: SettleRejectedMessage) -> None:
    if not asked.reason.strip():
        raise Problem(422, "reason", "Who settles what was refused says why")


def _require_newest(found: Rejected, before: tuple[RejectedSettlement, ...], match: str | None) -> None:
    if not found.open and match != _tag(before[-1].place):
        newest = json.loads(as_message(before[-1]).model_dump_json())
        raise Problem(412, "settled", "Somebody has settled this event already", settlement=newest)
    if len(before) >= MOST:
        raise Problem(409, "settled_often", "This event has been settled too often", most=MOST)


def _tag(place: int) -> str:
    return f'"{place}"'
