"""ESC/POS read strictly after Epson's command reference; knows nothing of the program's own printers."""

from __future__ import annotations

from dockstation.domain.label import Bitmap

INIT, RASTER, FEED, CUT = b"\x1b@", b"\x1dv0\x00", b"\x1bd", b"\x1dV"
MOST_ROWS = 2303
"""Of one ``GS v 0``: xL and xH up to 65535 bytes, yL and yH up to 2303 rows."""


def read(data: bytes, dpi: int) -> Bitmap:
    """The one picture that is printed from the first reset to the cut; AssertionError at any other byte."""
    assert data.startswith(INIT)
    place, rows, strides = len(INIT), b"", set()
    while data.startswith(RASTER, place):
        stride, height = (int.from_bytes(data[place + at : place + at + 2], "little") for at in (4, 6))
        assert 0 < height <= MOST_ROWS
        place += 8
        assert len(data) >= place + stride * height
        rows += data[place : place + stride * height]
        place += stride * height
        strides.add(stride)
    (stride,) = strides
    assert _ends(data[place:]), data[place:]
    return Bitmap(stride * 8, len(rows) // stride, dpi, rows)


def _ends(rest: bytes) -> bool:
    """Fed out of the head's reach and cut: ``ESC d n`` with ``GS V 0``, or ``GS V`` 65 or 66 with how far to feed."""
    if rest.startswith(FEED):
        return rest[3:] in (CUT + b"\x00", CUT + b"\x01") and rest[2] > 0
    return len(rest) == 4 and rest[:2] == CUT and rest[2] in (65, 66)
