"""The first engine: zxing-cpp."""

from __future__ import annotations

import contextlib
import re
from typing import Any

import zxingcpp

from dockstation.adapters.decoders.arrays import Picture, grey
from dockstation.adapters.decoders.symbologies import confidence, plain_name
from dockstation.application.ports.decoder import Corners, DecodedCode

_WITHOUT_ECI = frozenset({"]Q0", "]Q1", "]Q3", "]Q5"})
"""Symbology identifiers (ISO/IEC 15424) of QR codes that do not name their character set."""

_JAPANESE = re.compile("(?:[\u3041-\u30ff].*){2}|(?:[\uff66-\uff9d][\uff9e\uff9f].*){2}", re.DOTALL)
"""Two kana, or two half-width kana with their voicing marks: no Chinese text looks so by accident."""

_ANYTHING = re.compile("")


class ZxingDecoder:
    """zxing-cpp on a picture as it is. ``thorough`` also tries it inverted and made smaller."""

    def __init__(self, *, thorough: bool = True) -> None:
        self._thorough = thorough
        kinds = zxingcpp.BarcodeFormat
        self._formats = zxingcpp.BarcodeFormats(
            (
                kinds.EANUPC, kinds.Code128, kinds.Code39, kinds.Code93, kinds.Codabar, kinds.ITF, kinds.DataBar,
                kinds.QRCode, kinds.MicroQRCode, kinds.RMQRCode, kinds.DataMatrix, kinds.PDF417,
                kinds.MicroPDF417, kinds.Aztec,
            )
        )  # fmt: skip

    def decode(self, image: Picture) -> tuple[DecodedCode, ...]:
        """See the port."""
        found = zxingcpp.read_barcodes(
            grey(image),
            formats=self._formats,
            try_invert=self._thorough,
            try_downscale=self._thorough,
            text_mode=zxingcpp.TextMode.Plain,
        )
        return tuple(_code(each) for each in found)


def _code(barcode: Any) -> DecodedCode:
    symbology = plain_name(barcode.format.name)
    text = _text(symbology, barcode)
    return DecodedCode(text, symbology, "zxing-cpp", _corners(barcode.position), confidence(symbology))


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
