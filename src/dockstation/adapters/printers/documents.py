"""Labels as documents: a page or a picture of exactly the label's size."""

from __future__ import annotations

import time
from dataclasses import dataclass
from io import BytesIO

from dockstation.adapters.printers.device import NOT_ASKED, Enquiry
from dockstation.domain.label import Bitmap


@dataclass(frozen=True, slots=True)
class Pdf:
    """One page with the bitmap on it, dot for dot."""

    mime = "application/pdf"
    ending = "pdf"

    def encode(self, bitmap: Bitmap) -> bytes:
        """Without the time of day: the same picture gives the same bytes."""
        from PIL import Image

        picture = Image.frombytes("1", (bitmap.width, bitmap.height), bitmap.rows, "raw", "1;I")
        out, then = BytesIO(), time.gmtime(0)
        picture.save(out, "PDF", resolution=bitmap.dpi, creationDate=then, modDate=then)
        return out.getvalue()

    @property
    def enquiry(self) -> Enquiry:
        """There is nothing to ask."""
        return NOT_ASKED


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
