"""Which of several codes in one picture counts: by what each means and what the present step expects."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dockstation.application.ports.decoder import DecodedCode
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import ScanKind, ScanRules, parse

Rank = Callable[[DecodedCode], int]

_ITEM = frozenset({ScanKind.GTIN, ScanKind.GS1, ScanKind.SERIAL, ScanKind.IMEI})
EXPECTED: dict[str, tuple[frozenset[ScanKind], ...]] = {
    "badge": (frozenset({ScanKind.BADGE}),),
    "home": (
        frozenset({ScanKind.RMA_LABEL}),
        frozenset({ScanKind.LPN}),
        frozenset({ScanKind.SSCC, ScanKind.TRACKING}),
        frozenset({ScanKind.ORDER}),
        _ITEM | {ScanKind.CODE},
    ),
    "receive": (_ITEM | {ScanKind.LPN}, frozenset({ScanKind.RMA_LABEL}), frozenset({ScanKind.CODE})),
    "asking": (_ITEM | {ScanKind.LPN}, frozenset({ScanKind.RMA_LABEL}), frozenset({ScanKind.CODE})),
    "dock": (
        frozenset(),  # none is taken at sight: two numbers on one box would be two parcels
        frozenset({ScanKind.SSCC, ScanKind.TRACKING}),
        frozenset({ScanKind.RMA_LABEL}),
        frozenset({ScanKind.ORDER, ScanKind.CODE}),
    ),
    "inspect": (),
    "held": (
        frozenset({ScanKind.RMA_LABEL}),
        frozenset({ScanKind.SSCC, ScanKind.TRACKING}),
        frozenset({ScanKind.ORDER, ScanKind.CODE}),
    ),
    "decision": (frozenset({ScanKind.LPN, ScanKind.CONTAINER}),),
}
"""By stage, or badge while nobody is signed in: what counts, the most telling first; among equals nobody guesses."""

UNEXPECTED = 100
SETTLED_S = 0.25
"""Another code on the same label may need a few frames more than the first one."""

GONE_S = 3.0
"""A code seen again within this time was never taken away from the camera."""

TOGETHER_S = 0.6
"""Codes seen within this time are before the camera together."""


def rank(code: DecodedCode, stage: str, rules: ScanRules) -> int:
    """0 for what the stage wants most, ``UNEXPECTED`` for what it has no use for."""
    try:
        scan = parse(code.text, rules, code.symbology)
    except DockstationError:
        return UNEXPECTED
    kinds = {scan.kind, *(each.kind for each in scan.candidates)} if scan.kind is ScanKind.CODE else {scan.kind}
    found = (place for place, wanted in enumerate(EXPECTED.get(stage, ())) if kinds & wanted)
    return next(found, UNEXPECTED)


def distinct(codes: Iterable[DecodedCode]) -> tuple[DecodedCode, ...]:
    """Each text once, as it was seen first."""
    return tuple({code.text: code for code in reversed(tuple(codes))}.values())[::-1]


def best(codes: Iterable[DecodedCode], ranked: Rank) -> DecodedCode | None:
    """The only one, or the only one of the best rank that is expected at all; None where a person must choose."""
    each_once = distinct(codes)
    if len(each_once) == 1:
        return each_once[0]
    ranks = [ranked(code) for code in each_once]
    lowest = min(ranks, default=UNEXPECTED)
    return each_once[ranks.index(lowest)] if ranks.count(lowest) == 1 else None


def choose(codes: Iterable[DecodedCode], stage: str, rules: ScanRules) -> DecodedCode | None:
    """The code that the stage expects, None for none or when several might be meant."""
    return best(codes, lambda code: rank(code, stage, rules))


class Gathering:
    """The codes before a live camera: what is new, told from what was dealt with and is only still there.

    Times are seconds of one clock. A code of less than the best rank waits a moment for the others on its label.
    """

    def __init__(self, ranked: Rank) -> None:
        self._ranked = ranked
        self._seen: dict[str, tuple[DecodedCode, float, float]] = {}
        self._dealt: dict[str, float] = {}
        self._looked = 0.0

    def see(self, codes: Iterable[DecodedCode], now: float) -> tuple[DecodedCode, ...]:
        """Take one frame's codes; those to choose among now, () while there is nothing new or not yet."""
        latest = self._looked if now - self._looked < GONE_S else now  # a slow machine's looks are far apart
        self._seen = {t: each for t, each in self._seen.items() if now - each[2] < TOGETHER_S or each[2] == latest}
        self._dealt = {text: at for text, at in self._dealt.items() if now - at < GONE_S}
        for code in codes:
            first = self._seen[code.text][1] if code.text in self._seen else now
            self._seen[code.text] = (code, first, now)
            if code.text in self._dealt:
                self._dealt[code.text] = now
        self._looked = now
        return self._fresh(now)

    def _fresh(self, now: float) -> tuple[DecodedCode, ...]:
        known = [self._ranked(code) for text, (code, _, _) in self._seen.items() if text in self._dealt]
        limit = min(known, default=UNEXPECTED)
        fresh = [each for text, each in self._seen.items() if text not in self._dealt]
        beside = [code for code, _, _ in fresh if self._ranked(code) > limit]
        self._dealt |= {code.text: now for code in beside}  # on the label of what was taken: no scan of its own
        left = [(code, first) for code, first, _ in fresh if code not in beside]
        ready = any(self._ranked(code) == 0 or now - first >= SETTLED_S for code, first in left)
        return tuple(code for code, _ in left) if ready else ()

    def deal(self, codes: Iterable[DecodedCode], now: float) -> None:
        """These were taken, or put to a person: not again until they have been away."""
        self._dealt |= {code.text: now for code in codes}
