"""What is noted of parcels at the door, and what can go wrong there."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

ARRIVALS = {
    "parcel.no_parcel_code": QT_TRANSLATE_NOOP(
        "messages", "{code} stands on an item, not on a parcel. Scan the shipping label or the return label."
    ),
    "parcel.too_late": QT_TRANSLATE_NOOP(
        "messages", "Parcel {code} is finished or was refused. Nothing can be noted of it any more."
    ),
    "parcel.none_yet": QT_TRANSLATE_NOOP(
        "messages", "No parcel has been scanned yet. Scan one, then note what it is."
    ),
    "dock.held": QT_TRANSLATE_NOOP(
        "messages",
        "{count} scanned parcels wait to be counted. Take the photo, or note the parcel as intact, then leave.",
    ),
    "parcel.label_failed": QT_TRANSLATE_NOOP(
        "messages",
        "The label of parcel {code} was not printed. Look at the printer. The next parcel or F3 tries again.",
    ),
    "parcel.label_unknown": QT_TRANSLATE_NOOP(
        "messages",
        "Nobody knows whether the label of parcel {code} came out. Look at the printer; F3 prints a marked copy.",
    ),
    "scale.unavailable": QT_TRANSLATE_NOOP(
        "messages",
        "The scale ({device}) cannot be opened: {why}. Check that it is plugged in, and its name in station.toml.",
    ),
    "scale.lost": QT_TRANSLATE_NOOP(
        "messages", "The scale ({device}) is gone. Plug it in again; it is found by itself."
    ),
    "scale.failed": QT_TRANSLATE_NOOP(
        "messages",
        "A fault in the program keeps the scale from being used. Type the weight; tell your administrator.",
    ),
    "scale.moving": QT_TRANSLATE_NOOP(
        "messages", "The scale has not come to rest. Let the parcel lie still, then weigh again."
    ),
    "weight.impossible": QT_TRANSLATE_NOOP(
        "messages", "No parcel weighs {grams} g. Give a weight above 0 and up to {most} kg."
    ),
}
_NOTES = {
    "intact": QT_TRANSLATE_NOOP("words", "Intact"),
    "damaged": QT_TRANSLATE_NOOP("words", "Damaged"),
    "wet": QT_TRANSLATE_NOOP("words", "Wet"),
    "opened": QT_TRANSLATE_NOOP("words", "Opened"),
    "refused": QT_TRANSLATE_NOOP("words", "Refused"),
}
_REFUSALS = {
    "destroyed": QT_TRANSLATE_NOOP("words", "Visibly destroyed"),
    "not_ours": QT_TRANSLATE_NOOP("words", "Not for us"),
}
_LABELS = {
    "queued": QT_TRANSLATE_NOOP("words", "label waits"),
    "sending": QT_TRANSLATE_NOOP("words", "label is being sent"),
    "sent": QT_TRANSLATE_NOOP("words", "label sent"),
    "confirmed": QT_TRANSLATE_NOOP("words", "label in hand"),
    "failed": QT_TRANSLATE_NOOP("words", "label not printed"),
    "unknown": QT_TRANSLATE_NOOP("words", "label uncertain: look at the printer"),
    "voided": QT_TRANSLATE_NOOP("words", "label void"),
    "stale": QT_TRANSLATE_NOOP("words", "label out of date"),
}


def parcel_note(note: str) -> str:
    """How a parcel looked, or that it was refused."""
    return QCoreApplication.translate("words", str(_NOTES[note]))


def refusal(reason: str) -> str:
    """Why a parcel is not taken in."""
    return QCoreApplication.translate("words", str(_REFUSALS[reason]))


def label_state(state: str) -> str:
    """What became of a parcel's label."""
    return QCoreApplication.translate("words", str(_LABELS[state]))
