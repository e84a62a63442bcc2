"""Stations come, renew their tokens, and can be refused."""

from __future__ import annotations

import secrets
from typing import Annotated

import uuid_utils
from fastapi import APIRouter, Depends, Path, Request

from dockstation.domain import lpn
from dockstation.server.access import good_token, hashed, require_admin, wrong
from dockstation.server.context import Context, Here
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import Problem, documented
from dockstation.server.store.database import Transaction
from dockstation.server.store.stations import REFRESH
from dockstation.wire import EnrolmentCodeMessage, EnrolmentForMessage, EnrolMessage, RenewMessage, TokensMessage

CODE_LENGTH = 12
PREFIXES = len(lpn.ALPHABET) ** lpn.PREFIX_LENGTH


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    admin = [Depends(require_admin)]
    router.add_api_route("/v1/enrolment-codes", make_code, methods=["POST"], status_code=201, dependencies=admin)
    router.add_api_route(
        "/v1/stations/enrol", enrol, methods=["POST"], status_code=201, responses=documented(401, 409, 429)
    )
    router.add_api_route("/v1/stations/renew", renew, methods=["POST"], responses=documented(401, 403, 429))
    router.add_api_route(
        "/v1/stations/{station}:revoke",
        revoke,
        methods=["POST"],
        status_code=204,
        dependencies=admin,
        responses=documented(404),
    )
    return router


def make_code(here: Here, asked: EnrolmentForMessage | None = None) -> EnrolmentCodeMessage:
    """A code that enrols one station, once; in the licence plate alphabet, for it may be typed.

    For a station that is known already, it gives that one new tokens under the id that it has.
    """
    code = "".join(secrets.choice(lpn.ALPHABET) for _ in range(CODE_LENGTH))
    expires_at = now() + here.code_for
    with here.database.writing() as work:
        work.stations.add_code(hashed(code), rfc3339(expires_at), (asked and asked.station) or "")
    return EnrolmentCodeMessage(code="-".join((code[:4], code[4:8], code[8:])), expires_at=expires_at)


def enrol(asked: EnrolMessage, request: Request, here: Here) -> TokensMessage:
    """A new station for a good code, or the known one that the code is for."""
    plain = asked.code.replace("-", "").strip().upper()
    with here.database.writing() as work:
        known = work.stations.use_code(hashed(plain), rfc3339(now()))
        if known is None:
            raise wrong(request, "enrolment_code", "The enrolment code is not known, used, or too old")
        if asked.station and asked.station != known:
            raise Problem(409, "other_station", "The enrolment code is not for the station that asks")
        station, prefix = _again(work, known, asked.name) if known else _anew(work, asked.name)
        return _tokens(here, work, station, prefix, parent="", again=bool(known))


def _anew(work: Transaction, name: str) -> tuple[str, str]:
    station, prefix = str(uuid_utils.uuid7()), _next_prefix(work)
    work.stations.add(station, name, prefix, rfc3339(now()))
    return station, prefix


def _again(work: Transaction, station: str, name: str) -> tuple[str, str]:
    prefix = work.stations.enrol_again(station, name)
    if prefix is None:
        raise Problem(404, "station", "There is no such station")
    return station, prefix


def _next_prefix(work: Transaction) -> str:
    number = work.stations.next_number()
    if number >= PREFIXES:
        raise Problem(409, "prefixes_exhausted", "There is no licence plate prefix left for another station")
    return lpn.to_base(number, lpn.PREFIX_LENGTH)


def renew(asked: RenewMessage, request: Request, here: Here) -> TokensMessage:
    """New tokens for a refresh token, which stays good until the new one has been shown here once."""
    shown = good_token(request, asked.refresh_token, REFRESH)
    with here.database.writing() as work:
        work.stations.use_refresh(shown.station, shown.hash, rfc3339(now()))
        return _tokens(here, work, shown.station, shown.lpn_prefix, parent=shown.hash)


def _tokens(
    here: Context, work: Transaction, station: str, prefix: str, parent: str, *, again: bool = False
) -> TokensMessage:
    access, refresh = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    expires_at = now() + here.access_for
    work.stations.add_access(station, hashed(access), rfc3339(expires_at))
    work.stations.add_refresh(station, hashed(refresh), parent)
    return TokensMessage(
        station=station,
        lpn_prefix=prefix,
        access_token=access,
        access_expires_at=expires_at,
        refresh_token=refresh,
        again=again,
    )


def revoke(station: Annotated[str, Path(min_length=1, max_length=128)], here: Here) -> None:
    """Refuse the station from now on; what it sent stays."""
    with here.database.writing() as work:
        if not work.stations.revoke(station):
            raise Problem(404, "station", "There is no such station")
