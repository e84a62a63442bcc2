"""ESC/POS, the language of receipt printers, for the 80 mm roll: one raster graphic, then fed and cut.

What printers answer stands in Epson's ESC/POS command reference under ``DLE EOT``; the manuals of Citizen, Bixolon
and Sprt have the same tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dockstation.adapters.printers.device import Enquiry
from dockstation.application.ports.printer import PrinterState
from dockstation.domain.label import Bitmap

QUESTIONS = 4
FIXED = 0x93
"""The bits that tell an answer to ``DLE EOT`` (0x12) from the first byte of an automatic status (0x10)."""
ANSWER, AUTOMATIC, AUTOMATIC_BYTES = 0x12, 0x10, 4
FLAGS = (
    (1, 0x04, PrinterState.HEAD_OPEN),
    (1, 0x20, PrinterState.PAPER_OUT),
    (3, 0x60, PrinterState.PAPER_OUT),
    (2, 0x40, PrinterState.HOT),
    (2, 0x28, PrinterState.FAULT),
    (1, 0x40, PrinterState.FAULT),
    (0, 0x08, PrinterState.OFFLINE),
)
"""Answer and bits of each fault, the one to mend first before the others; 0x08 of the second is its feed button."""


@dataclass(frozen=True, slots=True)
class EscPos:
    """``darkness`` 1 to 8 and ``speed`` 1 to 9 in the printer's own steps; ``cut`` at the end of a label."""

    cut: bool = True
    darkness: int | None = None
    speed: int | None = None
    mime = "application/octet-stream"
    ending = "escpos"

    def encode(self, bitmap: Bitmap) -> bytes:
        """``GS v 0`` in pieces that a small printer holds, by python-escpos."""
        from escpos.printer import Dummy
        from PIL import Image

        printer = Dummy()
        # It would print a line on standard output for each picture whose printer's width it does not know.
        printer.profile.profile_data = {**printer.profile.profile_data, "media": {"width": {}}}
        printer.hw("INIT")
        for function, value in ((0x31, self.darkness), (0x32, self.speed)):
            if value is not None:
                printer._raw(bytes((0x1D, ord("("), ord("K"), 2, 0, function, value)))  # noqa: SLF001 - it has no call
        picture = Image.frombytes("1", (bitmap.width, bitmap.height), bitmap.rows, "raw", "1;I")
        printer.image(picture, impl="bitImageRaster", center=False)
        printer.cut() if self.cut else printer.ln(4)
        return bytes(printer.output)

    @property
    def enquiry(self) -> Enquiry:
        """``DLE EOT`` 1 to 4: the printer, why it is offline, its faults, its paper."""
        question = b"".join(bytes((0x10, 0x04, number)) for number in range(1, QUESTIONS + 1))
        return Enquiry(question, lambda heard: len(_answers(heard)) >= QUESTIONS, _state)


def _answers(heard: bytes) -> list[int]:
    """The answers to our questions; what the printer says by itself in between is left out, XON and XOFF too."""
    return list(_asked_for(iter(heard)))


def _asked_for(heard: Iterator[int]) -> Iterator[int]:
    for byte in heard:
        if byte & FIXED == AUTOMATIC:
            list(islice(heard, AUTOMATIC_BYTES - 1))
        elif byte & FIXED == ANSWER:
            yield byte


def _state(heard: bytes) -> PrinterState:
    answers = _answers(heard)
    if len(answers) != QUESTIONS:
        return PrinterState.NO_ANSWER
    return next((state for place, bits, state in FLAGS if answers[place] & bits), PrinterState.READY)
