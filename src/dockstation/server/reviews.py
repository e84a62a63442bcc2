"""What contradicts, with both sides, settled by a person of the office."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Header, Path, Query, Response

from dockstation.server.access import require_admin
from dockstation.server.context import Here
from dockstation.server.events import outcome_message
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import URN, Problem, documented
from dockstation.server.returns import message
from dockstation.server.store.database import Transaction
from dockstation.server.store.reviews import Review, ReviewSettlement
from dockstation.server.verdicts import carry_out, verdicts
from dockstation.wire import RmaMessage
from dockstation.wire.outcomes import OutcomeMessage
from dockstation.wire.reviews import ReviewMessage, ReviewSettlementMessage, ReviewsMessage, SettleReviewMessage

PAGE = 100
MOST = 100
"""Settlements of one review."""

EventId = Annotated[str, Path(min_length=1, max_length=128)]
After = Annotated[str, Query(max_length=128)]
Limit = Annotated[int, Query(ge=1, le=PAGE)]
Match = Annotated[str | None, Header(alias="If-Match", max_length=64)]
Which = Literal["open", "all"]


def routes() -> APIRouter:
    """The routes of this module."""
    router, path = APIRouter(dependencies=[Depends(require_admin)]), "/v1/reviews/{event_id}"
    told = documented(404, 409, 412, 422) | {200: {"model": ReviewSettlementMessage}}
    router.add_api_route("/v1/reviews", list_reviews, methods=["GET"], responses=documented(410))
    router.add_api_route(path, review, methods=["GET"], responses=documented(404))
    router.add_api_route(f"{path}/settlement", settle_review, methods=["POST"], status_code=201, responses=told)
    return router


def list_reviews(here: Here, state: Which = "open", after: After = "", limit: Limit = PAGE) -> ReviewsMessage:
    """What waits for a person, or all that ever did, in the order of arrival."""
    with here.database.reading() as work:
        number = work.reviews.number_of(after) if after else 0
        if number is None:
            raise Problem(410, "cursor", "There is no review of that event")
        found = work.reviews.after(number, limit + 1, only_open=state == "open")
        items = tuple(told(work, each) for each in found[:limit])
    return ReviewsMessage(items=items, more=len(found) > limit)


def review(event_id: EventId, here: Here, answer: Response) -> ReviewMessage:
    """One review; the ``place`` of its newest settlement, 0 without one, is the ETag."""
    with here.database.reading() as work:
        found = told(work, _review(work, event_id))
    answer.headers["ETag"] = _tag(found.settlements[-1].place if found.settlements else 0)
    return found


def settle_review(
    event_id: EventId, asked: SettleReviewMessage, here: Here, answer: Response, match: Match = None
) -> ReviewSettlementMessage:
    """Settle a review; once settled, If-Match names the ``place`` that this replaces. Both sides are kept."""
    with here.database.writing() as work:
        work.events.hold()
        found, before = _review(work, event_id), work.reviews.settlements_of([event_id])
        if before and _same(before[-1], asked):
            answer.status_code, made = 200, before[-1]
        else:
            _require_sense(work, found, asked)
            _require_newest(before, match)
            made = ReviewSettlement(
                event_id, len(before) + 1, asked.verdict, asked.by, asked.reason.strip(), rfc3339(now())
            )
            made = replace(made, outcome=carry_out(work, found, made))
            work.reviews.settle(made)
    answer.headers["ETag"] = _tag(made.place)
    return as_message(made)


def told(work: Transaction, review: Review) -> ReviewMessage:
    """A review as it is sent, with both sides as they are now."""
    problem = review.problem
    sides: dict[str, Any] = {**_outcomes(work, review), **_rmas(work, review)}
    return ReviewMessage(
        event_id=review.event_id,
        station=review.station,
        station_name=work.stations.name_of(review.station),
        kind=review.kind,
        received_at=review.received_at,
        lpn=review.lpn,
        code=str(problem.get("type", "")).removeprefix(URN),
        problem=dict(problem),
        body=dict(review.body),
        **sides,
        verdicts=verdicts(work, review),
        settlements=tuple(map(as_message, work.reviews.settlements_of([review.event_id]))),
    )


def _outcomes(work: Transaction, review: Review) -> dict[str, OutcomeMessage | None]:
    stands = work.outcomes.standing_of(review.lpn)
    first = _member(review.problem, "first", "event_id")
    found = (work.outcomes.get(review.event_id), work.outcomes.get(first) if first else None, stands)
    names = ("outcome", "first", "stands")
    return {name: outcome_message(work, each) if each else None for name, each in zip(names, found, strict=True)}


def _rmas(work: Transaction, review: Review) -> dict[str, RmaMessage | None]:
    number = str(review.body.get("rma_number", ""))[:128]
    now_there = work.rmas.get(number) if number else None
    versions = (review.base_version, _member(review.problem, "rma", "version"))
    if now_there is None:
        return dict.fromkeys(("rma_base", "rma_then", "rma_now"))
    base, then = (work.rmas.at_version(number, each) if isinstance(each, int) else None for each in versions)
    names = ("rma_base", "rma_then", "rma_now")
    return {name: message(each) if each else None for name, each in zip(names, (base, then, now_there), strict=True)}


def _member(problem: Mapping[str, Any], name: str, member: str) -> Any:
    side = problem.get(name)
    return side.get(member) if isinstance(side, Mapping) else None


def as_message(settlement: ReviewSettlement) -> ReviewSettlementMessage:
    """A settlement as it is sent."""
    return ReviewSettlementMessage.model_validate(asdict(settlement) | {"by": settlement.who})


def _review(work: Transaction, event_id: str) -> Review:
    found = work.reviews.get(event_id)
    if found is None:
        raise Problem(404, "review", "There is no review of that event")
    return found


def _same(before: ReviewSettlement, asked: SettleReviewMessage) -> bool:
    return (before.verdict, before.who, before.reason) == (asked.verdict, asked.by, asked.reason.strip())


def _require_sense(work: Transaction, found: Review, asked: SettleReviewMessage) -> None:
    open_to_it = verdicts(work, found)
    if asked.verdict not in open_to_it:
        raise Problem(409, "verdict", "This verdict is not open to the review", verdicts=list(open_to_it))
    if asked.verdict != "noted" and not asked.reason.strip():
        raise Problem(422, "reason", "Who says what counts says why")


def _require_newest(before: tuple[ReviewSettlement, ...], match: str | None) -> None:
    if before and match != _tag(before[-1].place):
        newest = json.loads(as_message(before[-1]).model_dump_json())
        raise Problem(412, "settled", "Somebody has settled this review already", settlement=newest)
    if len(before) >= MOST:
        raise Problem(409, "settled_often", "This review has been settled too often", most=MOST)


def _tag(place: int) -> str:
    return f'"{place}"'
