"""What comes of a review's settlement: which outcome counts for the unit. Nothing is overwritten."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import uuid_utils

from dockstation.domain import evidence
from dockstation.domain.events import SCHEMA
from dockstation.server.rulings import REVIEW, VOID
from dockstation.server.store.database import Transaction
from dockstation.server.store.events import Row
from dockstation.server.store.outcomes import Outcome
from dockstation.server.store.reviews import Review, ReviewSettlement
from dockstation.wire.reviews import Verdict

ACCEPTED: Verdict = "accepted"
PUT_ASIDE: Verdict = "put_aside"
NOTED: Verdict = "noted"
CREATED = "created"
KIND = "ReviewSettled"
OFFICE_EPOCH = 0
"""Of the office's own events, beside those of the station that they are about; stations count theirs from 1."""


def verdicts(work: Transaction, review: Review) -> tuple[Verdict, ...]:
    """What may be said of a review: of an event without an outcome only that it was seen."""
    outcome = work.outcomes.get(review.event_id)
    if outcome is None:
        return (NOTED,)
    head = work.outcomes.line_of(outcome)[-1]
    made_here = {each.outcome for each in work.reviews.settlements_of([review.event_id])}
    taken_back = head.kind == VOID and head.event_id not in made_here
    return (PUT_ASIDE,) if taken_back else (ACCEPTED, PUT_ASIDE)


def carry_out(work: Transaction, review: Review, made: ReviewSettlement) -> str:
    """Keep the settlement as an event, and what it changes as an outcome; the id of that one, "" if there is none."""
    event_id, after = str(uuid_utils.uuid7()), _after(work, review, made.verdict)
    _tell(work, review, made, event_id)
    if after is None:
        return ""
    photos = tuple(sha256 for sha256, _stored in work.outcomes.photos_of(after.event_id))
    signed = json.loads(after.detail) | {"by": made.who, "reason": made.reason}
    detail = json.dumps(signed, ensure_ascii=False)
    work.outcomes.set_aside(review.lpn)
    work.outcomes.add(replace(after, event_id=event_id, primary=True, received_at=made.at, detail=detail), photos)
    return event_id


def _after(work: Transaction, review: Review, verdict: str) -> Outcome | None:
    """The outcome to come, but for its id: the unit's one that counts, or a void one; None if all stays as it is."""
    outcome = work.outcomes.get(review.event_id)
    if outcome is None:
        return None
    line, stands = work.outcomes.line_of(outcome), work.outcomes.standing_of(review.lpn)
    if verdict == ACCEPTED:
        return replace(line[-1], kind=REVIEW)
    if stands not in line:
        return None
    rival = _rival(work, review)
    return replace(line[-1], kind=VOID) if rival is None or rival in line else replace(rival, kind=REVIEW)


def _rival(work: Transaction, review: Review) -> Outcome | None:
    """What the outcome came second to, as its station rules on it now."""
    first = review.problem.get("first")
    told = work.outcomes.get(str(first.get("event_id", ""))) if isinstance(first, Mapping) else None
    head = work.outcomes.line_of(told)[-1] if told else None
    return None if head is None or head.kind == VOID else head


def _tell(work: Transaction, review: Review, made: ReviewSettlement, event_id: str) -> None:
    body = {"review": review.event_id, "lpn": review.lpn, "verdict": made.verdict, "by": made.who}
    event: dict[str, Any] = {
        "id": event_id, "station": review.station, "epoch": OFFICE_EPOCH, "seq": work.events.next_number(),
        "aggregate": f"review:{review.event_id}", "prev_event": None, "kind": KIND, "schema": SCHEMA,
        "at": made.at, "body": body | {"reason": made.reason}, "prev_hash": "",
    }  # fmt: skip
    sealed = event | {"hash": evidence.chained(event)}
    work.events.add([Row(sealed, evidence.canonical(sealed).decode(), made.at, CREATED)])
