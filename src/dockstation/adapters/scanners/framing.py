"""Where one code ends and the next begins in the bytes of a scanner, and what they say as text."""

from __future__ import annotations

import re
from collections import deque

from dockstation.application.ports.scanner import Delivery
from dockstation.domain.scan import MAX_LENGTH

MAX_BYTES = 4 * MAX_LENGTH
"""No character takes more than four bytes in UTF-8 or GB18030."""

MOST_COUNTED = 1_000_000
"""A line that never ends is not counted for ever."""

_ENDS = re.compile(rb"[\t\n\r\x02\x03]")
"""STX as well: what stands before it has lost its end, and must not grow together with the code behind it."""

_NOISE = bytes({*range(0x1C), 0x7F, 0xFF} - {*b"\t\n\r\x02\x03"})
"""What a line says while it is plugged in; FS, GS, RS and US belong to codes."""

_PADDING = b"\x00\xff"


class Framer:
    """Bytes in as they come, codes out as they end. Holds ``MAX_BYTES`` at the most of one code."""

    def __init__(self) -> None:
        self._ready: deque[Delivery] = deque()
        self._held = bytearray()
        self._swallowed = 0
        self._spoilt = False

    def feed(self, data: bytes) -> None:
        """More bytes, cut anywhere."""
        *ended, rest = _ENDS.split(data)
        for part in ended:
            self._hold(part)
            self._end()
        self._hold(rest)

    def pause(self) -> None:
        """Nothing came for as long as no scanner pauses within a code: what is held is whole."""
        self._end()

    def spoil(self) -> None:
        """Something of this code was lost on its way: the rest is not delivered either."""
        self._spoilt = True

    def next(self) -> Delivery | None:
        """The oldest code not handed out yet."""
        return self._ready.popleft() if self._ready else None

    def _hold(self, part: bytes) -> None:
        room = MAX_BYTES + 1 - len(self._held)
        self._held += part[:room]
        self._swallowed = min(self._swallowed + _characters(part[room:]), MOST_COUNTED)

    def _end(self) -> None:
        data, spoilt = bytes(self._held), self._spoilt
        swallowed, self._swallowed, self._spoilt = self._swallowed, 0, False
        self._held.clear()
        if delivery := None if spoilt else _delivery(data, swallowed):
            self._ready.append(delivery)


def _delivery(data: bytes, swallowed: int) -> Delivery | None:
    if len(data) > MAX_BYTES:
        return Delivery("", _characters(data) + swallowed)
    text = _decoded(data.lstrip(_NOISE).rstrip(_PADDING))
    if len(text) > MAX_LENGTH:
        return Delivery("", len(text))
    return Delivery(text, len(text)) if text else None


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _characters(data: bytes) -> int:
    return sum(byte & 0xC0 != 0x80 for byte in data)  # UTF-8 goes on with 10xxxxxx
