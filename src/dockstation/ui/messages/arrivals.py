"""What is noted of parcels at the door, and what can go wrong there."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

ARRIVALS = {
    "parcel.no_parcel_code": QT_TRANSLATE_NOOP(
        "messages", "{code} stands on an item, not on a parcel. Scan the shipping label or the return label."
    ),
    "parcel.too_late": QT_TRANSLATE_NOOP(
        "messages", "Parcel {code} is finished or was refused. Nothing can be noted of it any more."
    ),
    "weight.impossible": QT_TRANSLATE_NOOP(
        "messages", "No parcel weighs {grams} g. Give a weight above 0 and up to {most} kg."
    ),
}
