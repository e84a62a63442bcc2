"""TSPL, the language of TSC's label printers and many compatible ones: one ``BITMAP`` a label.

What printers answer stands in TSC's "TSPL/TSPL2 Programming Language" under ``<ESC>!?`` and ``<ESC>!S``; Brother's
FBPL and Gprinter's manual have the same tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dockstation.adapters.printers.device import Enquiry
from dockstation.application.ports.printer import PrinterState
from dockstation.domain.label import Bitmap

MM_PER_INCH = 25.4
INVERTED = bytes(255 - byte for byte in range(256))
STATUS = re.compile(rb"\x02(.)(.)(.)(.)\x03\r\n", re.DOTALL)
BITS = (
    (0x41, PrinterState.HEAD_OPEN),
    (0x04, PrinterState.PAPER_OUT),
    (0x08, PrinterState.RIBBON_OUT),
    (0x82, PrinterState.FAULT),
    (0x10, PrinterState.PAUSED),
)
"""Of the one byte that ``<ESC>!?`` answers, 0x40 for the cover; 0x20 only says that it prints."""
LONG = (
    ("media", 0x20, PrinterState.HEAD_OPEN),
    ("media", 0x01, PrinterState.PAPER_OUT),
    ("media", 0x04, PrinterState.RIBBON_OUT),
    ("error", 0x03, PrinterState.HOT),
    ("media", 0x0A, PrinterState.FAULT),
    ("error", 0x3C, PrinterState.FAULT),
)
"""Of the four that ``<ESC>!S`` answers; warnings, of a roll that runs low, hold nothing up."""
MESSAGES = {ord("`"): PrinterState.PAUSED, ord("K"): PrinterState.PAUSED, ord("E"): PrinterState.FAULT}
"""What the first of the four says where the others say nothing; with K it waits for its key to be pressed."""


@dataclass(frozen=True, slots=True)
class Tspl:
    """``darkness`` 0 to 15, ``speed`` in inches a second, ``gap_mm`` between labels, 0 on a roll without."""

    gap_mm: float = 2
    darkness: int | None = None
    speed: int | None = None
    mime = "application/octet-stream"
    ending = "tspl"

    def encode(self, bitmap: Bitmap) -> bytes:
        """``BITMAP`` takes a 1 for white; the lines are ended as the manual ends them."""
        width, height = (dots * MM_PER_INCH / bitmap.dpi for dots in (bitmap.width, bitmap.height))
        lines = [f"SIZE {width:.2f} mm,{height:.2f} mm", f"GAP {self.gap_mm:g} mm,0 mm", "DIRECTION 0"]
        lines += [] if self.darkness is None else [f"DENSITY {self.darkness}"]
        lines += [] if self.speed is None else [f"SPEED {self.speed}"]
        lines += ["CLS", f"BITMAP 0,0,{bitmap.stride},{bitmap.height},0,"]
        head = "\r\n".join(lines).encode()
        return head + bitmap.rows.translate(INVERTED) + b"\r\nPRINT 1,1\r\n"

    @property
    def enquiry(self) -> Enquiry:
        """``<ESC>!?``, one byte, and ``<ESC>!S``, four between STX and ETX, which tells heat too."""
        return Enquiry(b"\x1b!?\x1b!S", lambda heard: STATUS.search(heard) is not None, _state)


def _state(answer: bytes) -> PrinterState:
    told = STATUS.search(answer)
    rest = STATUS.sub(b"", answer)
    state = _short(rest[0]) if len(rest) == 1 else PrinterState.NO_ANSWER
    if told is None:
        return state
    said = _long(*(part[0] for part in told.groups()))
    return state if said is PrinterState.READY and state is not PrinterState.NO_ANSWER else said


def _short(byte: int) -> PrinterState:
    return next((state for bit, state in BITS if byte & bit), PrinterState.READY)


def _long(message: int, _warning: int, error: int, media: int) -> PrinterState:
    """``@`` is none of all; each byte carries 0x40 so that it can be printed."""
    if not all(0x40 <= byte <= 0x7F for byte in (message, error, media)):
        return PrinterState.NO_ANSWER
    said = {"media": media, "error": error}
    wrong = next((state for byte, bits, state in LONG if said[byte] & bits), None)
    return wrong or MESSAGES.get(message, PrinterState.READY)
