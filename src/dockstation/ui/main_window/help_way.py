"""Help over whatever is on the screen, and back to it with nothing lost."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from dockstation.domain.commands import commands
from dockstation.domain.scan import Scan, ScanKind
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.flow import Flow
from dockstation.ui.main_window.pages import Pages
from dockstation.ui.messages import help_of
from dockstation.ui.screens.help import HelpScreen, HelpView
from dockstation.ui.widgets.status_strip import StatusStrip

CLOSING = frozenset(
    {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Tab}
)
"""Keys that only close it: who has just read must not confirm anything by the same stroke."""
KEEPING = frozenset({Qt.Key.Key_F5, Qt.Key.Key_F11, Qt.Key.Key_F12})
"""Keys that mean the same everywhere; the help stays."""


class HelpWay(QObject):
    """The screen below is covered, never left: its timers, entries and photos go on.

    A scan counts as on the screen below, and closes the help; so does a key that is not one of ``CLOSING``.
    """

    def __init__(self, flow: Flow, desk: Desk, pages: Pages, strip: StatusStrip) -> None:
        super().__init__()
        self._flow, self._desk, self._pages = flow, desk, pages
        self.screen: HelpScreen | None = None
        """Built when it is first asked for."""
        self._focused: QWidget | None = None
        flow.takes = self._takes
        flow.stage_changed.connect(self.close)
        pages.currentChanged.connect(self.close)
        pages.installEventFilter(self)
        strip.help_asked.connect(self.toggle)

    @property
    def is_open(self) -> bool:
        """Whether it covers the screen."""
        return self.screen is not None and self.screen.isVisible()

    @property
    def page(self) -> str:
        """What the help would be about now."""
        name = self._pages.name
        return "badge" if name == "home" and self._desk.operator is None else name

    def toggle(self) -> None:
        """Open it, or close it."""
        if self.is_open:
            self.close()
        else:
            self._open()

    def _open(self) -> None:
        self._focused = QApplication.focusWidget()
        if self.screen is None:
            self.screen = HelpScreen(self._pages.parentWidget())
            self.screen.left.connect(self.close)
        self._say(self.screen)
        self.screen.setGeometry(self._pages.geometry())
        self.screen.show()
        self.screen.raise_()
        self.screen.setFocus()

    def close(self) -> None:
        """Back to the screen below, and to the field in it that was written in."""
        if self.screen is None or not self.is_open:
            return
        if self._focused is not None and self._focused.isVisible():
            self._focused.setFocus()  # before it is hidden: Qt would choose, and mark all that was typed
        self._focused = None
        self.screen.hide()

    def _say(self, screen: HelpScreen) -> None:
        told = help_of(self.page)
        named = {each.word: each for each in commands()}
        shown = [named[word] for word in told.commands]
        codes = tuple((each.code, each.called.in_language(self._desk.language)) for each in shown)
        screen.show_help(HelpView(told.told, told.keys, codes))

    def refresh(self) -> None:
        """Say it in the present language."""
        if self.screen is not None and self.is_open:
            self._say(self.screen)

    def key(self, key: int) -> bool:
        """F1 opens and closes; False for a key that counts on the screen below."""
        if key == Qt.Key.Key_F1:
            self.toggle()
            return True
        if not self.is_open or key in KEEPING:
            return False
        self.close()
        return key in CLOSING

    def _takes(self, scan: Scan) -> bool:
        word = scan.value if scan.kind is ScanKind.COMMAND else ""
        if word == "HELP":
            self.toggle()
            return True
        was_open = self.is_open
        self.close()
        return was_open and word == "BACK"

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Cover all of the screen below."""
        if self.screen is not None and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.screen.setGeometry(self._pages.geometry())
        return False
