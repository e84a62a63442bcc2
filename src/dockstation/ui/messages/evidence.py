"""What a discrepancy means at the dock, what its photos have to show, and the names of its facts."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from dockstation.ui.messages.words import moment

_MEANINGS = {
    "unknown_parcel": QT_TRANSLATE_NOOP(
        "evidence", "Nobody knows this code. The parcel is put aside and can be matched to its return later."
    ),
    "rma_cancelled": QT_TRANSLATE_NOOP("evidence", "The return was cancelled. The parcel is put aside, unopened."),
    "rma_refunded": QT_TRANSLATE_NOOP(
        "evidence", "The customer has the money back already. The parcel is put aside, unopened."
    ),
    "outside_window": QT_TRANSLATE_NOOP(
        "evidence", "The return came after its time. This is noted, then the parcel can be opened."
    ),
    "flagged_customer": QT_TRANSLATE_NOOP(
        "evidence", "The server asks for more photos with this return. It says nothing about this parcel."
    ),
    "parcel_damaged": QT_TRANSLATE_NOOP("evidence", "The parcel is damaged. It can be opened all the same."),
    "parcel_wet": QT_TRANSLATE_NOOP("evidence", "The parcel is wet. It can be opened all the same."),
    "parcel_opened": QT_TRANSLATE_NOOP(
        "evidence", "Somebody opened the parcel before it came here. It can be counted all the same."
    ),
    "weight_off": QT_TRANSLATE_NOOP("evidence", "The parcel weighs more or less than what should be in it."),
    "empty_box": QT_TRANSLATE_NOOP("evidence", "There is nothing in the parcel that could be counted."),
    "missing": QT_TRANSLATE_NOOP("evidence", "Less came than was expected."),
    "missing_accessory": QT_TRANSLATE_NOOP("evidence", "Something that belongs to the item did not come with it."),
    "extra": QT_TRANSLATE_NOOP("evidence", "More came than was expected. The item is kept and counted as extra."),
    "wrong_item": QT_TRANSLATE_NOOP("evidence", "Another item came than the one expected. It is kept and counted."),
    "serial_mismatch": QT_TRANSLATE_NOOP(
        "evidence", "The serial number is not the one that was shipped. The item is kept and counted."
    ),
    "serial_before": QT_TRANSLATE_NOOP(
        "evidence", "An item with this serial number was received before. It is kept and counted as found."
    ),
    "expired": QT_TRANSLATE_NOOP("evidence", "The goods are past their date."),
    "recalled": QT_TRANSLATE_NOOP("evidence", "These goods are recalled: keep them apart from the others."),
    "hazardous": QT_TRANSLATE_NOOP(
        "evidence", "These goods may be dangerous: keep them apart and follow the rules of your site."
    ),
    "counterfeit": QT_TRANSLATE_NOOP("evidence", "The goods may not be genuine. Somebody else will decide."),
}
_LABEL = QT_TRANSLATE_NOOP("evidence", "the whole label, so that it can be read")
_PARCEL = QT_TRANSLATE_NOOP("evidence", "the closed parcel with its label, and its other side")
_INSIDE = QT_TRANSLATE_NOOP("evidence", "the empty inside, and the label")
_DAMAGE = QT_TRANSLATE_NOOP("evidence", "the place and the label beside it")
_SCALE = QT_TRANSLATE_NOOP("evidence", "the parcel on the scale with its figure")
_CONTENTS = QT_TRANSLATE_NOOP("evidence", "everything that was in the parcel")
_ITEM = QT_TRANSLATE_NOOP("evidence", "the item with its barcode")
_SERIAL = QT_TRANSLATE_NOOP("evidence", "the serial number on the item")
_DATE = QT_TRANSLATE_NOOP("evidence", "the date on the item")
_HAZARD = QT_TRANSLATE_NOOP("evidence", "the hazard sign, or what leaks")
_DOUBT = QT_TRANSLATE_NOOP("evidence", "the whole item, and what makes you doubt")
_SHOWN = {
    "unknown_parcel": _LABEL,
    "rma_cancelled": _LABEL,
    "rma_refunded": _LABEL,
    "flagged_customer": _PARCEL,
    "parcel_damaged": _DAMAGE,
    "parcel_wet": _DAMAGE,
    "parcel_opened": _DAMAGE,
    "weight_off": _SCALE,
    "empty_box": _INSIDE,
    "missing": _CONTENTS,
    "missing_accessory": _CONTENTS,
    "extra": _ITEM,
    "wrong_item": _ITEM,
    "serial_mismatch": _SERIAL,
    "serial_before": _SERIAL,
    "expired": _DATE,
    "hazardous": _HAZARD,
    "counterfeit": _DOUBT,
}
_FACTS = {
    "expected": QT_TRANSLATE_NOOP("evidence", "Expected"),
    "found": QT_TRANSLATE_NOOP("evidence", "Found"),
    "code": QT_TRANSLATE_NOOP("evidence", "Code"),
    "item": QT_TRANSLATE_NOOP("evidence", "Item"),
    "sku": QT_TRANSLATE_NOOP("evidence", "Article"),
    "serial": QT_TRANSLATE_NOOP("evidence", "Serial number"),
    "other_rma": QT_TRANSLATE_NOOP("evidence", "Other return"),
    "other_lpn": QT_TRANSLATE_NOOP("evidence", "Other item"),
    "other_station": QT_TRANSLATE_NOOP("evidence", "Came before at"),
    "other_received_at": QT_TRANSLATE_NOOP("evidence", "Came before on"),
    "customer": QT_TRANSLATE_NOOP("evidence", "Customer"),
    "window_ends": QT_TRANSLATE_NOOP("evidence", "Had to be sent until"),
    "dispatched_at": QT_TRANSLATE_NOOP("evidence", "Sent"),
    "arrived_at": QT_TRANSLATE_NOOP("evidence", "Arrived"),
    "expected_g": QT_TRANSLATE_NOOP("evidence", "Expected grams"),
    "weight_g": QT_TRANSLATE_NOOP("evidence", "Grams weighed"),
    "server": QT_TRANSLATE_NOOP("evidence", "RMA server"),
    "photos": QT_TRANSLATE_NOOP("evidence", "Photos"),
    "missing": QT_TRANSLATE_NOOP("evidence", "Missing"),
    "use_by": QT_TRANSLATE_NOOP("evidence", "Use by"),
}
_VALUES = {
    "asked": QT_TRANSLATE_NOOP("evidence", "knows nothing of it"),
    "out_of_reach": QT_TRANSLATE_NOOP("evidence", "out of reach; ask again later"),
    "no_camera": QT_TRANSLATE_NOOP("evidence", "none, the station has no camera"),
}


def meaning(kind: str) -> str:
    """What it is, and what happens with the parcel or the item."""
    return QCoreApplication.translate("evidence", str(_MEANINGS[kind]))


def to_be_shown(kind: str) -> str:
    """What the photos of this kind have to show, "" where none are asked for."""
    return QCoreApplication.translate("evidence", str(_SHOWN[kind])) if kind in _SHOWN else ""


def fact(name: str, value: str, language: str) -> tuple[str, str]:
    """A fact's name and value as people read them; a name without words of its own stays as it is."""
    told = QCoreApplication.translate("evidence", str(_FACTS[name])) if name in _FACTS else name
    if value in _VALUES:
        return told, QCoreApplication.translate("evidence", str(_VALUES[value]))
    return told, (moment(value, language) if name.endswith(("_at", "_ends")) else "") or value
