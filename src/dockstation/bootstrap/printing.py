"""Printers as printers.toml has them: a language on a transport."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dockstation.settings import PrinterSettings, load_printers
from dockstation.settings.printers import OWN

if TYPE_CHECKING:
    from dockstation.adapters.printers.device import Language, Transport
    from dockstation.application.ports.printer import Printer
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


def attached() -> list[dict[str, str]]:
    """Printers of this machine by the key of printers.toml that reaches them: device, usb, url."""
    from dockstation.adapters.printers.cups import queues
    from dockstation.adapters.printers.usb_line import attached_printers

    files = [{"device": str(path), "name": path.name} for path in sorted(Path("/dev/usb").glob("lp*"))]
    return [*files, *attached_printers(), *queues()]
