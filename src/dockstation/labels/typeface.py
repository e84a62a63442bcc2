"""The one font of all labels, measured and drawn in whole dots."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from PIL import ImageFont

from dockstation.labels.coverage import covered_by, visible

CENTRE = 0.37
"""From the baseline up to the middle of capitals and of Chinese characters, in em."""
LINE = 1.2
"""From baseline to baseline, in em."""
BOLD = 1 / 32
"""How much a bold stroke is widened, in em."""


class Typeface:
    """A TrueType font file. Not for two threads at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._sizes: dict[int, ImageFont.FreeTypeFont] = {}

    @cached_property
    def covered(self) -> frozenset[int]:
        """The code points it can draw."""
        return covered_by(self.path)

    def visible(self, text: str) -> str:
        """``text`` as it will be seen: see ``coverage.visible``."""
        return visible(text, self.covered)

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        """The font at an em of ``size`` dots."""
        if size not in self._sizes:
            self._sizes[size] = ImageFont.truetype(str(self.path), size, layout_engine=ImageFont.Layout.BASIC)
        return self._sizes[size]

    def width(self, text: str, size: int) -> float:
        """The advance of ``text`` in dots."""
        return self.at(size).getlength(text)
