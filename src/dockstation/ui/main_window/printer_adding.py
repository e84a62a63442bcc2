"""A printer more: found or by its address, then asked about what nothing told."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Signal

from dockstation.application.ports.printer_finder import FoundPrinter
from dockstation.application.set_printers_up import PrintersView
from dockstation.domain.printer_setup import Settings, read_address, read_name
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.entry_stage import EntryStage
from dockstation.ui.main_window.printer_search import PrinterSearch
from dockstation.ui.main_window.printer_words import BY_HAND, PrinterWords

UNUSUAL = re.compile(r"[^A-Za-z0-9]+")


class PrinterAdding(QObject):
    """Language and resolution that the printer told are proposed, and asked about all the same."""

    added = Signal(object, str)
    """The PrintersView with it, and its name."""

    def __init__(self, desk: Desk, asking: AskStage, entry: EntryStage, words: PrinterWords) -> None:
        super().__init__()
        self._desk, self._asking, self._entry, self._words = desk, asking, entry, words
        self._search = PrinterSearch(desk, asking.screen.isVisible)
        self._search.changed.connect(self._asking.refresh)

    def begin(self) -> None:
        """Look for printers, and show them as they are found."""
        search = self._search
        search.begin()
        self._asking.ask(lambda: self._words.found(search.found, looking=search.looking), self._chosen)

    def stop(self) -> None:
        """Given up."""
        self._search.stop()

    def _chosen(self, which: str) -> None:
        self.stop()
        if which == BY_HAND:
            self._entry.ask(lambda: self._words.address(""), lambda text: self._ask_language("", read_address(text)))
        else:
            found: FoundPrinter = self._search.found[int(which)]
            self._ask_language(found.name, found.settings)

    def _ask_language(self, called: str, settings: Settings) -> None:
        title, proposed = called or str(settings.get("host", "")), str(settings.get("language", ""))
        self._asking.ask(
            lambda: self._words.languages(title, proposed),
            lambda language: self._ask_dpi(called, title, {**settings, "language": language}),
        )

    def _ask_dpi(self, called: str, title: str, settings: Settings) -> None:
        proposed = str(settings.get("dpi", ""))
        self._asking.ask(
            lambda: self._words.resolutions(title, proposed),
            lambda dpi: self._ask_name(called, {**settings, "dpi": int(dpi)}),
        )

    def _ask_name(self, called: str, settings: Settings) -> None:
        proposed = UNUSUAL.sub("-", called).strip("-")[:32].strip("-").lower()
        self._entry.ask(self._words.name, lambda text: self._add(read_name(text), settings), proposed)

    def _add(self, name: str, settings: Settings) -> None:
        def added(view: PrintersView) -> None:
            self.added.emit(view, name)

        self._desk.act(lambda use, by: use.set_printers_up.add(name, settings, by), added)
