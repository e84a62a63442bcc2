"""One value asked for, typed or scanned."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import Scan
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.screens.entry import Entry, EntryScreen


class EntryStage(QObject):
    """What cannot be read is refused, and stays to be mended."""

    shown = Signal()
    left = Signal()

    camera_reads = elsewhere = False

    def __init__(self, desk: Desk, screen: EntryScreen) -> None:
        super().__init__()
        self._desk = desk
        self.screen = screen
        self._say: Callable[[], Entry] = lambda: Entry("", "")
        self._then: Callable[[str], None] = lambda _text: None
        screen.entered.connect(self._entered)
        screen.left.connect(self.back)

    def ask(self, say: Callable[[], Entry], then: Callable[[str], None], text: str = "") -> None:
        """Ask what ``say`` says; ``then`` gets what was typed, and may raise DockstationError."""
        self._say, self._then = say, then
        self.screen.ask(say(), text)
        self.shown.emit()

    def refresh(self) -> None:
        """Show the same again."""
        self.screen.show_entry(self._say())

    def _entered(self, text: str) -> None:
        if self._desk.busy:
            return
        self._desk.banner.acknowledge()
        try:
            self._then(text)
        except DockstationError as error:
            self._desk.reject(error)

    def scan(self, scan: Scan) -> None:
        """A label on the printer may say it."""
        self.screen.take(scan.shown)

    def command(self, word: str) -> bool:
        """CANCEL changes nothing."""
        if word == "CANCEL":
            self.back()
        return word == "CANCEL"

    def key(self, key: int) -> bool:
        """F4 writes, Esc goes back."""
        if key == Qt.Key.Key_F4:
            self.screen.write()
        elif key == Qt.Key.Key_Escape:
            self.back()
        else:
            return False
        return True

    def confirm(self) -> None:
        """What stands there is the value."""
        self.screen.confirm()

    def back(self) -> None:
        """Everything stays as it is."""
        if not self._desk.busy:
            self._desk.banner.acknowledge()
            self.left.emit()
