"""Where a serial number came before, for the station that has just counted an item with it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Path

from dockstation.domain.serial_history import LONGEST
from dockstation.domain.unit_story import state_by
from dockstation.server.access import require_station
from dockstation.server.context import Here
from dockstation.server.problems import documented
from dockstation.server.store.database import Transaction
from dockstation.wire import SerialMessage, SerialUnitMessage

MOST = 20


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter(dependencies=[Depends(require_station)])
    # a path ends where a line does: what holds a break is found by no route
    router.add_api_route("/v1/serials/{serial:path}", serial, methods=["GET"], responses=documented(404))
    return router


def serial(here: Here, serial: Annotated[str, Path(min_length=1, max_length=LONGEST)]) -> SerialMessage:
    """The units that came with it at any station, the one heard of first, first; none that was voided."""
    with here.database.reading() as work:
        found = [asdict(each) | {"state": _state(work, each.lpn)} for each in work.serials.units(serial, MOST)]
    return SerialMessage(items=tuple(map(SerialUnitMessage.model_validate, found)))


def _state(work: Transaction, lpn: str) -> str:
    return state_by(work.serials.kinds(lpn)).value
