"""Paints a drawing as a vector PDF: text as text in the embedded font, codes as rectangles."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from reportlab.lib.colors import black, white
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from dockstation.labels.drawing import POINTS_PER_MM, Curve, Drawing, Ink, Item, Line, Move, Shape, Stamp, Writing

FILL: Final = 0
FILL_AND_STROKE: Final = 2
"""Text render modes of PDF."""
EVEN_ODD: Final = 0
"""reportlab's word for the rule."""


def write(drawing: Drawing, font: Path, width: float, height: float, title: str = "label") -> bytes:
    """One page of ``width`` × ``height`` mm; the same drawing gives the same bytes."""
    return write_pages((drawing,), font, width, height, title)


def write_pages(drawings: Sequence[Drawing], font: Path, width: float, height: float, title: str) -> bytes:
    """The same with several pages of one size."""
    out = BytesIO()
    size = (width * POINTS_PER_MM, height * POINTS_PER_MM)
    pdfmetrics.registerFont(TTFont(font.stem, str(font)))
    canvas = Canvas(out, pagesize=size, invariant=1, initialFontName=font.stem)  # type: ignore[arg-type] # the stub is wrong
    canvas.setTitle(title)
    for drawing in drawings:
        canvas.translate(0, size[1])
        canvas.scale(size[0] / drawing.width, -size[1] / drawing.height)
        for item in drawing.items:
            _paint(canvas, item, font.stem)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _paint(canvas: Canvas, item: Item, font: str) -> None:
    match item:
        case Ink():
            path = canvas.beginPath()
            for rect in item.rects:
                path.rect(*rect)
            canvas.setFillColor(black)
            canvas.drawPath(path, stroke=0, fill=1)
        case Writing():
            _write(canvas, item, font)
        case Shape():
            _fill(canvas, item)
        case Stamp():
            _stamp(canvas, item)


def _write(canvas: Canvas, item: Writing, font: str) -> None:
    colour = white if item.white else black
    canvas.saveState()
    canvas.translate(item.x, item.baseline)
    canvas.scale(1, -1)
    canvas.setFillColor(colour)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(item.bold)
    canvas.setLineJoin(1)
    canvas.setFont(font, item.size)
    canvas.drawString(0, 0, item.text, mode=FILL_AND_STROKE if item.bold else FILL)
    canvas.restoreState()


def _fill(canvas: Canvas, shape: Shape) -> None:
    path = canvas.beginPath()
    for step in shape.steps:
        match step:
            case Move():
                path.moveTo(*step)
            case Line():
                path.lineTo(*step)
            case Curve():
                path.curveTo(*step)
    canvas.setFillColor(white if shape.white else black)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=EVEN_ODD)


def _stamp(canvas: Canvas, item: Stamp) -> None:
    x, y, width, height = item.place
    canvas.saveState()
    canvas.translate(x, y + height)
    canvas.scale(1, -1)
    canvas.drawInlineImage(Image.frombytes("1", (width, height), item.rows, "raw", "1;I").convert("L"), 0, 0)
    canvas.restoreState()
