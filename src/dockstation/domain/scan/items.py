"""Numbers on goods: GTIN, IMEI, serial number."""

from __future__ import annotations

import re

from dockstation.domain.scan import check_digits
from dockstation.domain.scan.meaning import Candidate, Reading, ScanKind, Weight

RETAIL = frozenset({"EAN13", "EAN8", "UPCA", "UPCE", "DataBar"})
"""Symbologies (zxing-cpp's names) that hold a GTIN and nothing else."""

_GTIN = re.compile(r"\d{8}|\d{12,14}", re.ASCII)
_ADDED = re.compile(r"(97[789]\d{10}) ?(\d{5}|\d{2})|(\d{13}|\d{12}) ?(\d{5}|\d{2})", re.ASCII)
"""An EAN or UPC with its add-on behind it. Only magazines and books have one as a rule: the first two groups."""
_UPC_E = re.compile(r"[01]?\d{6}|[01]\d{7}", re.ASCII)
_IMEI = re.compile(r"(IMEI ?[12]?[:# ]*)?(\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d{1,2})", re.ASCII | re.IGNORECASE)
_REPORTING_BODIES = ("01", "35", "86", "91", "98", "99")
"""Those that give out type allocation codes (GSMA TS.06): the first two digits of a phone's number."""

_NAMED_SERIAL = re.compile(
    r"(?:S/N|SN|SERIAL(?: NO\.?)?) ?[:#] ?([A-Z0-9][A-Z0-9./_-]{2,31})", re.ASCII | re.IGNORECASE
)
_MARKED_SERIAL = re.compile(r"S([A-Z0-9]{8,20})", re.ASCII)
"""With ANSI MH10.8.2's data identifier S, as on the boxes of phones and computers."""


def read(text: str, symbology: str) -> tuple[Reading, ...]:
    """Every way in which ``text`` is a number on goods."""
    found = (_gtin(text, symbology), _imei(text), _serial(text))
    return tuple(each for each in found if each)


def expanded_upce(text: str) -> str:
    """The 12 digits that the 6, 7 or 8 of a UPC-E stand for (GS1 General Specifications 5.2.2.4.2)."""
    system = text[0] if len(text) > 6 else "0"
    digits = text[-6:] if len(text) < 8 else text[1:7]
    last = digits[5]
    if last in "012":
        body = f"{digits[:2]}{last}0000{digits[2:5]}"
    elif last == "3":
        body = f"{digits[:3]}00000{digits[3:5]}"
    elif last == "4":
        body = f"{digits[:4]}00000{digits[4]}"
    else:
        body = f"{digits[:5]}0000{last}"
    from stdnum import ean

    return f"{system}{body}{text[7] if len(text) == 8 else ean.calc_check_digit(system + body)}"


def _gtin(text: str, symbology: str) -> Reading | None:
    digits, add_on = _without_add_on(text, symbology)
    if symbology == "UPCE" and _UPC_E.fullmatch(digits):
        digits = expanded_upce(digits)
    if not _GTIN.fullmatch(digits) or not check_digits.gs1(digits):
        return None
    gtin = digits.zfill(14)
    weight = Weight.SURE if symbology in RETAIL else Weight.LIKELY
    parts = {"gtin": gtin, "add_on": add_on} if add_on else {"gtin": gtin}
    return Reading(ScanKind.GTIN, weight, (Candidate(ScanKind.GTIN, "", gtin),), parts)


def _without_add_on(text: str, symbology: str) -> tuple[str, str]:
    """The number and its add-on, "" for none; a reader that tells an EAN is believed of other goods too."""
    if found := _ADDED.fullmatch(text):
        number, add_on = (found[1], found[2]) if found[1] else (found[3], found[4])
        if (found[1] or symbology in RETAIL) and check_digits.gs1(number):
            return number, add_on
    return text.replace(" ", ""), ""


def _imei(text: str) -> Reading | None:
    found = _IMEI.fullmatch(text)
    if not found:
        return None
    digits = found[2].replace(" ", "").replace("-", "")
    usual = digits.startswith(_REPORTING_BODIES)
    if len(digits) == 15 and check_digits.luhn(digits):
        weight = Weight.SURE if found[1] else Weight.LIKELY if usual else Weight.HINT
        return _phone(digits, weight, {"imei": digits})
    if len(digits) == 16 and (usual or found[1]):  # IMEISV: a software version in place of the check digit
        imei = check_digits.with_luhn(digits[:14])
        weight = Weight.SURE if found[1] else Weight.HINT
        return _phone(imei, weight, {"imei": imei, "software_version": digits[14:]})
    return None


def _phone(imei: str, weight: Weight, parts: dict[str, str]) -> Reading:
    return Reading(ScanKind.IMEI, weight, (Candidate(ScanKind.IMEI, "", imei),), parts)


def _serial(text: str) -> Reading | None:
    found = _NAMED_SERIAL.fullmatch(text)
    marked = None if found else _MARKED_SERIAL.fullmatch(text)
    serial = found or marked
    if not serial:
        return None
    weight = Weight.SURE if found else Weight.HINT
    return Reading(ScanKind.SERIAL, weight, (Candidate(ScanKind.SERIAL, "", serial[1]),), {"serial": serial[1]})
