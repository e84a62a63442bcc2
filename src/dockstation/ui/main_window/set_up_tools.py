"""What setting the station up works with, built behind the first paint."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dockstation.application.set_station_up import SetStationUp
    from dockstation.domain.check import Check


@dataclass(frozen=True, slots=True)
class SetUpTools:
    """Each belongs on a lane.

    ``cameras`` names those that are plugged in, ``doubts`` says what may be wrong with a frame (the codes of Doubt).
    ``checks`` looks at everything; of the devices that the window holds it is told by their names. ``renew``
    forgets by lanes what was built with settings that have changed: "sound" the loudspeaker, "network" the server.
    """

    station: SetStationUp
    cameras: Callable[[], tuple[str, ...]]
    doubts: Callable[[Any], tuple[str, ...]]
    checks: Callable[[Mapping[str, Callable[[], str]]], tuple[Check, ...]]
    renew: Mapping[str, Callable[[], None]]
