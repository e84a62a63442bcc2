"""A composed label: what is drawn where, in whole dots; bitmap and PDF are painted from the same drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

POINTS_PER_MM = 72 / 25.4


class Rect(NamedTuple):
    """Dots from the top left corner."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Ink:
    """Black rectangles that belong together."""

    rects: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class Writing:
    """One line of text from ``x`` on ``baseline``, ``size`` dots the em; ``bold`` is the stroke that widens it."""

    text: str
    x: int
    baseline: int
    size: int
    bold: float = 0
    white: bool = False


class Move(NamedTuple):
    """Start a contour."""

    x: float
    y: float


class Line(NamedTuple):
    """A straight edge to a point."""

    x: float
    y: float


class Curve(NamedTuple):
    """A cubic Bézier edge: two control points and the end."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shape:
    """Contours, filled by the even-odd rule."""

    steps: tuple[Move | Line | Curve, ...]
    white: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """A picture dot for dot: ``rows`` as in a Bitmap of its place's size."""

    place: Rect
    rows: bytes


Item = Ink | Writing | Shape | Stamp


@dataclass(frozen=True, slots=True)
class Expected:
    """A code that a scanner must read on the label: ``kind`` is ``code128``, ``qr`` or ``datamatrix``."""

    kind: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Size in dots, the items in the order of drawing, and the codes among them."""

    width: int
    height: int
    dpi: int
    items: tuple[Item, ...]
    codes: tuple[Expected, ...]


def dots_per_mm(dpi: int) -> float:
    """What printers call 203 dpi is 8 dots a millimetre; the others mean what they say."""
    return 8.0 if dpi == 203 else dpi / 25.4
