"""Frames and bars of a label."""

from __future__ import annotations

from collections.abc import Iterator

from dockstation.labels.drawing import Ink, Line, Move, Rect, Shape

STRIPE = 1.0
"""How wide a slanting stripe and the gap after it are, in parts of the bar's height."""
CHECKS = 2
"""Checks across a bar."""


def frame(area: Rect, line: int) -> Ink:
    """A frame drawn inwards."""
    x, y, width, height = area
    line = min(line, width // 2 or 1, height // 2 or 1)
    sides = (Rect(x, y + line, line, height - 2 * line), Rect(x + width - line, y + line, line, height - 2 * line))
    return Ink((Rect(x, y, width, line), Rect(x, y + height - line, width, line), *sides))


def bar(area: Rect, fill: str) -> Ink | Shape:
    """A bar filled with one of ``layout.FILLS``."""
    if fill == "stripes":
        return Shape(tuple(_stripes(area)))
    return Ink(tuple(_checks(area))) if fill == "checks" else Ink((area,))


def _stripes(area: Rect) -> Iterator[Move | Line]:
    wide = max(1, round(area.height * STRIPE))
    bottom, right = area.y + area.height, area.x + area.width
    for left in range(area.x, right - wide - area.height + 1, 2 * wide):
        yield Move(left, bottom)
        yield Line(left + area.height, area.y)
        yield Line(left + area.height + wide, area.y)
        yield Line(left + wide, bottom)


def _checks(area: Rect) -> Iterator[Rect]:
    side = max(1, min(area.width, area.height) // CHECKS)
    for row in range(area.height // side):
        for column in range(row % 2, area.width // side, 2):
            yield Rect(area.x + column * side, area.y + row * side, side, side)


def struck(width: int, height: int) -> Iterator[Shape]:
    """Two lines from corner to corner."""
    thick = max(2, min(width, height) // 60)
    for start, end in ((0, height), (height, 0)):
        corners = ((0, start - thick), (width, end - thick), (width, end + thick), (0, start + thick))
        yield Shape((Move(*corners[0]), *(Line(*corner) for corner in corners[1:])))
