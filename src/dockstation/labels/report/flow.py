"""A column of text and pictures on a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from dockstation.labels.drawing import POINTS_PER_MM as MM
from dockstation.labels.report.sheet import BODY, BOTTOM, HEAD, INK, LEFT, PALE, RIGHT, TOP, Pen, Sheet, Style
from dockstation.labels.typeface import LINE

GAP = 1.2 * MM
BELOW = 0.24
"""From the baseline down to the end of its line, in em."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in a part of the column: from ``start`` on, ``share`` of its width wide."""

    text: str
    start: float = 0.0
    share: float = 1.0
    style: Style = BODY


class Flow:
    """Goes down from ``y`` on ``page`` and on from the top of the next; nothing is cut off."""

    def __init__(
        self, sheet: Sheet, left: float = LEFT, right: float = RIGHT, at: tuple[int, float] = (0, TOP)
    ) -> None:
        self.sheet = sheet
        self.left, self.width = left, right - left
        self.page, self.y = at

    @property
    def at(self) -> tuple[int, float]:
        """Page and height that are reached."""
        return self.page, self.y

    def need(self, height: float) -> None:
        """Go on to the next page where so much does not fit any more."""
        if self.y + height > BOTTOM:
            self.page, self.y = self.page + 1, TOP

    def go_to(self, at: tuple[int, float]) -> None:
        """Go on from there."""
        self.page, self.y = at

    def lines(self, parts: int) -> None:
        """Lines to write on, so many beside each other."""
        y, part = self.y, self.width / parts
        for number in range(parts):
            left = self.left + number * part
            self.sheet.put(
                self.page, partial(Pen.line, points=[(left, y), (left + part - 8, y)], colour=INK, width=0.6)
            )

    def skip(self, height: float) -> None:
        """Leave so much free."""
        self.y += height

    def rule(self, colour: str = PALE) -> None:
        """A line across the column."""
        self.need(2 * GAP)
        self.y += GAP
        self._line(colour)
        self.y += GAP

    def head(self, text: str) -> None:
        """A heading, which never stands alone at the bottom."""
        self.need(HEAD.leading * 3)
        self.skip(GAP)
        self.row(Cell(text, style=HEAD))
        self._line(INK)
        self.skip(GAP / 2)

    def _line(self, colour: str) -> None:
        ends = [(self.left, self.y), (self.left + self.width, self.y)]
        self.sheet.put(self.page, partial(Pen.line, points=ends, colour=colour, width=0.6))

    def row(self, *cells: Cell, gap: float = 0.4) -> None:
        """Texts beside each other, each in as many lines as it needs."""
        broken = [
            self.sheet.type.lines(each.text, each.share * self.width - (1.5 if each.share < 1 else 0), each.style)
            for each in cells
        ]
        leading = max(each.style.leading for each in cells)
        for lines in zip_longest(*broken, fillvalue=""):
            self.need(leading)
            self.y += leading
            for cell, line in zip(cells, lines, strict=True):
                if line:
                    self._write(cell, line, leading / LINE * BELOW)
        self.y += gap

    def _write(self, cell: Cell, line: str, below: float) -> None:
        x, y = self.left + cell.start * self.width, self.y - below
        self.sheet.put(self.page, partial(Pen.text, x=x, y=y, text=line, style=cell.style))
