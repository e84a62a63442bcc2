"""Text fitted to its place and written there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dockstation.labels.drawing import Ink, Item, Rect, Writing
from dockstation.labels.fitting import Fitted, Room, fit
from dockstation.labels.layout import ALIGNS, ANCHORS, TextElement
from dockstation.labels.typeface import BOLD, CENTRE, LINE, Typeface

INVERSE_PADDING = 0.08
"""White text keeps this far from the edges of its black area, in parts of the area's height."""
REMEMBERED = 1024
"""Texts whose fit is kept: words, names and places come again and again."""


class Scribe:
    """Writes with one typeface. Not for two threads at once."""

    def __init__(self, typeface: Typeface) -> None:
        self.typeface = typeface
        self._fit = lru_cache(REMEMBERED)(self._fitted)

    def fit(self, text: str, element: TextElement, area: Rect, per_mm: float) -> Fitted | None:
        """Its lines as large as the element lets them be; None when there is nothing to say."""
        inner = _inner(element, area)
        largest, smallest = round(element.size * per_mm), round(element.smallest * per_mm)
        room = Room(inner.width, inner.height, element.lines, max(1, largest), max(1, smallest))
        return self._fit(text, room, element.bold)

    def _fitted(self, text: str, room: Room, bold: bool) -> Fitted | None:
        seen = self.typeface.visible(text).strip()
        return fit(seen, room, self._bold_width if bold else self.typeface.width) if seen else None

    def _bold_width(self, text: str, size: int) -> float:
        return self.typeface.width(text, size) + size * BOLD

    def write(self, lines: Fitted, element: TextElement, area: Rect) -> Iterator[Item]:
        """The lines in their area, on black where the element is inverse."""
        if element.inverse:
            yield Ink((area,))
        inner = _inner(element, area)
        size, step = lines.size, lines.size * LINE
        free = inner.height - size - step * (len(lines.lines) - 1)
        top = inner.y + free * ANCHORS[element.anchor]
        bold = size * BOLD if element.bold else 0
        for number, line in enumerate(lines.lines):
            spare = inner.width - (self.typeface.width(line, size) + bold)
            left = inner.x + bold / 2 + spare * ALIGNS[element.align]
            baseline = round(top + step * number + size * (0.5 + CENTRE))
            yield Writing(line, round(left), baseline, size, bold, element.inverse)


def _inner(element: TextElement, area: Rect) -> Rect:
    if not element.inverse:
        return area
    by = min(round(area.height * INVERSE_PADDING), (area.width - 1) // 2, (area.height - 1) // 2)
    return Rect(area.x + by, area.y + by, area.width - 2 * by, area.height - 2 * by)
