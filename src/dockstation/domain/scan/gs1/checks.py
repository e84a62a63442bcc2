"""Check digits and dates inside GS1 values."""

from __future__ import annotations

import calendar

from dockstation.domain.scan import check_digits
from dockstation.domain.scan.gs1 import identifiers

_CHECKED = {
    "00": 18, "01": 14, "02": 14, "03": 14, "253": 13, "255": 13, "402": 17,
    "410": 13, "411": 13, "412": 13, "413": 13, "414": 13, "415": 13, "416": 13, "417": 13,
    "8003": 14, "8006": 14, "8017": 18, "8018": 18, "8026": 14,
}  # fmt: skip
"""How many characters of an AI's value its check digit ends."""

_PHONES = ("8040", "8041")


def is_right(ai: str, value: str) -> bool:
    """Whether a value of the right shape also has the right check digit, and a day that exists."""
    if length := _CHECKED.get(ai):
        return check_digits.gs1(value[:length])
    if ai in _PHONES:
        return check_digits.luhn(value)
    return not _is_date(ai) or iso_date(value, 2000) != ""


def as_part(ai: str, value: str, year: int) -> str:
    """The value as people write it: dates as YYYY-MM-DD, decimals with their point."""
    identifier = identifiers.exactly(ai)
    if _is_date(ai):
        return iso_date(value, year)
    if identifier and identifier.kind == "decimal" and (places := int(ai[3])) and len(value) > places:
        return f"{value[:-places]}.{value[-places:]}"
    return value


def iso_date(value: str, year: int) -> str:
    """YYMMDD as YYYY-MM-DD, "" for no date. Day 00 is the month's last (General Specifications 3.4.2).

    The century is the one that puts it between 49 years before ``year`` and 50 after (7.12).
    """
    short, month, day = int(value[:2]), int(value[2:4]), int(value[4:6])
    if not 1 <= month <= 12:
        return ""
    full = year - year % 100 + short
    full += 100 if full < year - 49 else -100 if full > year + 50 else 0
    last = calendar.monthrange(full, month)[1]
    return f"{full:04}-{month:02}-{day or last:02}" if day <= last else ""


def _is_date(ai: str) -> bool:
    identifier = identifiers.exactly(ai)
    return identifier is not None and identifier.kind == "date" and identifier.most == 6
