"""What contradicts at the server, or was refused for good, and what people of the office make of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from dockstation.wire import BATCH_EVENTS, Message, Name, RmaMessage
from dockstation.wire.outcomes import OutcomeMessage
from dockstation.wire.rma_life import Who, Why

Verdict = Literal["accepted", "put_aside", "noted"]
RejectedVerdict = Literal["noted", "done", "send_again"]


class SettleReviewMessage(Message):
    """``POST /v1/reviews/EVENT_ID/settlement``: ``noted`` for an event without an outcome, and only for that."""

    verdict: Verdict
    by: Who
    reason: Why = ""


class ReviewSettlementMessage(Message):
    """What a person made of a review; ``outcome`` is the ``event_id`` of the outcome that it made, "" if none."""

    event_id: Name
    place: int
    verdict: Verdict
    by: str
    reason: str
    at: str
    outcome: str


class ReviewMessage(Message):
    """An event that something contradicts, with both sides; ``code`` is the end of the problem's type.

    This side: ``body`` as the station sealed it, its ``outcome`` if it is one, and ``rma_base``, the RMA that it
    rested on. The server's: ``problem`` as the station was told, the ``first`` outcome and ``rma_then`` in it, what
    ``stands`` and ``rma_now`` as they are today. None where there is nothing.
    """

    event_id: Name
    station: str
    station_name: str
    kind: str
    received_at: str
    lpn: str
    code: str
    problem: dict[str, Any]
    body: dict[str, Any]
    outcome: OutcomeMessage | None
    first: OutcomeMessage | None
    stands: OutcomeMessage | None
    rma_base: RmaMessage | None
    rma_then: RmaMessage | None
    rma_now: RmaMessage | None
    verdicts: tuple[Verdict, ...]
    settlements: tuple[ReviewSettlementMessage, ...]


class ReviewsMessage(Message):
    """``GET /v1/reviews?state=&after=&limit=``, in the order of arrival; ``after`` is the last ``event_id`` seen."""

    items: tuple[ReviewMessage, ...]
    more: bool


class SettleRejectedMessage(Message):
    """``POST /v1/rejected/NUMBER/settlement``."""

    verdict: RejectedVerdict
    by: Who
    reason: Why = ""


class RejectedSettlementMessage(Message):
    """What became of a rejected event: ``accepted``, by nobody, when it came again and was stored."""

    place: int
    verdict: RejectedVerdict | Literal["accepted"]
    by: str
    reason: str
    at: str


class RejectedMessage(Message):
    """An event that was refused for good. ``event`` is its JSON as text, ``whole`` unless that was too long.

    ``station`` is who sent it; ``times`` counts how often it came, ``settlements`` are the oldest first.
    """

    number: int
    event_id: str
    station: str
    station_name: str
    kind: str
    aggregate: str
    code: str
    problem: dict[str, Any]
    event: str
    whole: bool
    times: int
    first_at: str
    last_at: str
    open: bool
    settlements: tuple[RejectedSettlementMessage, ...]


class RejectedEventsMessage(Message):
    """``GET /v1/rejected?state=&after=&limit=``, the first that came first; ``after`` is the last ``number`` seen."""

    items: tuple[RejectedMessage, ...]
    more: bool


class AskSettledMessage(Message):
    """``POST /v1/events:settled`` (station): events of its own that were rejected or need review."""

    ids: Annotated[tuple[Name, ...], Field(min_length=1, max_length=BATCH_EVENTS)]


class SettledEventMessage(Message):
    """What the office made of an event."""

    id: Name
    verdict: str
    by: str
    reason: str
    at: str


class SettledEventsMessage(Message):
    """Those of the events asked about that are settled; the others are not there."""

    items: tuple[SettledEventMessage, ...]
