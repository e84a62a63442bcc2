"""Domain records to stored text and back. The stored text is the station's own; it is trusted to be whole."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from typing import TYPE_CHECKING

from dockstation.domain.discrepancy import Discrepancy, DiscrepancyKind
from dockstation.domain.events import Event
from dockstation.domain.outcome import Decision, Deduction, Tried
from dockstation.domain.text import Text

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from dockstation.domain.checklist import Checklist
    from dockstation.domain.policy import RuleBook

VERSIONS_READ = 64
"""Checklists that are kept in mind as read: a record never changes under its digest."""


def to_text(record: Decision | Event | Discrepancy) -> str:
    """A frozen record as JSON."""
    value = record.as_message() if isinstance(record, Event) else asdict(record)
    return json.dumps(value, ensure_ascii=False)


def decision(text: str) -> Decision:
    """The decision that ``to_text`` wrote."""
    value = json.loads(text)
    trace = tuple(Tried(**each | {"reason": Text(**each["reason"])}) for each in value["trace"])
    kept = (each | {"reason": Text(**each["reason"])} for each in value.get("deductions", ()))
    lists = {name: tuple(value.get(name, ())) for name in ("evidence", "second_person")}
    return Decision(**value | lists | {"trace": trace, "deductions": tuple(Deduction(**each) for each in kept)})


def discrepancy(text: str) -> Discrepancy:
    """The discrepancy that ``to_text`` wrote."""
    value = json.loads(text)
    return Discrepancy(**value | {"kind": DiscrepancyKind(value["kind"]), "photos": tuple(value["photos"])})


def event(text: str) -> Event:
    """The event that ``to_text`` wrote."""
    return Event(**json.loads(text))


def version_text(kept: Checklist | RuleBook) -> str:
    """A checklist or a rule book as it is kept."""
    return json.dumps(asdict(kept), ensure_ascii=False, separators=(",", ":"))


@lru_cache(VERSIONS_READ)
def checklist(text: str) -> Checklist:
    """The checklist that ``version_text`` wrote."""
    return _checklists().validate_json(text)


@lru_cache(1)
def _checklists() -> TypeAdapter[Checklist]:
    from pydantic import TypeAdapter  # late: it costs the start 60 ms

    from dockstation.domain.checklist import Checklist

    return TypeAdapter(Checklist)
