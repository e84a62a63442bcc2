"""Words for the codes of the domain, and numbers and times as people read them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, QLocale, Qt

from dockstation.domain.money import decimals

_RETURN_TYPES = {
    "quality": QT_TRANSLATE_NOOP("words", "Quality problem"),
    "no_reason": QT_TRANSLATE_NOOP("words", "No-reason return"),
    "wrong_size": QT_TRANSLATE_NOOP("words", "Wrong size"),
    "wrong_style": QT_TRANSLATE_NOOP("words", "Colour or style differs"),
    "wrong_item": QT_TRANSLATE_NOOP("words", "Wrong item sent"),
    "transit_damage": QT_TRANSLATE_NOOP("words", "Damaged in transit"),
    "special": QT_TRANSLATE_NOOP("words", "Safety or special case"),
}
_RESPONSIBILITIES = {
    "customer": QT_TRANSLATE_NOOP("words", "Customer"),
    "carrier": QT_TRANSLATE_NOOP("words", "Carrier"),
    "merchant": QT_TRANSLATE_NOOP("words", "Merchant"),
    "supplier": QT_TRANSLATE_NOOP("words", "Supplier"),
    "warehouse": QT_TRANSLATE_NOOP("words", "Warehouse"),
    "undetermined": QT_TRANSLATE_NOOP("words", "Undetermined"),
}
_RESOLUTIONS = {
    "refund_full": QT_TRANSLATE_NOOP("words", "Refund in full"),
    "refund_part": QT_TRANSLATE_NOOP("words", "Refund in part"),
    "exchange": QT_TRANSLATE_NOOP("words", "Exchange"),
    "repair": QT_TRANSLATE_NOOP("words", "Repair"),
    "refuse": QT_TRANSLATE_NOOP("words", "Refuse"),
}
_UNIT_STATES = {
    "received": QT_TRANSLATE_NOOP("words", "To be inspected"),
    "inspecting": QT_TRANSLATE_NOOP("words", "Inspection begun"),
    "decided": QT_TRANSLATE_NOOP("words", "Label missing"),
    "labelled": QT_TRANSLATE_NOOP("words", "To be put away"),
    "put_away": QT_TRANSLATE_NOOP("words", "Put away"),
    "voided": QT_TRANSLATE_NOOP("words", "Voided"),
}
_SECTIONS = {
    "appearance": QT_TRANSLATE_NOOP("words", "Appearance"),
    "function": QT_TRANSLATE_NOOP("words", "Function"),
    "accessories": QT_TRANSLATE_NOOP("words", "Accessories"),
    "grading": QT_TRANSLATE_NOOP("words", "Grading"),
}
_SEVERITIES = {
    "minor": QT_TRANSLATE_NOOP("words", "Minor"),
    "major": QT_TRANSLATE_NOOP("words", "Major"),
    "critical": QT_TRANSLATE_NOOP("words", "Critical"),
}
_DOUBTS = {
    "blurred": QT_TRANSLATE_NOOP("words", "it may be blurred"),
    "too_dark": QT_TRANSLATE_NOOP("words", "it is very dark"),
    "too_bright": QT_TRANSLATE_NOOP("words", "it is far too bright"),
    "empty": QT_TRANSLATE_NOOP("words", "there may be nothing in it"),
    "no_still": QT_TRANSLATE_NOOP("words", "the camera gave no full picture, the live one was kept"),
}
_ROLES = {
    "clerk": QT_TRANSLATE_NOOP("words", "dock clerk"),
    "inspector": QT_TRANSLATE_NOOP("words", "inspector"),
    "supervisor": QT_TRANSLATE_NOOP("words", "supervisor"),
    "administrator": QT_TRANSLATE_NOOP("words", "administrator"),
}
_SCAN_KINDS = {
    "command": QT_TRANSLATE_NOOP("words", "Command"),
    "badge": QT_TRANSLATE_NOOP("words", "Badge"),
    "container": QT_TRANSLATE_NOOP("words", "Container"),
    "rma_label": QT_TRANSLATE_NOOP("words", "Return label"),
    "lpn": QT_TRANSLATE_NOOP("words", "Licence plate"),
    "gtin": QT_TRANSLATE_NOOP("words", "Article number"),
    "gs1": QT_TRANSLATE_NOOP("words", "GS1 code"),
    "sscc": QT_TRANSLATE_NOOP("words", "Shipping unit"),
    "tracking": QT_TRANSLATE_NOOP("words", "Tracking number"),
    "order": QT_TRANSLATE_NOOP("words", "Order number"),
    "serial": QT_TRANSLATE_NOOP("words", "Serial number"),
    "imei": QT_TRANSLATE_NOOP("words", "IMEI"),
    "code": QT_TRANSLATE_NOOP("words", "Code"),
    "unknown": QT_TRANSLATE_NOOP("words", "Unknown code"),
}


def doubts(codes: Iterable[str], *, opens: bool) -> str:
    """What may be wrong with a photo, and what can be done; ``opens`` where a tap shows it."""
    said = (
        QCoreApplication.translate("words", "{0}. Tap it to look at it or to take it again.")
        if opens
        else QCoreApplication.translate("words", "{0}. Take another one if it has to be better.")
    )
    return said.format(doubted(codes))


def doubted(codes: Iterable[str]) -> str:
    """What may be wrong with a photo."""
    found = [QCoreApplication.translate("words", str(_DOUBTS[code])) for code in codes if code in _DOUBTS]
    return QCoreApplication.translate("words", ", ").join(found)


def _word(table: dict[str, object], code: str) -> str:
    return QCoreApplication.translate("words", str(table[code])) if code in table else code


def return_type(code: str) -> str:
    """Why it comes back."""
    return _word(_RETURN_TYPES, code)


def responsibility(code: str) -> str:
    """Who answers for it."""
    return _word(_RESPONSIBILITIES, code)


def resolution(code: str) -> str:
    """What the station advises."""
    return _word(_RESOLUTIONS, code)


def unit_state(code: str) -> str:
    """What a unit waits for."""
    return _word(_UNIT_STATES, code)


def section(code: str) -> str:
    """A part of the checklist."""
    return _word(_SECTIONS, code)


def severity(code: str) -> str:
    """How bad a defect is."""
    return _word(_SEVERITIES, code)


def role(code: str) -> str:
    """What a person is here."""
    return _word(_ROLES, code)


def scan_kind(code: str) -> str:
    """What a scanned code is."""
    return _word(_SCAN_KINDS, code)


def money(minor: int, currency: str, language: str) -> str:
    """``minor`` currency units as an amount: 129900, CNY → "CNY 1,299.00"."""
    digits = decimals(currency)
    amount = QLocale(language).toString(minor / 10**digits, "f", digits)
    return f"{currency} {amount}"


def language_name(language: str) -> str:
    """A language as those who speak it call it."""
    return {"en": "English", "zh_CN": "中文"}.get(language) or QLocale(language).nativeLanguageName()


def moment(at: str, language: str) -> str:
    """An RFC 3339 time as local day and time; "" when it is none."""
    when = QDateTime.fromString(at, Qt.DateFormat.ISODate)
    if not when.isValid():
        return ""
    pattern = QCoreApplication.translate("words", "d MMM, HH:mm")
    return QLocale(language).toString(when.toLocalTime(), pattern)
