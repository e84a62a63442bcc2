"""Label content + layout -> drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from dockstation.domain.errors import DockstationError
from dockstation.domain.label import LabelContent, in_languages
from dockstation.domain.text import Text
from dockstation.labels import codes
from dockstation.labels.drawing import Drawing, Expected, Ink, Item, Rect, Shape, Stamp, dots_per_mm
from dockstation.labels.flow import Placed, upwards
from dockstation.labels.layout import (
    ALIGNS,
    PLACE,
    Area,
    BoxElement,
    Code128Element,
    CodeElement,
    DataMatrixElement,
    Element,
    Layout,
    LineElement,
    PictogramElement,
    PictureElement,
    QrElement,
    TextElement,
)
from dockstation.labels.outline import pictogram
from dockstation.labels.pictures import picture, picture_file
from dockstation.labels.strokes import bar, frame, struck
from dockstation.labels.wording import Scribe

if TYPE_CHECKING:
    from dockstation.domain.policy import PolicyBook

MUST_FIT = "lpn"
"""Never cut: a licence plate that is not whole is another one."""
LANGUAGES = ("zh_CN", "en")
VOID: Final = "作废 VOID"
SYMBOLOGIES: Mapping[type[CodeElement], codes.Kind] = MappingProxyType(
    {Code128Element: codes.CODE128, QrElement: codes.QR, DataMatrixElement: codes.DATAMATRIX}
)


@dataclass(frozen=True, slots=True)
class _Said:
    content: LabelContent
    fields: Mapping[str, str]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Composer:
    """What composing needs beside content and layout; dispositions are those of the policy in use."""

    scribe: Scribe
    pictograms: Path
    policies: PolicyBook
    language: str

    def compose(self, content: LabelContent, layout: Layout, dpi: int) -> Drawing:
        """The label in dots; raises ``label.too_long``, ``label.unreadable`` (not encodable) or ``label.layout``."""
        if not content.disposition_word:
            content = replace(content, disposition_word=self._word(content.disposition))
        per_mm = dots_per_mm(dpi)
        placed = [each for _, each in self._placed(content, layout, self.language, per_mm)]
        width, height = round(layout.sheet.width * per_mm), round(layout.sheet.height * per_mm)
        if layout.sheet.roll:
            placed, height = upwards(placed, per_mm, height)
        expected = tuple(each.code for each in placed if each.code)
        items = [item for each in placed for item in self._draw(each, layout, per_mm)]
        if content.void:
            items += [*struck(width, height), *self._stamped(width, height)]
        return Drawing(width, height, dpi, tuple(items), expected)

    def tried(self, content: LabelContent, layout: Layout, language: str) -> Iterator[tuple[int, Placed]]:
        """What would be drawn where at 203 dpi, with the line of its element in the file."""
        content = replace(content, disposition_word=self._word(content.disposition))
        return self._placed(content, layout, language, dots_per_mm(203))

    def _word(self, disposition: str) -> Text | str:
        known = self.policies.current.dispositions.get(disposition)
        return known.word if known else ""

    def _pictogram(self, disposition: str) -> str:
        known = self.policies.current.dispositions.get(disposition)
        return known.pictogram if known else disposition

    def _placed(
        self, content: LabelContent, layout: Layout, language: str, per_mm: float
    ) -> Iterator[tuple[int, Placed]]:
        languages = LANGUAGES if layout.sheet.languages == "both" else (language,)
        said = _Said(content, content.fields(languages), languages)
        for element, line in zip(layout.elements, layout.lines, strict=True):
            if element.belongs(content.disposition) and (
                placed := self._place(element, _in_dots(element, per_mm), said, per_mm)
            ):
                yield line, placed

    def _place(self, element: Element, area: Rect, said: _Said, per_mm: float) -> Placed | None:
        """What there is to draw, where the layout puts it; an empty text stays, to be taken out of a roll."""
        match element:
            case TextElement():
                text = _filled(element, said.fields, said.languages)
                return Placed(element, area, lines=self.scribe.fit(text, element, area, per_mm))
            case CodeElement():
                code = None if said.content.void else _expected(element, said.fields)
                return Placed(element, area, code=code) if code else None
            case PictogramElement():
                name = self._pictogram(said.content.disposition)
                return Placed(element, area, pictogram=name) if name else None
            case _:
                return Placed(element, area)

    def _draw(self, placed: Placed, layout: Layout, per_mm: float) -> Iterator[Item]:
        element, area = placed.element, placed.area
        match element:
            case TextElement():
                if placed.lines:
                    if placed.lines.cut and MUST_FIT in element.names():
                        raise DockstationError("label.too_long", field=MUST_FIT)
                    yield from self.scribe.write(placed.lines, element, area)
            case CodeElement():
                assert placed.code
                yield codes.draw(placed.code, SYMBOLOGIES[type(element)], area, per_mm, ALIGNS[element.align])
            case BoxElement():
                yield frame(area, max(1, round(element.line * per_mm)))
            case LineElement():
                yield bar(area, element.fill)
            case PictogramElement() | PictureElement():
                yield from self._picture(element, placed, layout)

    def _picture(self, element: PictogramElement | PictureElement, placed: Placed, layout: Layout) -> Iterator[Item]:
        try:
            if isinstance(element, PictureElement):
                yield _pictured(picture_file(element.file, layout.file), placed.area)
                return
            drawn = _outlined(self.pictograms, placed.pictogram, placed.area, element.inverse)
        except ValueError as error:
            raise DockstationError("label.layout", file=layout.file, what=str(error)) from error
        if element.inverse:
            yield Ink((placed.area,))
        yield drawn

    def _stamped(self, width: int, height: int) -> Iterator[Item]:
        high = min(height // 3, width // 4)
        area = Rect(width // 8, (height - high) // 2, width - 2 * (width // 8), high)
        look = TextElement(
            x=0, y=0, width=0, height=0, size=high, smallest=1, align="centre", bold=True, inverse=True, text=(VOID,)
        )
        lines = self.scribe.fit(VOID, look, area, 1)
        if lines:
            yield from self.scribe.write(lines, look, area)


@lru_cache(64)
def _outlined(folder: Path, name: str, area: Rect, inverse: bool) -> Shape:
    by = round(min(area.width, area.height) * 0.1) if inverse else 0
    inner = Rect(area.x + by, area.y + by, area.width - 2 * by, area.height - 2 * by)
    return pictogram(folder, name, inner, white=inverse)


@lru_cache(16)
def _pictured(file: Path, area: Rect) -> Shape | Stamp:
    return picture(file, area)


def _in_dots(area: Area, per_mm: float) -> Rect:
    left, top = round(area.x * per_mm), round(area.y * per_mm)
    right, bottom = round((area.x + area.width) * per_mm), round((area.y + area.height) * per_mm)
    return Rect(left, top, max(1, right - left), max(1, bottom - top))


def _expected(element: CodeElement, fields: Mapping[str, str]) -> Expected | None:
    value = fields[element.field] if element.field else ""
    wanted = value or element.field == MUST_FIT or not element.field
    kind = SYMBOLOGIES[type(element)].name
    return Expected(kind, element.field or element.prefix, element.prefix + value) if wanted else None


def _filled(element: TextElement, fields: Mapping[str, str], languages: tuple[str, ...]) -> str:
    parts = []
    for part in element.text:
        said = in_languages(part, languages) if isinstance(part, Text) else part
        names = PLACE.findall(said)
        if not names or any(fields[name] for name in names):
            parts.append(PLACE.sub(lambda found: fields[found[1]], said))
    placed = any(fields[name] for name in element.names()) or not element.names()
    return element.join.join(parts) if placed else ""
