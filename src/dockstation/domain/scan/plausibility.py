"""Which of two readings of the same keys is the code: by the keys' places, or by the system's keyboard layout."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import ScanKind, ScanRules, parse

_OWN = frozenset({ScanKind.COMMAND, ScanKind.BADGE, ScanKind.CONTAINER, ScanKind.RMA_LABEL, ScanKind.LPN})


class Source(Enum):
    """Where the characters of a reading come from."""

    PLACES = "places"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Judgement:
    """``certain``: the other reading makes so much less sense that this tells how the scanner is set."""

    source: Source
    certain: bool


class _Sense(IntEnum):
    FOREIGN = 0
    """Not of ASCII, as hardly any code of this trade."""
    PRINTABLE = 1
    CODE = 2
    KIND = 3
    OWN = 4


def judge(positions: str, texts: str, rules: ScanRules | None = None, lately: Source | None = None) -> Judgement:
    """The reading that makes more sense; where both make as much, that of ``lately``, else the neater, else places.

    ``lately`` is what the last certain judgement said, None before there was any.
    """
    if positions == texts:
        return Judgement(Source.PLACES, certain=False)
    by_place, by_system = _sense(positions, rules), _sense(texts, rules)
    better = Source.PLACES if by_place > by_system else Source.SYSTEM
    strongest = max(by_place, by_system)
    foreign = _Sense.FOREIGN in (by_place, by_system)
    if by_place is not by_system and (strongest >= _Sense.KIND or foreign):
        return Judgement(better, certain=True)
    if len(texts) < len(positions):
        # A dead key has a place and no text; a scanner set to this layout would not have sent one alone.
        return Judgement(Source.PLACES, certain=True)
    if lately is not None:
        return Judgement(lately, certain=False)
    neater = (by_system, -_oddity(texts)) > (by_place, -_oddity(positions))
    return Judgement(Source.SYSTEM if neater else Source.PLACES, certain=False)


def _sense(text: str, rules: ScanRules | None) -> _Sense:
    if not text.isascii():
        return _Sense.FOREIGN
    try:
        kind = parse(text, rules).kind
    except DockstationError:
        return _Sense.PRINTABLE
    if kind is ScanKind.UNKNOWN:
        return _Sense.PRINTABLE
    if kind is ScanKind.CODE:
        return _Sense.CODE
    return _Sense.OWN if kind in _OWN else _Sense.KIND


def _oddity(text: str) -> int:
    """How many characters are rare in codes."""
    return sum(not (char.isalnum() or char == "-") for char in text)
