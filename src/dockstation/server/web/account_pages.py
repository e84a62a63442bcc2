"""Accounts of the office, for administrators."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request, Response

from dockstation.server.problems import Problem
from dockstation.server.web.entrance import Accounts
from dockstation.server.web.people import People
from dockstation.server.web.rma_pages import ShortText
from dockstation.server.web.roles import ADMINISTRATOR, ROLES
from dockstation.server.web.showing import pages_of, to
from dockstation.server.web.visits import Typed, Visit, Visited, needs


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter(dependencies=[Depends(needs(ADMINISTRATOR))])
    router.add_api_route("/accounts", show_list, methods=["GET"])
    router.add_api_route("/accounts", add, methods=["POST"])
    router.add_api_route("/accounts/change", change, methods=["POST"])
    router.add_api_route("/accounts/password", set_password, methods=["POST"])
    return router


def show_list(request: Request, visit: Visited, people: Accounts, done: ShortText = "") -> Response:
    """Every account."""
    return _shown(request, visit, people, done=done)


def _shown(request: Request, visit: Visit, people: People, **facts: object) -> Response:
    told = {"typed": {"name": "", "role": "office"}, "rows": people.all(), "roles": ROLES}
    return pages_of(request).show(visit, "accounts.html", **told | facts)


def add(request: Request, visit: Visited, form: Typed, people: Accounts) -> Response:
    """A new account, with the clock of whoever makes it."""
    try:
        people.add(form("name"), form("role"), form.raw("password"), visit.who.zone)
    except Problem as problem:
        typed = {"name": form("name"), "role": form("role")}
        return _shown(request, visit, people, problem=problem, typed=typed)
    return to("/accounts", done="account_added")


def change(request: Request, visit: Visited, form: Typed, people: Accounts) -> Response:
    """Another role, or no way in any more."""
    try:
        people.change(form("name"), form("role"), disabled=form("disabled") == "yes")
    except Problem as problem:
        return _shown(request, visit, people, problem=problem)
    return to("/accounts", done="account_changed")


def set_password(request: Request, visit: Visited, form: Typed, people: Accounts) -> Response:
    """A new password for somebody who has forgotten theirs."""
    try:
        people.set_password(form("name"), form.raw("password"))
    except Problem as problem:
        return _shown(request, visit, people, problem=problem)
    return to("/accounts", done="password_set")
