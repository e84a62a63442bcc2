"""Stations: when each was heard of last, codes that enrol them, and refusing one."""

from __future__ import annotations

import numpy as np
import zxingcpp
from fastapi import APIRouter, Depends, Request, Response
from pydantic import ValidationError

from dockstation.server import enrolment
from dockstation.server.context import Context, Here
from dockstation.server.problems import Problem
from dockstation.server.web.rma_pages import ShortText
from dockstation.server.web.roles import ADMINISTRATOR, VIEWER
from dockstation.server.web.showing import pages_of, to
from dockstation.server.web.visits import Form, Typed, Visit, Visited, behind_https, needs
from dockstation.wire import EnrolmentForMessage

ENROLS = "DSENROL-"
"""What a QR code that enrols a station begins with; the code follows, and @ with this server's address."""
QUIET = 4
"""White modules around a QR code."""


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    alone = [Depends(needs(ADMINISTRATOR))]
    router.add_api_route("/stations", show_list, methods=["GET"], dependencies=[Depends(needs(VIEWER))])
    router.add_api_route("/stations/code", make_code, methods=["POST"], dependencies=alone)
    router.add_api_route("/stations/revoke", revoke, methods=["POST"], dependencies=alone)
    return router


def show_list(request: Request, visit: Visited, here: Here, done: ShortText = "") -> Response:
    """Every station."""
    return _shown(request, visit, here, done=done)


def _shown(request: Request, visit: Visit, here: Context, **facts: object) -> Response:
    with here.database.reading() as work:
        found = work.worklists.stations()
    return pages_of(request).show(visit, "stations.html", rows=found, **facts)


def make_code(request: Request, visit: Visited, here: Here, form: Typed) -> Response:
    """A code, shown this once and stored only hashed; so this answer is no redirection."""
    try:
        asked = EnrolmentForMessage(station=form("station") or None)
    except ValidationError:
        raise Problem(404, "station", "There is no such station") from None
    made = enrolment.make_code(here, asked)
    with here.database.reading() as work:
        name = work.stations.name_of(asked.station) if asked.station else ""
    scheme = "https" if behind_https(request) else request.url.scheme
    path, side = qr_path(f"{ENROLS}{made.code}@{scheme}://{request.url.netloc}")
    return pages_of(request).show(visit, "station_code.html", made=made, name=name, path=path, side=side)


def qr_path(text: str) -> tuple[str, int]:
    """A QR code as an SVG path of whole modules, and how many modules wide it is with its quiet zone."""
    symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    dark = np.array(symbol.to_image(scale=1, add_quiet_zones=False)) == 0
    squares = (f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, x in zip(*np.nonzero(dark), strict=True))
    return "".join(squares), dark.shape[0] + 2 * QUIET


def revoke(request: Request, visit: Visited, here: Here, form: Typed) -> Response:
    """Refuse a station from now on."""
    try:
        _require_sure(form)
        enrolment.revoke(form("station"), here)
    except Problem as problem:
        return _shown(request, visit, here, problem=problem)
    return to("/stations", done="revoked")


def _require_sure(form: Form) -> None:
    if form("sure") != "yes":
        raise Problem(422, "sure", "Say that you are sure")
