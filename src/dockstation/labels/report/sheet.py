"""Pages in points, and what is drawn on each once all of it is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from dockstation.labels.coverage import covered_by, visible
from dockstation.labels.drawing import POINTS_PER_MM as MM
from dockstation.labels.fitting import broken
from dockstation.labels.pdf import FILL, FILL_AND_STROKE
from dockstation.labels.typeface import BOLD, LINE

WIDTH, HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT, TOP, BOTTOM = 13 * MM, 197 * MM, 12 * MM, 283 * MM
INK, GREY, PALE, RED, WHITE = "#000000", "#5F6368", "#D0D3D6", "#C62828", "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Style:
    """Points and colour of a text."""

    size: float
    bold: bool = False
    colour: str = INK

    @property
    def leading(self) -> float:
        """From one baseline to the next."""
        return self.size * LINE


TITLE, HEAD, BODY = Style(15, bold=True), Style(8.6, bold=True), Style(7.4)
STRONG, NOTE, SMALL = Style(7.4, bold=True), Style(6.4, colour=GREY), Style(5.2, colour=GREY)


class Type:
    """The one font, read once, and any text as it will be seen. Not for two threads at once."""

    def __init__(self, font: Path) -> None:
        self.name = f"{font.stem}-report"  # labels read theirs anew, perhaps on another thread
        pdfmetrics.registerFont(TTFont(self.name, str(font)))
        self._covered = covered_by(font)

    def lines(self, text: str, width: float, style: Style) -> tuple[str, ...]:
        """All of ``text`` in lines of that width, with nothing invisible in it."""
        return broken(visible(text, self._covered), width, lambda part: self.width(part, style))

    def width(self, text: str, style: Style) -> float:
        """In points."""
        return float(pdfmetrics.stringWidth(text, self.name, style.size))


class Pen:
    """Draws on one page; ``y`` grows downwards."""

    def __init__(self, canvas: Canvas, font: str) -> None:
        self._canvas = canvas
        self._font = font

    def text(self, x: float, y: float, text: str, style: Style) -> None:
        """One line on the baseline ``y``."""
        self._canvas.setFont(self._font, style.size)
        self._canvas.setFillColor(HexColor(style.colour))
        self._canvas.setStrokeColor(HexColor(style.colour))
        self._canvas.setLineWidth(style.size * BOLD)
        self._canvas.drawString(x, HEIGHT - y, text, mode=FILL_AND_STROKE if style.bold else FILL)

    def line(self, points: Sequence[tuple[float, float]], colour: str, width: float) -> None:
        """A stroke from point to point."""
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], HEIGHT - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, HEIGHT - y)
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(width)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle with a white edge."""
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.setStrokeColor(HexColor(WHITE))
        self._canvas.setLineWidth(0.7)
        self._canvas.circle(x, HEIGHT - y, radius, stroke=1, fill=1)

    def picture(self, box: Box, jpeg: bytes) -> None:
        """A JPEG that fills ``box``."""
        image = ImageReader(BytesIO(jpeg))
        self._canvas.drawImage(image, box.x, HEIGHT - box.y - box.height, box.width, box.height)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, ``y`` from the top of the page."""

    x: float
    y: float
    width: float
    height: float


Stroke = Callable[[Pen], None]


class Sheet:
    """Pages with what is to be drawn on each."""

    def __init__(self, type_: Type) -> None:
        self.type = type_
        self.pages: list[list[Stroke]] = [[]]

    def put(self, page: int, stroke: Stroke) -> None:
        """Draw this on the ``page``-th page, the first is 0."""
        while len(self.pages) <= page:
            self.pages.append([])
        self.pages[page].append(stroke)


def printed(sheets: Sequence[Sheet], title: str) -> bytes:
    """All pages as one PDF, numbered; the same sheets give the same bytes."""
    out, font = BytesIO(), sheets[0].type.name
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, initialFontName=font)  # type: ignore[arg-type] # the stub is wrong
    canvas.setTitle(title)
    pages = [page for sheet in sheets for page in sheet.pages]
    for number, page in enumerate(pages, 1):
        pen = Pen(canvas, font)
        for stroke in page:
            stroke(pen)
        told = f"{number} / {len(pages)}"
        pen.text(RIGHT - sheets[0].type.width(told, BODY), BOTTOM + 5 * MM, told, BODY)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
