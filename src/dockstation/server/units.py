"""Units for a station that takes one over: what the events that have come tell of it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Path

from dockstation.domain.unit_story import Told, story_of
from dockstation.server.access import require_station
from dockstation.server.context import Here
from dockstation.server.problems import Problem, documented
from dockstation.wire import UnitMessage

MOST_EVENTS = 2000


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter(dependencies=[Depends(require_station)])
    router.add_api_route("/v1/units/{lpn}", unit, methods=["GET"], responses=documented(404))
    return router


def unit(here: Here, lpn: Annotated[str, Path(min_length=1, max_length=64)]) -> UnitMessage:
    """Where the unit stands as far as its events have come; 404 when none has."""
    with here.database.reading() as work:
        contents = work.events.about(f"unit:{lpn}", MOST_EVENTS)
        found = story_of(lpn, (_told(content) for content in contents))
        if found is None:
            raise Problem(404, "unit_unknown", "No event of this unit has come")
        name = work.stations.name_of(found.station)
    return UnitMessage.model_validate(asdict(found) | {"state": found.state.value, "station_name": name})


def _told(content: str) -> Told:
    event = json.loads(content)
    return Told(event["station"], event["kind"], event["at"], event["body"])
