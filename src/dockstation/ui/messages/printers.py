"""Setting printers up: what can go wrong, how a printer is, and its settings in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from dockstation.domain.printer_setup import OWN, PORT, Settings

PRINTERS = {
    "printer.name": QT_TRANSLATE_NOOP(
        "messages", "A printer's name has 1 to 32 letters A to Z, digits, - and _. Give it another one."
    ),
    "printer.name_taken": QT_TRANSLATE_NOOP(
        "messages", "There is a printer called {name} already; nothing was changed. Give this one another name."
    ),
    "printer.address": QT_TRANSLATE_NOOP(
        "messages", "{address} is no address of a printer. Write it as 192.168.1.20 or 192.168.1.20:9100."
    ),
    "printer.size": QT_TRANSLATE_NOOP(
        "messages", "{size} is no size of a label. Write width and height in mm, as 100 x 60, or nothing for any."
    ),
    "printer.offsets": QT_TRANSLATE_NOOP(
        "messages", "{offsets} says no offsets. Write mm to the right and mm down, as 0.5 -1."
    ),
    "printer.number": QT_TRANSLATE_NOOP(
        "messages", "{number} is no whole number. Write digits, or nothing for the printer's own setting."
    ),
    "printer.no_network": QT_TRANSLATE_NOOP(
        "messages", "There is no network to look for printers on. Check its cable, or add the printer by its address."
    ),
    "printer.look": QT_TRANSLATE_NOOP(
        "messages", "Look at the printer {name}, and at its address: the table [{name}] in printers.toml."
    ),
    "settings.no_own_folder": QT_TRANSLATE_NOOP(
        "messages",
        "This station was started without a config folder of its own, so {file} cannot be changed here. Start it "
        "with --config FOLDER.",
    ),
    "settings.not_written": QT_TRANSLATE_NOOP(
        "messages", "{key} must be {wanted}. Nothing was changed; give another value."
    ),
}
_STATES = {
    "ready": QT_TRANSLATE_NOOP("words", "ready"),
    "paper_out": QT_TRANSLATE_NOOP("words", "no paper"),
    "head_open": QT_TRANSLATE_NOOP("words", "head open"),
    "ribbon_out": QT_TRANSLATE_NOOP("words", "no ribbon"),
    "paused": QT_TRANSLATE_NOOP("words", "paused"),
    "hot": QT_TRANSLATE_NOOP("words", "too hot"),
    "offline": QT_TRANSLATE_NOOP("words", "offline"),
    "fault": QT_TRANSLATE_NOOP("words", "fault"),
    "no_answer": QT_TRANSLATE_NOOP("words", "no answer"),
    "unreachable": QT_TRANSLATE_NOOP("words", "not reachable"),
}
_LANGUAGES = {
    "zpl": QT_TRANSLATE_NOOP("words", "ZPL (Zebra)"),
    "tspl": QT_TRANSLATE_NOOP("words", "TSPL (TSC)"),
    "escpos": QT_TRANSLATE_NOOP("words", "ESC/POS (receipts)"),
    "pdf": QT_TRANSLATE_NOOP("words", "PDF (any printer)"),
    "png": QT_TRANSLATE_NOOP("words", "PNG (pictures)"),
}
PLACES = {"file": "device", "serial": "device", "usb": "usb", "cups": "url", "windows": "queue", "folder": "folder"}
"""The key by which each transport but tcp reaches its printer."""


def printer_state(state: str) -> str:
    """What a printer says of itself."""
    return _said(_STATES, state)


def printer_language(language: str) -> str:
    """What a printer understands."""
    return _said(_LANGUAGES, language)


def printer_address(settings: Settings) -> str:
    """Where a printer is."""
    transport = str(settings.get("transport", "tcp"))
    if transport in PLACES:
        return str(settings.get(PLACES[transport], ""))
    host, port = str(settings.get("host", "")), settings.get("port", PORT)
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def printer_size(settings: Settings) -> str:
    """Its paper."""
    width, height = float(settings.get("width_mm", 0)), float(settings.get("height_mm", 0))
    if not width and not height:
        return QCoreApplication.translate("words", "any size")
    if not height:
        return QCoreApplication.translate("words", "{0} mm wide").format(f"{width:g}")
    return f"{width:g} × {height:g} mm"


def printer_offsets(settings: Settings) -> str:
    """What its labels are moved by."""
    right, down = float(settings.get("offset_x_mm", 0)), float(settings.get("offset_y_mm", 0))
    return f"→ {right:g}  ↓ {down:g} mm"


def printer_number(settings: Settings, key: str) -> str:
    """Darkness or speed."""
    value = settings.get(key, OWN)
    return QCoreApplication.translate("words", "the printer's own") if value == OWN else str(value)


def _said(table: Mapping[str, object], code: str) -> str:
    return QCoreApplication.translate("words", str(table.get(code, code)))
