"""What conditions see of a unit beside its answers, as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.parcel import Parcel
from dockstation.domain.rma import Rma, RmaLine
from dockstation.domain.unit import Unit


def circumstances(
    unit: Unit, rma: Rma, line: RmaLine, parcel: Parcel | None, differing: Iterable[str], returns: int, now: datetime
) -> dict[str, Any]:
    """``differing`` are the kinds of the unit's and its parcel's discrepancies.

    ``returns`` is how often its serial number was counted here before. Values in minor currency units and grams.
    """
    kinds = sorted(set(differing))
    before = DiscrepancyKind.SERIAL_BEFORE.value in kinds
    return {
        "discrepancies": kinds,
        "rma": {
            "return_type": rma.return_type.value,
            "wanted": rma.wanted.value,
            "status": rma.status.value,
            "currency": rma.currency,
            "flags": list(rma.flags),
            "in_window": rma.in_window(now),
        },
        "line": {
            "sku": line.sku,
            "category": line.category,
            "unit_value": line.unit_value,
            "weight_g": line.weight_g,
            "quantity": line.quantity,
            "flags": list(line.flags),
        },
        "unit": {"serial": unit.serial, "expected": bool(unit.line_id)},
        "parcel": {"condition": parcel.condition.value if parcel and parcel.condition else ""},
        "history": {"serial_before": before or returns > 0, "returns": max(returns, int(before))},
    }
