"""What pages in the midst of the work have in common: Esc and CANCEL lead back; nothing answers while work runs."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import Scan
from dockstation.ui.main_window.desk import Desk

STEPS = {"NEXT": 1, "BACK": -1}
STEP_KEYS = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
"""How far a command or a key steps in a list."""


class Page(Protocol):
    """A screen that somebody can leave."""

    @property
    def left(self) -> Any: ...


class WritingPage(Page, Protocol):
    """One with a field to write in."""

    def write(self) -> None: ...
    def confirm(self) -> None: ...


class ChoosingPage(Page, Protocol):
    """One with things by number."""

    def choose(self, n: int) -> object: ...


class PageStage(QObject):
    """Left without an answer, everything stays as it is."""

    shown = Signal()
    left = Signal()

    camera_reads = elsewhere = False
    screen: Page

    def __init__(self, desk: Desk, screen: Page) -> None:
        super().__init__()
        self._desk = desk
        self.screen = screen
        screen.left.connect(self.back)

    def scan(self, scan: Scan) -> None:
        """No code is asked for here, unless a page says otherwise."""
        self._desk.reject(DockstationError("scan.not_now", code=scan.shown))

    def command(self, word: str) -> bool:
        """CANCEL goes back."""
        if word == "CANCEL":
            self.back()
        return word == "CANCEL"

    def key(self, key: int) -> bool:
        """Esc does."""
        if key == Qt.Key.Key_Escape:
            self.back()
        return key == Qt.Key.Key_Escape

    def back(self) -> None:
        """No answer."""
        if self._rests():
            self.left.emit()

    def _rests(self) -> bool:
        """Whether no work is under way; then what stood in the banner has been read."""
        if self._desk.busy:
            return False
        self._desk.banner.acknowledge()
        return True


class WritingStage(PageStage):
    """A page whose answer is written."""

    screen: WritingPage

    def key(self, key: int) -> bool:
        """F4 writes, Esc goes back."""
        if key == Qt.Key.Key_F4:
            self.screen.write()
            return True
        return super().key(key)

    def confirm(self) -> None:
        """What stands there is the answer."""
        self.screen.confirm()


class ChoosingStage(PageStage):
    """A page whose answers have numbers."""

    screen: ChoosingPage

    def command(self, word: str) -> bool:
        """A number chooses, CANCEL goes back."""
        if word.isdigit():
            self.screen.choose(int(word))
            return True
        return super().command(word)

    def key(self, key: int) -> bool:
        """The same by one key; Esc goes back."""
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.screen.choose(key - Qt.Key.Key_0)
            return True
        return super().key(key)
