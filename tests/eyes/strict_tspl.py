"""TSPL read strictly after TSC's programming manual; knows nothing of the program's own printers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dockstation.domain.label import Bitmap

ORDER = ("SIZE", "GAP", "DIRECTION", "CLS", "BITMAP", "PRINT")
LINES: Mapping[str, re.Pattern[bytes]] = {
    "SIZE": re.compile(rb"SIZE (\d+\.\d\d) mm,(\d+\.\d\d) mm\r\n"),
    "GAP": re.compile(rb"GAP \d+(?:\.\d+)? mm,\d+(?:\.\d+)? mm\r\n"),
    "DIRECTION": re.compile(rb"DIRECTION [01]\r\n"),
    "CLS": re.compile(rb"CLS\r\n"),
    "BITMAP": re.compile(rb"BITMAP 0,0,(\d+),(\d+),0,"),
    "PRINT": re.compile(rb"\r\nPRINT 1,1\r\n"),
}
"""Commands are lines that CR and LF end; only the bytes of a picture are counted instead."""


def read(data: bytes, dpi: int) -> Bitmap:
    """The one label that ``data`` prints once; AssertionError at the first byte that the manual does not have."""
    place, rows, stride, height, width = 0, b"", 0, 0, 0
    for word in ORDER:
        found = LINES[word].match(data, place)
        assert found, (word, data[place : place + 40])
        place = found.end()
        if word == "SIZE":
            width, height = (round(float(mm) * dpi / 25.4) for mm in found.groups())
        elif word == "BITMAP":
            stride, told = map(int, found.groups())
            assert (stride, told) == ((width + 7) // 8, height)
            rows = data[place : place + stride * height]
            place += len(rows)
    assert place == len(data)
    black = bytes(byte ^ 0xFF for byte in rows)  # a 1 is white
    return Bitmap(width, height, dpi, black)
