"""Paints a drawing as a 1-bit bitmap: grey text is cut at the middle, never dithered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PIL import Image, ImageChops, ImageDraw

from dockstation.domain.label import Bitmap
from dockstation.labels.drawing import Curve, Drawing, Ink, Line, Move, Shape, Writing
from dockstation.labels.typeface import Typeface

FINE = 4
"""Shapes are drawn this many times larger and averaged."""
CHORDS = 12
"""Straight pieces a curve."""
WHITE = 255
MIDDLE = 128


def paint(drawing: Drawing, typeface: Typeface) -> Bitmap:
    """The drawing in printer dots."""
    picture = Image.new("L", (drawing.width, drawing.height), WHITE)
    pen = ImageDraw.Draw(picture)
    for item in drawing.items:
        match item:
            case Ink():
                for x, y, width, height in item.rects:
                    pen.rectangle((x, y, x + width - 1, y + height - 1), fill=0)
            case Writing():
                _write(pen, item, typeface)
            case Shape():
                picture.paste(0, mask=_mask(item, picture.size))
    black = picture.point([1] * MIDDLE + [0] * (256 - MIDDLE), mode="1")
    return Bitmap(drawing.width, drawing.height, drawing.dpi, black.tobytes("raw", "1"))


def _write(pen: ImageDraw.ImageDraw, item: Writing, typeface: Typeface) -> None:
    pen.text(
        (item.x, item.baseline),
        item.text,
        font=typeface.at(item.size),
        anchor="ls",
        fill=WHITE if item.white else 0,
        stroke_width=item.bold / 2,
    )


def _mask(shape: Shape, size: tuple[int, int]) -> Image.Image:
    fine = (size[0] * FINE, size[1] * FINE)
    mask = Image.new("1", fine)
    for contour in _contours(shape.steps):
        if len(contour) > 2:
            layer = Image.new("1", fine)
            ImageDraw.Draw(layer).polygon([(x * FINE, y * FINE) for x, y in contour], fill=1)
            mask = ImageChops.logical_xor(mask, layer)
    return mask.convert("L").resize(size, Image.Resampling.BOX)


def _contours(steps: Sequence[Move | Line | Curve]) -> Iterator[list[tuple[float, float]]]:
    contour: list[tuple[float, float]] = []
    for step in steps:
        if isinstance(step, Move):
            yield contour
            contour = []
        contour.extend(_bend(contour[-1], step) if isinstance(step, Curve) else [(step.x, step.y)])
    yield contour


def _bend(start: tuple[float, float], curve: Curve) -> Iterator[tuple[float, float]]:
    for chord in range(1, CHORDS + 1):
        t = chord / CHORDS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        xs, ys = (start[0], curve.x1, curve.x2, curve.x), (start[1], curve.y1, curve.y2, curve.y)
        yield (
            sum(weight * x for weight, x in zip(weights, xs, strict=True)),
            sum(weight * y for weight, y in zip(weights, ys, strict=True)),
        )
