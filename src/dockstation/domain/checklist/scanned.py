"""Which of the codes that a scan holds answers a question for a code."""

from __future__ import annotations

from collections.abc import Collection

from dockstation.domain.checklist.questions import Comparison, Question
from dockstation.domain.scan import Scan, ScanKind

OURS = frozenset({ScanKind.LPN, ScanKind.CONTAINER, ScanKind.RMA_LABEL, ScanKind.BADGE, ScanKind.COMMAND})
"""What this system prints stands on no goods."""
NAMED = {
    Comparison.SERIAL: frozenset({ScanKind.SERIAL, ScanKind.IMEI}),
    Comparison.GTIN: frozenset({ScanKind.GTIN}),
    Comparison.NONE: frozenset[ScanKind](),
}


def read_off(question: Question, scan: Scan, expected: Collection[str]) -> str:
    """The code for the answer: one of those ``expected`` where the scan holds it, "" for a code of our own."""
    if scan.kind in OURS:
        return ""
    shipped = next((code for code in scan.codes if code in expected), "")
    serial = scan.parts.get("serial", "") if question.compare is Comparison.SERIAL else ""
    named = (each.value for each in scan.candidates if each.kind in NAMED[question.compare])
    return shipped or serial or next(named, "") or scan.value or scan.shown
