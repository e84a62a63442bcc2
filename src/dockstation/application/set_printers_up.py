"""Printers of the station: what there is, what is changed about them, and which one prints what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from threading import Event

from dockstation.application.ports.printer import Printer, PrinterState
from dockstation.application.ports.printer_book import PrinterBook
from dockstation.application.ports.printer_finder import FoundPrinter, PrinterFinder
from dockstation.application.try_printer import TryPrinter
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Task
from dockstation.domain.printer_setup import Offsets, Settings, read_name

KINDS = ("layout", "licence_plate", "parcel", "receipt")
"""What is printed here, by the keys of [labels]."""


def printer_key(kind: str) -> str:
    """The key of [labels] that names the printer of a kind."""
    return "printer" if kind == "layout" else f"{kind}_printer"


@dataclass(frozen=True, slots=True)
class PrintersView:
    """``printers`` by name; ``labels`` are the layouts by ``KINDS``, and printers; ``layouts`` all that are here."""

    printers: Mapping[str, Settings]
    labels: Mapping[str, str]
    layouts: tuple[str, ...]

    def printer_of(self, kind: str) -> str:
        """What prints this kind of label."""
        return self.labels.get(printer_key(kind)) or self.labels.get("printer", "")


class SetPrintersUp:
    """Everything here needs the right to. What is written counts at once for printers, at the next start for layouts.

    ``printers`` are those in use, which ``reopen`` builds anew after a change.
    """

    def __init__(
        self, book: PrinterBook, trial: TryPrinter, finder: PrinterFinder, printers: MutableMapping[str, Printer],
        reopen: Callable[[str], Printer],
    ) -> None:  # fmt: skip
        self._book, self._trial, self._finder = book, trial, finder
        self._printers, self._reopen = printers, reopen

    def view(self, by: Operator) -> PrintersView:
        """As config has it now; ``role.forbidden``."""
        by.require(Task.SET_UP)
        printers = self._book.printers()
        for name in printers:  # somebody may have written one more by hand
            if name not in self._printers:
                self._printers[name] = self._reopen(name)
        return PrintersView(printers, self._book.labels(), self._book.layouts())

    def state(self, name: str, by: Operator) -> PrinterState:
        """What a printer says of itself."""
        by.require(Task.SET_UP)
        return self._printers[name].status() if name in self._printers else PrinterState.UNREACHABLE

    def change(self, name: str, settings: Settings, by: Operator) -> PrintersView:
        """Write these settings; ``settings.*`` where they do not fit, and nothing is changed then."""
        by.require(Task.SET_UP)
        self._book.change_printer(name, settings)
        self._printers[name] = self._reopen(name)
        return self.view(by)

    def add(self, name: str, settings: Settings, by: Operator) -> PrintersView:
        """A new printer; ``printer.name``, ``printer.name_taken``."""
        by.require(Task.SET_UP)
        if read_name(name).lower() in (each.lower() for each in self._book.printers()):
            raise DockstationError("printer.name_taken", name=name)
        return self.change(read_name(name), settings, by)

    def choose(self, labels: Mapping[str, str], by: Operator) -> PrintersView:
        """Which layouts, and which printers for what this station prints; ``printer.unknown``."""
        by.require(Task.SET_UP)
        known = self._book.printers()
        for key, name in labels.items():
            if key.endswith("printer") and name not in known:
                raise DockstationError("printer.unknown", name=name)
        self._book.change_labels(labels)
        return self.view(by)

    def test(self, name: str, by: Operator) -> None:
        """Print a label that says TEST; raises PrinterFailed."""
        by.require(Task.SET_UP)
        self._trial.test(name)

    def calibrate(self, name: str, by: Operator) -> Offsets:
        """Print the calibration label; what it was printed with, for ``take_mark``."""
        by.require(Task.SET_UP)
        return self._trial.calibrate(name)

    def take_mark(self, name: str, printed: Offsets, code: str, by: Operator) -> PrintersView:
        """Correct a printer by a mark on a label that was ``printed`` with these offsets; ``printer.no_mark``."""
        by.require(Task.SET_UP)
        return self.change(name, self._trial.corrected(printed, code), by)

    def attached(self, by: Operator) -> tuple[FoundPrinter, ...]:
        """Printers of this machine."""
        by.require(Task.SET_UP)
        return self._finder.attached()

    def on_network(self, stop: Event, by: Operator) -> tuple[FoundPrinter, ...]:
        """Printers that announce themselves on the network; ``printer.no_network``."""
        by.require(Task.SET_UP)
        return self._finder.on_network(stop)
