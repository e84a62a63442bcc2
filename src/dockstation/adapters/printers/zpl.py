"""Printers that speak ZPL II (Zebra's and compatible ones): one bitmap a label, never their own fonts or barcodes."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from dataclasses import dataclass

from dockstation.adapters.printers import tcp
from dockstation.application.ports.printer import PrinterFailed, PrinterState
from dockstation.domain.label import Bitmap

STATUS = re.compile(rb"\x02([^\x03]*)\x03")
STATUS_STRINGS = 3


def encode_z64(bitmap: Bitmap) -> bytes:
    """The label as a ``^GF`` graphic in ``Z64``: zlib, base64, CRC-16-CCITT (start 0) over the base64."""
    packed = base64.b64encode(zlib.compress(bitmap.rows, 9))
    crc = binascii.crc_hqx(packed, 0)
    size = len(bitmap.rows)
    head = f"^XA^PW{bitmap.width}^LL{bitmap.height}^FO0,0^GFA,{size},{size},{bitmap.stride},:Z64:"
    return head.encode() + packed + f":{crc:04X}^FS^PQ1^XZ".encode()


@dataclass(frozen=True, slots=True)
class ZplPrinter:
    """A ZPL printer on the network; ``timeout`` in seconds for the whole of one exchange."""

    host: str
    port: int
    dpi: int
    timeout: float

    def encode(self, bitmap: Bitmap) -> bytes:
        """The exact bytes that print ``bitmap`` once; it must have this printer's resolution."""
        if bitmap.dpi != self.dpi:
            raise ValueError(bitmap.dpi)
        return encode_z64(bitmap)

    def send(self, data: bytes) -> None:
        """As the port says; raises PrinterFailed."""
        tcp.send(self._address(), data)

    def status(self) -> PrinterState:
        """What ``~HS`` answers on a connection of its own."""
        try:
            answer = tcp.ask(self._address(), b"~HS", lambda heard: len(STATUS.findall(heard)) >= STATUS_STRINGS)
        except PrinterFailed:
            return PrinterState.UNREACHABLE
        return _state(answer)

    def _address(self) -> tcp.Address:
        return tcp.Address(self.host, self.port, self.timeout)


def _state(answer: bytes) -> PrinterState:
    strings = [string.split(b",") for string in STATUS.findall(answer)]
    if len(strings) < STATUS_STRINGS or len(strings[0]) < 12 or len(strings[1]) < 11:
        return PrinterState.NO_ANSWER
    paper_out, paused, head_open = strings[0][1], strings[0][2], strings[1][2]
    if not {paper_out, paused, head_open} <= {b"0", b"1"}:
        return PrinterState.NO_ANSWER
    if head_open == b"1":
        return PrinterState.HEAD_OPEN
    if paper_out == b"1":
        return PrinterState.PAPER_OUT
    return PrinterState.PAUSED if paused == b"1" else PrinterState.READY
