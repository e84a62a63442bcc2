"""One value asked for, typed or scanned."""

from __future__ import annotations

from collections.abc import Callable

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import Scan
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.page_stage import WritingStage
from dockstation.ui.screens.entry import Entry, EntryScreen


class EntryStage(WritingStage):
    """What cannot be read is refused, and stays to be mended."""

    screen: EntryScreen

    def __init__(self, desk: Desk, screen: EntryScreen) -> None:
        super().__init__(desk, screen)
        self._say: Callable[[], Entry] = lambda: Entry("", "")
        self._then: Callable[[str], None] = lambda _text: None
        screen.entered.connect(self._entered)

    def ask(self, say: Callable[[], Entry], then: Callable[[str], None], text: str = "") -> None:
        """Ask what ``say`` says; ``then`` gets what was typed, and may raise DockstationError."""
        self._say, self._then = say, then
        self.screen.ask(say(), text)
        self.shown.emit()

    def refresh(self) -> None:
        """Show the same again."""
        self.screen.show_entry(self._say())

    def _entered(self, text: str) -> None:
        if not self._rests():
            return
        try:
            self._then(text)
        except DockstationError as error:
            self._desk.reject(error)

    def scan(self, scan: Scan) -> None:
        """A label on the printer may say it."""
        self.screen.take(scan.shown)
