"""What the server has of a station, so that it notices when the server was brought back from an older copy."""

from __future__ import annotations

from fastapi import APIRouter

from dockstation.server.access import Station
from dockstation.server.context import Here
from dockstation.wire import ChainMessage, ChainsMessage

GAPS = 1000
"""So many at most are told at once; the station asks again after sending what is missing there."""


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    router.add_api_route("/v1/stations/self/chains", chains, methods=["GET"])
    return router


def chains(station: Station, here: Here, *, gaps: bool = False) -> ChainsMessage:
    """The newest number and the count of events per epoch; with ``gaps`` the numbers that are missing as well."""
    with here.database.reading() as work:
        items = [
            ChainMessage(
                epoch=each.epoch, newest=each.newest, count=each.count,
                gaps=tuple(work.events.gaps(station.station, each.epoch, GAPS))
                if gaps and each.count < each.newest else (),
            )
            for each in work.events.chains(station.station)
        ]  # fmt: skip
    return ChainsMessage(items=tuple(items))
