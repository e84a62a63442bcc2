"""Looking for a return by words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from dockstation.domain.match import Match, Shortlist
from dockstation.domain.scan import Scan
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.page_stage import ChoosingStage
from dockstation.ui.screens.search import SearchScreen


class SearchStage(ChoosingStage):
    """Looks as the words are typed, holding nobody up; the newest words win."""

    picked = Signal(object)
    """The Match."""
    history_wanted = Signal(str)
    other_work = Signal(object)
    """A Scan for which the search is left."""

    screen: SearchScreen

    def __init__(self, desk: Desk, screen: SearchScreen) -> None:
        super().__init__(desk, screen)
        self._words = ""
        self._found: Shortlist | None = None
        self._asked = 0
        screen.asked.connect(self._look)
        screen.chosen.connect(self._choose)
        screen.history_wanted.connect(self.history_wanted)

    def enter(self) -> None:
        """Begin anew."""
        if self._rests():
            self._begin()
            self.shown.emit()

    def _begin(self) -> None:
        self._asked += 1
        self.screen.begin()
        self._show("", None)

    def _look(self, text: str) -> None:
        use_cases = self._desk.use_cases
        if use_cases is not None:
            self._asked += 1
            asked = self._asked
            self._desk.background.run(
                "store",
                lambda: use_cases.search(text),
                lambda found: self._looked(asked, text, found),
                self._desk.reject,
            )

    def _looked(self, asked: int, words: str, found: Shortlist | None) -> None:
        if asked == self._asked:
            self._show(words, found)

    def _show(self, words: str, found: Shortlist | None) -> None:
        self._words, self._found = words, found
        shown = self._desk.discretion.shortlist(found) if found else None
        self.screen.show_found(words, shown, self._desk.language)

    def refresh(self) -> None:
        """Show the same again."""
        self._show(self._words, self._found)

    def _choose(self, number: str) -> None:
        entries = self._found.entries if self._found else ()
        codes = {each.match.rma.number: each.match.code for each in entries}
        self._desk.act(lambda use, _by: use.identify.chosen(number, codes[number]), self._picked)

    def _picked(self, match: Match) -> None:
        self._asked += 1
        self.picked.emit(match)

    def scan(self, scan: Scan) -> None:
        """A code that could be read after all."""
        self.other_work.emit(scan)

    def command(self, word: str) -> bool:
        """``DSCMD-1`` to ``9`` choose, ``DSCMD-HISTORY`` looks back, ``DSCMD-SEARCH`` begins anew."""
        if word == "HISTORY":
            self.screen.look_back()
        elif word == "SEARCH":
            self._begin()
        else:
            return super().command(word)
        return True

    def key(self, key: int) -> bool:
        """1 to 9 choose when the typing is done, F7 looks back, F9 begins anew, Esc leaves."""
        if key == Qt.Key.Key_F7:
            self.screen.look_back()
        elif key == Qt.Key.Key_F9:
            self._begin()
        else:
            return super().key(key)
        return True

    def confirm(self) -> None:
        """Done with typing, or the only result."""
        self.screen.confirm()

    def back(self) -> None:
        """Found nothing, or nothing is wanted any more."""
        if not self._desk.busy:
            self._asked += 1
            self.left.emit()
