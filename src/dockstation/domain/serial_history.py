"""Which units came with a serial number, as far as the events of all stations tell.

Bodies come from elsewhere: what is not of the right kind is as if it were not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dockstation.domain.unit import UnitState

LONGEST = 256
RECEIVED, VOIDED = "UnitReceived", "UnitVoided"
_UNIT = "unit:"


@dataclass(frozen=True, slots=True)
class CameWith:
    """A unit that came with a serial number. ``received_at`` is RFC 3339, by the clock of its station."""

    lpn: str
    station: str
    rma_number: str = ""
    received_at: str = ""
    state: UnitState = UnitState.RECEIVED
    station_name: str = ""


def serial_of(event: Mapping[str, Any]) -> str:
    """The serial number that an event says a unit came with, "" where it says none; members as in the protocol."""
    told = event["kind"] == RECEIVED and lpn_of(event)
    return text_of(event, "serial") if told else ""


def lpn_of(event: Mapping[str, Any]) -> str:
    """The unit that an event is about, "" for one about something else."""
    about = str(event["aggregate"])
    return about.removeprefix(_UNIT) if about.startswith(_UNIT) else ""


def text_of(event: Mapping[str, Any], name: str) -> str:
    """A text of its body."""
    value = event["body"].get(name)
    return value if isinstance(value, str) and len(value) <= LONGEST else ""


def before(told: tuple[CameWith, ...], lpn: str, station: str) -> CameWith | None:
    """The last unit that came before this one of this station's, by the order in which the server heard of them.

    None as well for a unit that another station counted: that one was the first to be asked.
    """
    places = [place for place, each in enumerate(told) if each.lpn == lpn]
    if places and told[places[0]].station != station:
        return None
    earlier = told[: places[0]] if places else told
    return earlier[-1] if earlier else None
