"""Labels that only try a printer out: one that says TEST, and the one that tells how far it is off."""

from __future__ import annotations

from collections.abc import Mapping

from dockstation.application.ports.clock import Clock
from dockstation.application.ports.printer import Printer
from dockstation.application.ports.printer_book import PrinterBook
from dockstation.application.ports.renderer import Renderer
from dockstation.domain.errors import DockstationError
from dockstation.domain.label import LabelContent
from dockstation.domain.printer_setup import Offsets, Settings, read_mark

CALIBRATION = "calibration"


class TryPrinter:
    """Nobody's work: not queued, not counted. ``printer.unknown`` for a name that printers.toml has not."""

    def __init__(self, book: PrinterBook, printers: Mapping[str, Printer], renderer: Renderer, clock: Clock) -> None:
        self._book, self._printers = book, printers
        self._renderer, self._clock = renderer, clock

    def test(self, name: str) -> None:
        """Print a disposition label that says TEST; raises PrinterFailed."""
        content = LabelContent(
            lpn="TEST00000", rma_number="TEST", sku="TEST", name="dockstation TEST 测试", grade="A", bin="TEST",
            disposition="restock", disposition_word="TEST", reason=name, station="TEST", at=self._now(),
        )  # fmt: skip
        self._print(name, content, self._book.labels()["layout"])

    def calibrate(self, name: str) -> Offsets:
        """Print the calibration label; the offsets it was printed with."""
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

    def _print(self, name: str, content: LabelContent, layout: str) -> None:
        if name not in self._printers:
            raise DockstationError("printer.unknown", name=name)
        printer = self._printers[name]
        printer.send(printer.encode(self._renderer.bitmap(content, layout, printer.dpi)))

    def _now(self) -> str:
        return self._clock.now().local()
