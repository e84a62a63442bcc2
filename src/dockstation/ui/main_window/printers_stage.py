"""The page of printers: look at one, ask for one of its settings, print a test label."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from dockstation.application.set_printers_up import PrintersView
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import Scan
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.screens.printers import PrintersPage, PrintersScreen

STEPS = {"NEXT": 1, "BACK": -1}
STEP_KEYS = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}


class PrintersStage(QObject):
    """Says what is asked for; who set it up does it."""

    setting_asked = Signal(str)
    test_asked = Signal()
    more_asked = Signal()
    left = Signal()

    camera_reads = elsewhere = False

    def __init__(self, desk: Desk, screen: PrintersScreen) -> None:
        super().__init__()
        self._desk = desk
        self.screen = screen
        self.view: PrintersView | None = None
        self.chosen = ""
        self._states: dict[str, str] = {}
        screen.printer_chosen.connect(self.choose)
        screen.setting_asked.connect(self._ask_setting)
        screen.test_asked.connect(self.test_asked)
        screen.more_asked.connect(self._ask_more)
        screen.left.connect(self.back)

    def show(self, view: PrintersView, chosen: str = "") -> None:
        """Show what config says now, looking at ``chosen``, else at the one before, else at the station's own."""
        self.view = view
        names = (chosen, self.chosen, view.labels.get("printer", ""), *view.printers)
        self.chosen = next((name for name in names if name in view.printers), "")
        self.refresh()

    def tell(self, name: str, state: str) -> None:
        """How a printer is, "" while it is asked."""
        self._states[name] = state
        self.refresh()

    def refresh(self) -> None:
        """Show the same again."""
        if self.view is not None:
            self.screen.show_printers(PrintersPage(self.view, self._states, self.chosen))

    def choose(self, name: str) -> None:
        """Look at this one."""
        self.chosen = name
        self.refresh()

    def _ask_setting(self, setting: str) -> None:
        if not self._desk.busy:
            self._desk.banner.acknowledge()
            self.setting_asked.emit(setting)

    def _ask_more(self) -> None:
        if not self._desk.busy:
            self._desk.banner.acknowledge()
            self.more_asked.emit()

    def scan(self, scan: Scan) -> None:
        """No code is asked for here."""
        self._desk.reject(DockstationError("scan.not_now", code=scan.shown))

    def command(self, word: str) -> bool:
        """Numbers ask for settings, NEXT and BACK step, PRINT tests, SEARCH finds others, CANCEL leaves."""
        if word in STEPS:
            self.screen.step(STEPS[word])
        elif word == "PRINT":
            self.screen.confirm()
        elif word == "SEARCH":
            self._ask_more()
        elif word == "CANCEL":
            self.back()
        elif word.isdigit():
            self.screen.choose(int(word))
        else:
            return False
        return True

    def key(self, key: int) -> bool:
        """The same by one key."""
        if key in STEP_KEYS:
            self.screen.step(STEP_KEYS[key])
        elif key == Qt.Key.Key_F7:
            self._ask_more()
        elif key == Qt.Key.Key_Escape:
            self.back()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.screen.choose(key - Qt.Key.Key_0)
        else:
            return False
        return True

    def confirm(self) -> None:
        """Print a test label."""
        self.screen.confirm()

    def back(self) -> None:
        """Back to the labels."""
        if not self._desk.busy:
            self._desk.banner.acknowledge()
            self.left.emit()
