"""Each engine alone, as its own documentation shows it, for comparison."""

from __future__ import annotations

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray
from pyzbar import pyzbar

from dockstation.adapters.decoders.symbologies import plain_name
from dockstation.application.ports.decoder import DecodedCode

Picture = NDArray[np.uint8]

_NOWHERE = ((0, 0), (0, 0), (0, 0), (0, 0))
_ZBAR_NAMES = {"CODABAR": "Codabar", "CODE128": "Code128", "CODE39": "Code39", "CODE93": "Code93", "I25": "ITF",
               "QRCODE": "QRCode", "DATABAR": "DataBar", "DATABAR_EXP": "DataBarExp"}  # fmt: skip


def by_zxing(picture: Picture) -> list[DecodedCode]:
    """zxing-cpp with its defaults, but for the separators of GS1."""
    found = zxingcpp.read_barcodes(picture, text_mode=zxingcpp.TextMode.Plain)
    return [_code(plain_name(each.format.name), each.text) for each in found]


def by_pyzbar(picture: Picture) -> list[DecodedCode]:
    """pyzbar with its defaults."""
    grey = picture if picture.ndim == 2 else cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    try:
        found = pyzbar.decode(grey)
    except ValueError:  # one part of a structured append QR code
        return []
    return [_code(_ZBAR_NAMES.get(each.type, each.type), each.data.decode("utf-8", "replace")) for each in found]


def _code(symbology: str, text: str) -> DecodedCode:
    return DecodedCode(text, symbology, "", _NOWHERE, 1)
