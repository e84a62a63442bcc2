"""What can go wrong while a parcel is counted and closed."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

COUNTING = {
    "unit.serial_before": QT_TRANSLATE_NOOP(
        "messages", "The item with serial number {serial} is counted in this parcel already. Scan the next one."
    ),
    "unit.changed": QT_TRANSLATE_NOOP(
        "messages", "What is expected has changed meanwhile. Scan the item again; nothing was counted."
    ),
    "unit.voided": QT_TRANSLATE_NOOP(
        "messages", "The licence plate {lpn} was voided. Take it off the item, then count the item in its parcel."
    ),
    "unit.not_here": QT_TRANSLATE_NOOP(
        "messages", "{code} is no item of this parcel. Scan the licence plate of one that is, or go back."
    ),
    "print.plate_failed": QT_TRANSLATE_NOOP(
        "messages", "The licence plate of {lpn} was not printed. See to the printer, then print it with F9."
    ),
    "print.plate_unknown": QT_TRANSLATE_NOOP(
        "messages", "Nobody knows whether the licence plate of {lpn} was printed. Look, and print it with F9 if not."
    ),
    "receipt.failed": QT_TRANSLATE_NOOP(
        "messages",
        "The receipt of parcel {code} was not printed: see to the printer. The parcel is closed, the PDF is there.",
    ),
    "receipt.unknown": QT_TRANSLATE_NOOP(
        "messages",
        "Nobody knows whether the receipt of parcel {code} was printed. The parcel is closed, the PDF is there.",
    ),
    "parcel.not_closed": QT_TRANSLATE_NOOP(
        "messages", "Parcel {code} is not closed yet and has no receipt. Close it first."
    ),
    "rma.nothing_expected": QT_TRANSLATE_NOOP(
        "messages", "Return {number} was cancelled or refunded: nothing of it may come. Take it in as a wrong item."
    ),
    "parcel.open_already": QT_TRANSLATE_NOOP(
        "messages", "Parcel {code} is open here already and counts once. Scan the items in it."
    ),
    "parcel.empty": QT_TRANSLATE_NOOP(
        "messages", "Nothing was found in parcel {code}. Count what is in it, or record an empty box with photos."
    ),
    "parcel.missing": QT_TRANSLATE_NOOP(
        "messages", "{count} × {sku} is not there. Say whether it is missing or comes in another parcel."
    ),
    "parcel.nothing_to_undo": QT_TRANSLATE_NOOP(
        "messages", "There is nothing to take back. An item that is being inspected is voided, not undone."
    ),
}
