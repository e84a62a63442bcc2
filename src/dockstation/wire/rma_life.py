"""An RMA's own life, as the office leads it, and what is settled about an outcome."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from dockstation.wire import Count, Message, Name, RmaMessage

NO_NUL = r"^[^\x00]*$"
"""PostgreSQL keeps no text with a NUL."""
Who = Annotated[str, Field(min_length=1, max_length=128, pattern=NO_NUL)]
Why = Annotated[str, Field(max_length=1000, pattern=NO_NUL)]
State = Literal["requested", "approved", "refused", "cancelled", "refunded"]
Act = Literal["approve", "refuse", "cancel", "refund", "reopen"]
YEARS = range(2000, 2101)


class WrittenRmaMessage(RmaMessage):
    """``POST /v1/rmas`` and ``PUT /v1/rmas/NUMBER``: the whole RMA; ``status`` and ``version`` are the server's."""

    number: Annotated[str, Field(pattern=r"^[A-Z0-9-]{1,32}$")]
    by: Who
    reason: Why = ""

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        ids = [line.line_id for line in self.lines]
        if len(ids) != len(set(ids)):
            raise PydanticCustomError("contradictory", "Two lines have the same line_id")
        moments = (self.due_at, self.window_ends, self.dispatched_at)
        if any(each is not None and each.year not in YEARS for each in moments):
            raise PydanticCustomError("contradictory", "A time is before 2000 or after 2100")
        return self


class MoveMessage(Message):
    """``POST /v1/rmas/NUMBER/moves``: ``refuse`` and ``cancel`` want a reason."""

    move: Act
    by: Who
    reason: Why = ""


class ChangeMessage(Message):
    """One change of an RMA: ``act`` is created, changed, imported, matched or a move."""

    version: Count
    act: str
    state: State
    by: str
    reason: str
    at: str


class RmaLifeMessage(Message):
    """An RMA with where it stands, the moves that are open to it, and its newest changes, the oldest first."""

    rma: RmaMessage
    state: State
    version: Count
    moves: tuple[Act, ...]
    changes: tuple[ChangeMessage, ...] = ()


class RmaLivesMessage(Message):
    """``GET /v1/rmas:list?state=&after=&limit=`` in the order of their numbers, without changes."""

    items: tuple[RmaLifeMessage, ...]
    more: bool


class FaultMessage(Message):
    """A mistake in a file: ``row`` as the file counts (0: the whole file), ``column`` as the file names it."""

    row: int
    column: str
    code: str
    value: str
    what: str
    do: str
    facts: dict[str, str | int] = Field(default_factory=dict)


class FileImportMessage(Message):
    """``POST /v1/rmas/import``: ``stored`` RMAs are new or changed, ``left_out`` were not taken for their faults."""

    rows: int
    rmas: int
    stored: int
    unchanged: int
    left_out: int
    dry_run: bool
    faults: tuple[FaultMessage, ...]
    more_faults: int
    preview: tuple[RmaMessage, ...]


class SettleMessage(Message):
    """``POST /v1/outcomes/EVENT_ID/settlement``: ``sum`` is what the customer gets, in minor currency units."""

    verdict: Literal["accepted", "changed", "refused"]
    sum: Count
    resolution: Annotated[str, Field(max_length=128, pattern=NO_NUL)] = ""
    by: Who
    reason: Why = ""


class SettlementMessage(Message):
    """What a person made of the advice of an outcome; ``place`` counts from 1, the newest counts."""

    event_id: Name
    place: int
    verdict: Literal["accepted", "changed", "refused"]
    resolution: str
    sum: Count
    by: str
    reason: str
    at: str


class SettlementsMessage(Message):
    """Every settlement of an outcome, the newest last."""

    items: tuple[SettlementMessage, ...]
