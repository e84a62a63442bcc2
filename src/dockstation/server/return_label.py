"""The label for the parcel of an RMA, as PDF."""

from __future__ import annotations

import re
from functools import cache
from threading import Lock
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response

from dockstation.labels.return_label import ReturnLabel, ReturnPaper
from dockstation.server.access import require_admin
from dockstation.server.context import Here
from dockstation.server.life import APPROVED
from dockstation.server.problems import Problem, documented
from dockstation.server.returns import message
from dockstation.settings.folders import shipped

FONT = "fonts/wqy-microhei-gbk.ttf"
CODE = re.compile(r"[A-Z0-9-]{1,32}")
PDF = "application/pdf"
_one_at_a_time = Lock()


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter(dependencies=[Depends(require_admin)])
    told = documented(404, 409) | {200: {"content": {PDF: {}}}}
    path = "/v1/rmas/{number}/label.pdf"
    router.add_api_route(path, label, methods=["GET"], response_class=Response, responses=told)
    return router


def label(number: Annotated[str, Path(min_length=1, max_length=128)], here: Here) -> Response:
    """The label of an approved RMA, to the address of server.toml."""
    with here.database.reading() as work:
        stored = work.rmas.any(number)
    if stored is None:
        raise Problem(404, "rma", "There is no such return")
    if stored.state != APPROVED:
        raise Problem(409, "not_approved", f"An RMA that is {stored.state} has no label", state=stored.state)
    if not CODE.fullmatch(number):
        raise Problem(409, "label_code", "A label's number has capitals, digits and - alone, at most 32")
    if not here.return_address:
        raise Problem(409, "no_address", "server.toml names no return_address")
    with _one_at_a_time:
        drawn = _paper().draw(ReturnLabel(number, message(stored).order_number, here.return_address))
    return Response(drawn, media_type=PDF, headers={"Content-Disposition": f'inline; filename="{number}.pdf"'})


@cache
def _paper() -> ReturnPaper:
    return ReturnPaper(shipped("resources") / FONT)
