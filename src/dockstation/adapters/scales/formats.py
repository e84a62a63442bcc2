"""Bytes of a scale to weights: pure, bounded, and silent about what is no weight.

The seven low bits count: scales send parity in the eighth, whatever the port was opened with.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from dockstation.application.ports.scale import Reading

LONGEST = 64
"""No weight is told in more bytes."""
STX, CR = 0x02, 0x0D
FRAME = 17
"""STX, three status bytes, six digits of weight, six of tare, CR; a checksum may follow."""

_GRAMS: Mapping[str, Decimal] = {
    "g": Decimal(1),
    "kg": Decimal(1000),
    "lb": Decimal("453.59237"),
    "oz": Decimal("28.349523125"),
}
_LINE = re.compile(
    r"(?:(?P<state>ST|US|OL|QT|UL)\s*,?)?\s*(?:(?:GS|NT|TR|G|N)\b\s*,?)?\s*"
    r"(?P<sign>[+-]?)\s*(?P<figure>\d{1,8}(?:\.\d{0,5})?)\s*,?\s*(?P<unit>kg|g|lb|oz)\s*(?P<moving>\?)?.{0,8}",
    re.IGNORECASE | re.ASCII,
)
_STANDING, _MOVING = (None, "ST"), "US"

_POINT = (Decimal(100), Decimal(10), Decimal(1), *(Decimal(1).scaleb(-places) for places in range(1, 6)))
"""What the last digit counts, by the low three bits of status word A."""
_NEGATIVE, _OUT_OF_RANGE, _MOTION, _KILOGRAMS, _NOT_ZEROED = 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 6
_IN_GRAMS, _OTHER_UNITS = 1, 0b110


def generic(line: bytes) -> Reading | None:
    """A line such as ``ST,GS,+  1.234kg`` or ``12.73 g ?``; None for anything else, an overload, a count."""
    found = _LINE.fullmatch(bytes(each & 0x7F for each in line[: LONGEST + 1]).decode("ascii").strip())
    if not found or len(line) > LONGEST:
        return None
    state = found["state"].upper() if found["state"] else None
    if state not in (*_STANDING, _MOVING):
        return None
    grams = Decimal(found["figure"]) * _GRAMS[found["unit"].lower()]
    stable = state in _STANDING and not found["moving"]
    return Reading(round(-grams if found["sign"] == "-" else grams), stable)


def toledo(frame: bytes) -> Reading | None:
    """A frame of Mettler Toledo's continuous output; None where it is out of range, torn or in other units."""
    data = bytes(each & 0x7F for each in frame)
    digits = data[4:10].lstrip(b" ") or b"0"
    if len(data) != FRAME or data[0] != STX or data[-1] != CR or not digits.isdigit():
        return None
    point, status, unit = data[1], data[2], data[3]
    if min(point, status, unit) < ord(" ") or status & _OUT_OF_RANGE or unit & _OTHER_UNITS:
        return None
    name = "g" if unit & _IN_GRAMS else "kg" if status & _KILOGRAMS else "lb"
    grams = int(digits) * _POINT[point & 7] * _GRAMS[name]
    return Reading(round(-grams if status & _NEGATIVE else grams), not status & (_MOTION | _NOT_ZEROED))


def checksum(frame: bytes) -> int:
    """The two's complement of the sum of all bytes before it, seven bits of each and of it."""
    return -sum(each & 0x7F for each in frame) & 0x7F


class Lines:
    """Weights out of lines, whatever pieces they come in."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> list[Reading]:
        """The weights that are whole by now, the oldest first."""
        *lines, rest = re.split(rb"[\r\n\x03\x8d\x8a]+", self._rest + data)
        self._rest = rest[: LONGEST + 1]  # one more tells that it is too long
        return [reading for line in lines if (reading := generic(line.lstrip(b"\x02\x82")))]


class Frames:
    """Weights out of frames; a byte between two of them must be the right checksum."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> list[Reading]:
        """The weights that are whole by now; a frame counts once the byte after it is known."""
        data = self._rest + bytes(each & 0x7F for each in data)
        found: list[Reading] = []
        start = data.find(STX)
        while start >= 0 and len(data) > start + FRAME:
            frame, after = data[start : start + FRAME], data[start + FRAME]
            reading = toledo(frame)
            if reading and after in (STX, checksum(frame)):
                found.append(reading)
            start = data.find(STX, start + (FRAME if reading else 1))
        self._rest = data[start:] if start >= 0 else b""
        return found

    def pause(self) -> list[Reading]:
        """Nothing follows for now: a frame that stands alone counts."""
        whole, self._rest = self._rest, b""
        reading = toledo(whole) if len(whole) == FRAME else None
        return [reading] if reading else []
