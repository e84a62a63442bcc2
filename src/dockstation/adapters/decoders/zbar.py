"""The second engine: ZBar, better on faded thermal prints."""

from __future__ import annotations

from typing import Any

from dockstation.adapters.decoders.arrays import Picture, grey
from dockstation.adapters.decoders.symbologies import expanded_upce, trust
from dockstation.application.ports.decoder import Corners, DecodedCode
from dockstation.domain.errors import DockstationError

_SYMBOLOGIES = {
    "CODABAR": "Codabar", "CODE128": "Code128", "CODE39": "Code39", "CODE93": "Code93",
    "EAN13": "EAN13", "EAN8": "EAN8", "I25": "ITF", "QRCODE": "QRCode", "UPCE": "UPCE",
}  # fmt: skip
"""What ZBar is asked for. Its DataBar and PDF417 readers print assertions to file descriptor 2 and zxing-cpp
reads both better, so they stay off; UPC-A stays off and comes as the 13 digits that zxing-cpp gives."""

_FIRST_CORNER = {"UP": 0, "RIGHT": 1, "DOWN": 2, "LEFT": 3}


class ZbarDecoder:
    """ZBar on a picture as it is; raises ``decoder.missing_library`` where it is not installed."""

    def __init__(self) -> None:
        try:
            from pyzbar import pyzbar
        except (ImportError, OSError) as error:  # pyzbar loads the C library when it is imported
            raise DockstationError("decoder.missing_library", library="libzbar0") from error
        self._pyzbar = pyzbar
        self._symbols = [pyzbar.ZBarSymbol[name] for name in _SYMBOLOGIES]

    def decode(self, image: Picture) -> tuple[DecodedCode, ...]:
        """See the port."""
        picture = grey(image)
        try:
            found = self._pyzbar.decode(picture, symbols=self._symbols)
        except (ValueError, self._pyzbar.PyZbarError):  # e.g. one part of a structured append QR code
            return ()
        return tuple(code for each in found if (code := _code(each)))


def _code(symbol: Any) -> DecodedCode | None:
    symbology = _SYMBOLOGIES.get(symbol.type)
    text = symbol.data.decode("utf-8", "replace")
    if symbology is None or not text.isascii():  # ZBar's guess of the character set cannot be checked
        return None
    if symbology == "UPCE":
        text = expanded_upce(text)
    return DecodedCode(text, symbology, "zbar", _corners(symbol), trust(symbology))


def _corners(symbol: Any) -> Corners:
    left, top, width, height = symbol.rect
    box = ((left, top), (left + width, top), (left + width, top + height), (left, top + height))
    turn = _FIRST_CORNER.get(symbol.orientation, 0)
    first, second, third, fourth = box[turn:] + box[:turn]
    return first, second, third, fourth
