"""Domain records to stored text and back. The stored text is the station's own; it is trusted to be whole."""

from __future__ import annotations

import json
from dataclasses import asdict

from dockstation.domain.discrepancy import Discrepancy, DiscrepancyKind
from dockstation.domain.events import Event
from dockstation.domain.outcome import Decision, Tried
from dockstation.domain.text import Text


def to_text(record: Decision | Event | Discrepancy) -> str:
    """A frozen record as JSON."""
    value = record.as_message() if isinstance(record, Event) else asdict(record)
    return json.dumps(value, ensure_ascii=False)


def decision(text: str) -> Decision:
    """The decision that ``to_text`` wrote."""
    value = json.loads(text)
    trace = tuple(Tried(**each | {"reason": Text(**each["reason"])}) for each in value["trace"])
    return Decision(**value | {"trace": trace})


def discrepancy(text: str) -> Discrepancy:
    """The discrepancy that ``to_text`` wrote."""
    value = json.loads(text)
    return Discrepancy(**value | {"kind": DiscrepancyKind(value["kind"]), "photos": tuple(value["photos"])})


def event(text: str) -> Event:
    """The event that ``to_text`` wrote."""
    return Event(**json.loads(text))
