"""Printers that could be set up."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event
from typing import Protocol

from dockstation.domain.printer_setup import Settings


@dataclass(frozen=True, slots=True)
class FoundPrinter:
    """``name`` as it calls itself; ``settings`` reach it, with its language and resolution where it told them."""

    name: str
    settings: Settings


class PrinterFinder(Protocol):
    """Both look for a few seconds at most."""

    def attached(self) -> tuple[FoundPrinter, ...]:
        """Those on USB and in the print queues of this machine."""
        ...

    def on_network(self, stop: Event) -> tuple[FoundPrinter, ...]:
        """Those that announce themselves, until ``stop`` is set; ``printer.no_network``."""
        ...
