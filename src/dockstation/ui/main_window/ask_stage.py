"""A question in the midst of the work, for whichever stage has one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal

from dockstation.domain.scan import Scan
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.page_stage import STEP_KEYS, ChoosingStage
from dockstation.ui.screens.ask import Asked, AskScreen

Say = Callable[[], Asked]
"""The question in the language of the moment."""


class AskStage(ChoosingStage):
    """Answered by touch, by a digit, by ``DSCMD-1`` to ``DSCMD-9``, or, where the asker wants it, by a scan."""

    typing_asked = Signal()

    elsewhere = True
    screen: AskScreen

    def __init__(self, desk: Desk, screen: AskScreen) -> None:
        super().__init__(desk, screen)
        self.asked: Asked | None = None
        self._say: Say = lambda: Asked("")
        self._then: Callable[[str], None] = lambda _answer: None
        self._scanned: Callable[[Scan], None] | None = None
        screen.chosen.connect(self._chosen)
        screen.typing_asked.connect(self.typing_asked)

    def ask(self, say: Say, then: Callable[[str], None], scanned: Callable[[Scan], None] | None = None) -> None:
        """Show the question; ``then`` gets the id of the answer, ``scanned`` a code that answers it."""
        self._say, self._then, self._scanned = say, then, scanned
        self.asked = say()
        self.screen.show_ask(self.asked, by_code=scanned is not None)
        self.shown.emit()

    def refresh(self) -> None:
        """Show the same again."""
        self.asked = self._say()
        self.screen.show_ask(self.asked, anew=False, by_code=self._scanned is not None)

    def _chosen(self, answer: str) -> None:
        if self._rests():
            self._then(answer)

    def scan(self, scan: Scan) -> None:
        """An answer, where codes are answers."""
        if self._scanned is None:
            super().scan(scan)
        else:
            self._scanned(scan)

    def command(self, word: str) -> bool:
        """The number of an answer; NEXT shows more of them, CANCEL gives none."""
        return super().command(word) or (word == "NEXT" and self.screen.turn())

    def key(self, key: int) -> bool:
        """The same by one key, → for NEXT; ↓ and ↑ push the rows, Esc goes back."""
        if key in STEP_KEYS:
            self.screen.push(STEP_KEYS[key])
            return True
        return super().key(key) or (key == Qt.Key.Key_Right and self.screen.turn())

    def confirm(self) -> None:
        """What Enter says here."""
        self.screen.confirm()
