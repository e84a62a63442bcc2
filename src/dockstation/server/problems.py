"""Errors as RFC 9457 problems, with the class that tells a station what to do."""

from __future__ import annotations

import http
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match

from dockstation.server.store.failures import Unavailable
from dockstation.wire import CLASS_MEMBER

URN = "urn:dockstation:problem:"
MEDIA_TYPE = "application/problem+json"
FAULTS_TOLD = 10

LATER, AUTH, REVOKED, PERMANENT, UPGRADE = "later", "auth", "revoked", "permanent", "upgrade"
CLASSES = {401: AUTH, 403: REVOKED, 408: LATER, 425: LATER, 426: UPGRADE, 429: LATER}


alarm = logging.getLogger("dockstation.server.alarm")


def class_of(status: int) -> str:
    """The protocol's class of an HTTP status from 400."""
    return LATER if status >= 500 else CLASSES.get(status, PERMANENT)


def problem(code: str, title: str, failure: str = PERMANENT, **facts: Any) -> dict[str, Any]:
    """A problem as a JSON object; ``facts`` are members of its own."""
    return {"type": URN + code, "title": title, CLASS_MEMBER: failure, **facts}


class Problem(Exception):  # noqa: N818 - it is the RFC's word
    """An answer that is not a success; ``facts`` hold no secrets."""

    def __init__(self, status: int, code: str, title: str, **facts: Any) -> None:
        super().__init__(code)
        self.status = status
        self.content = problem(code, title, class_of(status), status=status, **facts)


PROBLEM: Mapping[str, Any] = {
    "title": "Problem",
    "type": "object",
    "description": "RFC 9457, with facts of its own beside these.",
    "required": ["type", "title", CLASS_MEMBER, "status"],
    "properties": {
        "type": {"type": "string", "pattern": f"^{URN}[a-z_-]+$"},
        "title": {"type": "string"},
        CLASS_MEMBER: {"enum": [LATER, AUTH, REVOKED, PERMANENT, UPGRADE]},
        "status": {"type": "integer"},
    },
}


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """These statuses as problems, for the published description of a route."""
    told = {"content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    return {status: {"description": http.HTTPStatus(status).phrase, **told} for status in statuses}


def answer(status: int, content: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> JSONResponse:
    """A problem as a response."""
    told = dict(headers or {}) | ({"WWW-Authenticate": "Bearer"} if status == 401 else {})
    return JSONResponse(dict(content), status, told, MEDIA_TYPE)


def speak_problems(app: FastAPI) -> None:
    """Make every error of ``app`` a problem."""
    app.add_exception_handler(Problem, _refused)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Unavailable, _unavailable)
    app.add_exception_handler(Exception, _unexpected)


def _refused(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Problem)
    wait = error.content.get("retry_after")
    return answer(error.status, error.content, {"Retry-After": str(wait)} if wait else None)


def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    status = error.status_code
    phrase = http.HTTPStatus(status).phrase
    code = phrase.lower().replace(" ", "_")
    headers = {"Allow": _allowed(request)} if status == 405 else error.headers
    return answer(status, problem(code, phrase, class_of(status), status=status), headers)


def _allowed(request: Request) -> str:
    """What the address knows, in all its routes together."""
    routes = request.app.state.routes
    path = next((each.path for each in routes if each.matches(request.scope)[0] is not Match.NONE), "")
    return ", ".join(sorted({method for each in routes if each.path == path for method in each.methods or ()}))


def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    faults = [{"where": _place(each["loc"]), "what": each["msg"]} for each in error.errors()[:FAULTS_TOLD]]
    code = "contradictory" if all(each["type"] == "contradictory" for each in error.errors()) else "invalid"
    return answer(422, problem(code, "The request does not have the form it should", status=422, faults=faults))


def _place(location: Sequence[str | int]) -> str:
    return ".".join(str(each).encode("ascii", "replace").decode() for each in location)[:200]


def _unavailable(request: Request, error: Exception) -> JSONResponse:
    request.app.state.context.metrics.database_failed()
    alarm.error("the database does not answer: %s", error)
    return answer(
        503, problem("database", "The server's database does not answer; try again later", LATER, status=503)
    )


def _unexpected(_request: Request, _error: Exception) -> JSONResponse:
    return answer(500, problem("internal", "The server failed; try again later", LATER, status=500))
