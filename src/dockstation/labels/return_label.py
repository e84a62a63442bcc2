"""The label that a customer puts on the parcel, A6, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dockstation.labels import codes, pdf
from dockstation.labels.drawing import Drawing, Expected, Ink, Item, Rect
from dockstation.labels.layout import TextElement
from dockstation.labels.raster import paint
from dockstation.labels.typeface import Typeface
from dockstation.labels.wording import Scribe

WIDTH_MM, HEIGHT_MM = 105, 148
DPI = 300
DOTS = DPI / 25.4
MARGIN_MM = 8.0
INNER_MM = WIDTH_MM - 2 * MARGIN_MM
CODE_MM = 50.0
CODE_TOP_MM = 68.0
ADDRESS_LINES = 6
ADVICE = ("请贴在包裹外面，遮住旧面单。", "Put this on the outside of the parcel, over any old label.")
Place = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class ReturnLabel:
    """What the label says: its number stands in the code as well, behind ``DSRMA-``."""

    number: str
    order_number: str
    address: tuple[str, ...]


class ReturnPaper:
    """Draws with the font of the labels. Not for two threads at once."""

    def __init__(self, font: Path) -> None:
        self._font = font
        self._scribe = Scribe(Typeface(font))

    def draw(self, label: ReturnLabel) -> bytes:
        """The label as PDF. Raises ``label.unreadable`` and ``label.too_long`` for a number that makes no code."""
        code = Expected(codes.QR.name, "code", f"DSRMA-{label.number}")
        items = tuple(self._items(label, code))
        drawing = Drawing(_dots(WIDTH_MM), _dots(HEIGHT_MM), DPI, items, (code,))
        codes.read_back(paint(drawing, self._scribe.typeface), drawing.codes)
        return pdf.write(drawing, self._font, WIDTH_MM, HEIGHT_MM, f"return {label.number}")

    def _items(self, label: ReturnLabel, code: Expected) -> Iterator[Item]:
        yield from self._text("退货 · Return", (MARGIN_MM, 8, INNER_MM, 9), 8, bold=True)
        yield from self._text("收件 To", (MARGIN_MM, 19, INNER_MM, 4), 3)
        for place, line in enumerate(label.address[:ADDRESS_LINES]):
            yield from self._text(line, (MARGIN_MM, 24 + 6.5 * place, INNER_MM, 6), 5)
        yield Ink((_rect((MARGIN_MM, CODE_TOP_MM - 3, INNER_MM, 0.3)),))
        left = (WIDTH_MM - CODE_MM) / 2
        yield codes.draw(code, codes.QR, _rect((left, CODE_TOP_MM, CODE_MM, CODE_MM)), DOTS, 0.5)
        yield from self._text(label.number, (MARGIN_MM, 119, INNER_MM, 8), 7, bold=True)
        if label.order_number:
            yield from self._text(f"订单 Order {label.order_number}", (MARGIN_MM, 128, INNER_MM, 4), 3.5)
        for place, line in enumerate(ADVICE):
            yield from self._text(line, (MARGIN_MM, 133.5 + 4 * place, INNER_MM, 3.5), 3)

    def _text(self, text: str, place: Place, size: float, *, bold: bool = False) -> Iterator[Item]:
        x, y, width, height = place
        look = TextElement(x=x, y=y, width=width, height=height, size=size, smallest=1.8, bold=bold, text=(text,))
        if lines := self._scribe.fit(text, look, _rect(place), DOTS):
            yield from self._scribe.write(lines, look, _rect(place))


def _rect(place: Place) -> Rect:
    x, y, width, height = map(_dots, place)
    return Rect(x, y, max(1, width), max(1, height))


def _dots(millimetres: float) -> int:
    return round(millimetres * DOTS)
