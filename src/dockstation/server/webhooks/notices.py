"""What an event that came in says to other systems, beside the outcome that it may make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dockstation.server.store.outbox import Notice

REVIEW_OPENED = "review.opened"
PARCELS = {"ParcelHeld": "parcel.held", "ParcelMatched": "parcel.matched", "ParcelRefused": "parcel.refused"}
TOLD = ("code", "reason", "rma_number")
LONGEST = 256
"""Characters of one text that a station sent."""


def notices(event: Mapping[str, Any], review: Mapping[str, Any] | None, at: str) -> Iterator[Notice]:
    """The notices of an event that has been applied; ``review`` is the problem that a person must settle."""
    about = {name: event[name] for name in ("station", "aggregate")} | {"event_id": event["id"]}
    if event["kind"] in PARCELS:
        body = {name: _text(event["body"], name) for name in TOLD}
        yield Notice(PARCELS[event["kind"]], event["aggregate"], at, about | body)
    if review is not None:
        told = about | {"kind": event["kind"], "problem": dict(review)}
        yield Notice(REVIEW_OPENED, event["aggregate"], at, told)


def _text(body: Any, name: str) -> str:
    value = body.get(name, "") if isinstance(body, Mapping) else ""
    return value[:LONGEST] if isinstance(value, str) else ""
