"""printers.toml as frozen records: one table a printer."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dockstation.domain.errors import DockstationError
from dockstation.domain.printer_setup import OWN
from dockstation.settings.document import Document, like, one_of, within
from dockstation.settings.folders import ConfigFolders

SECONDS = within(0.1, 600)
MM = within(0, 500)
OFFSET = within(-25, 25)
NEEDS = {
    "tcp": ("host",),
    "file": ("device",),
    "serial": ("device",),
    "usb": ("usb",),
    "cups": ("url",),
    "windows": ("queue",),
    "folder": ("folder",),
}
"""The keys that each transport cannot do without."""
DARKNESS = {"zpl": (0, 30), "tspl": (0, 15), "escpos": (1, 8)}
SPEED = {"zpl": (1, 14), "tspl": (1, 18), "escpos": (1, 9)}


def _own_or(most: int) -> dict[str, Any]:
    return {**within(OWN, most), "written": f"0–{most}"}


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    """One table of printers.toml. Sizes and offsets in mm, a size of 0 is any; ``gap_mm`` is between labels."""

    language: str = field(metadata=one_of("zpl", "tspl", "escpos", "pdf", "png"))
    dpi: int = field(metadata={"one_of": (203, 300, 600), "written": "203 | 300 | 600"})
    transport: str = field(default="tcp", metadata=one_of(*NEEDS))
    host: str = field(default="", metadata=within(0, 255))
    port: int = field(default=9100, metadata=within(1, 65_535))
    device: str = field(default="", metadata=within(0, 256))
    baud: int = field(default=9600, metadata=within(300, 4_000_000))
    usb: str = field(default="", metadata=like(r"|[0-9a-fA-F]{4}:[0-9a-fA-F]{4}(:.{1,126})?", '"0a5f:0164"'))
    url: str = field(
        default="", metadata=like(r"|(ipps?|https?)://\S{1,250}", '"ipp://localhost:631/printers/label"')
    )
    queue: str = field(default="", metadata=within(0, 220))
    folder: str = field(default="", metadata=within(0, 1000))
    timeout_seconds: float = field(default=5, metadata=SECONDS)
    width_mm: float = field(default=0, metadata=MM)
    height_mm: float = field(default=0, metadata=MM)
    gap_mm: float = field(default=2, metadata=within(0, 25))
    offset_x_mm: float = field(default=0, metadata=OFFSET)
    offset_y_mm: float = field(default=0, metadata=OFFSET)
    darkness: int = field(default=OWN, metadata=_own_or(30))
    speed: int = field(default=OWN, metadata=_own_or(18))
    cut: bool = True


def load_printers(folders: ConfigFolders) -> dict[str, PrinterSettings]:
    """printers.toml as it counts here, by printer name."""
    return read_printers(folders.find("printers.toml"))


def read_printers(file: Path) -> dict[str, PrinterSettings]:
    """That file as printers.toml."""
    document = Document(file)
    return {name: _printer(document, name) for name in document.value(())}


def _printer(document: Document, name: str) -> PrinterSettings:
    printer = document.table(PrinterSettings, (name,))
    for key in NEEDS[printer.transport]:
        if not getattr(printer, key):
            line = document.line_of((name, "transport"))
            raise DockstationError("settings.missing", file=str(document.file), line=line, key=f"{name}.{key}")
    for key, limits in (("darkness", DARKNESS), ("speed", SPEED)):
        _within(document, (name, key), getattr(printer, key), limits.get(printer.language))
    return printer


def _within(document: Document, path: tuple[str, str], value: int, limits: tuple[int, int] | None) -> None:
    if value != OWN and (limits is None or not limits[0] <= value <= limits[1]):
        raise document.wrong_type(path, f"{limits[0]}–{limits[1]}" if limits else str(OWN))
