"""What is said when a parcel is done."""

from __future__ import annotations

from typing import Any

from dockstation.domain.contents import Contents, LineCount, LineKey
from dockstation.domain.errors import DockstationError


def require_accounted(inside: Contents, later: frozenset[LineKey]) -> None:
    """Raise ``parcel.empty`` or ``parcel.missing`` while somebody has to say what became of what was expected."""
    if inside.is_empty:
        raise DockstationError("parcel.empty", code=inside.parcel.code)
    open_lines = [each for each in inside.lines if each.unsaid and each.key not in later]
    if open_lines:
        raise DockstationError("parcel.missing", sku=open_lines[0].line.sku, count=open_lines[0].unsaid)


def totals(inside: Contents) -> dict[str, Any]:
    """The parcel's sums: ``later`` is what comes in another parcel, ``strange`` what no line expected at all."""
    strange = [each for each in inside.units if not each.line_id]
    return {
        "lines": [_line(each) for each in inside.lines],
        "units": [each.lpn for each in inside.units],
        "strange": [each.lpn for each in strange],
        "discrepancies": [
            each.discrepancy_id
            for each in inside.discrepancies
            if each.parcel_id == inside.parcel.parcel_id and not each.withdrawn
        ],
    }


def _line(each: LineCount) -> dict[str, Any]:
    return {
        "rma_number": each.rma_number, "line_id": each.line.line_id, "sku": each.line.sku,
        "expected": each.line.quantity, "found": each.found, "here": each.here, "missing": each.missing,
        "later": each.unsaid, "extra": each.extra,
    }  # fmt: skip
