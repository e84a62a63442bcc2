"""Paints a drawing as a 1-bit bitmap: grey text is cut at the middle, never dithered."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw

from dockstation.domain.label import Bitmap
from dockstation.labels.drawing import Curve, Drawing, Ink, Item, Line, Move, Shape, Stamp, Writing
from dockstation.labels.typeface import Typeface

FINE = 4
"""Shapes are drawn this many times larger and averaged."""
CHORDS = 12
"""Straight pieces a curve."""
WHITE = 255
MIDDLE = 128
Contour = list[tuple[float, float]]


def paint(drawing: Drawing, typeface: Typeface) -> Bitmap:
    """The drawing in printer dots."""
    picture = Image.new("L", (drawing.width, drawing.height), WHITE)
    pen = ImageDraw.Draw(picture)
    for item in drawing.items:
        _put(picture, pen, item, typeface)
    black = picture.point([1] * MIDDLE + [0] * (256 - MIDDLE), mode="1")
    return Bitmap(drawing.width, drawing.height, drawing.dpi, black.tobytes("raw", "1"))


def _put(picture: Image.Image, pen: ImageDraw.ImageDraw, item: Item, typeface: Typeface) -> None:
    match item:
        case Ink():
            for x, y, width, height in item.rects:
                pen.rectangle((x, y, x + width - 1, y + height - 1), fill=0)
        case Writing():
            grey = WHITE if item.white else 0
            typeface.put(item.text, picture, (item.x, item.baseline), item.size, item.bold, grey)
        case Shape():
            mask, place = _mask(item)
            picture.paste(WHITE if item.white else 0, place, mask)
        case Stamp():
            size = item.place.width, item.place.height
            picture.paste(Image.frombytes("1", size, item.rows, "raw", "1;I"), (item.place.x, item.place.y))


@lru_cache(128)
def _mask(shape: Shape) -> tuple[Image.Image, tuple[int, int]]:
    """How black it is, and where its top left corner goes."""
    contours = [contour for contour in _contours(shape.steps) if len(contour) > 2]
    xs, ys = ([at[axis] for contour in contours for at in contour] or [0.0] for axis in (0, 1))
    left, top = math.floor(min(xs)), math.floor(min(ys))
    size = math.ceil(max(xs)) - left + 1, math.ceil(max(ys)) - top + 1
    mask = Image.new("1", (size[0] * FINE, size[1] * FINE))
    for contour in contours:
        layer = Image.new("1", mask.size)
        ImageDraw.Draw(layer).polygon([((x - left) * FINE, (y - top) * FINE) for x, y in contour], fill=1)
        mask = ImageChops.logical_xor(mask, layer)
    return mask.convert("L").resize(size, Image.Resampling.BOX), (left, top)


def _contours(steps: Sequence[Move | Line | Curve]) -> Iterator[Contour]:
    contour: Contour = []
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
