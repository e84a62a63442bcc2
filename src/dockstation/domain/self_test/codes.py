"""The codes of the test page: what each holds, and as what a scanner may send it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

GS = "\x1d"
MARK = "DSTEST"
"""Every code that can hold letters begins with it."""


class Purpose(StrEnum):
    """What a code of the page shows."""

    START = "start"
    CHARACTERS = "characters"
    SEPARATOR = "separator"
    SYMBOLOGY = "symbology"


@dataclass(frozen=True, slots=True)
class TestCode:
    """One code of the page: ``number`` stands beside it, ``symbology`` is in zxing-cpp's names, GS is U+001D.

    ``also`` is what scanners send for it as well, by their own settings; ``unchecked`` the same without the check
    digit that the station needs.
    """

    __test__ = False

    number: int
    name: str
    symbology: str
    purpose: Purpose
    text: str
    also: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()

    @property
    def accepted(self) -> tuple[str, ...]:
        """All of these, the longest first."""
        return tuple(sorted({self.text, *self.also, *self.unchecked}, key=lambda text: (-len(text), text)))

    @property
    def marked(self) -> bool:
        """Whether its text names it, so that what stands before and after it was added by the scanner."""
        return self.text.startswith(MARK)


START, CHARACTERS, SEPARATOR, SYMBOLOGY = Purpose
_GTIN = "02618033988745"

PAGE = (
    TestCode(1, "Code 128", "Code128", START, "DSTEST-START"),
    TestCode(2, "Code 128", "Code128", CHARACTERS, "DSTEST-AaQqWwZzYyMm0123456789"),
    TestCode(3, "Code 128", "Code128", CHARACTERS, "DSTEST-/+.$%_:;!@#=?&*()"),
    TestCode(4, "GS1-128", "Code128", SEPARATOR, f"010223606797749010DSTEST{GS}21GS128"),
    TestCode(5, "GS1 DataMatrix", "DataMatrix", SEPARATOR, f"010225772156649210DSTEST{GS}21GSDM"),
    TestCode(6, "Code 39", "Code39", SYMBOLOGY, "DSTEST-CODE39", ("*DSTEST-CODE39*",)),
    TestCode(7, "QR Code", "QRCode", SYMBOLOGY, "DSTEST-QR"),
    TestCode(8, "Code 93", "Code93", SYMBOLOGY, "DSTEST-CODE93"),
    TestCode(9, "Micro QR", "MicroQRCode", SYMBOLOGY, "DSTEST-MICROQR"),
    TestCode(10, "Codabar", "Codabar", SYMBOLOGY, "A2645751B", ("2645751",)),
    TestCode(11, "Data Matrix", "DataMatrix", SYMBOLOGY, "DSTEST-DATAMATRIX"),
    TestCode(12, "ITF (2 of 5)", "ITF", SYMBOLOGY, "27320508075681", (), ("2732050807568",)),
    TestCode(13, "PDF417", "PDF417", SYMBOLOGY, "DSTEST-PDF417"),
    TestCode(14, "EAN-13", "EAN13", SYMBOLOGY, "2718281828456", (), ("271828182845",)),
    TestCode(15, "Aztec", "Aztec", SYMBOLOGY, "DSTEST-AZTEC"),
    TestCode(16, "EAN-8", "EAN8", SYMBOLOGY, "23141599", ("0000023141599",), ("2314159",)),
    TestCode(17, "UPC-A", "UPCA", SYMBOLOGY, "414213562376", ("0414213562376",), ("41421356237",)),
    TestCode(
        18, "UPC-E", "UPCE", SYMBOLOGY, "04252614",
        ("4252614", "042100005264", "0042100005264"), ("0425261", "425261"),
    ),
    TestCode(19, "DataBar", "DataBarOmni", SYMBOLOGY, f"01{_GTIN}", (_GTIN, _GTIN[1:]), (_GTIN[:-1],)),
    TestCode(20, "DataBar Expanded", "DataBarExp", SYMBOLOGY, "010231662479033210DSTEST-EXP"),
)  # fmt: skip
"""In the order in which they are asked for."""


def start() -> TestCode:
    """The code that begins the test."""
    return PAGE[0]
