"""A code that several returns are known by: a person chooses."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal

from dockstation.domain.match import Match, Shortlist
from dockstation.domain.scan import Scan
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.page_stage import ChoosingStage
from dockstation.ui.screens.shortlist import ShortlistScreen


class ShortlistStage(ChoosingStage):
    """Shows them by ``enter``; what was chosen goes on like a match of its own."""

    picked = Signal(object)
    """The Match."""
    server_asked = Signal(object)
    other_work = Signal(object)
    """A Scan for which the list is left."""

    screen: ShortlistScreen

    def __init__(self, desk: Desk, screen: ShortlistScreen) -> None:
        super().__init__(desk, screen)
        self._list = Shortlist(())
        self._scan: Scan | None = None
        self._may_ask = False
        screen.chosen.connect(self._choose)
        screen.server_asked.connect(self._ask_server)

    def enter(self, scan: Scan, shortlist: Shortlist, *, may_ask: bool) -> None:
        """``may_ask``: the server has not been asked yet."""
        self._scan, self._list, self._may_ask = scan, shortlist, may_ask
        self.refresh()
        text = QCoreApplication.translate("ShortlistStage", "Several returns: choose the right one")
        self._desk.question(text)
        self.shown.emit()

    def refresh(self) -> None:
        """Show the same again."""
        if self._scan is not None:
            shown = self._desk.discretion.shortlist(self._list)
            self.screen.show_shortlist(self._scan.shown, shown, self._desk.language, may_ask=self._may_ask)

    def _choose(self, number: str) -> None:
        codes = {each.match.rma.number: each.match.code for each in self._list.entries}
        self._desk.act(lambda use, _by: use.identify.chosen(number, codes[number]), self._picked)

    def _picked(self, match: Match) -> None:
        self._desk.settle()
        self.picked.emit(match)

    def _ask_server(self) -> None:
        if self._may_ask and self._scan is not None and not self._desk.busy:
            self._desk.settle()
            self.server_asked.emit(self._scan)

    def scan(self, scan: Scan) -> None:
        """Another code, which may tell more than the first."""
        self._desk.settle()
        self.other_work.emit(scan)

    def key(self, key: int) -> bool:
        """1 to 9 choose, F8 asks the server, Esc leaves."""
        if key == Qt.Key.Key_F8:
            self._ask_server()
            return True
        return super().key(key)

    def confirm(self) -> None:
        """Nothing is chosen beforehand."""

    def back(self) -> None:
        """None of these."""
        if not self._desk.busy:
            self._desk.settle()
            self.left.emit()
