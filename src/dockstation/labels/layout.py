"""Label layouts: where the fields of a label stand, in millimetres from its top left corner."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass

from dockstation.domain.label import LabelContent
from dockstation.domain.text import Text
from dockstation.settings.document import one_of, within

FIELDS = frozenset(each.name for each in dataclasses.fields(LabelContent))
PLACE = re.compile(r"\{(\w*)\}")
"""A field's place in a text: ``{rma_number}``."""
MOST_MM = 300.0
ALIGNS = {"left": 0.0, "centre": 0.5, "right": 1.0}
"""How much of the free width goes to the left."""
ANCHORS = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
"""How much of the free height goes above."""
FILLS = ("black", "stripes", "checks")
LENGTH = within(0, MOST_MM)
ALIGN = one_of(*ALIGNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle in millimetres, drawn for the dispositions ``only`` (all when empty) but those in ``without``."""

    x: float = dataclasses.field(metadata=LENGTH)
    y: float = dataclasses.field(metadata=LENGTH)
    width: float = dataclasses.field(metadata=LENGTH)
    height: float = dataclasses.field(metadata=LENGTH)
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def belongs(self, disposition: str) -> bool:
        """Whether a label of this disposition has it."""
        return disposition not in self.without and (not self.only or disposition in self.only)

    def meets(self, other: Area) -> bool:
        """Whether a label has both and they share more than an edge."""
        apart_x = self.x >= other.x + other.width or other.x >= self.x + self.width
        apart_y = self.y >= other.y + other.height or other.y >= self.y + self.height
        either = {*self.only, *other.only} or {""}
        return not (apart_x or apart_y) and any(self.belongs(each) and other.belongs(each) for each in either)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLook(Area):
    """From ``size`` down to ``smallest`` (em height in mm), on at most ``lines`` lines.

    On a roll a text that ``shrinks`` takes no more height than it needs, and what is below moves up.
    """

    size: float = dataclasses.field(metadata=LENGTH)
    smallest: float = dataclasses.field(metadata=LENGTH)
    lines: int = dataclasses.field(default=1, metadata=within(1, 20))
    join: str = " · "
    align: str = dataclasses.field(default="left", metadata=ALIGN)
    anchor: str = dataclasses.field(default="middle", metadata=one_of(*ANCHORS))
    bold: bool = False
    inverse: bool = False
    shrinks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextElement(TextLook):
    """Text fitted to its area.

    Each part of ``text`` is left out when all the fields it names are empty; the rest are put together with
    ``join``. With no part left nothing is drawn, no background of ``inverse`` either.
    """

    text: tuple[str | Text, ...]

    def names(self) -> tuple[str, ...]:
        """The fields that it places, in whatever language."""
        said = [
            said for part in self.text for said in (part.by_language.values() if isinstance(part, Text) else (part,))
        ]
        return tuple(name for each in said for name in PLACE.findall(each))


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeElement(Area):
    """A code of ``prefix`` and a field, as large as whole dots allow; the area includes the quiet zones.

    With neither a field nor a value for it, no code is drawn.
    """

    field: str = ""
    prefix: str = ""
    align: str = dataclasses.field(default="centre", metadata=ALIGN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code128Element(CodeElement):
    """A Code 128."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QrElement(CodeElement):
    """A QR code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataMatrixElement(CodeElement):
    """A square Data Matrix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxElement(Area):
    """A frame drawn inwards from its area, ``line`` mm thick."""

    line: float = dataclasses.field(default=0.5, metadata=LENGTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineElement(Area):
    """A bar: black, of slanting stripes, or of checks."""

    fill: str = dataclasses.field(default="black", metadata=one_of(*FILLS))


@dataclass(frozen=True, slots=True, kw_only=True)
class PictogramElement(Area):
    """The disposition's pictogram, as large as fits in the middle of its area; ``inverse`` is white on black."""

    inverse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureElement(Area):
    """``file``: a PNG, dithered once, or an SVG as pictograms are; of the layout's folder, else of the program."""

    file: str


Element = TextElement | CodeElement | BoxElement | LineElement | PictogramElement | PictureElement


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A label's size in millimetres, and whether it says everything in both languages or in the station's.

    A ``roll`` is cut below what there is to say; ``height`` is the most.
    """

    width: float = dataclasses.field(metadata=within(10, MOST_MM))
    height: float = dataclasses.field(metadata=within(10, MOST_MM))
    roll: bool = False
    languages: str = dataclasses.field(default="station", metadata=one_of("station", "both"))


@dataclass(frozen=True, slots=True)
class Layout:
    """A label's sheet and what stands on it, in the order of drawing; ``lines`` of its file, by element."""

    name: str
    file: str
    sheet: Sheet
    elements: tuple[Element, ...]
    lines: tuple[int, ...]
