"""Looking for printers while a person looks on."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Signal

from dockstation.application.ports.printer_finder import FoundPrinter
from dockstation.ui.main_window.desk import Desk

LANE = "setup"
Found = tuple[FoundPrinter, ...]


class PrinterSearch(QObject):
    """This machine first, then the network; it holds nobody up and can be given up at any moment."""

    changed = Signal()

    def __init__(self, desk: Desk, is_shown: Callable[[], bool]) -> None:
        super().__init__()
        self._desk, self._is_shown = desk, is_shown
        self._stop = Event()
        self._left = 0
        self.found: list[FoundPrinter] = []

    @property
    def looking(self) -> bool:
        """Whether more may come."""
        return self._left > 0 and not self._stop.is_set()

    def begin(self) -> None:
        """Look anew."""
        self.stop()
        use_cases, by = self._desk.use_cases, self._desk.operator
        if use_cases is None or by is None:
            return
        stop = self._stop = Event()
        set_up = use_cases.set_printers_up
        self.found, self._left = [], 2
        self._look(stop, lambda: set_up.attached(by))
        self._look(stop, lambda: () if stop.is_set() else set_up.on_network(stop, by))

    def stop(self) -> None:
        """What is found from now on is not wanted any more."""
        self._stop.set()

    def _look(self, stop: Event, look: Callable[[], Found]) -> None:
        self._desk.background.run(
            LANE, look, lambda found: self._add(stop, found), lambda error: self._failed(stop, error)
        )

    def _add(self, stop: Event, found: Found) -> None:
        if not stop.is_set():
            self.found += [each for each in found if each not in self.found]
            self._left -= 1
            self.changed.emit()

    def _failed(self, stop: Event, error: BaseException) -> None:
        if not stop.is_set():
            if self._is_shown():  # else somebody went on with other work
                self._desk.reject(error)
            self._add(stop, ())
