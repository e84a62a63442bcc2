"""What was expected: the return authorisation as the central server gives it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from dockstation.domain.text import Text
from dockstation.domain.unit import Unit


class RmaStatus(StrEnum):
    """Where the central server stands with the return."""

    APPROVED = "approved"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"


class ReturnType(StrEnum):
    """Why the customer sends it back, as agreed with the merchant."""

    QUALITY = "quality"
    NO_REASON = "no_reason"
    WRONG_SIZE = "wrong_size"
    WRONG_STYLE = "wrong_style"
    WRONG_ITEM = "wrong_item"
    TRANSIT_DAMAGE = "transit_damage"
    SPECIAL = "special"


class Wanted(StrEnum):
    """The resolution that the customer asked for."""

    REFUND = "refund"
    EXCHANGE = "exchange"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True)
class Accessory:
    """A piece that belongs to the goods: how many with each item, and what one is worth (minor currency units)."""

    name: str
    count: int = 1
    value: int = 0


@dataclass(frozen=True, slots=True)
class RmaLine:
    """One SKU expected. ``unit_value`` in minor currency units, ``weight_g`` in grams, GTIN-14 or "".

    ``flags`` are what the server warns of: "recalled", "hazardous". ``picture`` is the SHA-256 of its bytes or "".
    """

    line_id: str
    sku: str
    gtin: str
    name: Text
    category: str
    quantity: int
    unit_value: int
    weight_g: int
    serials: tuple[str, ...] = ()
    accessories: tuple[Accessory, ...] = ()
    flags: tuple[str, ...] = ()
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Rma:
    """A return authorisation. ``version`` is the server's and grows with each change there.

    ``due_at`` is None where the server sets no time. ``dispatched_at`` is when the customer sent it, None if unknown.
    ``flags``: what the server says of the customer, "abusive_returns". ``phone_end``: the phone's last four digits.
    """

    number: str
    version: int
    status: RmaStatus
    order_number: str
    return_type: ReturnType
    wanted: Wanted
    customer: str
    currency: str
    due_at: datetime | None
    window_ends: datetime
    tracking_numbers: tuple[str, ...]
    lines: tuple[RmaLine, ...]
    dispatched_at: datetime | None = None
    flags: tuple[str, ...] = ()
    phone_end: str = ""

    def in_window(self, now: datetime) -> bool:
        """Whether it was sent in time, by the day of dispatch where that is known."""
        return (self.dispatched_at or now) <= self.window_ends

    def line(self, line_id: str) -> RmaLine:
        """The line with this id; KeyError when the RMA has none."""
        for line in self.lines:
            if line.line_id == line_id:
                return line
        raise KeyError(line_id)

    def line_of(self, unit: Unit) -> RmaLine:
        """What a unit is: its line, or what stands in for one where the return has none for it."""
        mine = [each for each in self.lines if each.line_id == unit.line_id]
        goods = mine or self.lines_for(unit.found_as)
        if goods:
            return goods[0] if mine else replace(goods[0], line_id="", quantity=0)
        name = unit.found_as or unit.serial or unit.lpn
        return RmaLine("", name, "", Text({"en": name}), "", 0, 0, 0)

    def lines_for(self, code: str) -> tuple[RmaLine, ...]:
        """The lines that a scanned GTIN-14, SKU or serial number may belong to."""
        return tuple(each for each in self.lines if code in (each.gtin, each.sku) or code in each.serials)
