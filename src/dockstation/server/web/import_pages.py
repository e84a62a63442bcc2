"""A file of RMAs: looked at row by row, then taken whole, as far as it is good, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Literal

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Request, Response

from dockstation.server import imported
from dockstation.server.context import Context, Here
from dockstation.server.moment import zone_of
from dockstation.server.problems import Problem
from dockstation.server.web.roles import OFFICE
from dockstation.server.web.showing import pages_of, to
from dockstation.server.web.visits import Form, Typed, Visit, Visited, needs
from dockstation.wire import FILE_BYTES
from dockstation.wire.rma_life import FileImportMessage

NAME = 120


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter(dependencies=[Depends(needs(OFFICE))])
    router.add_api_route("/import", show, methods=["GET"])
    router.add_api_route("/import", look, methods=["POST"])
    router.add_api_route("/import/take", take, methods=["POST"])
    return router


def show(request: Request, visit: Visited) -> Response:
    """The form to choose a file."""
    return _shown(request, visit)


def _shown(request: Request, visit: Visit, **facts: Any) -> Response:
    told = {"state": "approved", "zone": visit.who.zone, "result": None, "file": "", "sha256": "", "faults": ()}
    return pages_of(request).show(visit, "import.html", **told | facts)


async def look(request: Request, visit: Visited, here: Here, form: Typed) -> Response:
    """Say what would come of the file; nothing is taken yet, but the file waits with the session."""
    file = form.file("file")
    content = await file.read(FILE_BYTES + 1) if file else b""
    name = (file.filename if file else "") or ""
    return await run_sync(_look, request, visit, here, form, name[-NAME:], content, limiter=imported.ONE_AT_A_TIME)


def _look(request: Request, visit: Visit, here: Context, form: Form, name: str, content: bytes) -> Response:
    kept = {"state": form("state"), "zone": form("zone")}
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        _require_file(content)
        found = imported.take(content, here, _asked(visit, kept, dry_run=True))
    except Problem as problem:
        faults = problem.content.get("faults", ())
        return _shown(request, visit, problem=problem, faults=faults, **kept)
    with here.database.writing() as work:
        work.logins.keep_file(visit.session, sha256, name, content)
    return _shown(request, visit, result=found, faults=_told(found), file=name, sha256=sha256, **kept)


def _require_file(content: bytes) -> None:
    if not content:
        raise Problem(422, "no_file", "Choose a file")
    if len(content) > FILE_BYTES:
        raise Problem(413, "too_large", "The file is too large", limit=FILE_BYTES)


def _told(found: FileImportMessage) -> tuple[Mapping[str, Any], ...]:
    return tuple(each.model_dump() for each in found.faults)


def _asked(visit: Visit, kept: Mapping[str, str], *, dry_run: bool) -> imported.Asked:
    state: Literal["requested", "approved"] = "requested" if kept["state"] == "requested" else "approved"
    zone = zone_of(kept["zone"])
    return imported.Asked("good_rows", dry_run, state, zone, visit.who.name)


async def take(request: Request, visit: Visited, here: Here, form: Typed) -> Response:
    """Take what is good of the file that was looked at, or nothing; either way it waits no longer."""
    return await run_sync(_take, request, visit, here, form, limiter=imported.ONE_AT_A_TIME)


def _take(request: Request, visit: Visit, here: Context, form: Form) -> Response:
    kept = {"state": form("state"), "zone": form("zone")}
    if form("act") != "take":
        _forget(here, visit)
        return to("/import")
    try:
        name, content = _waiting(here, visit, form("sha256"))
        found = imported.take(content, here, _asked(visit, kept, dry_run=False))
    except Problem as problem:
        return _shown(request, visit, problem=problem, faults=problem.content.get("faults", ()), **kept)
    _forget(here, visit)
    return _shown(request, visit, result=found, faults=_told(found), file=name, **kept)


def _waiting(here: Context, visit: Visit, sha256: str) -> tuple[str, bytes]:
    with here.database.reading() as work:
        waiting = work.logins.file(visit.session, sha256)
    if waiting is None:
        raise Problem(409, "file_gone", "The file waits no longer; choose it again")
    return waiting


def _forget(here: Context, visit: Visit) -> None:
    with here.database.writing() as work:
        work.logins.forget_file(visit.session)
