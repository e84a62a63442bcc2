"""What differs from what was expected: its name, and what can go wrong when it is recorded."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

DISCREPANCIES = {
    "discrepancy.photos": QT_TRANSLATE_NOOP(
        "messages", "{needed} photos are needed as evidence, {taken} are there. Take the rest, then go on."
    ),
    "discrepancy.answer": QT_TRANSLATE_NOOP("messages", "Choose what is likely to have happened, then go on."),
    "discrepancy.unknown": QT_TRANSLATE_NOOP(
        "messages", "This difference is not recorded here. Look at the parcel again."
    ),
    "discrepancy.withdrawn": QT_TRANSLATE_NOOP(
        "messages", "This difference was withdrawn before. Nothing is left to do."
    ),
}
_KINDS = {
    "unknown_parcel": QT_TRANSLATE_NOOP("words", "Unknown parcel"),
    "rma_cancelled": QT_TRANSLATE_NOOP("words", "Return was cancelled"),
    "rma_refunded": QT_TRANSLATE_NOOP("words", "Refunded already"),
    "outside_window": QT_TRANSLATE_NOOP("words", "Sent too late"),
    "flagged_customer": QT_TRANSLATE_NOOP("words", "More evidence wanted"),
    "parcel_damaged": QT_TRANSLATE_NOOP("words", "Parcel damaged"),
    "parcel_wet": QT_TRANSLATE_NOOP("words", "Parcel wet"),
    "parcel_opened": QT_TRANSLATE_NOOP("words", "Parcel opened on the way"),
    "weight_off": QT_TRANSLATE_NOOP("words", "Weight differs"),
    "empty_box": QT_TRANSLATE_NOOP("words", "Empty box"),
    "missing": QT_TRANSLATE_NOOP("words", "Item missing"),
    "missing_accessory": QT_TRANSLATE_NOOP("words", "Accessory missing"),
    "extra": QT_TRANSLATE_NOOP("words", "One item too many"),
    "wrong_item": QT_TRANSLATE_NOOP("words", "Wrong item"),
    "serial_mismatch": QT_TRANSLATE_NOOP("words", "Serial number differs"),
    "serial_before": QT_TRANSLATE_NOOP("words", "Serial number came before"),
    "expired": QT_TRANSLATE_NOOP("words", "Expired"),
    "recalled": QT_TRANSLATE_NOOP("words", "Recalled goods"),
    "hazardous": QT_TRANSLATE_NOOP("words", "Hazardous goods"),
    "counterfeit": QT_TRANSLATE_NOOP("words", "Perhaps counterfeit"),
}
_ANSWERS = {
    "sent_by_customer": QT_TRANSLATE_NOOP("words", "The customer sent another item"),
    "sent_by_us": QT_TRANSLATE_NOOP("words", "We had sent the wrong item"),
    "our_mis_shipment": QT_TRANSLATE_NOOP("words", "We had shipped another serial number"),
    "swapped": QT_TRANSLATE_NOOP("words", "Perhaps swapped"),
    "returned_again": QT_TRANSLATE_NOOP("words", "Sold again and returned again"),
    "unclear": QT_TRANSLATE_NOOP("words", "Not clear"),
}


def discrepancy(kind: str) -> str:
    """The name of a kind."""
    return QCoreApplication.translate("words", str(_KINDS[kind]))


def discrepancy_answer(answer: str) -> str:
    """The words for what may have happened."""
    return QCoreApplication.translate("words", str(_ANSWERS[answer]))
