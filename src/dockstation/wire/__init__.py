"""The messages between a station and the central RMA server, version 1: one definition for both sides.

Unknown members are ignored (an older station meets a newer server); wrong types and missing members are refused.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict

VERSION = 1
BATCH_EVENTS = 100
BATCH_BYTES = 1024 * 1024
PHOTO_BYTES = 32 * 1024 * 1024
PIECE_BYTES = 1024 * 1024
"""Of a photo whose upload was cut, what a station sends at once."""
OFFSET_HEADER, COMPLETE_HEADER = "Upload-Offset", "Upload-Complete"
"""As in draft-ietf-httpbis-resumable-upload-09: a count of bytes; ?1 with the last of them, else ?0."""
FILE_BYTES = 8 * 1024 * 1024
"""A file of RMAs to import."""
PICTURE_BYTES = 2 * 1024 * 1024
"""A picture of goods; photos may be larger."""
CLASS_MEMBER = "class"
"""The member of an RFC 9457 problem that names what the station should do (later, auth, permanent …)."""
SERVER_TIME_HEADER = "Dockstation-Server-Time"
"""Every answer's own header, RFC 3339: the server's time, and the sign that it is our server that answers."""

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, Field(min_length=1, max_length=128)]


def _number(value: object) -> object:
    if not isinstance(value, bool | str):
        return value
    raise ValueError("A number is no text and no truth")


PLAIN = BeforeValidator(_number)
"""After a number's bounds, for before them it would hide them from the published description."""
Whole = Annotated[int, PLAIN]
Count = Annotated[int, Field(ge=0, lt=2**53), PLAIN]
"""A number that canonical JSON and every database can hold."""


def _written(value: object) -> object:
    """Text that begins with a day, or a moment itself; a number would be taken for seconds since 1970."""
    if isinstance(value, datetime) or (isinstance(value, str) and DAY.match(value)):
        return value
    raise ValueError("A time is written as 2026-12-01T10:00:00Z")


DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
Moment = Annotated[datetime, BeforeValidator(_written)]


class Message(BaseModel):
    """Frozen, strict about types, lenient about members it does not know."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class AccessoryMessage(Message):
    """A piece that belongs to the goods: how many with each item, and what one is worth in minor currency units."""

    name: Name
    count: Annotated[int, Field(ge=1, le=999), PLAIN] = 1
    value: Count = 0


class RmaLineMessage(Message):
    """One SKU expected; ``unit_value`` in minor currency units, ``weight_g`` in grams, ``gtin`` GTIN-14 or "".

    ``picture`` is the SHA-256 of a picture of the goods or "". An accessory by its name alone is one piece of no
    stated value.
    """

    line_id: Name
    sku: Name
    gtin: Annotated[str, Field(pattern=r"^(\d{14})?$")] = ""
    name: dict[str, str]
    category: Name
    quantity: Annotated[int, Field(ge=1, le=100_000), PLAIN]
    unit_value: Count = 0
    weight_g: Count = 0
    serials: tuple[Name, ...] = ()
    accessories: Annotated[tuple[Name | AccessoryMessage, ...], Field(max_length=50)] = ()
    flags: tuple[Name, ...] = ()
    picture: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""


class RmaMessage(Message):
    """A whole RMA with the server's version (``version`` is 0 in an import: the server gives its own)."""

    type: Literal["rma"] = "rma"
    number: Name
    version: Count = 0
    status: Literal["approved", "cancelled", "refunded"] = "approved"
    order_number: str = ""
    return_type: Literal[
        "quality", "no_reason", "wrong_size", "wrong_style", "wrong_item", "transit_damage", "special"
    ]
    wanted: Literal["refund", "exchange", "repair"]
    customer: str = ""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "CNY"
    due_at: Moment | None = None
    window_ends: Moment
    tracking_numbers: tuple[Name, ...] = ()
    lines: Annotated[tuple[RmaLineMessage, ...], Field(min_length=1)]
    dispatched_at: Moment | None = None
    flags: tuple[Name, ...] = ()
    phone_end: Annotated[str, Field(pattern=r"^(\d{4})?$")] = ""


class TombstoneMessage(Message):
    """An RMA that is gone."""

    type: Literal["tombstone"] = "tombstone"
    number: Name
    version: Count


class RmaPageMessage(Message):
    """``GET /v1/rmas``: whole RMAs and tombstones after the cursor."""

    items: tuple[Annotated[RmaMessage | TombstoneMessage, Field(discriminator="type")], ...]
    cursor: str
    more: bool


class FoundMessage(Message):
    """``GET /v1/rmas/find``: the RMAs that a code may belong to, none when unknown."""

    items: tuple[RmaMessage, ...]


class ImportMessage(Message):
    """``POST /v1/rmas:import`` (administrator): RMAs to create or replace."""

    items: Annotated[tuple[RmaMessage, ...], Field(min_length=1, max_length=1000)]


class ImportedMessage(Message):
    """How many were stored."""

    stored: int


class EventMessage(Message):
    """One event as the station sealed it; ``hash`` is over the canonical JSON of all the other members."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    station: Name
    epoch: Annotated[int, Field(ge=1), PLAIN]
    seq: Annotated[int, Field(ge=1), PLAIN]
    aggregate: Name
    prev_event: Annotated[str, Field(max_length=128)] | None
    kind: Name
    schema_: Annotated[int, Field(alias="schema", ge=1), PLAIN]
    base_version: Whole | None
    at: Name
    offset: Annotated[int, Field(ge=-1440, le=1440), PLAIN]
    monotonic: Annotated[int, Field(ge=0), PLAIN]
    boot: Name
    body: dict[str, Any]
    prev_hash: Sha256
    hash: Sha256


class BatchMessage(Message):
    """``POST /v1/events:batch``: at most 100 events or 1 MiB, in seq order."""

    events: Annotated[tuple[EventMessage, ...], Field(min_length=1, max_length=BATCH_EVENTS)]


class ResultMessage(Message):
    """The server's word on one event; ``problem`` (RFC 9457) with ``rejected`` and ``needs_review``."""

    id: str
    result: Literal["created", "duplicate", "waiting_predecessor", "needs_review", "rejected"]
    received_at: str
    problem: dict[str, Any] | None = None


class BatchAnswerMessage(Message):
    """One result per event, in order, and the server's time."""

    results: tuple[ResultMessage, ...]
    server_time: str


class EnrolMessage(Message):
    """``POST /v1/stations/enrol``: a one-time code and the station's name for people.

    ``station`` is who it was before and must stay, because it holds events that were not sent yet.
    """

    code: Name
    name: Name
    station: Name | None = None


class RenewMessage(Message):
    """``POST /v1/stations/renew``."""

    refresh_token: Name


class TokensMessage(Message):
    """What enrolment and renewal answer. ``lpn_prefix`` is the station's part of its licence plates.

    A renewal leaves the old refresh token good until the new one has been used once. ``again``: this enrolment is not
    the station's first.
    """

    station: Name
    lpn_prefix: Annotated[str, Field(min_length=3, max_length=3)]
    access_token: Name
    access_expires_at: Moment
    refresh_token: Name
    again: bool = False


class EnrolmentForMessage(Message):
    """The body of ``POST /v1/enrolment-codes``, if any: the station that the code enrols again under its own id."""

    station: Name | None = None


class EnrolmentCodeMessage(Message):
    """``POST /v1/enrolment-codes`` (administrator): a code that enrols one station, once."""

    code: Name
    expires_at: Moment


Fraction = Annotated[float, Strict(), Field(ge=0, le=1)]
"""Of a picture's width or height."""


class MarkMessage(Message):
    """What was marked in a photo; a pin stands at the first place, an arrow leads to it, a box lies between both."""

    kind: Literal["pin", "arrow", "box"]
    x: Fraction
    y: Fraction
    x2: Fraction = 0.0
    y2: Fraction = 0.0
    defect: str = ""
    text: str = ""


class UnitPhotoMessage(Message):
    """A photo of a unit by its name; its bytes may still be on their way. ``taken_at`` by its station's clock."""

    sha256: Sha256
    question_id: Name
    size: Count = 0
    width: Count = 0
    height: Count = 0
    view: str = ""
    taken_at: str = ""
    by: str = ""
    station: str = ""
    warnings: tuple[str, ...] = ()
    marks: tuple[MarkMessage, ...] = ()


class UnitMessage(Message):
    """``GET /v1/units/LPN``: where a unit stands, as far as its events have come.

    ``station`` and ``by`` are who had it last; ``note`` is set while it is handed over.
    """

    lpn: Name
    station: Name
    station_name: str = ""
    rma_number: str = ""
    line_id: str = ""
    serial: str = ""
    found_as: str = ""
    parcel_code: str = ""
    received_at: str = ""
    state: Literal["received", "inspecting", "decided", "labelled", "put_away", "voided"]
    by: str = ""
    note: str = ""
    checklist_id: str = ""
    checklist_version: Count = 0
    answers: dict[str, str] = {}
    photos: tuple[UnitPhotoMessage, ...] = ()


class SerialUnitMessage(Message):
    """A unit that came with a serial number; ``received_at`` by the clock of its station."""

    lpn: Name
    station: Name
    station_name: str = ""
    rma_number: str = ""
    received_at: str = ""
    state: Literal["received", "inspecting", "decided", "labelled", "put_away", "voided"]


class SerialMessage(Message):
    """``GET /v1/serials/SERIAL``: the units that came with it, the one that the server heard of first, first."""

    items: tuple[SerialUnitMessage, ...]


class StoredEventMessage(Message):
    """``GET /v1/events`` (administrator): an event as stored, its body as the station sealed it."""

    id: str
    station: str
    epoch: int
    seq: int
    aggregate: str
    kind: str
    result: str
    times_received: int
    received_at: str
    body: dict[str, Any]


class StoredEventsMessage(Message):
    """Stored events of one station (``?station=&epoch=&after_seq=&limit=``) in seq order."""

    items: tuple[StoredEventMessage, ...]
    more: bool


class HeldMessage(Message):
    """A parcel that a station has put aside. ``held_at`` is the station's time; ``photos`` are SHA-256 names.

    ``rma_number`` is the return that it was put aside for, "" for a stranger's. ``matched_to`` is the return whose
    code it is by now, until the station has taken notice.
    """

    event_id: str
    station: str
    parcel_id: str
    code: str
    reason: str
    rma_number: str
    matched_to: str
    photos: tuple[str, ...]
    held_at: str


class HeldParcelsMessage(Message):
    """``GET /v1/held?after=&limit=`` (administrator), oldest first; ``after`` is the last ``event_id`` seen."""

    items: tuple[HeldMessage, ...]
    more: bool


class MatchMessage(Message):
    """``POST /v1/held:match`` (administrator): the held parcel with this code belongs to that return."""

    parcel_code: Name
    rma_number: Name


class MatchedMessage(Message):
    """The return with the version that has the parcel's code."""

    rma_number: str
    version: int
