"""Two engines behind one face: for pictures that hold still, and for the live camera."""

from __future__ import annotations

from collections.abc import Iterator

from dockstation.adapters.decoders.arrays import Picture, grey, scaled, thresholded
from dockstation.adapters.decoders.sightings import Sightings
from dockstation.application.ports.decoder import DecodedCode, Decoder

_DOUBLED_SIDE = 5000
"""No picture is enlarged beyond this: its modules are large enough, and the time is not there."""

_LIVE_WIDTH = 1280


class DecoderStack:
    """A still picture: plain, doubled, black and white, then the other engines, until a code is certain."""

    def __init__(self, first: Decoder, *others: Decoder) -> None:
        self._first = first
        self._others = others

    def decode(self, image: Picture) -> tuple[DecodedCode, ...]:
        """See the port."""
        picture = grey(image)
        seen = Sightings()
        for decoder, prepared, factor in self._looks(picture):
            seen.add(decoder.decode(prepared), factor)
            if certain := seen.certain():
                return certain
        return ()

    def _looks(self, picture: Picture) -> Iterator[tuple[Decoder, Picture, float]]:
        yield self._first, picture, 1
        if max(picture.shape) * 2 <= _DOUBLED_SIDE:
            yield self._first, scaled(picture, 2), 2
        yield self._first, thresholded(picture), 1
        for other in self._others:
            yield other, picture, 1


class LiveDecoder:
    """One frame of a camera after the other, in turn scaled down and black and white.

    The witnesses are asked only about a frame in which something doubtful was seen. Keep one for each
    camera, and let its codes count through an AgreementFilter: blurred codes misread with valid checksums.
    """

    def __init__(self, first: Decoder, *witnesses: Decoder) -> None:
        self._first = first
        self._witnesses = witnesses
        self._frames = 0

    def decode(self, image: Picture) -> tuple[DecodedCode, ...]:
        """See the port."""
        picture = grey(image)
        self._frames += 1
        seen = Sightings()
        if self._frames % 2:
            factor = min(1.0, _LIVE_WIDTH / picture.shape[1])
            seen.add(self._first.decode(scaled(picture, factor) if factor < 1 else picture), factor)
        else:
            seen.add(self._first.decode(thresholded(picture)))
        for witness in self._witnesses if seen.doubtful() else ():
            seen.add(witness.decode(picture))
        return seen.certain()
