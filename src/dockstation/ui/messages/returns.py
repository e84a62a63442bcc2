"""Where a return stands, as a person tells it from others."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_STATES = {
    "expected": QT_TRANSLATE_NOOP("words", "Not here yet"),
    "arrived": QT_TRANSLATE_NOOP("words", "Here, still shut"),
    "opened": QT_TRANSLATE_NOOP("words", "Here, open"),
    "received": QT_TRANSLATE_NOOP("words", "Here, counted"),
    "closed": QT_TRANSLATE_NOOP("words", "Came before"),
    "held": QT_TRANSLATE_NOOP("words", "Here, put aside"),
    "refused": QT_TRANSLATE_NOOP("words", "Refused at the door"),
    "cancelled": QT_TRANSLATE_NOOP("words", "Cancelled"),
    "refunded": QT_TRANSLATE_NOOP("words", "Refunded already"),
}


def return_state(state: str, status: str) -> str:
    """Where its parcel is, unless the server has ended the return (its ``status``)."""
    code = status if status in _STATES else state
    return QCoreApplication.translate("words", str(_STATES[code])) if code in _STATES else code
