"""Who may work at stations: kept by the administrator, the hash of a PIN told to stations alone."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query, Response

from dockstation.server.access import require_admin
from dockstation.server.context import Context, Here
from dockstation.server.problems import Problem, documented
from dockstation.server.publishing import is_same, require_match, store
from dockstation.server.store.config import Draft, StoredDocument
from dockstation.server.store.database import Transaction
from dockstation.settings.packs import PEOPLE
from dockstation.wire.config import (
    Badge,
    PeopleMessage,
    PersonMessage,
    TellPersonMessage,
    WrittenPersonMessage,
)
from dockstation.wire.rma_life import Who

Match = Annotated[str | None, Header(alias="If-Match", max_length=64)]
Worn = Annotated[Badge, Path()]


def routes() -> APIRouter:
    """The routes of this module."""
    router, path = APIRouter(dependencies=[Depends(require_admin)]), "/v1/people/{badge}"
    router.add_api_route("/v1/people", listed, methods=["GET"])
    router.add_api_route(path, read, methods=["GET"], responses=documented(404))
    router.add_api_route(path, put, methods=["PUT"], responses=documented(409, 412, 422, 428))
    router.add_api_route(path, remove, methods=["DELETE"], responses=documented(404, 412, 428))
    return router


def listed(here: Here) -> PeopleMessage:
    """Everybody, also those who may not work any more."""
    with here.database.reading() as work:
        return PeopleMessage(items=tuple(map(_told, work.config.of_kinds([PEOPLE]))))


def read(badge: Worn, here: Here, answer: Response) -> TellPersonMessage:
    """One person; the version is the ETag."""
    with here.database.reading() as work:
        return _tagged(answer, _stored(work, badge))


def put(
    badge: Worn, asked: WrittenPersonMessage, here: Here, answer: Response, match: Match = None
) -> TellPersonMessage:
    """Let somebody work, or change what is known of them."""

    def news(work: Transaction) -> list[Draft]:
        known = work.config.get(PEOPLE, badge)
        draft = _draft(badge, asked, known)
        if is_same(known, draft):
            return []
        require_match(match, known)
        return [draft]

    store(here, news, asked.by)
    return _now(here, badge, answer)


def _draft(badge: str, asked: WrittenPersonMessage, known: StoredDocument | None) -> Draft:
    pin = asked.pin
    if pin is None:
        pin = "" if known is None or known.gone else PersonMessage.model_validate_json(known.content).pin
    person = PersonMessage(name=asked.name, roles=asked.roles, pin=pin, active=asked.active)
    return Draft(PEOPLE, badge, person.model_dump_json())


def remove(badge: Worn, by: Annotated[Who, Query()], here: Here, match: Match = None) -> Response:
    """Let somebody work no more, and tell of them no more; the badge stays refused at stations."""

    def news(work: Transaction) -> list[Draft]:
        require_match(match, _stored(work, badge))
        return [Draft(PEOPLE, badge, gone=True)]

    store(here, news, by)
    return Response(status_code=204)


def _now(here: Context, badge: str, answer: Response) -> TellPersonMessage:
    with here.database.reading() as work:
        return _tagged(answer, _stored(work, badge))


def _stored(work: Transaction, badge: str) -> StoredDocument:
    found = work.config.get(PEOPLE, badge)
    if found is None or found.gone:
        raise Problem(404, "person", "There is nobody with this badge")
    return found


def _told(stored: StoredDocument) -> TellPersonMessage:
    person = PersonMessage.model_validate_json(stored.content)
    return TellPersonMessage(
        badge=stored.name,
        name=person.name,
        roles=person.roles,
        has_pin=bool(person.pin),
        active=person.active,
        version=stored.version,
        at=stored.at,
        by=stored.by,
    )


def _tagged(answer: Response, stored: StoredDocument) -> TellPersonMessage:
    answer.headers["ETag"] = f'"{stored.version}"'
    return _told(stored)
