"""The one font of all labels, measured and drawn in whole dots."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from dockstation.labels.coverage import covered_by, visible

CENTRE = 0.37
"""From the baseline up to the middle of capitals and of Chinese characters, in em."""
LINE = 1.2
"""From baseline to baseline, in em."""
BOLD = 1 / 32
"""How much a bold stroke is widened, in em."""
REMEMBERED = 2048
"""Letters kept drawn, and as many times four kept measured."""
LARGE, LARGE_REMEMBERED = 128, 128
"""Of letters of a larger em so few are kept: 2,048 took hundreds of megabytes."""
WHITE = 255


class Typeface:
    """A TrueType font file without kerning. Not for two threads at once.

    A letter is measured and drawn once for each size: hinting it costs ten times what putting it down does.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._sizes: dict[int, ImageFont.FreeTypeFont] = {}
        self._advance = lru_cache(4 * REMEMBERED)(self._measured)
        self._letter = lru_cache(REMEMBERED)(self._drawn)
        self._large_letter = lru_cache(LARGE_REMEMBERED)(self._drawn)

    @cached_property
    def covered(self) -> frozenset[int]:
        """The code points it can draw."""
        return covered_by(self.path)

    def visible(self, text: str) -> str:
        """``text`` as it will be seen: see ``coverage.visible``."""
        return visible(text, self.covered)

    def width(self, text: str, size: int) -> float:
        """The advance of ``text`` in dots, at an em of ``size`` dots."""
        return sum(self._advance(char, size) for char in text)

    def put(self, text: str, on: Image.Image, at: tuple[int, int], size: int, bold: float, grey: int) -> None:
        """Write a line from ``at``, on its baseline; ``bold`` is the stroke that widens it, ``grey`` 0 is black."""
        x, baseline = float(at[0]), at[1]
        for char in text:
            mask, left, top = (self._letter if size <= LARGE else self._large_letter)(char, size, bold)
            if mask:
                on.paste(grey, (round(x) + left, baseline + top), mask)
            x += self._advance(char, size)

    def _at(self, size: int) -> ImageFont.FreeTypeFont:
        if size not in self._sizes:
            self._sizes[size] = ImageFont.truetype(str(self.path), size, layout_engine=ImageFont.Layout.BASIC)
        return self._sizes[size]

    def _measured(self, char: str, size: int) -> float:
        return self._at(size).getlength(char)

    def _drawn(self, char: str, size: int, bold: float) -> tuple[Image.Image | None, int, int]:
        """How black it is, and where its top left corner goes from the baseline's begin; None for a blank."""
        font, stroke = self._at(size), bold / 2
        left, top, right, bottom = map(round, font.getbbox(char, anchor="ls", stroke_width=stroke))
        if right <= left or bottom <= top:
            return None, 0, 0
        mask = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(mask).text((-left, -top), char, WHITE, font, anchor="ls", stroke_width=stroke)
        return mask, left, top
