"""ZPL II, the language of Zebra's label printers and compatible ones: one graphic a label, never their own fonts."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from dataclasses import dataclass

from dockstation.adapters.printers.device import Enquiry
from dockstation.application.ports.printer import PrinterState
from dockstation.domain.label import Bitmap

STATUS = re.compile(rb"\x02([^\x03]*)\x03")
STATUS_STRINGS = 3
LEVEL = 6
"""Of zlib: 9 makes a label 2 % smaller and takes eight times as long."""
FLAGS = (
    (1, 2, PrinterState.HEAD_OPEN),
    (0, 1, PrinterState.PAPER_OUT),
    (1, 3, PrinterState.RIBBON_OUT),
    (0, 11, PrinterState.HOT),
    (0, 2, PrinterState.PAUSED),
)
"""String and place of each fault in what ``~HS`` answers, the one to mend first before the others."""


def encode_z64(bitmap: Bitmap, before: str = "", within: str = "") -> bytes:
    """A label with one ``^GF`` graphic in ``Z64``: zlib, base64, CRC-16-CCITT (start 0) over the base64."""
    packed = base64.b64encode(zlib.compress(bitmap.rows, LEVEL))
    crc = binascii.crc_hqx(packed, 0)
    size = len(bitmap.rows)
    head = f"{before}^XA{within}^PW{bitmap.width}^LL{bitmap.height}^FO0,0^GFA,{size},{size},{bitmap.stride},:Z64:"
    return head.encode() + packed + f":{crc:04X}^FS^PQ1^XZ".encode()


@dataclass(frozen=True, slots=True)
class Zpl:
    """``darkness`` 0 to 30 and ``speed`` in inches a second; None leaves them as the printer is set."""

    darkness: int | None = None
    speed: int | None = None
    mime = "application/octet-stream"
    ending = "zpl"

    def encode(self, bitmap: Bitmap) -> bytes:
        """The settings that are ours to make, and the graphic."""
        before = "" if self.darkness is None else f"~SD{self.darkness:02}"
        return encode_z64(bitmap, before, "" if self.speed is None else f"^PR{self.speed}")

    @property
    def enquiry(self) -> Enquiry:
        """``~HS``: three strings between STX and ETX."""
        return Enquiry(b"~HS", lambda heard: len(STATUS.findall(heard)) >= STATUS_STRINGS, _state)


def _state(answer: bytes) -> PrinterState:
    strings = [string.split(b",") for string in STATUS.findall(answer)]
    if len(strings) < STATUS_STRINGS or len(strings[0]) < 12 or len(strings[1]) < 11:
        return PrinterState.NO_ANSWER
    flags = [(strings[string][place], state) for string, place, state in FLAGS]
    if not {flag for flag, _ in flags} <= {b"0", b"1"}:
        return PrinterState.NO_ANSWER
    return next((state for flag, state in flags if flag == b"1"), PrinterState.READY)
