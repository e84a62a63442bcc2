"""Printers as bootstrap builds them, at a port of this machine."""

from __future__ import annotations

from dockstation.application.ports.printer import Printer
from dockstation.bootstrap.printing import open_printer
from dockstation.settings import PrinterSettings


def printer_at(port: int, language: str = "zpl", timeout: float = 5, dpi: int = 203) -> Printer:
    """The printer that listens there."""
    settings = PrinterSettings(language, dpi, host="127.0.0.1", port=port, timeout_seconds=timeout)
    return open_printer("label", settings)
