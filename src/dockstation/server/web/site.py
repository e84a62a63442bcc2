"""The page as an application of its own below ``/office``: what fails there is told as a page, not as a problem."""

from __future__ import annotations

import logging
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dockstation.server.context import Context
from dockstation.server.problems import Problem
from dockstation.server.store.failures import Unavailable
from dockstation.server.web import (
    account_pages,
    entrance,
    held_pages,
    home_pages,
    import_pages,
    outcome_pages,
    photo_pages,
    rejected_pages,
    review_pages,
    rma_pages,
    rma_writing,
    station_pages,
    statistics_pages,
)
from dockstation.server.web.languages import chosen
from dockstation.server.web.passwords import Passwords
from dockstation.server.web.people import People
from dockstation.server.web.showing import Pages, pages_of, to
from dockstation.server.web.visits import HOME, LANGUAGE, LogIn, Visit

STATIC = Path(__file__).parent / "static"
PARTS = (
    home_pages, entrance, rma_writing, rma_pages, import_pages, outcome_pages, photo_pages, held_pages, review_pages,
    rejected_pages, statistics_pages, station_pages, account_pages,
)  # fmt: skip
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
GUARDS = {
    "Content-Security-Policy": POLICY,
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
alarm = logging.getLogger("dockstation.server.alarm")


def make_site(context: Context) -> ASGIApp:
    """The pages over one context."""
    site = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    site.state.context = context
    site.state.pages = Pages()
    site.state.people = People(context.database, Passwords())
    for part in PARTS:
        site.include_router(part.routes())
    site.mount("/static", StaticFiles(directory=STATIC))
    _speak_pages(site)
    return Guards(site)


class Guards:
    """Puts what a browser must not do with a page on every answer that does not say it itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in GUARDS.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith(f"{HOME}/static/"):
                    headers["Cache-Control"] = "no-cache"  # kept, and asked for by its ETag
            await send(message)

        await self._app(scope, receive, guarded)


def _speak_pages(site: FastAPI) -> None:
    site.add_exception_handler(LogIn, _log_in)
    site.add_exception_handler(Problem, _refused)
    site.add_exception_handler(HTTPException, _http)
    site.add_exception_handler(RequestValidationError, _invalid)
    site.add_exception_handler(Unavailable, _unavailable)
    site.add_exception_handler(Exception, _unexpected)


def _log_in(request: Request, _error: Exception) -> Response:
    path = request.url.path
    if request.method == "GET" and request.url.query:
        path += f"?{request.url.query}"
    return to("/login", next=path if request.method == "GET" else "")


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return _told(request, error)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = {404: "page", 405: "page", 400: "broken"}.get(error.status_code, "other")
    return _told(request, Problem(error.status_code, code, "This cannot be done"))


def _invalid(request: Request, _error: Exception) -> Response:
    return _told(request, Problem(422, "address", "The address does not have the form it should"))


def _unavailable(request: Request, error: Exception) -> Response:
    request.app.state.context.metrics.database_failed()
    alarm.error("the database does not answer: %s", error)
    return _told(request, Problem(503, "database", "The server's database does not answer; try again later"))


def _unexpected(request: Request, _error: Exception) -> Response:
    return _told(request, Problem(500, "internal", "The server failed; try again later"))


def _told(request: Request, problem: Problem) -> Response:
    """A page for which the database need not answer; with the others around it where it is known who asks."""
    language = chosen(request.cookies.get(LANGUAGE, ""), request.headers.get("accept-language", ""))
    visit = getattr(request.state, "visit", None) or Visit(language, "", "")
    answer = pages_of(request).show(visit, "failed.html", problem=problem)
    if wait := problem.content.get("retry_after"):
        answer.headers["Retry-After"] = str(wait)
    return answer
