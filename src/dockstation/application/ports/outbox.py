"""The station's chain of events and what the server said of each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from dockstation.application.ports.central import EventResult, KnownChain, Settlement
from dockstation.domain.events import ChainHead, Event


class EntryState(StrEnum):
    """Where an outbox entry stands with the server."""

    PENDING = "pending"
    ACKNOWLEDGED = "acknowledged"
    PARKED = "parked"
    REVIEW = "review"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class OutboxCounts:
    """Entries by what they wait for. ``oldest`` is the time of the oldest pending event, "" if none.

    ``parked`` are at the server and wait there for an earlier event; ``photos_rejected`` can never be sent.
    ``photo_bytes`` are those of ``photos``; of ``rejected`` and ``review`` a person has taken note of so many.
    """

    pending: int
    rejected: int
    review: int
    photos: int
    oldest: str
    parked: int = 0
    photos_rejected: int = 0
    photo_bytes: int = 0
    rejected_noted: int = 0
    review_noted: int = 0
    acknowledged: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """The server's last word on an event, and the badge of who has taken note of it here; "" for none.

    Where the office has given its ``verdict``, it is that person's name, and ``reason`` is theirs.

    ``problem`` is an RFC 9457 object, or ``code`` and facts of a failure that the whole request had.
    """

    result: str = ""
    received_at: str = ""
    problem: Mapping[str, Any] = field(default_factory=dict)
    noted_by: str = ""
    noted_at: str = ""
    verdict: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in the outbox."""

    event: Event
    state: EntryState
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class PhotoEntry:
    """A photo in the outbox. ``size`` in bytes; ``about`` is a licence plate or a parcel's code, "" if unknown."""

    sha256: str
    size: int
    state: EntryState
    about: str = ""


class Outbox(Protocol):
    """Events in seq order, each with its entry, and photos."""

    def head(self) -> ChainHead: ...
    def last_of(self, aggregate: str) -> str | None:
        """The id of the aggregate's latest event."""
        ...

    def add(self, event: Event) -> None: ...
    def pending(self, limit: int) -> tuple[Event, ...]:
        """The oldest unacknowledged events in seq order, leaving out aggregates with a rejected event."""
        ...

    def settle(self, results: Sequence[EventResult]) -> None:
        """Note the server's word on each event.

        One that waits there for a predecessor is parked, and what the server had acknowledged of its aggregate
        before is pending again, for the server has lost it; once that is acknowledged, so is what was parked.
        """
        ...

    def is_short(self, known: Sequence[KnownChain]) -> bool:
        """Whether the server has fewer of this station's events than it has acknowledged."""
        ...

    def send_lost(self, known: Sequence[KnownChain]) -> int:
        """What it had and has no more is pending again, as far as it is kept; how many those are."""
        ...

    def ask_for_photo(self, sha256: str) -> None:
        """The server has lost this one: it is pending again."""
        ...

    def ask_for_photos(self) -> None:
        """Every photo that is kept here is pending again: those that the server has are only asked for."""
        ...

    def get(self, event_id: str) -> Entry:
        """The entry; ``outbox.unknown`` when there is none."""
        ...

    def entries(self, states: Collection[EntryState], limit: int, *, newest: bool) -> tuple[Entry, ...]:
        """Entries in any of these states in seq order, or the last ones first."""
        ...

    def about(self, aggregates: Collection[str], limit: int) -> tuple[Entry, ...]:
        """What happened to any of these, in seq order."""
        ...

    def stuck(self) -> Mapping[str, int]:
        """How many events wait behind a rejected one, by aggregate; 0 where none does."""
        ...

    def send_again(self, event_id: str) -> None:
        """What the server said is forgotten; it is asked anew."""
        ...

    def take_note(self, event_id: str, by: str, at: str) -> None:
        """Keep who has seen what the server said."""
        ...

    def unsettled(self, limit: int) -> tuple[str, ...]:
        """Events that were refused or need review, those first of which the office has said nothing yet."""
        ...

    def hear(self, settlements: Sequence[Settlement]) -> None:
        """Keep what the office made of events; what it wants sent again is pending."""
        ...

    def add_photo(self, sha256: str, size: int) -> None:
        """Have a photo sent; one that was rejected is tried again."""
        ...

    def pending_photos(self, limit: int) -> tuple[str, ...]:
        """Photos that the server has not confirmed, the smallest first."""
        ...

    def photos(self, limit: int) -> tuple[PhotoEntry, ...]:
        """Photos that are not at the server, those first that can never be sent, then the smallest."""
        ...

    def settle_photo(self, sha256: str, at: str) -> None:
        """The server said at this time that it has it whole."""
        ...

    def reject_photo(self, sha256: str) -> None:
        """Send this photo no more: the server refuses it for good, or its bytes are gone."""
        ...

    def send_photos_again(self) -> int:
        """Those that were rejected are pending again; how many those are."""
        ...

    def counts(self) -> OutboxCounts: ...
