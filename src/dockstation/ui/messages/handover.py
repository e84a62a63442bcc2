"""Why a unit is handed over, and what can go wrong when it changes hands."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

HANDOVER = {
    "handover.note": QT_TRANSLATE_NOOP(
        "messages", "Choose one of the reasons on the screen; then it is handed over."
    ),
    "unit.done_elsewhere": QT_TRANSLATE_NOOP(
        "messages",
        "{lpn} was decided at {station} already. Finish it there, or ask your supervisor; nothing was changed.",
    ),
    "unit.unknown_offline": QT_TRANSLATE_NOOP(
        "messages",
        "{lpn} is not known here, and the RMA server cannot be asked now. Scan it again once the server is back.",
    ),
}
_NOTES = {
    "shift_ends": QT_TRANSLATE_NOOP("words", "Shift ended"),
    "second_opinion": QT_TRANSLATE_NOOP("words", "Second opinion"),
    "supervisor": QT_TRANSLATE_NOOP("words", "For supervisor"),
    "part_missing": QT_TRANSLATE_NOOP("words", "Part missing"),
    "other_station": QT_TRANSLATE_NOOP("words", "Other station"),
    "other_work": QT_TRANSLATE_NOOP("words", "Called away"),
}


def handover_note(code: str) -> str:
    """The words for why a unit was handed over."""
    return QCoreApplication.translate("words", str(_NOTES[code])) if code in _NOTES else code
