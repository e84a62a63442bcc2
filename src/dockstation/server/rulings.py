"""What becomes of an outcome later: approved, overridden or voided. Each is an outcome more, none is overwritten."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field

from dockstation.server.problems import problem
from dockstation.server.store.database import Transaction
from dockstation.server.store.outcomes import Outcome
from dockstation.wire import Count, Message, Name
from dockstation.wire.outcomes import DeductionMessage

Short = Annotated[str, Field(max_length=128)]
RULES, APPROVAL, OVERRIDE, VOID, REVIEW = "rules", "approval", "override", "void", "review"


class Signed(Message):
    """Who did it, why, and who stands for it: badges."""

    lpn: Name
    by: Short = ""
    reason: Short = ""
    approved_by: Short = ""


class Advice(Message):
    """What goes with a decision beside its verdict; events of earlier versions have none of it."""

    freight: Short = ""
    evidence: Annotated[tuple[Name, ...], Field(max_length=20)] = ()
    deductions: Annotated[tuple[DeductionMessage, ...], Field(max_length=100)] = ()
    second_person: Annotated[tuple[Name, ...], Field(max_length=50)] = ()


class Approved(Signed):
    """The body of DecisionApproved."""

    approved_by: Name


class Voided(Signed):
    """The body of DecisionVoided."""


class Overridden(Signed, Advice):
    """The body of DispositionOverridden. ``deduction`` in minor currency units."""

    grade: Name
    disposition: Name
    responsibility: Name
    resolution: Name
    deduction: Count


LATER: Mapping[str, tuple[str, type[Signed]]] = {
    "DecisionApproved": (APPROVAL, Approved),
    "DispositionOverridden": (OVERRIDE, Overridden),
    "DecisionVoided": (VOID, Voided),
}
VERDICT = ("grade", "disposition", "responsibility", "resolution", "deduction")
SIGNED = ("by", "reason", "approved_by")


def later(event: Mapping[str, Any]) -> Signed | None:
    """The body of an event that changes an outcome, None for any other; pydantic's error if it is amiss."""
    return LATER[event["kind"]][1].model_validate(event["body"]) if event["kind"] in LATER else None


def detail(body: Message) -> str:
    """What goes with a verdict, as it is stored."""
    told = body.model_dump(include={*Advice.model_fields, *SIGNED})
    return json.dumps(told, ensure_ascii=False)


def change(work: Transaction, event: Mapping[str, Any], body: Signed, station: str, at: str) -> dict[str, Any] | None:
    """Store what the outcome of that station is now; the problem when there is none that stands, None else."""
    before = work.outcomes.newest_of(body.lpn, station)
    if before is None or before.kind == VOID:
        return problem("no_outcome", "The station has no standing outcome of this unit")
    photos = tuple(sha256 for sha256, _stored in work.outcomes.photos_of(before.event_id))
    after = replace(
        before, event_id=event["id"], kind=LATER[event["kind"]][0], received_at=at, detail=_merged(before, body),
        **{name: getattr(body, name) for name in VERDICT if hasattr(body, name)},
    )  # fmt: skip
    if before.primary:
        work.outcomes.set_aside(body.lpn)
    work.outcomes.add(after, photos)
    return None


def _merged(before: Outcome, body: Signed) -> str:
    """The advice as it was, but for what an override says of its own."""
    return json.dumps(json.loads(before.detail) | json.loads(detail(body)), ensure_ascii=False)
