"""Setting a label printer up: the marks of the calibration label, and settings as people type them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dockstation.domain.errors import DockstationError

Value = str | int | float
Settings = Mapping[str, Value]
"""One printer's, by the keys of printers.toml."""

INTENDED_MM = 5
"""Where the frame of the calibration label is drawn, from the left and from the top."""
PORT = 9100
OWN = -1
"""Of darkness and speed: as the printer itself is set."""
_MARK = re.compile(r"DSCAL-([XY])(\d{1,2})")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")
_HOST = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]{0,252}|\[[0-9A-Fa-f:.]{2,45}\])(?:[: ]+(\d{1,5}))?")
_SIZE = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)\s*[xX×*/ ]\s*(\d{1,3}(?:\.\d{1,3})?)")
_OFFSETS = re.compile(r"([+-]?\d{1,3}(?:\.\d{1,3})?)\s*[/, ]\s*([+-]?\d{1,3}(?:\.\d{1,3})?)")


@dataclass(frozen=True, slots=True)
class Mark:
    """``DSCAL-X4``: the left line of the frame stands 4 mm from the edge; ``Y``: the upper one from the top."""

    axis: str
    mm: int


def read_mark(code: str) -> Mark:
    """The mark that was scanned; ``printer.no_mark`` for any other code."""
    found = _MARK.fullmatch(code.strip().upper())
    if found is None:
        raise DockstationError("printer.no_mark", mark=code)
    return Mark(found[1], int(found[2]))


@dataclass(frozen=True, slots=True)
class Offsets:
    """How far a printer's labels are moved, in mm: to the right, and down."""

    x: float = 0
    y: float = 0

    @classmethod
    def of(cls, settings: Settings) -> Offsets:
        """Those of a printer."""
        return cls(float(settings.get("offset_x_mm", 0)), float(settings.get("offset_y_mm", 0)))

    def corrected(self, mark: Mark) -> Settings:
        """What to write for a label that was printed with these, and on which that mark is right."""
        key, before = ("offset_x_mm", self.x) if mark.axis == "X" else ("offset_y_mm", self.y)
        return {key: round(before + INTENDED_MM - mark.mm, 3)}


def read_name(text: str) -> str:
    """What a printer shall be called; ``printer.name`` for what could not be typed or scanned everywhere."""
    if not _NAME.fullmatch(text.strip()):
        raise DockstationError("printer.name", name=text)
    return text.strip()


def read_address(text: str) -> Settings:
    """``192.168.1.20:9101`` as transport, host and port; ``printer.address``."""
    found = _HOST.fullmatch(text.strip())
    if found is None or not 0 < int(found[2] or PORT) < 65_536:
        raise DockstationError("printer.address", address=text)
    return {"transport": "tcp", "host": found[1].strip("[]"), "port": int(found[2] or PORT)}


def read_size(text: str) -> Settings:
    """``100 x 60`` as width and height in mm, nothing as any size; ``printer.size``."""
    found = _SIZE.fullmatch(text.strip() or "0 0")
    if found is None:
        raise DockstationError("printer.size", size=text)
    return {"width_mm": float(found[1]), "height_mm": float(found[2])}


def read_offsets(text: str) -> Settings:
    """``0.5 -1`` as mm to the right and down; ``printer.offsets``."""
    found = _OFFSETS.fullmatch(text.strip() or "0 0")
    if found is None:
        raise DockstationError("printer.offsets", offsets=text)
    return {"offset_x_mm": float(found[1]), "offset_y_mm": float(found[2])}


def read_number(key: str, text: str) -> Settings:
    """A number for darkness or speed, nothing for the printer's own; ``printer.number``."""
    if not re.fullmatch(r"\d{0,3}", text.strip(), re.ASCII):
        raise DockstationError("printer.number", number=text)
    return {key: int(text.strip() or OWN)}
