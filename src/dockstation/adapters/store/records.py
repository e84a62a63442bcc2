"""Domain records to stored text and back. The stored text is the station's own; it is trusted to be whole."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from dockstation.domain.discrepancy import Discrepancy, DiscrepancyKind
from dockstation.domain.events import Event
from dockstation.domain.outcome import Decision, Tried
from dockstation.domain.rma import ReturnType, Rma, RmaLine, RmaStatus, Wanted
from dockstation.domain.text import Text


def to_text(record: Rma | Decision | Event | Discrepancy) -> str:
    """A frozen record as JSON."""
    value = record.as_message() if isinstance(record, Event) else asdict(record)
    return json.dumps(value, ensure_ascii=False, default=_moment)


def _moment(value: Any) -> str:
    if not isinstance(value, datetime):
        raise TypeError(type(value).__name__)
    return value.isoformat()


def rma(text: str) -> Rma:
    """The RMA that ``to_text`` wrote."""
    value = json.loads(text)
    return Rma(
        **value
        | {
            "status": RmaStatus(value["status"]),
            "return_type": ReturnType(value["return_type"]),
            "wanted": Wanted(value["wanted"]),
            "due_at": _moment_or_none(value["due_at"]),
            "window_ends": datetime.fromisoformat(value["window_ends"]),
            "dispatched_at": _moment_or_none(value.get("dispatched_at")),
            "flags": tuple(value.get("flags", ())),
            "tracking_numbers": tuple(value["tracking_numbers"]),
            "lines": tuple(_line(each) for each in value["lines"]),
        }
    )


def _moment_or_none(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _line(value: dict[str, Any]) -> RmaLine:
    lists = {name: tuple(value[name]) for name in ("serials", "accessories")}
    lists["flags"] = tuple(value.get("flags", ()))
    return RmaLine(**value | lists | {"name": Text(**value["name"])})


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
