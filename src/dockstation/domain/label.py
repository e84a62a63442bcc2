"""What a label says, whatever printer draws it."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class LabelContent:
    """The fields a layout may place; all plain text, never commands. ``at`` is local time as shown.

    ``copy`` is 0 for the first print and counts reprints. ``disposition_word`` is the word in the
    label's language, ``disposition`` the code that picks its pictogram. A parcel's label has ``parcel``, the
    code on the box, instead of ``lpn``; ``note`` is what has to be seen first there. A receipt has ``totals``
    and what is ``missing`` too. ``void`` strikes all of it through.
    """

    lpn: str = ""
    rma_number: str = ""
    sku: str = ""
    name: str = ""
    disposition: str = ""
    disposition_word: str = ""
    grade: str = ""
    reason: str = ""
    bin: str = ""
    operator: str = ""
    station: str = ""
    at: str = ""
    copy: int = 0
    parcel: str = ""
    carrier: str = ""
    note: str = ""
    totals: str = ""
    missing: str = ""
    void: bool = False

    def fields(self) -> dict[str, str]:
        """Every field that a layout may place as text, by name."""
        return {name: str(value) for name, value in asdict(self).items() if name != "void"}


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
