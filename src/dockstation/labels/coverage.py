"""Which characters a font can draw, and what is drawn for those it cannot: nothing is ever dropped."""

from __future__ import annotations

import struct
import unicodedata
from pathlib import Path

from dockstation.domain import text


def visible(value: str, covered: frozenset[int]) -> str:
    """``value`` with every character that would not be seen written out.

    Controls become ‹ESC›, invisible format characters ‹U+202E›, characters the font lacks their
    compatible form (℃ as °C) where it has that, else ‹U+20BB7›.
    """
    return "".join(_visible(char, covered) for char in value)


def _visible(char: str, covered: frozenset[int]) -> str:
    if (written := text.visible(char)) != char:
        return written
    if ord(char) in covered:
        return char
    plain = unicodedata.normalize("NFKC", char)
    return plain if all(ord(each) in covered for each in plain) else f"‹U+{ord(char):04X}›"


def covered_by(font: Path) -> frozenset[int]:
    """The code points that a TrueType font's Windows Unicode table (cmap format 4) has a glyph for."""
    data = font.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {data[at : at + 4]: struct.unpack_from(">I", data, at + 8)[0] for at in range(12, 12 + 16 * count, 16)}
    cmap = tables[b"cmap"]
    for at in range(cmap + 4, cmap + 4 + 8 * struct.unpack_from(">H", data, cmap + 2)[0], 8):
        platform, encoding, offset = struct.unpack_from(">HHI", data, at)
        if (platform, encoding) == (3, 1) and struct.unpack_from(">H", data, cmap + offset)[0] == 4:
            return _format_4(data, cmap + offset)
    raise ValueError(font)


def _format_4(data: bytes, at: int) -> frozenset[int]:
    double = struct.unpack_from(">H", data, at + 6)[0]
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{double // 2}H", data, at + first)
        for first in (14, 16 + double, 16 + 2 * double, 16 + 3 * double)
    )
    found = set()
    for segment, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code + delta
            if offset:
                place = at + 16 + 3 * double + 2 * segment + offset + 2 * (code - start)
                glyph = struct.unpack_from(">H", data, place)[0]
            if glyph & 0xFFFF:
                found.add(code)
    return frozenset(found)
