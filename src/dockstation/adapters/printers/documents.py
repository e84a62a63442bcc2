"""Labels as documents: a page or a picture of exactly the label's size."""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from dockstation.adapters.printers.device import NOT_ASKED, Enquiry
from dockstation.domain.label import Bitmap

POINTS_PER_INCH = 72
ROUNDING = 10_000
"""Of points: a page must be smaller than its dots by a trace, or it gets one dot more."""
GAP_DOTS = 0.02
"""Around the picture: poppler, by which CUPS prints, draws one that ends on the border of two dots over both."""
CONTENTS = "/Contents 4 0 R /Resources << /XObject << /L 5 0 R >> >>"
PICTURE = (
    "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode"
)


@dataclass(frozen=True, slots=True)
class Pdf:
    """One page with the bitmap on it, dot for dot."""

    mime = "application/pdf"
    ending = "pdf"

    def encode(self, bitmap: Bitmap) -> bytes:
        """Without the time of day: the same picture gives the same bytes."""
        per_dot = POINTS_PER_INCH / bitmap.dpi
        width, height = (
            (math.ceil(dots * per_dot * ROUNDING) - 1) / ROUNDING for dots in (bitmap.width, bitmap.height)
        )
        gap = GAP_DOTS * per_dot
        drawn = f"q {width - 2 * gap:.5f} 0 0 {height - 2 * gap:.5f} {gap:.5f} {gap:.5f} cm /L Do Q".encode()
        picture = f"{PICTURE} /Width {bitmap.width} /Height {bitmap.height}"
        page = f"/Type /Page /Parent 2 0 R /MediaBox [0 0 {width:.4f} {height:.4f}] {CONTENTS}"
        parts = [
            _part("/Type /Catalog /Pages 2 0 R"),
            _part("/Type /Pages /Kids [3 0 R] /Count 1"),
            _part(page),
            _part("", drawn),
            _part(picture, zlib.compress(bitmap.rows)),
        ]
        return _file(parts)

    @property
    def enquiry(self) -> Enquiry:
        """There is nothing to ask."""
        return NOT_ASKED


def _part(said: str, stream: bytes | None = None) -> bytes:
    if stream is None:
        return f"<< {said} >>".encode()
    return f"<< {said} /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream"


def _file(parts: Sequence[bytes]) -> bytes:
    """The numbered parts, of which the first is the catalogue, with the table of their places."""
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(parts) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    return data + table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))


@dataclass(frozen=True, slots=True)
class Png:
    """A 1-bit picture with its resolution."""

    mime = "image/png"
    ending = "png"

    def encode(self, bitmap: Bitmap) -> bytes:
        """The picture as the program shows it."""
        from dockstation.labels.png import png

        return png(bitmap)

    @property
    def enquiry(self) -> Enquiry:
        """There is nothing to ask."""
        return NOT_ASKED
