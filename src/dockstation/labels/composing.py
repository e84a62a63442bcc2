"""Label content + layout -> drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dockstation.domain.errors import DockstationError
from dockstation.domain.label import LabelContent
from dockstation.labels import codes
from dockstation.labels.drawing import Drawing, Expected, Ink, Rect, Shape, Writing, dots_per_mm
from dockstation.labels.fitting import Fitted, Room, fit
from dockstation.labels.layout import (
    ALIGNS,
    ANCHORS,
    PLACE,
    Area,
    BoxElement,
    Code128Element,
    CodeElement,
    Element,
    Layout,
    LineElement,
    PictogramElement,
    TextElement,
)
from dockstation.labels.pictograms import Pictograms
from dockstation.labels.typeface import BOLD, CENTRE, LINE, Typeface

MUST_FIT = "lpn"
"""Never cut: a licence plate that is not whole is another one."""
INVERSE_PADDING = 0.08
"""White text keeps this far from the edges of its black area, in parts of the area's height."""


@dataclass(frozen=True, slots=True)
class Composer:
    """What composing needs beside the content. ``pictogram_of`` tells a pictogram by the disposition's code."""

    typeface: Typeface
    pictograms: Pictograms
    pictogram_of: Callable[[str], str]

    def compose(self, content: LabelContent, layout: Layout, dpi: int) -> Drawing:
        """The label in dots; raises ``label.too_long``, ``label.unreadable`` (not encodable) or ``label.layout``."""
        fields = content.fields() | {"copy": str(content.copy) if content.copy else ""}
        per_mm = dots_per_mm(dpi)
        items: list[Ink | Writing | Shape] = []
        expected: list[Expected] = []
        for element in layout.elements:
            area = _in_dots(element, per_mm)
            if isinstance(element, CodeElement):
                code = _expected(element, fields)
                if code:
                    kind = codes.CODE128 if isinstance(element, Code128Element) else codes.QR
                    items.append(codes.draw(code, kind, area, per_mm, ALIGNS[element.align]))
                    expected.append(code)
            else:
                items.extend(self._draw(element, area, per_mm, fields, layout))
        size = round(layout.width * per_mm), round(layout.height * per_mm)
        return Drawing(*size, dpi, tuple(items), tuple(expected))

    def _draw(
        self, element: Element, area: Rect, per_mm: float, fields: Mapping[str, str], layout: Layout
    ) -> Iterator[Ink | Writing | Shape]:
        match element:
            case TextElement():
                yield from self._text(element, area, per_mm, fields)
            case BoxElement():
                yield _frame(area, max(1, round(element.line * per_mm)))
            case LineElement():
                yield Ink((area,))
            case PictogramElement():
                yield from self._pictogram(area, fields["disposition"], layout)

    def _pictogram(self, area: Rect, disposition: str, layout: Layout) -> Iterator[Shape]:
        if not disposition:
            return
        try:
            yield self.pictograms.draw(self.pictogram_of(disposition), area)
        except ValueError as error:
            what = f"{error} (for the disposition {disposition})"
            raise DockstationError("label.layout", file=f"{layout.name}.toml", what=what) from error

    def _text(
        self, element: TextElement, area: Rect, per_mm: float, fields: Mapping[str, str]
    ) -> Iterator[Ink | Writing]:
        text = self.typeface.visible(_filled(element, fields)).strip()
        if not text:
            return
        if element.inverse:
            yield Ink((area,))
            area = _inset(area, round(area.height * INVERSE_PADDING))
        largest, smallest = round(element.size * per_mm), round(element.smallest * per_mm)
        room = Room(area.width, area.height, element.lines, max(1, largest), max(1, smallest))
        fitted = fit(text, room, self._bold_width if element.bold else self.typeface.width)
        if fitted.cut and MUST_FIT in element.names():
            raise DockstationError("label.too_long", field=MUST_FIT)
        yield from self._lines(fitted, element, area)

    def _bold_width(self, text: str, size: int) -> float:
        return self.typeface.width(text, size) + size * BOLD

    def _lines(self, fitted: Fitted, element: TextElement, area: Rect) -> Iterator[Writing]:
        size, step = fitted.size, fitted.size * LINE
        free = area.height - size - step * (len(fitted.lines) - 1)
        top = area.y + free * ANCHORS[element.anchor]
        bold = size * BOLD if element.bold else 0
        for number, line in enumerate(fitted.lines):
            spare = area.width - (self.typeface.width(line, size) + bold)
            left = area.x + bold / 2 + spare * ALIGNS[element.align]
            baseline = round(top + step * number + size * (0.5 + CENTRE))
            yield Writing(line, round(left), baseline, size, bold, element.inverse)


def _in_dots(area: Area, per_mm: float) -> Rect:
    left, top = round(area.x * per_mm), round(area.y * per_mm)
    right, bottom = round((area.x + area.width) * per_mm), round((area.y + area.height) * per_mm)
    return Rect(left, top, max(1, right - left), max(1, bottom - top))


def _inset(area: Rect, by: int) -> Rect:
    by = min(by, (area.width - 1) // 2, (area.height - 1) // 2)
    return Rect(area.x + by, area.y + by, area.width - 2 * by, area.height - 2 * by)


def _frame(area: Rect, line: int) -> Ink:
    x, y, width, height = area
    line = min(line, width // 2 or 1, height // 2 or 1)
    sides = (Rect(x, y + line, line, height - 2 * line), Rect(x + width - line, y + line, line, height - 2 * line))
    return Ink((Rect(x, y, width, line), Rect(x, y + height - line, width, line), *sides))


def _expected(element: CodeElement, fields: Mapping[str, str]) -> Expected | None:
    kind = codes.CODE128 if isinstance(element, Code128Element) else codes.QR
    value = fields[element.field]
    return Expected(kind.name, element.field, value) if value or element.field == MUST_FIT else None


def _filled(element: TextElement, fields: Mapping[str, str]) -> str:
    parts = []
    for part in element.text:
        names = PLACE.findall(part)
        if not names or any(fields[name] for name in names):
            parts.append(PLACE.sub(lambda found: fields[found[1]], part))
    placed = any(fields[name] for name in element.names()) or not element.names()
    return element.join.join(parts) if placed else ""
