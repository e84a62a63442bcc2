"""Reading codes from pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Corners = tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class DecodedCode:
    """A code found in a picture.

    ``text`` is the content exactly (GS as U+001D), ``symbology`` in zxing-cpp's names (``QRCode``,
    ``Code128``, ``EAN13`` …), ``corners`` in pixels, clockwise from the code's own top left, ``confidence`` 0 to 1.
    ``add_on`` are the two or five digits beside an EAN or UPC, "" for none.
    """

    text: str
    symbology: str
    engine: str
    corners: Corners
    confidence: float
    add_on: str = ""


class Decoder(Protocol):
    """One engine, or several behind one face."""

    def decode(self, image: NDArray[np.uint8]) -> tuple[DecodedCode, ...]:
        """All codes in ``image`` (``uint8``, H×W grey or H×W×3 BGR); raises ``picture.unusable`` for other arrays."""
        ...
