"""Facts that happened here, immutable, in the past tense, and the envelope they travel in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from dockstation.domain import evidence

SCHEMA = 1
"""The version of the bodies below; servers accept the two before theirs."""

EVENT_KINDS = frozenset(
    {
        "ParcelArrived",
        "ParcelConditionNoted",
        "ParcelWeighed",
        "ParcelPhotographed",
        "ParcelOpened",
        "ParcelClosed",
        "ParcelHeld",
        "ParcelMatched",
        "ParcelRefused",
        "RmaAdded",
        "DiscrepancyFound",
        "DiscrepancyWithdrawn",
        "UnitReceived",
        "UnitVoided",
        "UnitHandedOver",
        "UnitTakenOver",
        "InspectionStarted",
        "QuestionAnswered",
        "AnswerWithdrawn",
        "PhotoTaken",
        "PhotoDiscarded",
        "PhotoMarked",
        "InspectionCompleted",
        "DecisionApproved",
        "DispositionOverridden",
        "DecisionVoided",
        "SecondOpinionGiven",
        "SecondOpinionWaived",
        "ContainerFull",
        "ContainerEmptied",
        "LabelQueued",
        "LabelSent",
        "LabelConfirmed",
        "LabelFailed",
        "LabelMoved",
        "LabelVoided",
        "UnitPutAway",
        "PersonAdded",
        "PersonRoleChanged",
        "PersonPinReset",
        "PersonBarred",
        "PersonAdmitted",
    }
)


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment: UTC wall clock (RFC 3339), the station's offset (minutes), monotonic clock (ms), boot id."""

    at: str
    offset: int
    monotonic: int
    boot: str

    def local(self) -> str:
        """The station's own day and minute: 2026-11-26 09:30."""
        return (datetime.fromisoformat(self.at) + timedelta(minutes=self.offset)).strftime("%Y-%m-%d %H:%M")


@dataclass(frozen=True, slots=True)
class Event:
    """The envelope of the protocol. ``seq`` has no gaps per station and epoch; ``hash`` seals all else."""

    id: str
    station: str
    epoch: int
    seq: int
    aggregate: str
    prev_event: str | None
    kind: str
    schema: int
    base_version: int | None
    at: str
    offset: int
    monotonic: int
    boot: str
    body: Mapping[str, Any]
    prev_hash: str
    hash: str

    def as_message(self) -> dict[str, Any]:
        """The event as it is sent and hashed."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Fact:
    """What a use case wants recorded: about which aggregate (``unit:…``, ``parcel:…``), what, with which body."""

    aggregate: str
    kind: str
    body: Mapping[str, Any]
    base_version: int | None = None


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The end of a station's chain: the epoch, the last seq and its hash."""

    station: str
    epoch: int
    seq: int
    hash: str


def seal(fact: Fact, head: ChainHead, event_id: str, prev_event: str | None, when: Instant) -> Event:
    """The event after ``head`` in the station's chain, hashed."""
    if fact.kind not in EVENT_KINDS:
        raise ValueError(fact.kind)
    message: dict[str, Any] = {
        "id": event_id, "station": head.station, "epoch": head.epoch, "seq": head.seq + 1,
        "aggregate": fact.aggregate, "prev_event": prev_event, "kind": fact.kind, "schema": SCHEMA,
        "base_version": fact.base_version, "at": when.at, "offset": when.offset,
        "monotonic": when.monotonic, "boot": when.boot, "body": dict(fact.body), "prev_hash": head.hash,
    }  # fmt: skip
    return Event(**message, hash=evidence.chained(message))
