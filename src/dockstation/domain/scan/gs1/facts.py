"""What the elements say about the thing in hand, and what to look up of it."""

from __future__ import annotations

from dockstation.domain.scan.gs1 import identifiers
from dockstation.domain.scan.gs1.checks import as_part
from dockstation.domain.scan.gs1.elements import Element, Elements
from dockstation.domain.scan.meaning import Candidate, Reading, ScanKind, Weight

_LOOKED_UP = {
    "00": ScanKind.SSCC, "8040": ScanKind.IMEI, "8041": ScanKind.IMEI, "8002": ScanKind.IMEI, "21": ScanKind.SERIAL,
    "250": ScanKind.SERIAL, "8003": ScanKind.SERIAL, "8004": ScanKind.SERIAL, "402": ScanKind.TRACKING,
    "401": ScanKind.TRACKING, "400": ScanKind.ORDER, "01": ScanKind.GTIN, "8006": ScanKind.GTIN, "02": ScanKind.GTIN,
    "240": ScanKind.CODE, "241": ScanKind.CODE,
}  # fmt: skip
"""AIs under whose value a return or one of its lines may be known, the most particular first."""

_GTIN_LENGTH = 14


def reading(ways: tuple[Elements, ...], year: int) -> Reading:
    """All ways to read the code as one: its parts are what every way says, its candidates what any way says."""
    certain = [each for each in ways[0] if all(each in other for other in ways[1:])]
    candidates = tuple(
        candidate
        for ai, kind in _LOOKED_UP.items()
        for each in dict.fromkeys(element for way in ways for element in way if element.ai == ai)
        for candidate in _candidates(each, kind)
    )
    return Reading(ScanKind.GS1, Weight.SURE, candidates, _parts(certain, year))


def _parts(elements: list[Element], year: int) -> dict[str, str]:
    parts: dict[str, str] = {}
    for each in dict.fromkeys(elements):
        identifier = identifiers.exactly(each.ai)
        assert identifier
        key = identifier.key if identifier.key not in parts else f"{identifier.key}_{each.ai}"
        parts[key] = as_part(each.ai, each.value, year)
        if each.ai == "8006":
            parts["gtin"] = each.value[:_GTIN_LENGTH]
    return parts


def _candidates(element: Element, kind: ScanKind) -> tuple[Candidate, ...]:
    if kind is ScanKind.SSCC:  # carriers print it with its AI, as DHL does
        return Candidate(kind, "", element.value), Candidate(kind, "", "00" + element.value)
    value = element.value[:_GTIN_LENGTH] if kind is ScanKind.GTIN else element.value
    return (Candidate(kind, "", value),)
