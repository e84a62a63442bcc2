"""A station's chain of events, sealed as the station seals them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import uuid_utils

from dockstation.domain import evidence
from dockstation.domain.events import ChainHead, Event, Fact, Instant, seal

WHEN = Instant("2026-11-20T08:30:00.000Z", 480, 123_456, "boot-1")


def photo_names(*names: str) -> list[dict[str, Any]]:
    return [{"sha256": each, "size": 4, "question": "look"} for each in names]


def outcome(lpn: str, rma_number: str, grade: str = "B", **more: Any) -> dict[str, Any]:
    """The body of an InspectionCompleted."""
    return {
        "lpn": lpn,
        "rma_number": rma_number,
        "line_id": "1",
        "serial": "",
        "grade": grade,
        "disposition": "discount",
        "responsibility": "customer",
        "resolution": "refund_part",
        "deduction": 1500,
        "photos": [],
        **more,
    }


class Chain:
    """Seals one event after another; each aggregate's events know their predecessor."""

    def __init__(self, station: str, epoch: int = 1) -> None:
        self.station = station
        self._head = ChainHead(station, epoch, 0, evidence.GENESIS)
        self._last: dict[str, str] = {}

    def add(
        self,
        kind: str = "UnitReceived",
        body: Mapping[str, Any] | None = None,
        aggregate: str = "",
        base: int | None = None,
    ) -> Event:
        """The next event; about an aggregate of its own when none is named."""
        event_id = str(uuid_utils.uuid7())
        about = aggregate or f"unit:{event_id}"
        fact = Fact(about, kind, body or {"note": "x"}, base)
        event = seal(fact, self._head, event_id, self._last.get(about), WHEN)
        self._head = ChainHead(event.station, event.epoch, event.seq, event.hash)
        self._last[about] = event.id
        return event

    def completed(self, body: Mapping[str, Any], base: int | None = None) -> Event:
        """The next event, the end of an inspection."""
        return self.add("InspectionCompleted", body, f"unit:{body['lpn']}", base)


def resealed(event: Event, **changes: Any) -> Event:
    """The event with other members and a hash that fits them."""
    changed = replace(event, **changes)
    return replace(changed, hash=evidence.chained(changed.as_message()))
