"""Digits that nobody may read: a new PIN, twice alike, or the code of the first administrator."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import Scan
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.intake import HIDDEN
from dockstation.ui.main_window.page_stage import PageStage
from dockstation.ui.main_window.pin_entry import PinEntry
from dockstation.ui.screens.new_pin import NewPinScreen

Say = Callable[[], tuple[str, str]]
"""The title and what to enter, in the language of the moment."""


class NewPinStage(PageStage):
    """Nothing but digits is taken here, and none is repeated."""

    screen: NewPinScreen

    def __init__(self, desk: Desk, screen: NewPinScreen) -> None:
        super().__init__(desk, screen)
        self._say: Say = lambda: ("", "")
        self._then: Callable[[str], None] = lambda _digits: None
        self._twice, self._first = True, ""
        self._pin = PinEntry(self.refresh, lambda: not desk.busy)
        screen.pressed.connect(self._pin.press)
        screen.confirmed.connect(self.confirm)
        screen.hidden.connect(self._forget)

    def ask(self, say: Say, then: Callable[[str], None], *, twice: bool = True) -> None:
        """Ask what ``say`` says, once more when ``twice``; ``then`` gets the digits."""
        self._say, self._then, self._twice = say, then, twice
        self._forget()
        self.refresh()
        self.shown.emit()

    def _forget(self) -> None:
        self._first = ""
        self._pin.forget()

    def refresh(self) -> None:
        """Show the same again."""
        title, step = self._say()
        again = QCoreApplication.translate("NewPinStage", "Enter the same PIN again")
        self.screen.show_new(title, again if self._first else step, len(self._pin))

    def scan(self, _scan: Scan) -> None:
        """It may be a PIN that slipped."""
        self._desk.reject(DockstationError("scan.not_now", code=HIDDEN))

    def command(self, word: str) -> bool:
        """Digits, UNDO, CANCEL."""
        return super().command(word) or self._pin.command(word)

    def key(self, key: int) -> bool:
        """The same by keys; Esc goes back."""
        return super().key(key) or self._pin.key(key)

    def confirm(self) -> None:
        """What was entered counts, once it was entered twice alike where that is asked for."""
        if self._desk.busy or not len(self._pin):
            return
        self._desk.banner.acknowledge()
        digits = self._pin.take()
        if self._twice and not self._first:
            self._first = digits
        elif self._twice and digits != self._first:
            self._first = ""
            self._desk.reject(DockstationError("people.unlike"))
        else:
            self._first = ""
            self._then(digits)
        self.refresh()
