"""What several looks at one picture saw, and how sure that makes each code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dockstation.adapters.decoders.arrays import Picture
from dockstation.adapters.decoders.redrawing import fit
from dockstation.adapters.decoders.symbologies import Doubt, corrects_errors, doubt, identity, is_long
from dockstation.application.ports.decoder import DecodedCode

CERTAIN = 0.95
_FITS = 0.78
_FIT_LEAVES, _LONG_FIT_LEAVES = 0.25, 0.1
"""Of the doubt, where the bars drawn again fit the picture; they say more where there are more of them."""
_FITS_BETTER, _VISIBLE = 0.05, 0.5
"""By how much more the right one of two readings fits, and how well at least."""
_PLACES_TRIED = 3
_NEAR = 3


@dataclass(slots=True)
class _Reading:
    """One text at one place; ``looks`` are the engines, each with the preparations in which it read this."""

    codes: list[DecodedCode] = field(default_factory=list)
    looks: dict[int, set[str]] = field(default_factory=dict)
    hard: bool = True
    fits: float = 0

    def odds(self, engines: Iterable[int]) -> float:
        """For being right, by the word of these ``engines``."""
        usual, left = max(map(doubt, self.codes)), 1.0
        for engine in engines:
            if looks := self.looks.get(engine):
                left *= _left(usual, self.hard, len(looks))
        if self.fits >= _FITS:
            left *= _LONG_FIT_LEAVES if self.long() else _FIT_LEAVES
        return 1 / left - 1

    def beats(self, rival: _Reading) -> bool:
        """Whether, of two readings of the same bars, this is the one whose bars are there."""
        return self.fits > max(rival.fits + _FITS_BETTER, _VISIBLE)

    def long(self) -> bool:
        """Whether a shorter code may be a misread part of this one."""
        return is_long(self.codes[0])


def _left(usual: Doubt, hard: bool, looks: int) -> float:
    return (usual.prepared if hard else usual.plain) * float(usual.again ** (looks - 1))


class Sightings:
    """Codes gathered from several looks at ``picture``; one counts once it is certain, whatever else was read there.

    Every engine and every preparation that agrees lessens the doubt, another text at the same place adds to it.
    """

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._seen: dict[tuple[str, str], _Reading] = {}

    def add(self, engine: int, preparation: str, codes: Iterable[DecodedCode], *, hard: bool) -> None:
        """Take what one look found, placed in the picture; engine 0 is the one that knows most of each symbology."""
        for key, code in {identity(code): code for code in codes}.items():
            reading = self._seen.setdefault(key, _Reading())
            reading.looks.setdefault(engine, set()).add(preparation)
            reading.hard = reading.hard and hard
            if len(reading.codes) < _PLACES_TRIED:
                reading.codes.append(code)
                reading.fits = max(reading.fits, fit(self._picture, code))

    def settled(self) -> bool:
        """Whether something is certain, and nothing is left that more looks could make so."""
        return bool(self._certain()) and not self.doubtful()

    def doubtful(self) -> tuple[DecodedCode, ...]:
        """What was seen, but not well enough to count, where nothing certain is."""
        certain = [key for key, _ in self._certain()]
        return tuple(
            reading.codes[0]
            for key, reading in self._seen.items()
            if key not in certain and not any(_same_place(reading, self._seen[each]) for each in certain)
        )

    def certain(self) -> tuple[DecodedCode, ...]:
        """The codes that count, as they were seen first."""
        return tuple(replace(self._seen[key].codes[0], confidence=round(sure, 4)) for key, sure in self._certain())

    def _certain(self) -> list[tuple[tuple[str, str], float]]:
        sure = ((key, self._sure(key)) for key in self._seen)
        return [(key, confidence) for key, confidence in sure if confidence >= CERTAIN]

    def _sure(self, key: tuple[str, str]) -> float:
        reading, rivals = self._seen[key], self._rivals(key)
        if any(rival.beats(reading) for rival in rivals):
            return 0
        against = sum(rival.odds(_heard(key, reading, rival)) for rival in rivals if not reading.beats(rival))
        odds = reading.odds(reading.looks)
        return odds / (odds + against + 1)

    def _rivals(self, key: tuple[str, str]) -> list[_Reading]:
        """What else was read from the same bars, and is no mere part of it."""
        mine = self._seen[key]
        if corrects_errors(key[0]):
            return []
        others = (other for name, other in self._seen.items() if name[0] == key[0] and other is not mine)
        return [other for other in others if other.long() >= mine.long() and _same_place(mine, other)]


def _heard(key: tuple[str, str], reading: _Reading, rival: _Reading) -> Iterable[int]:
    """Whose word for ``rival`` counts: engine 0 knows extended Code 39 and FNC4, the others do not."""
    return (0,) if key[0] != "GTIN" and 0 in reading.looks else rival.looks


def _same_place(one: _Reading, other: _Reading) -> bool:
    return any(_touch(each, another) for each in one.codes for another in other.codes)


def _touch(one: DecodedCode, other: DecodedCode) -> bool:
    return all(
        min(corner[axis] for corner in one.corners) <= max(corner[axis] for corner in other.corners) + _NEAR
        and min(corner[axis] for corner in other.corners) <= max(corner[axis] for corner in one.corners) + _NEAR
        for axis in (0, 1)
    )
