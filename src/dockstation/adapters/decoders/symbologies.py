"""What is known of symbologies, by zxing-cpp's names: which are one family, and how far to trust one reading."""

from __future__ import annotations

from dockstation.application.ports.decoder import DecodedCode

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
_WEAK = frozenset({"Codabar", "ITF", "UPCE"})
_SHORT_CODE39 = 6
"""Code 39 has no check character of its own: below this many characters, noise reads as one."""


def plain_name(symbology: str) -> str:
    """The name under which a variant is known to those who scan."""
    return _VARIANTS.get(symbology, symbology)


def identity(code: DecodedCode) -> tuple[str, str]:
    """Equal for two readings of one code; the EAN and UPC family is compared as GTIN-14."""
    if code.symbology in _EAN_UPC:
        return "GTIN", code.text.zfill(14)
    return code.symbology, code.text


def is_weak(code: DecodedCode) -> bool:
    """Whether noise reads as this often enough that one reading proves nothing."""
    return code.symbology in _WEAK or (code.symbology == "Code39" and len(code.text) < _SHORT_CODE39)


def confidence(symbology: str) -> float:
    """How far one reading is to be trusted, 0 to 1."""
    if symbology in _ERROR_CORRECTING:
        return 0.99
    return 0.7 if symbology in _WEAK else 0.95


def expanded_upce(text: str) -> str:
    """The 13 digits that the 8 of a UPC-E stand for (GS1 General Specifications, 5.2.2.4)."""
    system, digits, check = text[0], text[1:7], text[7]
    last = digits[5]
    if last in "012":
        body = f"{digits[:2]}{last}0000{digits[2:5]}"
    elif last == "3":
        body = f"{digits[:3]}00000{digits[3:5]}"
    elif last == "4":
        body = f"{digits[:4]}00000{digits[4]}"
    else:
        body = f"{digits[:5]}0000{last}"
    return f"0{system}{body}{check}"
