"""A label that is void: struck through from corner to corner, so that nobody reads it as one."""

from __future__ import annotations

from PIL import Image, ImageDraw

from dockstation.domain.label import Bitmap

STROKE_MM = 4
MM_PER_INCH = 25.4


def struck(bitmap: Bitmap) -> Bitmap:
    """The bitmap with two broad strokes across it."""
    picture = Image.frombytes("1", (bitmap.width, bitmap.height), bitmap.rows)
    pen, broad = ImageDraw.Draw(picture), round(STROKE_MM * bitmap.dpi / MM_PER_INCH)
    right, foot = bitmap.width - 1, bitmap.height - 1
    pen.line((0, 0, right, foot), fill=1, width=broad)
    pen.line((0, foot, right, 0), fill=1, width=broad)
    return Bitmap(bitmap.width, bitmap.height, bitmap.dpi, picture.tobytes())
