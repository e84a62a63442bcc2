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
from dockstation.server.review import COMPLETED, Completed, complete, contradiction
from dockstation.server.rulings import change, later
from dockstation.server.store.database import Transaction
from dockstation.server.store.events import WAITING, Receipt, counted
from dockstation.server.store.insertion import Insertion
from dockstation.server.store.ledger import Ledger
from dockstation.server.store.outbox import Notice
from dockstation.server.webhooks.notices import notices
from dockstation.wire import EventMessage, ResultMessage

SCHEMAS = range(max(1, SCHEMA - 2), SCHEMA + 1)
"""The schema versions accepted: this one and the two before."""

CREATED, DUPLICATE, NEEDS_REVIEW, REJECTED = "created", "duplicate", "needs_review", "rejected"

alarm = logging.getLogger("dockstation.server.alarm")


class SealedEvent(EventMessage):
    """An event with every member that was sent, known or not: the hash is over them all."""

    model_config = ConfigDict(extra="allow")

    def as_sent(self) -> dict[str, Any]:
        """The members by their names in the protocol."""
        named = {"schema" if name == "schema_" else name: each for name, each in self.__dict__.items()}
        return named | (self.__pydantic_extra__ or {})


class Conflict(Problem):
    """An id that came again with another hash: nothing of its batch is stored."""

    def __init__(self, sent: Mapping[str, Any]) -> None:
        super().__init__(422, "event_conflict", "This id was stored before with another hash", event=sent["id"])
        self.sent = sent


class Ingest:
    """Takes one station's events in. ``at`` is the server's time, RFC 3339."""

    def __init__(self, work: Transaction, station: str, at: str) -> None:
        self._work = work
        self._station = station
        self._at = at
        self._stored: dict[int, list[int]] = {}
        self._applied: list[Mapping[str, Any]] = []
        self._contradicted: list[tuple[str, str]] = []
        self._notices: list[Notice] = []

    def batch(self, events: Sequence[SealedEvent]) -> tuple[ResultMessage, ...]:
        """One result per event, in order; raises Conflict (422) when an id comes again with another hash."""
        self._work.outcomes.number_after(self._work.events.hold())
        sent = [event.as_sent() for event in events]
        read = [(each, content, self._refusal(each, content)) for each in sent for content in (_content(each),)]
        sound = [each for each, _content, refused in read if refused is None]
        self._ledger = Ledger(self._work.events, self._work.outcomes, self._station, sound)
        self._look(sound)
        results = tuple(
            self._take(each, content) if refused is None else _result(each["id"], REJECTED, self._at, refused)
            for each, content, refused in read
        )
        self._write(self._work.serials.hear(self._applied), counted(self._station, self._stored))
        self._remember_refused(sent, results)
        return results

    def _write(self, *also: Insertion) -> None:
        """Have the database know all so far; what points to an event comes after it."""
        self._ledger.write(*also)
        for event_id, lpn in self._contradicted:
            self._work.reviews.begin(event_id, lpn)
        self._work.outbox.note(*self._notices)
        self._contradicted, self._notices = [], []

    def _remember_refused(self, sent: Sequence[Mapping[str, Any]], results: Sequence[ResultMessage]) -> None:
        refusals = Refusals(self._work, self._station, self._at, self._ledger.refused)
        for event, result in zip(sent, results, strict=True):
            if result.result == REJECTED:
                refusals.keep(event, result.problem or {})
            else:
                refusals.forget(event["id"])

    def _look(self, sound: Sequence[Mapping[str, Any]]) -> None:
        """Read at once what the outcomes in a batch will be held against."""
        bodies = [each["body"] for each in sound if each["kind"] == COMPLETED]
        told = {name: {each.get(name) for each in bodies} for name in ("lpn", "rma_number")}
        known = {name: [each for each in found if isinstance(each, str)] for name, found in told.items()}
        self._work.outcomes.look(known["lpn"])
        self._work.rmas.look(known["rma_number"])

    def _take(self, sent: Mapping[str, Any], content: str) -> ResultMessage:
        receipt = self._ledger.receipt(sent["id"])
        if receipt is not None:
            return self._again(sent, receipt)
        refused = self._misfit(sent)
        if refused is not None:
            return _result(sent["id"], REJECTED, self._at, refused)
        self._ledger.add(sent, content, self._at)
        self._stored.setdefault(sent["epoch"], []).append(sent["seq"])
        if self._waits(sent["prev_event"]):
            self._ledger.let_wait(sent, content)
            return _result(sent["id"], WAITING, self._at)
        result = self._apply(sent)
        self._release(sent["id"])
        return result

    def _refusal(self, sent: Mapping[str, Any], content: str) -> dict[str, Any] | None:
        """Why the event, for what it says itself, can never be accepted."""
        if sent["station"] != self._station:
            return problem("foreign_station", "The event is another station's", station=sent["station"])
        if sent["schema"] not in SCHEMAS:
            return problem("schema", "The server does not know this schema", UPGRADE, newest=SCHEMA)
        return None if content else problem("hash", "The event is not what its hash says")

    def _misfit(self, sent: Mapping[str, Any]) -> dict[str, Any] | None:
        """Why the event, beside what is stored, can never be accepted."""
        holder = self._ledger.place(self._station, sent["epoch"], sent["seq"])
        if holder is not None:
            return problem("seq", "Another event has this place in the station's chain", event=holder.event_id)
        try:
            Completed.of(sent)
            later(sent)
        except ValidationError as error:
            faults = [".".join(map(str, each["loc"]))[:100] for each in error.errors()[:10]]
            return problem("body", "The outcome does not have the form it should", faults=faults)
        return None

    def _again(self, sent: Mapping[str, Any], receipt: Receipt) -> ResultMessage:
        if receipt.body_hash != sent["hash"]:
            alarm.error("event %s of station %s came again with another hash", sent["id"], self._station)
            raise Conflict(sent)
        self._ledger.came_again(sent["id"])
        said = DUPLICATE if receipt.result == CREATED else receipt.result
        return _result(sent["id"], said, receipt.received_at, receipt.problem)

    def _waits(self, predecessor: str | None) -> bool:
        if predecessor is None:
            return False
        receipt = self._ledger.receipt(predecessor)
        return receipt is None or receipt.result == WAITING

    def _apply(self, sent: Mapping[str, Any]) -> ResultMessage:
        completed, ruled = Completed.of(sent), later(sent)
        review = self._broken_chain(sent)
        if completed is not None:
            review = review or contradiction(self._work, completed, sent["base_version"])
            complete(self._work, completed, sent["id"], self._station, self._at)
        if ruled is not None:
            self._write()  # it changes outcomes, and one points to its event
            review = change(self._work, sent, ruled, sent["station"], self._at) or review
        self._applied.append(sent)
        result = NEEDS_REVIEW if review else CREATED
        self._ledger.settle(sent["id"], result, review)
        if review:
            about = completed or ruled
            self._contradicted.append((sent["id"], about.lpn if about else ""))
        self._notices.extend(notices(sent, review, self._at))
        return _result(sent["id"], result, self._at, review)

    def _release(self, event_id: str) -> None:
        """Apply what waited for this event, and what waited for that."""
        due = [event_id]
        while due:
            for content in self._ledger.waiting_for(due.pop()):
                waited = json.loads(content)
                self._apply(waited)
                due.append(waited["id"])

    def _broken_chain(self, sent: Mapping[str, Any]) -> dict[str, Any] | None:
        if all(self._links(sent)):
            return None
        return problem("chain", "The event does not fit its neighbours in the station's chain")

    def _links(self, sent: Mapping[str, Any]) -> Iterator[bool]:
        station, epoch, seq = sent["station"], sent["epoch"], sent["seq"]
        before = None if seq == 1 else self._ledger.place(station, epoch, seq - 1)
        yield (
            sent["prev_hash"] == evidence.GENESIS if seq == 1 else before is None or before.hash == sent["prev_hash"]
        )
        after = self._ledger.place(station, epoch, seq + 1)
        yield after is None or after.prev_hash == sent["hash"]


def _content(sent: Mapping[str, Any]) -> str:
    """The event as canonical JSON, "" when it is not what its hash says."""
    try:
        hashed, content = evidence.read_seal(sent)
    except (ValueError, RecursionError):
        return ""
    return content.decode() if hashed == sent["hash"] else ""


def _result(event_id: str, result: str, received_at: str, told: Mapping[str, Any] | None = None) -> ResultMessage:
    members = {"id": event_id, "result": result, "received_at": received_at, "problem": told}
    return ResultMessage.model_validate(members)
