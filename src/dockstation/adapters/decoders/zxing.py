"""The first engine: zxing-cpp."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from typing import Any

import zxingcpp

from dockstation.adapters.decoders.arrays import Picture, grey
from dockstation.adapters.decoders.symbologies import plain_name, trust
from dockstation.application.ports.decoder import Corners, DecodedCode

_WITHOUT_ECI = frozenset({"]Q0", "]Q1", "]Q3", "]Q5"})
"""Symbology identifiers (ISO/IEC 15424) of QR codes that do not name their character set."""

_JAPANESE = re.compile("(?:[\u3041-\u30ff].*){2}|(?:[\uff66-\uff9d][\uff9e\uff9f].*){2}", re.DOTALL)
"""Two kana, or two half-width kana with their voicing marks: no Chinese text looks so by accident."""

_ANYTHING = re.compile("")


LIVE_FORMATS = ("EANUPC", "Code128", "Code39", "ITF", "QRCode", "DataMatrix")
"""What comes to a returns dock; each further one costs time in every frame."""
FORMATS = (
    *LIVE_FORMATS, "Code93", "Codabar", "DataBar", "MicroQRCode", "RMQRCode", "PDF417", "MicroPDF417", "Aztec",
)  # fmt: skip


class ZxingDecoder:
    """zxing-cpp on a picture as it is, for ``formats`` by its names.

    ``thorough`` is for pictures that hold still: it also tries them inverted and made smaller, and more formats.
    """

    def __init__(self, *, thorough: bool = True, formats: Sequence[str] | None = None) -> None:
        self._thorough = thorough
        self._names = tuple(formats or (FORMATS if thorough else LIVE_FORMATS))

    def decode(self, image: Picture) -> tuple[DecodedCode, ...]:
        """See the port."""
        found = zxingcpp.read_barcodes(
            grey(image),
            formats=_formats(self._names),
            try_invert=self._thorough,
            try_downscale=self._thorough,
            text_mode=zxingcpp.TextMode.Plain,
        )
        return tuple(_code(each) for each in found)


def _formats(names: Sequence[str]) -> Any:
    """Made anew each time, in microseconds: what the binding makes must not outlive it at the program's end."""
    return zxingcpp.BarcodeFormats(tuple(getattr(zxingcpp.BarcodeFormat, name) for name in names))


def _code(barcode: Any) -> DecodedCode:
    symbology = plain_name(barcode.format.name)
    text = _text(symbology, barcode)
    return DecodedCode(text, symbology, "zxing-cpp", _corners(barcode.position), trust(symbology))


def _text(symbology: str, barcode: Any) -> str:
    guess, content = str(barcode.text), bytes(barcode.bytes)
    if not guess:  # a character set that nobody knows: byte for byte, so that nothing is lost
        return content.decode("latin-1")
    if symbology == "QRCode" and barcode.symbology_identifier in _WITHOUT_ECI:
        return _without_eci(guess, content)
    return guess


def _without_eci(guess: str, content: bytes) -> str:
    """Where a QR code names no character set zxing-cpp guesses, and guesses Chinese wrong."""
    for encoding, looks_so in (("utf-8", _ANYTHING), ("shift_jis", _JAPANESE), ("gb18030", _ANYTHING)):
        with contextlib.suppress(UnicodeDecodeError):
            text = content.decode(encoding)
            if looks_so.search(text):
                return text
    return guess


def _corners(position: Any) -> Corners:
    around = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    first, second, third, fourth = ((int(point.x), int(point.y)) for point in around)
    return first, second, third, fourth
