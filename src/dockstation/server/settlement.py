"""The advice of an outcome taken over, changed or refused by a person of the office."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Response

from dockstation.server.access import require_admin
from dockstation.server.context import Here
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import Problem, documented
from dockstation.server.returns import message
from dockstation.server.rulings import VOID
from dockstation.server.store.database import Transaction
from dockstation.server.store.outcomes import Outcome
from dockstation.server.store.settlements import Settlement
from dockstation.wire.rma_life import SettlementMessage, SettlementsMessage, SettleMessage

MOST = 100
"""Settlements of one outcome."""
EventId = Annotated[str, Path(min_length=1, max_length=128)]
Match = Annotated[str | None, Header(alias="If-Match", max_length=64)]


def routes() -> APIRouter:
    """The routes of this module."""
    router, path = APIRouter(dependencies=[Depends(require_admin)]), "/v1/outcomes/{event_id}/settlement"
    told = documented(404, 409, 412, 422) | {200: {"model": SettlementMessage}}
    router.add_api_route(path, settle, methods=["POST"], status_code=201, responses=told)
    router.add_api_route(path, settled, methods=["GET"], responses=documented(404))
    return router


def settle(
    event_id: EventId, asked: SettleMessage, here: Here, answer: Response, match: Match = None
) -> SettlementMessage:
    """Settle an outcome that stands; once settled, If-Match names the ``place`` that this replaces."""
    with here.database.writing() as work:
        work.events.hold()
        outcome, before = _outcome(work, event_id), work.settlements.of(event_id)
        resolution = asked.resolution or outcome.resolution
        made = Settlement(
            event_id, len(before) + 1, asked.verdict, resolution, asked.sum, asked.by, asked.reason, rfc3339(now())
        )
        if before and _same(before[-1], made):
            answer.status_code = 200
            return _tagged(answer, before[-1])
        _require_standing(work, outcome)
        _require_sense(work, outcome, asked, resolution)
        _require_newest(before, match)
        work.settlements.add(made)
    return _tagged(answer, made)


def _same(before: Settlement, made: Settlement) -> bool:
    return replace(made, place=before.place, at=before.at) == before


def settled(event_id: EventId, here: Here) -> SettlementsMessage:
    """Every settlement of an outcome, the newest last."""
    with here.database.reading() as work:
        _outcome(work, event_id)
        return SettlementsMessage(items=tuple(map(as_message, work.settlements.of(event_id))))


def as_message(settlement: Settlement) -> SettlementMessage:
    """A settlement as it is sent."""
    return SettlementMessage.model_validate(asdict(settlement) | {"by": settlement.who})


def _outcome(work: Transaction, event_id: str) -> Outcome:
    found = work.outcomes.get(event_id)
    if found is None:
        raise Problem(404, "outcome", "There is no outcome of that event")
    return found


def _require_standing(work: Transaction, outcome: Outcome) -> None:
    if outcome.kind == VOID or not outcome.primary:
        stands = work.outcomes.primary_of(outcome.lpn)
        told = {"stands": stands.event_id} if stands is not None and stands.kind != VOID else {}
        raise Problem(409, "not_standing", "This outcome is not what counts for the item", **told)
    if waiting := work.reviews.open_of(outcome.lpn):
        raise Problem(409, "awaits_review", "Somebody must review what contradicts this outcome", reviews=waiting)
    advice = json.loads(outcome.detail)
    if advice.get("second_person") and not advice.get("approved_by"):
        raise Problem(409, "awaits_approval", "Another person must approve this outcome first")


def _require_sense(work: Transaction, outcome: Outcome, asked: SettleMessage, resolution: str) -> None:
    if asked.verdict == "accepted" and resolution != outcome.resolution:
        raise Problem(422, "resolution", "Who accepts the advice keeps its resolution", resolution=outcome.resolution)
    if asked.verdict != "accepted" and not asked.reason.strip():
        raise Problem(422, "reason", "Who changes or refuses the advice says why")
    most = value_of(work, outcome)
    if most is not None and asked.sum > most:
        raise Problem(422, "sum", "The sum is more than the item is worth", most=most)


def value_of(work: Transaction, outcome: Outcome) -> int | None:
    """What the item is worth, None where no line tells."""
    stored = work.rmas.get(outcome.rma_number)
    lines = message(stored).lines if stored else ()
    return next((line.unit_value for line in lines if line.line_id == outcome.line_id), None)


def _require_newest(before: tuple[Settlement, ...], match: str | None) -> None:
    if before and match != _tag(before[-1]):
        raise Problem(412, "settled", "Somebody has settled this outcome already", place=before[-1].place)
    if len(before) >= MOST:
        raise Problem(409, "settled_often", "This outcome has been settled too often", most=MOST)


def _tagged(answer: Response, settlement: Settlement) -> SettlementMessage:
    answer.headers["ETag"] = _tag(settlement)
    return as_message(settlement)


def _tag(settlement: Settlement) -> str:
    return f'"{settlement.place}"'
