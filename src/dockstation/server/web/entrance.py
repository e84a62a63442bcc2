"""Logging in and out, the first administrator, one's own password and clock, the language."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from secrets import token_urlsafe
from typing import Annotated
from zoneinfo import available_timezones

from fastapi import APIRouter, Depends, Query, Request, Response

from dockstation.server.access import is_admin, wrong
from dockstation.server.problems import Problem
from dockstation.server.web.languages import LANGUAGES
from dockstation.server.web.people import People
from dockstation.server.web.roles import ADMINISTRATOR, VIEWER
from dockstation.server.web.showing import pages_of, to
from dockstation.server.web.visits import (
    HOME,
    LANGUAGE,
    SESSION,
    VISIT,
    YEAR_SECONDS,
    Form,
    Typed,
    Visit,
    Visited,
    needs,
)
from dockstation.server.web.visits import keep as keep_cookie

ZONES = {"zh_CN": "Asia/Shanghai", "en": "UTC"}
"""Whose clock the first administrator reads, by the language of the set-up; others read that of who made them."""
Told = Annotated[str, Query(max_length=500)]
Where = Annotated[str, Query(max_length=500, alias="next")]


def people_of(request: Request) -> People:
    """The accounts of the application."""
    found = request.app.state.people
    assert isinstance(found, People)
    return found


Accounts = Annotated[People, Depends(people_of)]


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    mine = [Depends(needs(VIEWER))]
    router.add_api_route("/login", show_login, methods=["GET"])
    router.add_api_route("/login", log_in, methods=["POST"])
    router.add_api_route("/setup", show_setup, methods=["GET"])
    router.add_api_route("/setup", set_up, methods=["POST"])
    router.add_api_route("/language/{language}", speak, methods=["GET"])
    router.add_api_route("/logout", log_out, methods=["POST"], dependencies=mine)
    router.add_api_route("/me", show_me, methods=["GET"], dependencies=mine)
    router.add_api_route("/me/password", change_password, methods=["POST"], dependencies=mine)
    router.add_api_route("/me/zone", change_zone, methods=["POST"], dependencies=mine)
    return router


def show_login(request: Request, visit: Visited, people: Accounts, where: Where = "", done: Told = "") -> Response:
    """The form to log in; the set-up where nobody can yet."""
    if people.needs_first():
        return to("/setup")
    return _outside(request, visit, "login.html", next=_ours(where), done=done)


def log_in(request: Request, visit: Visited, form: Typed, people: Accounts) -> Response:
    """Begin a session and go where the person wanted to."""
    where = _ours(form("next"))
    try:
        token = people.log_in(form("name"), form.raw("password"), _address(request), visit.session)
    except Problem as problem:
        return _outside(request, visit, "login.html", next=where, problem=problem)
    answer = Response(status_code=303, headers={"Location": where or f"{HOME}/"})
    keep_cookie(request, answer, SESSION, token)
    return answer


def log_out(visit: Visited, _form: Typed, people: Accounts) -> Response:
    """End the session, here and at the server."""
    people.log_out(visit.session)
    answer = to("/login", done="logged_out")
    answer.delete_cookie(SESSION, path=HOME)
    return answer


def show_setup(request: Request, visit: Visited, people: Accounts) -> Response:
    """The form that makes the first administrator, while there is none."""
    return _outside(request, visit, "setup.html") if people.needs_first() else to("/login")


def set_up(request: Request, visit: Visited, form: Typed, people: Accounts) -> Response:
    """Make the first administrator, for whoever shows the token that lies in the data folder."""
    try:
        if not is_admin(request, form.raw("admin_token").strip()):
            raise wrong(request, "not_admin", "This needs the administrator's token")
        zone = ZONES[visit.language]
        people.add(form("name"), ADMINISTRATOR, _twice(form), zone, only_first=True)
    except Problem as problem:
        return _outside(request, visit, "setup.html", problem=problem)
    return to("/login", done="set_up")


def _twice(form: Form) -> str:
    if form.raw("password") != form.raw("again"):
        raise Problem(422, "again", "The two passwords differ")
    return form.raw("password")


def speak(request: Request, language: str, back: Told = "") -> Response:
    """Speak this language from now on."""
    answer = Response(status_code=303, headers={"Location": _ours(back) or f"{HOME}/"})
    if language in LANGUAGES:
        keep_cookie(request, answer, LANGUAGE, language, seconds=YEAR_SECONDS)
    return answer


def show_me(request: Request, visit: Visited, done: Told = "") -> Response:
    """One's own account."""
    return _me(request, visit, done=done)


def _me(request: Request, visit: Visit, **facts: object) -> Response:
    zones = sorted({"UTC", visit.who.zone, *_zones()})
    return pages_of(request).show(visit, "me.html", zones=zones, **facts)


@cache
def _zones() -> frozenset[str]:
    """Every zone that the system knows; it takes 30 ms to find them."""
    return frozenset(available_timezones())


def change_password(request: Request, visit: Visited, form: Typed, people: Accounts) -> Response:
    """A new password for oneself."""
    try:
        people.change_own(visit.who, visit.session, _address(request), form.raw("old"), _twice(form))
    except Problem as problem:
        return _me(request, visit, problem=problem)
    return to("/me", done="password")


def change_zone(request: Request, visit: Visited, form: Typed, people: Accounts) -> Response:
    """Another clock for oneself."""
    try:
        people.set_zone(visit.who, form("zone"))
    except Problem as problem:
        return _me(request, visit, problem=problem)
    return to("/me", done="zone")


def _outside(request: Request, visit: Visit, template: str, **facts: object) -> Response:
    """A page for those who are not logged in, with a cookie that its form is bound to."""
    fresh = visit if visit.secret else replace(visit, secret=token_urlsafe(32))
    answer = pages_of(request).show(fresh, template, **facts)
    if not visit.secret:
        keep_cookie(request, answer, VISIT, fresh.secret)
    return answer


def _ours(path: str) -> str:
    """A path of the office's own, "" for any other: nobody is sent elsewhere from here."""
    plain = path.isprintable() and path.isascii() and "\\" not in path and "//" not in path
    return path if plain and path.startswith(f"{HOME}/") else ""


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
