"""Finished inspections beside what the server knows: what contradicts is stored as well, for a person to settle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import Field

from dockstation.server.problems import problem
from dockstation.server.returns import message
from dockstation.server.rulings import SIGNED, VOID, Advice, Signed, detail
from dockstation.server.store.database import Transaction
from dockstation.server.store.outcomes import Outcome
from dockstation.wire import Count, Message, Name, RmaMessage, Sha256

Short = Annotated[str, Field(max_length=128)]
COMPLETED = "InspectionCompleted"
TOUCHED = ("return_type", "wanted", "currency", "window_ends")
"""What an inspection rests on in an RMA, beside the unit's own line."""


class ListedPhoto(Message):
    """A photo as an outcome names it."""

    sha256: Sha256


class Completed(Signed, Advice):
    """The body of InspectionCompleted, as far as the server reads it. ``deduction`` in minor currency units."""

    rma_number: Short
    line_id: Short
    serial: Short = ""
    grade: Name
    disposition: Name
    responsibility: Name
    resolution: Name
    deduction: Count
    photos: Annotated[tuple[ListedPhoto, ...], Field(max_length=200)] = ()

    @classmethod
    def of(cls, event: Mapping[str, Any]) -> Self | None:
        """The body of an event that completes an inspection, None for any other; pydantic's error if it is amiss."""
        return cls.model_validate(event["body"]) if event["kind"] == COMPLETED else None


def complete(work: Transaction, completed: Completed, event_id: str, station: str, at: str) -> None:
    """Have the outcome stored with its event; the first of a unit is its primary one, or the first after a void."""
    first = work.outcomes.primary_of(completed.lpn)
    if first is not None and first.kind == VOID:
        work.outcomes.set_aside(completed.lpn)
    fields = completed.model_dump(exclude={"photos", *Advice.model_fields, *SIGNED})
    names = dict.fromkeys(photo.sha256 for photo in completed.photos)
    primary, told = first is None or first.kind == VOID, detail(completed)
    outcome = Outcome(
        event_id=event_id, station=station, primary=primary, received_at=at, detail=told, **fields
    )  # fmt: skip
    work.outcomes.add_later(outcome, tuple(names))


def contradiction(work: Transaction, completed: Completed, base_version: int | None) -> dict[str, Any] | None:
    """What speaks against the outcome, as a problem with the server's state; None if nothing does."""
    return _other_outcome(work, completed) or _business(work, completed, base_version)


def _other_outcome(work: Transaction, completed: Completed) -> dict[str, Any] | None:
    first = work.outcomes.primary_of(completed.lpn)
    if first is None or first.kind == VOID or (first.grade, first.serial) == (completed.grade, completed.serial):
        return None
    told = {name: getattr(first, name) for name in ("event_id", "station", "grade", "serial", "disposition")}
    return problem("second_outcome", "Another inspection of this unit came to another result", first=told)


def _business(work: Transaction, completed: Completed, base_version: int | None) -> dict[str, Any] | None:
    if not completed.rma_number:
        return None
    stored = work.rmas.get(completed.rma_number)
    if stored is None:
        return problem("rma_unknown", "The server knows no such RMA", rma={"number": completed.rma_number})
    rma = message(stored)
    told = {"number": rma.number, "version": rma.version, "status": rma.status}
    if rma.status != "approved":
        return problem(f"rma_{rma.status}", f"The RMA has been {rma.status}", rma=told)
    if base_version in (None, rma.version):
        return None
    before = work.rmas.at_version(rma.number, base_version)
    if before is not None and _touched(message(before), completed) == _touched(rma, completed):
        return None
    return problem("rma_changed", "The RMA has changed in what the inspection rests on", rma=told)


def _touched(rma: RmaMessage, completed: Completed) -> tuple[Any, ...]:
    lines = [line for line in rma.lines if line.line_id == completed.line_id]
    return (*(getattr(rma, name) for name in TOUCHED), lines)
