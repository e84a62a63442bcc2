"""The two or five digits beside an EAN or UPC (ISO/IEC 15420): the issue of a magazine, the price of a book."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import zxingcpp

from dockstation.adapters.decoders import preparations as made
from dockstation.adapters.decoders.arrays import Picture
from dockstation.adapters.decoders.preparations import Prepared
from dockstation.application.ports.decoder import DecodedCode

_FORMATS = {"EAN13": "EAN13", "EAN8": "EAN8", "UPCE": "UPCE"}
_BEYOND = 0.9
"""Of the code's width: how far its longest add-on reaches, gap and quiet zone with it."""
_WITNESSES = 2
_BOOKS = ("978", "979")
_OF_A_BOOK = 5
"""Digits: where a picture ends amid them, the first two are read as an add-on of two."""
_LOOKS: tuple[Callable[[Picture], Prepared], ...] = (
    made.plain,
    lambda picture: made.scaled(picture, 2),
    lambda picture: made.plain(picture).with_picture(made.contrasted),
    lambda picture: made.scaled(picture, 2).with_picture(made.sharpened),
)


def with_add_on(picture: Picture, code: DecodedCode) -> DecodedCode:
    """``code`` with the add-on that two looks at ``picture`` (H×W) agree on, if no third reads another.

    An add-on has no check digit worth the name, and ZBar's reader of them fails in pyzbar: so one look is none.
    """
    if code.symbology not in _FORMATS:
        return code
    place = _with_right_of(picture, code)
    read = Counter(add_on for look in _LOOKS if (add_on := _add_on(look(place).picture, code)))
    return replace(code, add_on=next(iter(read))) if len(read) == 1 and read.total() >= _WITNESSES else code


def _with_right_of(picture: Picture, code: DecodedCode) -> Picture:
    first, second, third, fourth = np.array(code.corners)
    right = (second + third - first - fourth) / 2 * _BEYOND
    around = [(int(x), int(y)) for x, y in (first, second + right, third + right, fourth)]
    corners = (around[0], around[1], around[2], around[3])
    return made.around(picture, replace(code, corners=corners)).picture


def _add_on(picture: Picture, code: DecodedCode) -> str:
    if picture.size == 0:
        return ""
    found = zxingcpp.read_barcodes(
        picture,
        formats=zxingcpp.BarcodeFormats((getattr(zxingcpp.BarcodeFormat, _FORMATS[code.symbology]),)),
        text_mode=zxingcpp.TextMode.Plain,
        ean_add_on_symbol=zxingcpp.EanAddOnSymbol.Read,
    )
    told = (str(each.extra.get("EanAddOn", "")) for each in found if isinstance(each.extra, dict))
    return next((each for each in told if each.isascii() and each.isdigit() and _whole(each, code.text)), "")


def _whole(add_on: str, text: str) -> bool:
    return len(add_on) == _OF_A_BOOK or not text.startswith(_BOOKS)
