"""RMAs as the office leads them: made, changed, approved, refused, cancelled, refunded, with who and why."""

from __future__ import annotations

import hashlib
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query, Response

from dockstation.server.access import require_admin
from dockstation.server.context import Here
from dockstation.server.life import TOLD, moved, open_moves, require_changeable
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import Problem, documented
from dockstation.server.returns import content, message, written
from dockstation.server.store.database import Transaction
from dockstation.server.store.rmas import REQUESTED, Change, StoredRma
from dockstation.wire import RmaMessage
from dockstation.wire.rma_life import (
    ChangeMessage,
    MoveMessage,
    RmaLifeMessage,
    RmaLivesMessage,
    State,
    WrittenRmaMessage,
)

PAGE = 500
CHANGES = 100
"""So many changes at most go with an RMA."""

Number = Annotated[str, Path(min_length=1, max_length=128)]
Limit = Annotated[int, Query(ge=1, le=PAGE)]
Key = Annotated[str, Header(alias="Idempotency-Key", min_length=1, max_length=256)]
Match = Annotated[str | None, Header(alias="If-Match", max_length=64)]


def routes() -> APIRouter:
    """The routes of this module."""
    router, path = APIRouter(dependencies=[Depends(require_admin)]), "/v1/rmas/{number}"
    router.add_api_route(
        "/v1/rmas",
        create,
        methods=["POST"],
        status_code=201,
        responses=documented(409, 422) | {200: {"model": RmaLifeMessage}},
    )
    router.add_api_route("/v1/rmas:list", listed, methods=["GET"])
    router.add_api_route(path, read, methods=["GET"], responses=documented(404))
    router.add_api_route(path, change, methods=["PUT"], responses=documented(404, 409, 412, 428))
    router.add_api_route(f"{path}/moves", move, methods=["POST"], responses=documented(404, 409, 412, 422, 428))
    return router


def create(asked: WrittenRmaMessage, key: Key, here: Here, answer: Response) -> RmaLifeMessage:
    """Make an RMA that is requested; the same key and body again answer what that RMA is now (200)."""
    rma, mine, body = _rma(asked, REQUESTED), _hash(key), _hash(asked.model_dump_json())
    with here.database.writing() as work:
        work.rmas.hold()
        known = work.rmas.keyed(mine)
        if known is not None and known != (rma.number, body):
            raise Problem(422, "key_reused", "This Idempotency-Key was used for another RMA", number=known[0])
        if known is None:
            _require_new(work, rma.number)
            work.rmas.put([written(rma, REQUESTED)], Change("created", rfc3339(now()), asked.by, asked.reason))
            work.rmas.keep_key(mine, rma.number, body)
        found = _life(work, _stored(work, rma.number))
    if known is not None:
        answer.status_code = 200
    return _tagged(answer, found)


def listed(
    here: Here,
    state: Annotated[State | None, Query()] = None,
    after: Annotated[str, Query(max_length=128)] = "",
    limit: Limit = PAGE,
) -> RmaLivesMessage:
    """RMAs in the order of their numbers, after that one."""
    with here.database.reading() as work:
        found = work.rmas.listed(state or "", after, limit + 1)
    return RmaLivesMessage(items=tuple(_without_changes(each) for each in found[:limit]), more=len(found) > limit)


def read(number: Number, here: Here, answer: Response) -> RmaLifeMessage:
    """An RMA with its state, its open moves and its changes; its version is the ETag."""
    with here.database.reading() as work:
        return _tagged(answer, _life(work, _stored(work, number)))


def change(
    number: Number, asked: WrittenRmaMessage, here: Here, answer: Response, match: Match = None
) -> RmaLifeMessage:
    """Replace an RMA that nobody has changed since the version of If-Match; the state stays."""
    with here.database.writing() as work:
        work.rmas.hold()
        stored = _stored(work, number)
        if asked.number != number:
            raise Problem(422, "number", "An RMA keeps its number", number=number)
        rma = _rma(asked, stored.state)
        if stored.content != content(rma):
            _require_match(match, stored)
            require_changeable(stored.state)
            work.rmas.put([written(rma, stored.state)], Change("changed", rfc3339(now()), asked.by, asked.reason))
        return _tagged(answer, _life(work, _stored(work, number)))


def move(number: Number, asked: MoveMessage, here: Here, answer: Response, match: Match = None) -> RmaLifeMessage:
    """Take an RMA to another state; the same move sent again is answered as the first was."""
    with here.database.writing() as work:
        work.rmas.hold()
        stored = _stored(work, number)
        if not _came_before(work, number, asked, match):
            _require_match(match, stored)
            state = moved(stored.state, asked.move, asked.reason)
            rma = message(stored).model_copy(update={"status": TOLD[state]})
            work.rmas.put([written(rma, state)], Change(asked.move, rfc3339(now()), asked.by, asked.reason))
        return _tagged(answer, _life(work, _stored(work, number)))


def _came_before(work: Transaction, number: str, asked: MoveMessage, match: str | None) -> bool:
    """Whether this very move made the newest version: its answer was lost on the way."""
    newest = work.rmas.changes(number, 1)
    told = [(each.act, each.who, each.reason, _tag(each.before)) for each in newest]
    return told == [(asked.move, asked.by, asked.reason, match)]


def _rma(asked: WrittenRmaMessage, state: str) -> RmaMessage:
    rma = RmaMessage.model_validate(asked.model_dump(exclude={"by", "reason"}))
    return rma.model_copy(update={"status": TOLD[state], "version": 0})


def _require_new(work: Transaction, number: str) -> None:
    if work.rmas.any(number) is not None:
        raise Problem(409, "rma_exists", "There is an RMA with this number", number=number)


def _require_match(match: str | None, stored: StoredRma) -> None:
    if match is None:
        raise Problem(428, "if_match", "If-Match must name the version that this change rests on")
    if match != _tag(stored.version):
        raise Problem(412, "changed", "Somebody has changed the RMA meanwhile", version=stored.version)


def _stored(work: Transaction, number: str) -> StoredRma:
    found = work.rmas.any(number)
    if found is None:
        raise Problem(404, "rma", "There is no such return")
    return found


def _without_changes(stored: StoredRma) -> RmaLifeMessage:
    told = {"state": stored.state, "version": stored.version, "moves": open_moves(stored.state)}
    return RmaLifeMessage.model_validate({"rma": message(stored), **told})


def _life(work: Transaction, stored: StoredRma) -> RmaLifeMessage:
    rma = _without_changes(stored)
    told = [
        {"by": each.who} | {name: getattr(each, name) for name in ("version", "act", "state", "reason", "at")}
        for each in work.rmas.changes(rma.rma.number, CHANGES)
    ]
    return rma.model_copy(update={"changes": tuple(map(ChangeMessage.model_validate, told))})


def _tagged(answer: Response, rma: RmaLifeMessage) -> RmaLifeMessage:
    answer.headers["ETag"] = _tag(rma.version)
    return rma


def _tag(version: int) -> str:
    return f'"{version}"'


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
