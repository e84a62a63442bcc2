"""What is known of symbologies, by zxing-cpp's names: which are one family, and how far to trust a reading."""

from __future__ import annotations

from typing import NamedTuple

from dockstation.application.ports.decoder import DecodedCode
from dockstation.domain.scan import items

_EAN_UPC = frozenset({"EAN13", "EAN8", "UPCA", "UPCE"})
_VARIANTS = {
    "AztecCode": "Aztec", "AztecRune": "Aztec",
    "Code32": "Code39", "Code39Ext": "Code39", "Code39Std": "Code39", "PZN": "Code39",
    "CompactPDF417": "PDF417",
    "DataBarOmni": "DataBar", "DataBarStk": "DataBar", "DataBarStkOmni": "DataBar",
    "ISBN": "EAN13", "ITF14": "ITF",
    "QRCodeModel1": "QRCode", "QRCodeModel2": "QRCode",
}  # fmt: skip
_ERROR_CORRECTING = frozenset({"Aztec", "DataMatrix", "MicroPDF417", "MicroQRCode", "PDF417", "QRCode", "RMQRCode"})
_WEAK = frozenset({"Codabar", "DataBar", "DataBarLtd", "EAN8", "ITF", "UPCE"})
_SHORT_CODE39 = 6
"""Code 39 has no check character of its own: below this many characters, noise reads as one."""
_SHORT_ITF = 6
"""Below this many digits any grid of squares reads as ITF, and reads so again in every preparation."""
_PADDED = "000000"
"""A GTIN that begins so is an EAN-8 or a UPC-E, or noise that ZBar takes for one."""


class Doubt(NamedTuple):
    """The chance that one engine's reading is wrong.

    ``plain`` is for the picture as it is, ``prepared`` after a hard preparation; each further preparation in which
    that engine reads the same lessens it by ``again``.
    """

    plain: float
    prepared: float
    again: float


_CORRECTED = Doubt(0.01, 0.01, 0.5)
_CHECKED = Doubt(0.05, 0.2, 0.25)
_RETAIL = Doubt(0.3, 0.3, 0.6)
_IMITATED = Doubt(0.3, 0.3, 0.5)
_EVERYWHERE = Doubt(0.5, 0.5, 0.8)


def plain_name(symbology: str) -> str:
    """The name under which a variant is known to those who scan."""
    return _VARIANTS.get(symbology, symbology)


def identity(code: DecodedCode) -> tuple[str, str]:
    """Equal for two readings of one code; the EAN and UPC family is compared as GTIN-14."""
    if code.symbology in _EAN_UPC:
        return "GTIN", code.text.zfill(14)
    return code.symbology, code.text


def doubt(code: DecodedCode) -> Doubt:
    """How often readings like this one are wrong: blurred EAN and UPC keep valid check digits, noise imitates ITF."""
    if code.symbology in _ERROR_CORRECTING:
        return _CORRECTED
    short = code.symbology == "Code39" and len(code.text) < _SHORT_CODE39
    family, text = identity(code)
    if code.symbology == "ITF" and len(text) < _SHORT_ITF:
        return _EVERYWHERE
    if short or code.symbology in _WEAK or (family == "GTIN" and text.startswith(_PADDED)):
        return _IMITATED
    return _RETAIL if family == "GTIN" else _CHECKED


def is_long(code: DecodedCode) -> bool:
    """Whether it is a sound EAN-13 or UPC-A: parts of one are taken for UPC-E or EAN-8, but never the other way."""
    return code.symbology == "EAN13" and doubt(code) is _RETAIL


def corrects_errors(symbology: str) -> bool:
    """Whether a reading proves itself: such codes may even lie inside one another."""
    return symbology in _ERROR_CORRECTING


def trust(symbology: str) -> float:
    """How far one engine's one reading is to be trusted, 0 to 1."""
    if symbology in _ERROR_CORRECTING:
        return 1 - _CORRECTED.plain
    weak = symbology in _WEAK or symbology in _EAN_UPC
    return round(1 - (_IMITATED if weak else _CHECKED).plain, 4)


def expanded_upce(text: str) -> str:
    """The 13 digits that the 8 of a UPC-E stand for."""
    return f"0{items.expanded_upce(text)}"


def shortened_upce(text: str) -> str | None:
    """The 8 digits of the UPC-E that stand for these 13, None where none do."""
    system, body, check = text[1:2], text[2:12], text[12:]
    ways = [
        (body[:2] + body[7:], body[2:3]),
        (body[:3] + body[8:], "3"),
        (body[:4] + body[9:], "4"),
        (body[:5], body[9:]),
    ]
    shortened = (f"{system}{digits}{last}{check}" for digits, last in ways)
    return next((each for each in shortened if len(each) == 8 and expanded_upce(each) == text), None)
