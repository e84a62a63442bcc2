"""Setting printers up, for the gallery and the tests of screens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from dockstation.application.ports.printer_finder import FoundPrinter
from dockstation.application.set_printers_up import PrintersView
from dockstation.domain.printer_setup import Settings
from dockstation.settings import ConfigFolders
from dockstation.settings.changing import ConfigBook
from dockstation.ui.main_window.printer_words import PrinterWords
from dockstation.ui.screens.ask import Asked, AskScreen
from dockstation.ui.screens.entry import Entry, EntryScreen
from dockstation.ui.screens.printers import PrintersPage, PrintersScreen
from tests.ui.receiving_scenes import Scene

NETWORK: Settings = {"language": "zpl", "dpi": 203, "transport": "tcp", "host": "192.168.100.120", "port": 9100}
VIEW = PrintersView(
    {
        "label": {**NETWORK, "width_mm": 100, "height_mm": 60, "offset_x_mm": -0.5, "offset_y_mm": 1.25},
        "roll-60x40": {**NETWORK, "language": "tspl", "dpi": 300, "darkness": 8, "speed": 4},
        "receipts": {"language": "escpos", "dpi": 203, "transport": "usb", "usb": "04b8:0202:J3AF012345"},
        "office": {
            "language": "pdf", "dpi": 600, "transport": "cups",
            "url": "ipp://printserver.warehouse.example:631/printers/office-2nd-floor",
        },
    },
    {"layout": "disposition", "licence_plate": "", "parcel": "parcel", "receipt": "receipt", "printer": "label",
     "licence_plate_printer": "", "parcel_printer": "", "receipt_printer": "receipts"},
    ConfigBook(ConfigFolders()).layouts(),
)  # fmt: skip
STATES = {"label": "ready", "roll-60x40": "unreachable", "receipts": "paper_out"}
FOUND = (
    FoundPrinter("Zebra Technologies ZTC ZD421-203dpi ZPL", {"transport": "usb", "usb": "0a5f:0164"}),
    FoundPrinter("TSC TE210 [4F2A11]", {**NETWORK, "host": "192.168.100.121"}),
    FoundPrinter("Office", {"transport": "cups", "url": "ipp://192.168.100.9:631/ipp/print"}),
)


def _page(chosen: str) -> QWidget:
    screen = PrintersScreen()
    screen.show_printers(PrintersPage(VIEW, STATES, chosen))
    return screen


def _none() -> QWidget:
    screen = PrintersScreen()
    screen.show_printers(PrintersPage(PrintersView({}, VIEW.labels, ()), {}, ""))
    return screen


def _asked(say: Callable[[PrinterWords], Asked]) -> QWidget:
    screen = AskScreen()
    screen.show_ask(say(PrinterWords()))
    return screen


def _entry(say: Callable[[PrinterWords], Entry], text: str) -> QWidget:
    screen = EntryScreen()
    screen.ask(say(PrinterWords()), text)
    return screen


def _asking(say: Callable[[PrinterWords], Asked]) -> Callable[[str], QWidget]:
    return lambda _lang: _asked(say)


def _entering(say: Callable[[PrinterWords], Entry], text: str = "") -> Callable[[str], QWidget]:
    return lambda _lang: _entry(say, text)


PRINTERS: dict[str, Scene] = {
    "printers": ("", "", lambda _lang: _page("label")),
    "printers-office": ("reject", "printer.unreachable", lambda _lang: _page("office")),
    "printers-none": ("", "", lambda _lang: _none()),
    "printers-looking": ("", "", _asking(lambda words: words.found(FOUND[:1], looking=True))),
    "printers-found": ("", "", _asking(lambda words: words.found(FOUND, looking=False))),
    "printers-alone": ("reject", "printer.no_network", _asking(lambda words: words.found((), looking=False))),
    "printers-language": ("", "", _asking(lambda words: words.languages("TSC TE210 [4F2A11]", "tspl"))),
    "printers-size": ("", "", _asking(lambda words: words.sizes("label"))),
    "printers-marks": ("accept", "OK", _asking(lambda words: words.marks("label", VIEW.printers["label"]))),
    "printers-labels": ("", "", _asking(lambda words: words.labels("roll-60x40", VIEW))),
    "printers-layouts": ("", "", _asking(lambda words: words.layouts("layout", VIEW, "roll-60x40"))),
    "printers-address": ("", "", _entering(lambda words: words.address(""), "192.168.100.121")),
    "printers-darkness": (
        "reject", "settings.not_written", _entering(lambda words: words.number("label", "darkness", "zpl"), "31"),
    ),
}  # fmt: skip
