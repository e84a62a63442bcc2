"""Labels: label content to one bitmap for screen and printers, or a vector PDF."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from dockstation.domain.errors import DockstationError
from dockstation.domain.label import Bitmap, LabelContent
from dockstation.labels.layout_book import LayoutBook

if TYPE_CHECKING:
    from dockstation.domain.policy import Policy, PolicyBook
    from dockstation.labels.composing import Composer
    from dockstation.labels.drawing import Drawing
    from dockstation.labels.layout import Layout

VALUE_CHARACTERS = 2000
DPI = range(100, 1201)
REMEMBERED = 4
"""Labels whose dots are kept: what the screen shows is what is printed a moment later."""
PDF_DPI = 600
"""The grid on which a PDF is composed: whole dots for office printers."""


class Labels:
    """Draws by the layouts of some folders, of which the first that has the file counts; for any thread.

    The words and pictograms of dispositions are those of ``policies``, as they are when a label is drawn.
    """

    def __init__(
        self,
        layouts: Sequence[Path] | Callable[[], Sequence[Path]],
        font: Path,
        pictograms: Path,
        policies: PolicyBook,
        language: str = "en",
    ) -> None:
        self.book = LayoutBook(layouts)
        self._font = font
        self._pictograms = pictograms
        self._policies = policies
        self._language = language
        self._one_at_a_time = Lock()
        self._last: deque[tuple[Layout, Policy, LabelContent, int, Bitmap]] = deque(maxlen=REMEMBERED)

    def bitmap(self, content: LabelContent, layout: str, dpi: int) -> Bitmap:
        """The label in printer dots, its codes read back; raises ``label.*``, ``settings.*`` of its layout."""
        with self._one_at_a_time:
            wanted, policy = self.book.load(layout, content.disposition), self._policies.current
            for by_layout, by_policy, *of, bitmap in self._last:
                if by_layout is wanted and by_policy is policy and of == [content, dpi]:
                    return bitmap
            bitmap = self._drawn(content, wanted, dpi)[1]
            self._last.append((wanted, policy, content, dpi, bitmap))
            return bitmap

    def pdf(self, content: LabelContent, layout: str) -> bytes:
        """The label as a vector PDF of exactly its size, font embedded; raises as ``bitmap`` does."""
        from dockstation.labels.drawing import dots_per_mm
        from dockstation.labels.pdf import write

        with self._one_at_a_time:
            wanted = self.book.load(layout, content.disposition)
            drawing, _ = self._drawn(content, wanted, PDF_DPI)
            height = drawing.height / dots_per_mm(PDF_DPI) if wanted.sheet.roll else wanted.sheet.height
            return write(drawing, self._font, wanted.sheet.width, height)

    def problems(self, file: Path) -> list[DockstationError]:
        """Every mistake of a layout file, with its line."""
        from dockstation.labels.checking import problems

        with self._one_at_a_time:
            return list(problems(file, self._composer, tuple(self._policies.current.dispositions)))

    def _drawn(self, content: LabelContent, layout: Layout, dpi: int) -> tuple[Drawing, Bitmap]:
        from dockstation.labels import codes, raster

        _refuse_too_long(content)
        if dpi not in DPI:
            raise DockstationError("label.layout", file=f"{layout.name}.toml", what=f"{dpi} dpi; must be 100 to 1200")
        drawing = self._composer.compose(content, layout, dpi)
        bitmap = raster.paint(drawing, self._composer.scribe.typeface)
        codes.read_back(bitmap, drawing.codes)
        return drawing, bitmap

    @cached_property
    def _composer(self) -> Composer:
        from dockstation.labels.composing import Composer
        from dockstation.labels.typeface import Typeface
        from dockstation.labels.wording import Scribe

        scribe = Scribe(Typeface(self._font))
        return Composer(scribe, self._pictograms, self._policies, self._language)


def _refuse_too_long(content: LabelContent) -> None:
    for name, value in content.fields(("zh_CN", "en")).items():
        if len(value) > VALUE_CHARACTERS:
            raise DockstationError("label.too_long", field=name)
