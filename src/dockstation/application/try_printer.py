"""Labels that only try a printer out: one that says TEST, and the one that tells how far it is off."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from dockstation.application.ports.clock import Clock
from dockstation.application.ports.printer import Printer
from dockstation.application.ports.printer_book import PrinterBook
from dockstation.application.ports.renderer import Renderer
from dockstation.domain.errors import DockstationError
from dockstation.domain.label import Bitmap, LabelContent
from dockstation.domain.printer_setup import Offsets, Settings, read_mark

CALIBRATION = ("calibration", "calibration_60x40", "calibration_50x30")
"""The largest first."""
DISPOSITION = ("disposition", "disposition_60x40", "disposition_50x30")
ROLL = "_80mm"
"""What the layouts for receipt printers end with."""
MM_PER_INCH = 25.4


class TryPrinter:
    """Nobody's work: not queued, not counted. ``printer.unknown`` for a name that printers.toml has not."""

    def __init__(self, book: PrinterBook, printers: Mapping[str, Printer], renderer: Renderer, clock: Clock) -> None:
        self._book, self._printers = book, printers
        self._renderer, self._clock = renderer, clock

    def test(self, name: str) -> None:
        """Print a disposition label that says TEST: this station's own, elsewhere as large as the paper takes."""
        labels = self._book.labels()
        content = LabelContent(
            lpn="TEST00000", rma_number="TEST", sku="TEST", name="dockstation TEST 测试", grade="A", bin="TEST",
            disposition="restock", disposition_word="TEST", reason=name, station="TEST", at=self._now(),
        )  # fmt: skip
        self._print(name, content, (labels["layout"],) if labels["printer"] == name else DISPOSITION)

    def calibrate(self, name: str) -> Offsets:
        """Print the largest calibration label that goes on its paper; the offsets it was printed with."""
        offsets = self.offsets(name)
        self._print(name, LabelContent(lpn="DSCAL", station=name, at=self._now(), name=name), CALIBRATION)
        return offsets

    def offsets(self, name: str) -> Offsets:
        """What a printer's labels are moved by."""
        return Offsets.of(self._settings(name))

    def corrected(self, offsets: Offsets, code: str) -> Settings:
        """What is right where the mark ``code`` is right on a label printed with ``offsets``; ``printer.no_mark``."""
        return offsets.corrected(read_mark(code))

    def _settings(self, name: str) -> Settings:
        printers = self._book.printers()
        if name not in printers:
            raise DockstationError("printer.unknown", name=name)
        return printers[name]

    def _print(self, name: str, content: LabelContent, layouts: Sequence[str]) -> None:
        settings = self._settings(name)
        if name not in self._printers:
            raise DockstationError("printer.unknown", name=name)
        printer = self._printers[name]
        drawn = (self._renderer.bitmap(content, each, printer.dpi) for each in self._fit(layouts, settings))
        printer.send(printer.encode(_largest(drawn, settings)))

    def _fit(self, layouts: Sequence[str], settings: Settings) -> Sequence[str]:
        """Of several those that are here; for a receipt printer the one for its roll first, where there is one."""
        if len(layouts) == 1:
            return layouts
        there, roll = self._book.layouts(), layouts[0] + ROLL
        wanted = (roll, *layouts) if settings["language"] == "escpos" else layouts
        return [each for each in wanted if each in there] or layouts[:1]

    def _now(self) -> str:
        return self._clock.now().local()


def _largest(drawn: Iterable[Bitmap], settings: Settings) -> Bitmap:
    """The first that goes on the paper, else the last, which its printer then refuses."""
    width, height = (float(settings.get(key, 0)) or math.inf for key in ("width_mm", "height_mm"))
    last = None
    for last in drawn:
        wide, high = ((dots - 1) * MM_PER_INCH / last.dpi for dots in (last.width, last.height))
        if wide <= width and high <= height:
            return last
    assert last is not None
    return last
