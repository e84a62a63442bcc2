"""A label on a roll: what is not said takes no paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dockstation.labels.drawing import Expected, Rect
from dockstation.labels.fitting import Fitted
from dockstation.labels.layout import Element, TextElement
from dockstation.labels.typeface import LINE

FOOT_MM = 3
"""White below the last thing said."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An element where it is drawn, with what it says; a text without lines is not drawn."""

    element: Element
    area: Rect
    lines: Fitted | None = None
    code: Expected | None = None
    pictogram: str = ""

    @property
    def drawn(self) -> bool:
        """Whether anything of it is seen."""
        return not isinstance(self.element, TextElement) or self.lines is not None


def upwards(placed: Sequence[Placed], per_mm: float, most: int) -> tuple[list[Placed], int]:
    """Everything moved up by what the shrinking texts above it save; and the height that is left."""
    spare = [(each.area.y + each.area.height, _spare(each)) for each in placed]
    moved = [_moved(each, sum(saved for bottom, saved in spare if bottom <= each.area.y)) for each in placed]
    foot = max((each.area.y + each.area.height for each in moved if each.drawn), default=0)
    return moved, min(most, max(1, foot + round(FOOT_MM * per_mm)))


def _spare(placed: Placed) -> int:
    element, lines = placed.element, placed.lines
    if not isinstance(element, TextElement) or not element.shrinks:
        return 0
    return placed.area.height - _needed(lines) if lines else placed.area.height


def _needed(lines: Fitted) -> int:
    return round(lines.size * (1 + LINE * (len(lines.lines) - 1)))


def _moved(placed: Placed, up: int) -> Placed:
    x, y, width, height = placed.area
    return replace(placed, area=Rect(x, y - up, width, max(1, height - _spare(placed))))
