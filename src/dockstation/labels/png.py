"""A bitmap as a PNG file, dot for dot."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from dockstation.domain.label import Bitmap


def png(bitmap: Bitmap) -> bytes:
    """A 1-bit PNG with its resolution."""
    picture = Image.frombytes("1", (bitmap.width, bitmap.height), bitmap.rows, "raw", "1;I")
    out = BytesIO()
    picture.save(out, "PNG", dpi=(bitmap.dpi, bitmap.dpi), optimize=True)
    return out.getvalue()
