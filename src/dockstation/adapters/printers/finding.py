"""The port PrinterFinder: USB, print queues and the network."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from dockstation.application.ports.printer_finder import FoundPrinter
from dockstation.domain.printer_setup import Settings


class Finder:
    """Of this machine and of its networks."""

    def attached(self) -> tuple[FoundPrinter, ...]:
        """As the port says; what cannot be asked has nothing."""
        from dockstation.adapters.printers.cups import queues
        from dockstation.adapters.printers.usb_line import attached_printers

        files = [{"device": str(path), "name": path.name} for path in sorted(Path("/dev/usb").glob("lp*"))]
        return tuple(_found(each) for each in (*files, *attached_printers(), *queues()))

    def on_network(self, stop: Event) -> tuple[FoundPrinter, ...]:
        """As the port says."""
        from dockstation.adapters.printers.on_network import on_network

        return on_network(stop)


WAYS = {"device": "file", "usb": "usb", "url": "cups"}
"""The transport by the key that reaches a printer."""


def _found(there: dict[str, str]) -> FoundPrinter:
    key = next(each for each in WAYS if each in there)
    settings: Settings = {"transport": WAYS[key], key: there[key]}
    return FoundPrinter(there.get("name") or there[key], settings)
