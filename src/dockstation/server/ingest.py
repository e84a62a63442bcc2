"""Taking events in: each counts once, none is refused because the business has moved on.

Everything here happens in one transaction of the caller's.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ConfigDict, ValidationError

from dockstation.domain import evidence
from dockstation.domain.events import SCHEMA
from dockstation.server.problems import UPGRADE, Problem, problem
from dockstation.server.refusals import Refusals
from dockstation.server.review import Completed, complete, contradiction
from dockstation.server.rulings import change, later
from dockstation.server.store.database import Transaction
from dockstation.server.store.events import Receipt
from dockstation.server.webhooks.notices import notices
from dockstation.wire import EventMessage, ResultMessage

SCHEMAS = range(max(1, SCHEMA - 2), SCHEMA + 1)
"""The schema versions accepted: this one and the two before."""

CREATED, DUPLICATE, WAITING = "created", "duplicate", "waiting_predecessor"
NEEDS_REVIEW, REJECTED = "needs_review", "rejected"

alarm = logging.getLogger("dockstation.server.alarm")


class SealedEvent(EventMessage):
    """An event with every member that was sent, known or not: the hash is over them all."""

    model_config = ConfigDict(extra="allow")

    def as_sent(self) -> dict[str, Any]:
        """The members by their names in the protocol."""
        return self.model_dump(by_alias=True)


class Conflict(Problem):
    """An id that came again with another hash: nothing of its batch is stored."""

    def __init__(self, event: SealedEvent) -> None:
        super().__init__(422, "event_conflict", "This id was stored before with another hash", event=event.id)
        self.event = event


class Ingest:
    """Takes one station's events in. ``at`` is the server's time, RFC 3339."""

    def __init__(self, work: Transaction, station: str, at: str) -> None:
        self._work = work
        self._station = station
        self._at = at
        self._stored: dict[int, list[int]] = {}

    def batch(self, events: Sequence[SealedEvent]) -> tuple[ResultMessage, ...]:
        """One result per event, in order; raises Conflict (422) when an id comes again with another hash."""
        self._work.events.hold()
        refusals = Refusals(self._work, self._station, self._at, [event.id for event in events])
        results = []
        for event in events:
            result = self._take(event)
            if result.result == REJECTED:
                refusals.keep(event.as_sent(), result.problem or {})
            else:
                refusals.forget(event.id)
            results.append(result)
        for epoch, seqs in self._stored.items():
            self._work.events.count(self._station, epoch, seqs)
        return tuple(results)

    def _take(self, event: SealedEvent) -> ResultMessage:
        sent = event.as_sent()
        refused = self._refusal(sent)
        if refused is not None:
            return _result(event.id, REJECTED, self._at, refused)
        receipt = self._work.events.receipt(event.id)
        if receipt is not None:
            return self._again(event, receipt)
        refused = self._misfit(sent)
        if refused is not None:
            return _result(event.id, REJECTED, self._at, refused)
        self._work.events.add(sent, evidence.canonical(sent).decode(), WAITING, self._at)
        self._stored.setdefault(event.epoch, []).append(event.seq)
        if self._waits(event.prev_event):
            return _result(event.id, WAITING, self._at)
        result = self._apply(sent)
        self._release(event.id)
        return result

    def _refusal(self, sent: Mapping[str, Any]) -> dict[str, Any] | None:
        """Why the event, for what it says itself, can never be accepted."""
        if sent["station"] != self._station:
            return problem("foreign_station", "The event is another station's", station=sent["station"])
        if sent["schema"] not in SCHEMAS:
            return problem("schema", "The server does not know this schema", UPGRADE, newest=SCHEMA)
        try:
            verified = evidence.chained(sent) == sent["hash"]
        except (ValueError, RecursionError):
            verified = False
        return None if verified else problem("hash", "The event is not what its hash says")

    def _misfit(self, sent: Mapping[str, Any]) -> dict[str, Any] | None:
        """Why the event, beside what is stored, can never be accepted."""
        holder = self._work.events.holder(self._station, sent["epoch"], sent["seq"])
        if holder is not None:
            return problem("seq", "Another event has this place in the station's chain", event=holder)
        try:
            Completed.of(sent)
            later(sent)
        except ValidationError as error:
            faults = [".".join(map(str, each["loc"]))[:100] for each in error.errors()[:10]]
            return problem("body", "The outcome does not have the form it should", faults=faults)
        return None

    def _again(self, event: SealedEvent, receipt: Receipt) -> ResultMessage:
        if receipt.body_hash != event.hash:
            alarm.error("event %s of station %s came again with another hash", event.id, self._station)
            raise Conflict(event)
        self._work.events.came_again(event.id)
        said = DUPLICATE if receipt.result == CREATED else receipt.result
        return _result(event.id, said, receipt.received_at, receipt.problem)

    def _waits(self, predecessor: str | None) -> bool:
        if predecessor is None:
            return False
        receipt = self._work.events.receipt(predecessor)
        return receipt is None or receipt.result == WAITING

    def _apply(self, sent: Mapping[str, Any]) -> ResultMessage:
        completed = Completed.of(sent)
        review = self._broken_chain(sent)
        if completed is not None:
            review = review or contradiction(self._work, completed, sent["base_version"])
            complete(self._work, completed, sent["id"], self._station, self._at)
        ruled = later(sent)
        if ruled is not None:
            review = change(self._work, sent, ruled, sent["station"], self._at) or review
        self._work.serials.hear(sent)
        result = NEEDS_REVIEW if review else CREATED
        self._work.events.settle(sent["id"], result, review)
        if review:
            about = completed or ruled
            self._work.reviews.begin(sent["id"], about.lpn if about else "")
        self._work.outbox.note(*notices(sent, review, self._at))
        return _result(sent["id"], result, self._at, review)

    def _release(self, event_id: str) -> None:
        """Apply what waited for this event, and what waited for that."""
        due = [event_id]
        while due:
            for content in self._work.events.waiting_for(due.pop()):
                waited = json.loads(content)
                self._apply(waited)
                due.append(waited["id"])

    def _broken_chain(self, sent: Mapping[str, Any]) -> dict[str, Any] | None:
        if all(self._links(sent)):
            return None
        return problem("chain", "The event does not fit its neighbours in the station's chain")

    def _links(self, sent: Mapping[str, Any]) -> Iterator[bool]:
        events, place = self._work.events, (sent["station"], sent["epoch"])
        before = evidence.GENESIS if sent["seq"] == 1 else events.hash_at(*place, sent["seq"] - 1)
        yield before in (None, sent["prev_hash"])
        yield events.prev_hash_at(*place, sent["seq"] + 1) in (None, sent["hash"])


def _result(event_id: str, result: str, received_at: str, told: Mapping[str, Any] | None = None) -> ResultMessage:
    members = {"id": event_id, "result": result, "received_at": received_at, "problem": told}
    return ResultMessage.model_validate(members)
