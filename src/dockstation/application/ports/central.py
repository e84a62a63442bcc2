"""The central RMA server, as the station needs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Event
from dockstation.domain.rma import Rma
from dockstation.domain.serial_history import CameWith
from dockstation.domain.unit_story import UnitStory


class FailureClass(StrEnum):
    """What a failure asks of the station (the protocol's table)."""

    LATER = "later"
    AUTH = "auth"
    REVOKED = "revoked"
    PERMANENT = "permanent"
    UPGRADE = "upgrade"


class CentralFailed(DockstationError):  # noqa: N818 - past tense says it better
    """A call to the server that did not succeed. ``retry_after`` in seconds, 0 when the server named none."""

    def __init__(self, code: str, /, failure: FailureClass, retry_after: float = 0, **facts: str | int) -> None:
        super().__init__(code, **facts)
        self.failure = failure
        self.retry_after = retry_after


class ResultKind(StrEnum):
    """The server's word on one event."""

    CREATED = "created"
    DUPLICATE = "duplicate"
    WAITING_PREDECESSOR = "waiting_predecessor"
    NEEDS_REVIEW = "needs_review"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class EventResult:
    """One event's result; ``problem`` is the server's RFC 9457 object when rejected or in need of review."""

    event_id: str
    result: ResultKind
    received_at: str = ""
    problem: Mapping[str, Any] = field(default_factory=dict)


SEND_AGAIN = "send_again"
"""The verdict of the office that the station shall try a refused event once more."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a person of the office made of an event that was refused or needed review; ``at`` RFC 3339."""

    event_id: str
    verdict: str
    by: str
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class RmaPage:
    """One page of expected returns. ``removed`` are the numbers of tombstones."""

    items: tuple[Rma, ...]
    removed: tuple[str, ...]
    cursor: str
    more: bool


@dataclass(frozen=True, slots=True)
class ConfigDocument:
    """A document that the server publishes: TOML text, or a person as JSON; ``gone`` when it was withdrawn."""

    kind: str
    name: str
    version: int
    content: str = field(default="", repr=False)
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ConfigPage:
    """One page of published config."""

    items: tuple[ConfigDocument, ...]
    cursor: str
    more: bool


@dataclass(frozen=True, slots=True)
class KnownChain:
    """How much of one epoch the server has: the newest number, how many, and the gaps, if they were asked for."""

    epoch: int
    newest: int
    count: int
    gaps: tuple[tuple[int, int], ...] = ()


class CursorExpired(DockstationError):  # noqa: N818 - past tense says it better
    """410: the cursor is not known any more, take a full snapshot (cursor "")."""


def at_once(_size: int) -> None:
    """Nothing comes before a piece."""


class Central(Protocol):
    """Every call may raise CentralFailed; a time-out means unknown, never failed."""

    def pull_rmas(self, cursor: str) -> RmaPage:
        """The page after ``cursor`` ("" from the beginning); raises CursorExpired."""
        ...

    def pull_config(self, cursor: str) -> ConfigPage:
        """The published documents that changed after ``cursor`` ("" all of them); raises CursorExpired."""
        ...

    def find_rmas(self, code: str) -> tuple[Rma, ...]:
        """One code the local copy does not know, with a short time-out; () when the server knows none."""
        ...

    def find_unit(self, lpn: str) -> UnitStory | None:
        """Where a unit stands that is unknown here, with a short time-out; None when no event has told of it."""
        ...

    def find_serial(self, serial: str) -> tuple[CameWith, ...]:
        """Units that came with this serial number at any station, with a short time-out.

        In the order in which the server heard of them; one that was voided is not among them.
        """
        ...

    def send_events(self, events: Sequence[Event]) -> tuple[EventResult, ...]:
        """At most 100 events in seq order; one result per event, in order."""
        ...

    def known_events(self, *, gaps: bool = False) -> tuple[KnownChain, ...] | None:
        """What the server has of this station; None from a server that cannot tell."""
        ...

    def settled(self, event_ids: Sequence[str]) -> tuple[Settlement, ...]:
        """What the office made of these events of the station's own, at most 100; the others are not there."""
        ...

    def clock_ahead(self) -> float:
        """Seconds by which the server's clock was ahead of this one at its last answer; 0 before one."""
        ...

    def has_photo(self, sha256: str) -> bool:
        """Whether the server holds these bytes whole."""
        ...

    def put_photo(self, sha256: str, path: Path, before_piece: Callable[[int], object] = at_once) -> None:
        """Upload the file; sending again what the server has is harmless.

        ``before_piece`` is called with the size of each part before that is sent.
        """
        ...

    def get_picture(self, sha256: str) -> bytes:
        """The picture of goods with this hash, with a short time-out: at most 2 MiB, and these bytes or none.

        That it has not come, is too large, is no picture or another one is PERMANENT. What is in it is not trusted.
        """
        ...
