"""A reason that no list has, in the words of whoever gives it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from dockstation.domain.errors import DockstationError
from dockstation.domain.overruling import in_words
from dockstation.domain.scan import Scan, ScanKind
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.page_stage import WritingStage
from dockstation.ui.screens.words import WordsScreen
from dockstation.ui.widgets.answers.text import SHORT_SCAN


class WordsStage(WritingStage):
    """Typed or scanned; a code is text here, but for badges, bins and commands."""

    typing_asked = Signal()

    screen: WordsScreen

    def __init__(self, desk: Desk, screen: WordsScreen) -> None:
        super().__init__(desk, screen)
        self._say: Callable[[], str] = str
        self._then: Callable[[str], None] = lambda _reason: None
        screen.entered.connect(self._entered)

    def ask(self, say: Callable[[], str], then: Callable[[str], None]) -> None:
        """Ask under what ``say`` says; ``then`` gets the reason as it is kept."""
        self._say, self._then = say, then
        self.screen.ask(say())
        self.shown.emit()

    def refresh(self) -> None:
        """Show the same again."""
        self.screen.show_about(self._say())

    def _entered(self, text: str) -> None:
        if self._desk.busy:
            return
        if scanned := SHORT_SCAN.search(text):
            self.screen.refuse(len(scanned[0]))
            self._desk.reject(DockstationError("answer.no_choice"))
            return
        try:
            reason = in_words(text)
        except DockstationError as error:
            self._desk.reject(error)
        else:
            self._desk.banner.acknowledge()
            self._then(reason)

    def scan(self, scan: Scan) -> None:
        """The text of a code that holds words."""
        if scan.kind is ScanKind.CONTAINER:
            self._desk.reject(DockstationError("scan.not_now", code=scan.shown))
        else:
            self.screen.take(scan.value)
