"""What a scanned code means. Everything that comes from a code is hostile until it has been parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan.meaning import Candidate, Reading, Scan, ScanKind, Weight, agreed_kind, shown
from dockstation.domain.scan.rules import SEPARATORS, ScanRules

__all__ = ["MAX_LENGTH", "SEPARATORS", "Candidate", "Scan", "ScanKind", "ScanRules", "parse", "shown"]

MAX_LENGTH = 1024
"""No code of this trade is longer; a GS1 element string ends at 90, a Digital Link stays under 1,000."""

MOST_CANDIDATES = 8
_IDENTIFIER = re.compile(r"\]([A-Za-z][0-9A-Za-z])")
"""ISO/IEC 15424: what a reader puts before the data to tell the symbology."""

_FNC1_FIRST = frozenset({"C1", "e0", "d2", "Q3", "J1"})
_RETAIL = {"E0": "EAN13", "E3": "EAN13", "E4": "EAN8"}
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./_+-]{2,63}")
_SAFE = re.compile(r"[A-Za-z0-9 ./_+#*:,=()&%-]{1,90}")
"""What may be looked up: no quotes, no angle brackets, nothing invisible."""


def parse(raw: str, rules: ScanRules | None = None, symbology: str = "") -> Scan:
    """The meaning of ``raw`` as a reader delivered it; ``symbology`` in zxing-cpp's names, "" where nobody knows.

    Raises ``scan.empty`` for nothing at all and ``scan.too_long`` above ``MAX_LENGTH`` characters.
    """
    if len(raw) > MAX_LENGTH:
        raise DockstationError("scan.too_long", length=len(raw), limit=MAX_LENGTH)
    text = raw.strip(" \r\n\t")
    if not text:
        raise DockstationError("scan.empty")
    identifier = _IDENTIFIER.match(text)
    told = identifier[1] if identifier else ""
    data = text[len(identifier[0]) :] if identifier else text
    from dockstation.domain.scan import ours  # late, as all that reads: the first window needs none of it

    if own := ours.read(data):
        return Scan(*own, shown(text))
    readings = _readings(data, rules or ScanRules(), told, _RETAIL.get(told, symbology))
    return _scan(data, shown(text), sorted(readings, key=lambda each: -each.weight))


def _readings(data: str, rules: ScanRules, told: str, symbology: str) -> Iterator[Reading]:
    from dockstation.domain.scan import carriers, gs1, items

    if rules.is_order(data):
        order = (Candidate(ScanKind.ORDER, "", data),)
        yield Reading(ScanKind.ORDER, Weight.SURE, order, {"order_number": data})
    shipped = carriers.read(gs1.without_fnc1(data, rules))
    yield from shipped
    if any(each.weight is Weight.SURE for each in shipped):
        return
    if said := gs1.read(data, rules, said_so=told in _FNC1_FIRST):
        yield said
        return
    yield from items.read(data, symbology)


def _scan(data: str, on_screen: str, readings: list[Reading]) -> Scan:
    plain = bool(_PLAIN.fullmatch(data)) and ".." not in data
    if not readings:
        return Scan(ScanKind.CODE if plain else ScanKind.UNKNOWN, data, on_screen)
    candidates = [each for reading in readings for each in reading.candidates if _SAFE.fullmatch(each.value)]
    certain = readings[0].weight is Weight.SURE
    if plain and not certain and data not in [each.value for each in candidates]:
        candidates.append(Candidate(ScanKind.CODE, "", data))
    kept = tuple(dict.fromkeys(candidates))[:MOST_CANDIDATES]
    kind = agreed_kind(readings)
    if kind is ScanKind.CODE:
        return Scan(kind, data, on_screen, {}, kept)
    return Scan(kind, kept[0].value if kept else "", on_screen, readings[0].parts, kept)
