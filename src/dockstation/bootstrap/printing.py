"""Printers as printers.toml has them: a language on a transport."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from dockstation.domain.printer_setup import OWN
from dockstation.settings import ConfigFolders, PrinterSettings, load_printers

if TYPE_CHECKING:
    from dockstation.adapters.printers.device import Language, Transport
    from dockstation.application.ports.printer import Printer
    from dockstation.application.ports.printer_book import PrinterBook
    from dockstation.application.ports.printer_finder import PrinterFinder
    from dockstation.application.ports.renderer import Renderer
    from dockstation.application.set_printers_up import SetPrintersUp
    from dockstation.application.try_printer import TryPrinter
    from dockstation.bootstrap import Place


def open_printers(place: Place) -> dict[str, Printer]:
    """Every printer of printers.toml, none of them connected to yet."""
    return {name: open_printer(name, each) for name, each in load_printers(place.folders).items()}


def open_printer(name: str, settings: PrinterSettings) -> Printer:
    """One of them."""
    from dockstation.adapters.printers.device import DevicePrinter
    from dockstation.adapters.printers.placing import Placed

    language = _language(settings)
    paper = (settings.width_mm, settings.height_mm)
    placed = Placed(name, language, *paper, settings.offset_x_mm, settings.offset_y_mm)
    return DevicePrinter(placed, _transport(settings, language), settings.dpi)


def _language(settings: PrinterSettings) -> Language:
    darkness, speed = (None if value == OWN else value for value in (settings.darkness, settings.speed))
    match settings.language:
        case "zpl":
            from dockstation.adapters.printers.zpl import Zpl

            return Zpl(darkness, speed)
        case "tspl":
            from dockstation.adapters.printers.tspl import Tspl

            return Tspl(settings.gap_mm, darkness, speed)
        case "escpos":
            from dockstation.adapters.printers.escpos import EscPos

            return EscPos(settings.cut, darkness, speed)
        case "pdf":
            from dockstation.adapters.printers.documents import Pdf

            return Pdf()
        case _:
            from dockstation.adapters.printers.documents import Png

            return Png()


def _transport(settings: PrinterSettings, language: Language) -> Transport:  # noqa: PLR0911 - one each
    seconds = settings.timeout_seconds
    match settings.transport:
        case "file":
            from dockstation.adapters.printers.device_file import device_file

            return device_file(settings.device, seconds)
        case "serial":
            from dockstation.adapters.printers.serial_line import serial_line

            return serial_line(settings.device, settings.baud, seconds)
        case "usb":
            from dockstation.adapters.printers.usb_line import usb_line

            return usb_line(settings.usb, seconds)
        case "cups":
            from dockstation.adapters.printers.cups import CupsTransport

            return CupsTransport(settings.url, language.mime, seconds)
        case "windows":
            from dockstation.adapters.printers.windows import WindowsTransport

            return WindowsTransport(settings.queue, seconds)
        case "folder":
            from dockstation.adapters.printers.folder import FolderTransport

            return FolderTransport(Path(settings.folder).expanduser(), language.ending)
        case _:
            from dockstation.adapters.printers.tcp import tcp

            return tcp(settings.host, settings.port, seconds)


def open_book(folders: ConfigFolders) -> PrinterBook:
    """Printers and their layouts as config has them, to read and to change."""
    from dockstation.settings.changing import ConfigBook

    return ConfigBook(folders)


def open_finder() -> PrinterFinder:
    """What looks for printers on USB, in print queues and on the network."""
    from dockstation.adapters.printers.finding import Finder

    return Finder()


def open_try_printer(place: Place, printers: Mapping[str, Printer], labels: Renderer) -> TryPrinter:
    """What prints labels that try a printer out."""
    from dockstation.adapters.system_clock import SystemClock
    from dockstation.application.try_printer import TryPrinter

    return TryPrinter(open_book(place.folders), printers, labels, SystemClock())


def open_set_printers_up(place: Place, printers: dict[str, Printer], labels: Renderer) -> SetPrintersUp:
    """What changes printers.toml and [labels]; a printer that was changed takes its place among ``printers``."""
    from dockstation.application.set_printers_up import SetPrintersUp

    def reopen(name: str) -> Printer:
        return open_printer(name, load_printers(place.folders)[name])

    trial = open_try_printer(place, printers, labels)
    return SetPrintersUp(open_book(place.folders), trial, open_finder(), printers, reopen)
