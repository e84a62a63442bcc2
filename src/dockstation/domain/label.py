"""What a label says, whatever printer draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from dockstation.domain.text import Text

Words = str | Text
"""In one language, or in several of which the label takes its own."""


@dataclass(frozen=True, slots=True)
class LabelContent:
    """The fields a layout may place; all plain text, never commands. ``at`` is local time as shown.

    ``copy`` is 0 for the first print and counts reprints; a ``void`` label is struck through and has no codes.
    ``disposition`` is the code that picks its pictogram and word. A parcel's label has ``parcel``, the code on the
    box, instead of ``lpn``; ``note`` is what has to be seen first there. A receipt has ``totals`` and what is
    ``missing`` too; a unit for repair its ``defects``.
    """

    lpn: str = ""
    rma_number: str = ""
    sku: str = ""
    name: Words = ""
    disposition: str = ""
    disposition_word: Words = ""
    grade: str = ""
    reason: Words = ""
    defects: Words = ""
    bin: str = ""
    operator: str = ""
    station: str = ""
    at: str = ""
    copy: int = 0
    parcel: str = ""
    carrier: str = ""
    note: Words = ""
    totals: Words = ""
    missing: Words = ""
    void: bool = False

    def fields(self, languages: Sequence[str] = ("en",)) -> dict[str, str]:
        """Every field as text, by name; ``copy`` is empty for the first print and ``void`` for a good label."""
        return {each.name: _written(getattr(self, each.name), languages) for each in fields(self)}


def _written(value: Words | int, languages: Sequence[str]) -> str:
    if isinstance(value, Text):
        return in_languages(value, languages)
    return value if isinstance(value, str) else str(int(value) or "")


def in_languages(text: Text, languages: Sequence[str]) -> str:
    """What it says in each of them, one after the other; what is the same in two stands once."""
    return " ".join(dict.fromkeys(text.in_language(each) for each in languages))


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A 1-bit picture in printer dots: ``rows`` are bytes, ⌈width/8⌉ a row, most significant bit left, 1 = black."""

    width: int
    height: int
    dpi: int
    rows: bytes

    @property
    def stride(self) -> int:
        """Bytes a row."""
        return (self.width + 7) // 8
