"""What can go wrong with parcels that are put aside."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

HOLDING = {
    "parcel.not_held": QT_TRANSLATE_NOOP(
        "messages", "Parcel {code} is not put aside any more. Look at the list again; scan its label to open it."
    ),
    "parcel.known_now": QT_TRANSLATE_NOOP(
        "messages", "The server has said meanwhile whose parcel {code} is. Leave this page and scan the parcel again."
    ),
    "parcel.over": QT_TRANSLATE_NOOP(
        "messages", "Parcel {code} was finished or refused here before. If this is another one, tell your supervisor."
    ),
    "return.unknown": QT_TRANSLATE_NOOP(
        "messages", "No return is known for {code}. Scan the return's label or type its number, then try again."
    ),
    "return.unknown_offline": QT_TRANSLATE_NOOP(
        "messages",
        "{code} is not known here, and the RMA server cannot be asked now. The parcel stays put aside; try later.",
    ),
}
