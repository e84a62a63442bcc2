"""In which order a still picture is looked at: the cheap and likely first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from dockstation.adapters.decoders import preparations as made
from dockstation.adapters.decoders.arrays import Picture
from dockstation.adapters.decoders.flattening import flattened
from dockstation.adapters.decoders.preparations import Prepared
from dockstation.adapters.decoders.straightening import straightened

FULL_PIXELS = 4_000_000
"""The first engine sees a picture whole up to this size; a larger one in parts."""
OVERVIEW_PIXELS = 1_200_000
"""All else is tried on a picture of at most this size: where a code needs more, its part is looked at."""
DOUBLED_SIDE = 2600
_PART, _OVERLAP = 1400, 300
_FIRST, _SECOND = 0, 1

Prepare = Callable[[Picture], Prepared]


@dataclass(frozen=True, slots=True)
class Look:
    """One engine, by its number, at one preparation; ``hard`` where a preparation may itself imitate bars."""

    engine: int
    name: str
    prepare: Callable[[], Prepared]
    hard: bool = True


def looks(picture: Picture) -> Iterator[Look]:
    """Every look worth a try; the first ones, one for each engine, are not ``hard``."""
    factor = min(1.0, (OVERVIEW_PIXELS / picture.size) ** 0.5)
    small = made.plain(picture) if factor == 1 else made.scaled(picture, factor)
    whole = made.plain(picture) if picture.size <= FULL_PIXELS else small
    yield Look(_FIRST, "plain", lambda: whole, hard=False)
    yield Look(_SECOND, "plain", lambda: small, hard=False)
    if whole.picture.size != small.picture.size:
        yield Look(_FIRST, "smaller", lambda: small)
    if whole.picture.size != picture.size:
        yield from _parts(picture)
    for engine, name, prepare in _preparations(small.picture):
        yield Look(engine, name, partial(_from, small, prepare))
    yield from _found(small)
    for engine, name, prepare in _last_preparations(small.picture):
        yield Look(engine, name, partial(_from, small, prepare))


def _found(small: Prepared) -> Iterator[Look]:
    """What was found but not read, each place by itself; nothing is searched for before its turn has come."""
    for flat in flattened(small.picture):
        yield Look(_FIRST, "flattened", partial(small.then, flat))
    for straight in straightened(small.picture):
        yield Look(_FIRST, "straightened", partial(small.then, straight))
        yield Look(_SECOND, "straightened", partial(small.then, straight))


def _from(small: Prepared, prepare: Prepare) -> Prepared:
    return small.then(prepare(small.picture))


def _parts(picture: Picture) -> Iterator[Look]:
    step = _PART - _OVERLAP
    for top in range(0, max(1, picture.shape[0] - _OVERLAP), step):
        for left in range(0, max(1, picture.shape[1] - _OVERLAP), step):
            yield Look(_FIRST, "part", partial(made.part, picture, left, top, _PART))


def _preparations(picture: Picture) -> Iterator[tuple[int, str, Prepare]]:
    enlarged = max(picture.shape) * 2 <= DOUBLED_SIDE
    if enlarged:
        yield _FIRST, "doubled", _doubled
    yield _FIRST, "black and white", _pixels(made.black_white)
    yield _FIRST, "contrasted", _pixels(made.contrasted)
    yield _SECOND, "contrasted", _pixels(made.contrasted)
    if enlarged:
        yield _FIRST, "doubled, sharpened", _doubled_pixels(made.sharpened)
        yield _SECOND, "doubled", _doubled
    yield _FIRST, "sharpened", _pixels(made.sharpened)
    if enlarged:
        yield _FIRST, "half as large again", partial(made.scaled, factor=1.5)
    yield _SECOND, "black and white", _pixels(made.black_white)
    yield _FIRST, "margined", made.margined
    if enlarged:
        yield _SECOND, "doubled, contrasted", _doubled_pixels(made.contrasted)
        yield _FIRST, "doubled, contrasted", _doubled_pixels(made.contrasted)


def _last_preparations(picture: Picture) -> Iterator[tuple[int, str, Prepare]]:
    yield _FIRST, "evened", _pixels(made.evened)
    if max(picture.shape) * 2 <= DOUBLED_SIDE:
        yield _FIRST, "doubled, evened", _doubled_pixels(made.evened)
    yield _FIRST, "blurred", _pixels(made.blurred)
    yield _SECOND, "blurred", _pixels(made.blurred)
    for degrees in (7, -7):
        yield _FIRST, f"turned by {degrees}", partial(made.turned, degrees=degrees)
        yield _SECOND, f"turned by {degrees}", partial(made.turned, degrees=degrees)
    yield _SECOND, "sharpened", _pixels(made.sharpened)
    yield _FIRST, "denoised", _pixels(made.denoised)
    yield _SECOND, "denoised", _pixels(made.denoised)


def _doubled(picture: Picture) -> Prepared:
    return made.scaled(picture, 2)


def _pixels(change: Callable[[Picture], Picture]) -> Prepare:
    return lambda picture: made.plain(picture).with_picture(change)


def _doubled_pixels(change: Callable[[Picture], Picture]) -> Prepare:
    return lambda picture: _doubled(picture).with_picture(change)
