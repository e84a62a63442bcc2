"""Two engines behind one face: for pictures that hold still, and for the live camera."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, perf_counter

from dockstation.adapters.decoders import preparations as made
from dockstation.adapters.decoders.add_ons import with_add_on
from dockstation.adapters.decoders.arrays import Picture, grey
from dockstation.adapters.decoders.effort import looks
from dockstation.adapters.decoders.preparations import Prepared
from dockstation.adapters.decoders.sightings import Sightings
from dockstation.application.ports.decoder import DecodedCode, Decoder

_STILL_SECONDS = 2.0
_FRAME_SECONDS = 0.02


class DecoderStack:
    """A still picture: as it is to every engine, then in ever harder preparations until all that is seen is certain.

    ``seconds`` bound one picture: no look is begun that would not end in time, the first two excepted.
    """

    def __init__(self, first: Decoder, second: Decoder | None = None, *, seconds: float = _STILL_SECONDS) -> None:
        self._engines = (first, second) if second else (first,)
        self._seconds = seconds

    def decode(self, image: Picture) -> tuple[DecodedCode, ...]:
        """See the port."""
        picture = grey(image)
        seen, end, pace = Sightings(picture), monotonic() + self._seconds, 0.0
        for look in looks(picture):
            if look.engine >= len(self._engines):
                continue
            if look.hard and seen.settled():
                break
            start = monotonic()
            prepared = look.prepare()
            if look.hard and start + pace * prepared.picture.size > end:
                continue
            codes = self._engines[look.engine].decode(prepared.picture)
            pace = max(pace, (monotonic() - start) / prepared.picture.size)
            seen.add(look.engine, look.name, map(prepared.placed, codes), hard=look.hard)
        return tuple(with_add_on(picture, code) for code in seen.certain())


class LiveDecoder:
    """One frame of a camera after the other, each in the next preparation, and in what read the last code first.

    A further preparation is tried while it is likely to end within ``seconds``. The witness is shown only the place
    of what is doubtful. After a whole frame in which codes were read, the next is looked at only where they were,
    unless they are not there any more. Keep one for each camera, and let its codes count through an AgreementFilter:
    blurred codes misread with valid checksums.
    """

    def __init__(self, first: Decoder, witness: Decoder | None = None, *, seconds: float = _FRAME_SECONDS) -> None:
        self._first = first
        self._witness = witness
        self._seconds = seconds
        self._order = list(_WAYS)
        self._took = dict.fromkeys(_WAYS, 0.0)
        self._followed: tuple[DecodedCode, ...] = ()

    def decode(self, image: Picture) -> tuple[DecodedCode, ...]:
        """See the port."""
        picture = grey(image)
        followed, self._followed = self._followed, ()
        if followed and (again := self._there(picture, followed)):
            return again
        self._followed = self._anywhere(picture)
        return self._followed

    def _there(self, picture: Picture, codes: tuple[DecodedCode, ...]) -> tuple[DecodedCode, ...]:
        """The codes that are still where ``codes`` were, if as many are."""
        seen, place = Sightings(picture), made.around(picture, *codes)
        if place.picture.size == 0:
            return ()
        prepared = place.then(_WAYS[self._order[0]](place.picture, picture.shape[1]))
        seen.add(0, "place", map(prepared.placed, self._first.decode(prepared.picture)), hard=False)
        found = seen.certain()
        return found if len(found) >= len(codes) else ()

    def _anywhere(self, picture: Picture) -> tuple[DecodedCode, ...]:
        seen, start = Sightings(picture), perf_counter()
        for turn, way in enumerate(tuple(self._order)):
            if turn and perf_counter() - start + self._took[way] > self._seconds:
                continue
            self._look(way, picture, seen)
            self._order.remove(way)
            if seen.settled():
                self._order.insert(0, way)
                break
            self._order.append(way)
        return seen.certain()

    def _look(self, way: str, picture: Picture, seen: Sightings) -> None:
        start = perf_counter()
        prepared = _WAYS[way](picture, picture.shape[1])
        seen.add(0, way, map(prepared.placed, self._first.decode(prepared.picture)), hard=False)
        if self._witness and (doubtful := seen.doubtful()):
            place = made.around(picture, doubtful[0])
            seen.add(1, "place", map(place.placed, self._witness.decode(place.picture)), hard=False)
        self._took[way] = perf_counter() - start


def _at_width(picture: Picture, whole: int, width: int) -> Prepared:
    return made.plain(picture) if whole <= width else made.scaled(picture, width / whole)


_WAYS: dict[str, Callable[[Picture, int], Prepared]] = {
    "at 960": lambda picture, whole: _at_width(picture, whole, 960),
    "softened": lambda picture, whole: _at_width(picture, whole, 1280).with_picture(made.softened),
    "at 1280": lambda picture, whole: _at_width(picture, whole, 1280),
    "black and white": lambda picture, whole: _at_width(picture, whole, 1280).with_picture(made.black_white),
}
"""Of a frame, or of a part of one that is ``whole`` pixels across, in the order of how often each alone reads one.

What it is called counts as its name as a witness.
"""
