"""Label layouts: where the fields of a label stand, in millimetres from its top left corner."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from dockstation.domain.errors import DockstationError
from dockstation.domain.label import LabelContent

FIELDS = frozenset(each.name for each in fields(LabelContent))
PLACE = re.compile(r"\{(\w*)\}")
"""A field's place in a text: ``{rma_number}``."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in millimetres."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Area) -> bool:
        """Whether the two share more than an edge."""
        apart_x = self.x >= other.x + other.width or other.x >= self.x + self.width
        apart_y = self.y >= other.y + other.height or other.y >= self.y + self.height
        return not (apart_x or apart_y)

    def inside(self, width: float, height: float) -> bool:
        """Whether it has a size and lies on a label of this size."""
        sized = self.width > 0 and self.height > 0
        return (
            sized and self.x >= 0 and self.y >= 0 and self.x + self.width <= width and self.y + self.height <= height
        )


@dataclass(frozen=True, slots=True)
class TextElement(Area):
    """Text fitted to its area, from ``size`` down to ``smallest`` (em height in mm), on at most ``lines`` lines.

    Each part of ``text`` is left out when all the fields it names are empty (``copy`` is empty at 0); the rest
    are put together with ``join``. With no part left nothing is drawn, no background of ``inverse`` either.
    """

    text: tuple[str, ...]
    size: float
    smallest: float
    lines: int = 1
    join: str = " · "
    align: str = "left"
    anchor: str = "middle"
    bold: bool = False
    inverse: bool = False

    def names(self) -> tuple[str, ...]:
        """The fields that it places."""
        return tuple(name for part in self.text for name in PLACE.findall(part))


@dataclass(frozen=True, slots=True)
class CodeElement(Area):
    """A Code 128 or QR code of one field, as large as whole dots allow; the area includes the quiet zones."""

    field: str
    align: str = "centre"


@dataclass(frozen=True, slots=True)
class Code128Element(CodeElement):
    """A Code 128."""


@dataclass(frozen=True, slots=True)
class QrElement(CodeElement):
    """A QR code."""


@dataclass(frozen=True, slots=True)
class BoxElement(Area):
    """A frame drawn inwards from its area, ``line`` mm thick."""

    line: float = 0.5


@dataclass(frozen=True, slots=True)
class LineElement(Area):
    """A filled bar."""


@dataclass(frozen=True, slots=True)
class PictogramElement(Area):
    """The disposition's pictogram, as large as fits in the middle of its area."""


Element = TextElement | CodeElement | BoxElement | LineElement | PictogramElement


@dataclass(frozen=True, slots=True)
class Layout:
    """A label's size in millimetres and what stands on it, in the order of drawing."""

    name: str
    width: float
    height: float
    elements: tuple[Element, ...]


LABEL_MM = (10.0, 300.0)
ALIGNS = {"left": 0.0, "centre": 0.5, "right": 1.0}
"""How much of the free width goes to the left."""
ANCHORS = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
"""How much of the free height goes above."""


def check(layout: Layout, file: str) -> None:
    """Raise ``label.layout`` when the layout cannot make a legible label."""
    if not all(LABEL_MM[0] <= side <= LABEL_MM[1] for side in (layout.width, layout.height)):
        raise DockstationError("label.layout", file=file, what="width and height must be 10 to 300 mm")
    for element in layout.elements:
        wrong = _what_is_wrong(element, layout)
        if wrong:
            place = f"{type(element).__name__.removesuffix('Element').lower()} at x={element.x:g}, y={element.y:g}"
            raise DockstationError("label.layout", file=file, what=f"{place}: {wrong}")


def _what_is_wrong(element: Element, layout: Layout) -> str:
    if not element.inside(layout.width, layout.height):
        return "reaches beyond the label"
    if isinstance(element, TextElement | CodeElement) and element.align not in ALIGNS:
        return f"align is one of {', '.join(ALIGNS)}"
    if isinstance(element, CodeElement):
        if element.field not in FIELDS:
            return f"no such field: {element.field}"
        if any(element.overlaps(other) for other in layout.elements if other is not element):
            return "something else reaches into its area"
    return _what_is_wrong_with_text(element) if isinstance(element, TextElement) else ""


def _what_is_wrong_with_text(element: TextElement) -> str:
    unknown = [name for name in element.names() if name not in FIELDS]
    if unknown:
        return f"no such field: {unknown[0] or '{}'}"
    if element.anchor not in ANCHORS:
        return f"anchor is one of {', '.join(ANCHORS)}"
    if not 0 < element.smallest <= element.size or not 1 <= element.lines <= 20:
        return "size must be at least smallest, and lines 1 to 20"
    return "" if element.height >= element.smallest else "its smallest size is higher than its area"
