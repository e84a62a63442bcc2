"""Labels: label content to one bitmap for screen and printers, or a vector PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dockstation.domain.errors import DockstationError
from dockstation.domain.label import Bitmap, LabelContent
from dockstation.labels.layout_book import LayoutBook

if TYPE_CHECKING:
    from dockstation.labels.drawing import Drawing
    from dockstation.labels.typeface import Typeface

VALUE_CHARACTERS = 2000
DPI = range(100, 1201)
PDF_DPI = 600
"""The grid on which a PDF is composed: whole dots for office printers."""


class Labels:
    """Draws by the layouts of some folders, of which the first that has the file counts.

    ``pictogram_of`` tells the SVG file in ``pictograms`` by a disposition's code; it is asked for each label.
    """

    def __init__(
        self, layouts: Sequence[Path], font: Path, pictograms: Path, pictogram_of: Callable[[str], str]
    ) -> None:
        self.book = LayoutBook(layouts)
        self._font = font
        self._pictograms = pictograms
        self._pictogram_of = pictogram_of

    def bitmap(self, content: LabelContent, layout: str, dpi: int) -> Bitmap:
        """The label in printer dots, its codes read back; raises ``label.unreadable``, ``.too_long``, ``.layout``."""
        return self._drawn(content, layout, dpi)[1]

    def pdf(self, content: LabelContent, layout: str) -> bytes:
        """The label as a vector PDF of exactly its size, font embedded; raises as ``bitmap`` does."""
        from dockstation.labels.pdf import write

        drawing, _, typeface = self._drawn(content, layout, PDF_DPI)
        sides = self.book.load(layout)
        return write(drawing, typeface.path, sides.width, sides.height)

    def _drawn(self, content: LabelContent, layout: str, dpi: int) -> tuple[Drawing, Bitmap, Typeface]:
        from dockstation.labels import codes, raster
        from dockstation.labels.composing import Composer
        from dockstation.labels.pictograms import Pictograms
        from dockstation.labels.typeface import Typeface

        _refuse_too_long(content)
        if dpi not in DPI:
            raise DockstationError("label.layout", file=f"{layout}.toml", what=f"{dpi} dpi; must be 100 to 1200")
        typeface = Typeface(self._font)
        composer = Composer(typeface, Pictograms(self._pictograms), self._pictogram_of)
        drawing = composer.compose(content, self.book.load(layout), dpi)
        bitmap = raster.paint(drawing, typeface)
        codes.read_back(bitmap, drawing.codes)
        return drawing, bitmap, typeface


def _refuse_too_long(content: LabelContent) -> None:
    for name, value in content.fields().items():
        if len(value) > VALUE_CHARACTERS:
            raise DockstationError("label.too_long", field=name)
