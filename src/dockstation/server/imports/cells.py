"""Cells of a table as values; each raises CellFault for what its column does not want."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from dockstation.domain.money import decimals
from dockstation.server.imports.columns import word_of
from dockstation.server.imports.faults import CellFault

NAME = 128
MOST = 2**53 - 1
YEARS = range(2000, 2101)
SEPARATORS = re.compile(r"[;；,，、|\n]")
AMOUNT = re.compile(r"[¥￥$€£]?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")
PIECE = re.compile(r"(?P<name>[^*×=]+?)\s*(?:[*×]\s*(?P<count>\d{1,3}))?\s*(?:=\s*(?P<value>.+))?")
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def text(cell: str, most: int = NAME) -> str:
    """A text of one line."""
    if len(cell) > most:
        raise CellFault("too_long", most=most)
    if any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in cell):
        raise CellFault("control")
    return cell


def number(cell: str, least: int, most: int) -> int:
    """A whole number."""
    digits = cell.removesuffix(".0")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 16 and least <= int(digits) <= most):
        raise CellFault("number", least=least, most=most)
    return int(digits)


def money(cell: str, currency: str) -> int:
    """An amount in minor units, from its digits alone: no binary fraction comes between."""
    digits = decimals(currency)
    found = AMOUNT.fullmatch(cell)
    try:
        amount = Decimal(f"{found[1].replace(',', '')}.{found[2] or 0}").scaleb(digits) if found else Decimal(-1)
    except InvalidOperation:
        amount = Decimal(-1)
    if not 0 <= amount <= MOST or amount != amount.to_integral_value():
        raise CellFault("money", digits=digits)
    return int(amount)


def moment(cell: str, zone: ZoneInfo, hour: time) -> str:
    """A time as RFC 3339; a day alone is taken at ``hour``, what names no zone in ``zone``."""
    try:
        day = DAY.fullmatch(cell)
        read = datetime.combine(date(int(day[1]), int(day[2]), int(day[3])), hour) if day else _read(cell)
        told = (read if read.tzinfo else read.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise CellFault("time") from error
    if told.year not in YEARS:
        raise CellFault("time")
    return told.isoformat()


def _read(cell: str) -> datetime:
    return datetime.fromisoformat(DAY.sub(lambda day: f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}", cell, count=1))


def choice(cell: str, words: Mapping[str, tuple[str, ...]]) -> str:
    """One of the words that a column knows, in either language."""
    found = word_of(words, cell)
    if found is None:
        raise CellFault("choice", known=", ".join(words))
    return found


def several(cell: str) -> list[str]:
    """Texts with ; , or | between them."""
    return [text(each.strip()) for each in SEPARATORS.split(cell) if each.strip()]


def gtin(cell: str) -> str:
    """A GTIN of 14 digits."""
    from stdnum import ean
    from stdnum.exceptions import ValidationError

    try:
        if len(cell) not in (8, 12, 13, 14) or not cell.isascii():
            raise CellFault("gtin")
        ean.validate(cell)
    except ValidationError as error:
        raise CellFault("gtin") from error
    return cell.zfill(14)


def phone_end(cell: str) -> str:
    """The last four digits; the rest of a phone number is nobody's business at the dock."""
    digits = "".join(char for char in cell if char.isascii() and char.isdigit())
    if not 4 <= len(digits) <= 20 or not set(cell) <= set("0123456789 +-()*"):
        raise CellFault("phone")
    return digits[-4:]


def pieces(cell: str, currency: str) -> list[dict[str, object]]:
    """Accessories as ``charger*2=49.00; cable``: how many with each item, and what one is worth."""
    found = []
    for each in re.split(r"[;；|\n]", cell):
        if each.strip():
            part = PIECE.fullmatch(each.strip())
            if part is None:
                raise CellFault("form", why="An accessory is written as name*count=value")
            count = number(part["count"], 1, 999) if part["count"] else 1
            value = money(part["value"].strip(), currency) if part["value"] else 0
            found.append({"name": text(part["name"]), "count": count, "value": value})
    return found
