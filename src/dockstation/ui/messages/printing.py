"""Printers and the queue of labels: what can go wrong, and the reasons a person gives."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

PRINTING = {
    "printer.too_small": QT_TRANSLATE_NOOP(
        "messages",
        "The label is {label} mm, the paper of the printer {printer} only {paper} mm. Choose a smaller layout in "
        "station.toml, or correct its size in printers.toml.",
    ),
    "printer.no_mark": QT_TRANSLATE_NOOP(
        "messages", "{mark} is no mark of the calibration label. Scan or type one of its codes, such as DSCAL-X4."
    ),
    "print.other_resolution": QT_TRANSLATE_NOOP(
        "messages",
        "The printer {printer} has another resolution ({dpi} dpi) than this label was drawn for. Choose another "
        "printer, or void this label and print it anew.",
    ),
    "print.not_waiting": QT_TRANSLATE_NOOP(
        "messages", "Only a label that was not printed yet can move to another printer. Print a copy instead."
    ),
    "print.no_reason": QT_TRANSLATE_NOOP("messages", "Say why first: choose one of the reasons."),
    "print.too_old": QT_TRANSLATE_NOOP(
        "messages", "This label was made by an older version and cannot be drawn again here. Print it from its item."
    ),
    "print.layout_gone": QT_TRANSLATE_NOOP(
        "messages", "The layout {layout} is no longer set at this station. Print the label anew from its item."
    ),
    "label.unverified": QT_TRANSLATE_NOOP(
        "messages", "Scan the fresh label on {lpn} first: so no label ends up on another item."
    ),
}
_REASONS = {
    "damaged": QT_TRANSLATE_NOOP("words", "It is damaged or cannot be read"),
    "not_printed": QT_TRANSLATE_NOOP("words", "It did not come out"),
    "lost": QT_TRANSLATE_NOOP("words", "It is lost"),
    "second_place": QT_TRANSLATE_NOOP("words", "It is needed in a second place"),
    "wrong_item": QT_TRANSLATE_NOOP("words", "It is on the wrong item"),
    "wrong_content": QT_TRANSLATE_NOOP("words", "What it says is wrong"),
    "not_needed": QT_TRANSLATE_NOOP("words", "It is not needed"),
}
_LAYOUTS = {
    "disposition": QT_TRANSLATE_NOOP("words", "Disposition label"),
    "licence_plate": QT_TRANSLATE_NOOP("words", "Licence plate"),
    "parcel": QT_TRANSLATE_NOOP("words", "Parcel label"),
    "receipt": QT_TRANSLATE_NOOP("words", "Receipt"),
}


def print_reason(reason: str) -> str:
    """Why a label is printed again or taken back; a reason of another version as it is."""
    return QCoreApplication.translate("words", str(_REASONS.get(reason, reason)))


def label_kind(layout: str) -> str:
    """What kind of label it is; a layout of the warehouse's own by its name."""
    return QCoreApplication.translate("words", str(_LAYOUTS.get(layout, layout)))
