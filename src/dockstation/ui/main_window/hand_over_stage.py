"""Handing a unit over on purpose, and saying from whom it came."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from dockstation.domain.errors import DockstationError
from dockstation.domain.handover import NOTES, Taken
from dockstation.domain.scan import Scan
from dockstation.ui import messages
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.screens.hand_over import HandOverScreen


class HandOverStage(QObject):
    """Asks for the reason; with it the unit waits for whoever comes next."""

    shown = Signal()
    left = Signal()
    """Given up: back to where it was asked for."""
    handed_over = Signal()

    camera_reads = elsewhere = False

    def __init__(self, desk: Desk, screen: HandOverScreen) -> None:
        super().__init__()
        self._desk = desk
        self.screen = screen
        self.lpn = ""
        screen.note_chosen.connect(self._give)
        screen.left.connect(self.back)

    def enter(self, lpn: str) -> None:
        """Ask why the unit is handed over."""
        if not self._desk.busy:
            self._desk.banner.acknowledge()
            self.lpn = lpn
            self.screen.show_unit(lpn)
            self.shown.emit()

    def _give(self, note: str) -> None:
        lpn = self.lpn
        self._desk.act(lambda use, by: use.hand_over.give(lpn, note, by), lambda _none: self._given(note))

    def _given(self, note: str) -> None:
        self._desk.changed.emit()
        text = QCoreApplication.translate("HandOverStage", "{0} is handed over: {1}")
        self._desk.accept(text.format(self.lpn, messages.handover_note(note)))
        self.handed_over.emit()

    def refresh(self) -> None:
        """Show the same again."""
        self.screen.retranslate()

    def scan(self, scan: Scan) -> None:
        """No code is asked for here."""
        self._desk.reject(DockstationError("scan.not_now", code=scan.shown))

    def command(self, word: str) -> bool:
        """The number of a reason."""
        if word.isdigit() and 1 <= int(word) <= len(NOTES):
            self.screen.choose(int(word))
            return True
        return False

    def key(self, key: int) -> bool:
        """The same by one key."""
        return Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and self.command(chr(key))

    def confirm(self) -> None:
        """Nothing is chosen beforehand: a reason must be named."""
        self._desk.reject(DockstationError("handover.note"))

    def back(self) -> None:
        """Keep the unit."""
        self.left.emit()


def tell_taken(desk: Desk, taken: Taken | None) -> None:
    """Say from whom a unit was taken over, and why it was left."""
    if taken is None or not taken.badge:
        return
    desk.changed.emit()
    name = desk.people.get(taken.badge, taken.badge)
    if taken.station:
        text = QCoreApplication.translate("HandOverStage", "Taken over from {0} at {1}")
        desk.ask(text.format(name, taken.station))
    elif taken.note:
        text = QCoreApplication.translate("HandOverStage", "{0} handed it over: {1}")
        desk.ask(text.format(name, messages.handover_note(taken.note)))
    else:
        text = QCoreApplication.translate("HandOverStage", "Taken over from {0}")
        desk.ask(text.format(name))
