"""The server's messages in the station's own terms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from dockstation.application.ports.central import (
    ConfigDocument,
    ConfigPage,
    EventResult,
    KnownChain,
    ResultKind,
    RmaPage,
    Settlement,
)
from dockstation.domain.events import Event
from dockstation.domain.evidence import Mark, MarkKind
from dockstation.domain.rma import Accessory, ReturnType, Rma, RmaLine, RmaStatus, Wanted
from dockstation.domain.serial_history import CameWith
from dockstation.domain.text import Text
from dockstation.domain.unit import UnitState
from dockstation.domain.unit_story import StoryPhoto, UnitStory
from dockstation.wire import (
    AccessoryMessage,
    BatchAnswerMessage,
    ChainsMessage,
    RmaLineMessage,
    RmaMessage,
    RmaPageMessage,
    SerialUnitMessage,
    TombstoneMessage,
    UnitMessage,
    UnitPhotoMessage,
)
from dockstation.wire.config import ConfigPageMessage
from dockstation.wire.reviews import SettledEventsMessage


def chains(message: ChainsMessage) -> tuple[KnownChain, ...]:
    """What the server has of this station's events."""
    return tuple(KnownChain(each.epoch, each.newest, each.count, each.gaps) for each in message.items)


def settlements(message: SettledEventsMessage) -> tuple[Settlement, ...]:
    """What the office made of this station's events."""
    return tuple(Settlement(each.id, each.verdict, each.by, each.reason, each.at) for each in message.items)


def rma(message: RmaMessage) -> Rma:
    """A return authorisation; times in UTC."""
    return Rma(
        number=message.number,
        version=message.version,
        status=RmaStatus(message.status),
        order_number=message.order_number,
        return_type=ReturnType(message.return_type),
        wanted=Wanted(message.wanted),
        customer=message.customer,
        currency=message.currency,
        due_at=_utc(message.due_at) if message.due_at else None,
        window_ends=_utc(message.window_ends),
        tracking_numbers=message.tracking_numbers,
        lines=tuple(map(_line, message.lines)),
        dispatched_at=_utc(message.dispatched_at) if message.dispatched_at else None,
        flags=message.flags,
        phone_end=message.phone_end,
    )


def _line(message: RmaLineMessage) -> RmaLine:
    return RmaLine(
        line_id=message.line_id,
        sku=message.sku,
        gtin=message.gtin,
        name=Text(message.name),
        category=message.category,
        quantity=message.quantity,
        unit_value=message.unit_value,
        weight_g=message.weight_g,
        serials=message.serials,
        accessories=tuple(map(_accessory, message.accessories)),
        flags=message.flags,
        picture=message.picture,
    )


def _accessory(told: str | AccessoryMessage) -> Accessory:
    return Accessory(told) if isinstance(told, str) else Accessory(told.name, told.count, told.value)


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def unit(message: UnitMessage) -> UnitStory:
    """Where a unit stands."""
    photos = tuple(_photo(each) for each in message.photos)
    told = message.model_dump(exclude={"photos", "state"})
    return UnitStory(**told, state=UnitState(message.state), photos=photos)


def _photo(message: UnitPhotoMessage) -> StoryPhoto:
    marks = tuple(Mark(**each.model_dump() | {"kind": MarkKind(each.kind)}) for each in message.marks)
    return StoryPhoto(**message.model_dump(exclude={"marks"}), marks=marks)


def came_with(message: SerialUnitMessage) -> CameWith:
    """A unit that came with a serial number."""
    return CameWith(**message.model_dump(exclude={"state"}), state=UnitState(message.state))


def page(message: RmaPageMessage) -> RmaPage:
    """A page of expected returns, its tombstones apart."""
    return RmaPage(
        items=tuple(rma(each) for each in message.items if isinstance(each, RmaMessage)),
        removed=tuple(each.number for each in message.items if isinstance(each, TombstoneMessage)),
        cursor=message.cursor,
        more=message.more,
    )


def config_page(message: ConfigPageMessage) -> ConfigPage:
    """A page of published config."""
    items = tuple(
        ConfigDocument(each.kind, each.name, each.version, each.content, each.gone) for each in message.items
    )
    return ConfigPage(items, message.cursor, message.more)


def results(message: BatchAnswerMessage, sent: Sequence[Event]) -> tuple[EventResult, ...]:
    """One result per event sent; ValueError unless the answer is about exactly these, in order."""
    if [each.id for each in message.results] != [each.id for each in sent]:
        raise ValueError("results")
    return tuple(
        EventResult(each.id, ResultKind(each.result), each.received_at, each.problem or {})
        for each in message.results
    )
