"""Photos shrunk for a page, and the marks drawn over them there; the photo's own bytes are only read."""

from __future__ import annotations

from io import BytesIO
from math import atan2, cos, pi, sin

from PIL import Image, ImageOps

from dockstation.domain.evidence import Mark, MarkKind
from dockstation.labels.report.sheet import RED, WHITE, Box, Pen, Style, Type

MOST_PIXELS = 80_000_000
UNREADABLE = (
    OSError,
    ValueError,
    SyntaxError,
    ArithmeticError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
"""What Pillow raises for files that are no picture, broken or far too large."""
DOTS_PER_POINT = 200 / 72
QUALITY = 80
DISC, HEAD, LINE = 4.2, 8.0, 1.1
NUMBER = Style(5.6, bold=True, colour=WHITE)


def shrunk(photo: bytes, width: float, height: float) -> tuple[bytes, int, int] | None:
    """An upright JPEG for so many points with its size in pixels; None for what is no picture that can be drawn."""
    most = round(width * DOTS_PER_POINT), round(height * DOTS_PER_POINT)
    try:
        with Image.open(BytesIO(photo), formats=("JPEG", "PNG", "WEBP", "BMP")) as image:
            if image.width * image.height > MOST_PIXELS:
                return None
            image.draft("RGB", (2 * max(most), 2 * max(most)))  # a JPEG is decoded small at once
            upright = ImageOps.exif_transpose(image).convert("RGB")
            upright.thumbnail(most)
            out = BytesIO()
            upright.save(out, "JPEG", quality=QUALITY)
    except UNREADABLE:
        return None
    return out.getvalue(), upright.width, upright.height


def draw_mark(pen: Pen, box: Box, mark: Mark, number: int, type_: Type) -> None:
    """A pin, an arrow or a box with its number, over the picture in ``box``."""
    one = (box.x + mark.x * box.width, box.y + mark.y * box.height)
    two = (box.x + mark.x2 * box.width, box.y + mark.y2 * box.height)
    for colour, width in ((WHITE, 2.4 * LINE), (RED, LINE)):
        if mark.kind is MarkKind.BOX:
            pen.line([one, (two[0], one[1]), two, (one[0], two[1]), one], colour, width)
        elif mark.kind is MarkKind.ARROW:
            pen.line([two, one], colour, width)
            pen.line(_head(one, two), colour, width)
    pen.disc(*one, DISC, RED)
    told = str(number)
    pen.text(one[0] - type_.width(told, NUMBER) / 2, one[1] + 0.36 * NUMBER.size, told, NUMBER)


def _head(tip: tuple[float, float], tail: tuple[float, float]) -> list[tuple[float, float]]:
    angle = atan2(tail[1] - tip[1], tail[0] - tip[0])
    ends = [(tip[0] + HEAD * cos(angle + turn), tip[1] + HEAD * sin(angle + turn)) for turn in (pi / 6, -pi / 6)]
    return [ends[0], tip, ends[1]]
