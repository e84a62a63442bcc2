"""Finished inspections as the server tells of them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dockstation.wire import PLAIN, Count, Message, Sha256
from dockstation.wire.rma_life import SettlementMessage


class DeductionMessage(Message):
    """A part of the refund that is kept back: minor currency units, percent of the value (0 for a missing piece)."""

    amount: Count
    percent: Annotated[int, Field(ge=0, le=100), PLAIN] = 0
    what: Annotated[str, Field(max_length=256)] = ""
    reason: Annotated[dict[str, Annotated[str, Field(max_length=1000)]], Field(max_length=20, default_factory=dict)]


class PastOutcomeMessage(Message):
    """What a unit's outcome was before, and who ruled so."""

    event_id: str
    station: str
    kind: str
    grade: str
    disposition: str
    resolution: str
    deduction: int
    by: str
    reason: str
    approved_by: str
    received_at: str


class OutcomePhotoMessage(Message):
    """A photo that an outcome lists, and whether its bytes have come."""

    sha256: Sha256
    stored: bool


class OutcomeMessage(Message):
    """A finished inspection as the server holds it, or what was ruled about it later.

    ``kind`` is rules, approval, override, void or review; ``stands`` while it is what counts for the unit;
    ``complete`` when all its photos have come. ``freight`` is who pays for the way back, ``evidence`` what a claim
    needs; ``settlement`` the newest that the office has made of it; ``under_review`` the unit's events that somebody
    must review before the advice is settled.
    """

    event_id: str
    station: str
    lpn: str
    rma_number: str
    line_id: str
    grade: str
    disposition: str
    responsibility: str
    resolution: str
    deduction: int
    primary: bool
    photos: tuple[OutcomePhotoMessage, ...]
    complete: bool
    received_at: str
    kind: str = "rules"
    stands: bool = True
    under_review: tuple[str, ...] = ()
    freight: str = ""
    evidence: tuple[str, ...] = ()
    deductions: tuple[DeductionMessage, ...] = ()
    second_person: tuple[str, ...] = ()
    by: str = ""
    reason: str = ""
    approved_by: str = ""
    history: tuple[PastOutcomeMessage, ...] = ()
    settlement: SettlementMessage | None = None


class OutcomesMessage(Message):
    """``GET /v1/outcomes?after=&limit=`` (administrator), oldest first; ``after`` is the last ``event_id`` seen."""

    items: tuple[OutcomeMessage, ...]
    more: bool
