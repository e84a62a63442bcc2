"""The page of printers: look at one, ask for one of its settings, print a test label."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from dockstation.application.set_printers_up import PrintersView
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.page_stage import STEP_KEYS, STEPS, ChoosingStage
from dockstation.ui.screens.printers import PrintersPage, PrintersScreen


class PrintersStage(ChoosingStage):
    """Says what is asked for; who set it up does it."""

    setting_asked = Signal(str)
    test_asked = Signal()
    more_asked = Signal()

    screen: PrintersScreen

    def __init__(self, desk: Desk, screen: PrintersScreen) -> None:
        super().__init__(desk, screen)
        self.view: PrintersView | None = None
        self.chosen = ""
        self._states: dict[str, str] = {}
        screen.printer_chosen.connect(self.choose)
        screen.setting_asked.connect(self._ask_setting)
        screen.test_asked.connect(self.test_asked)
        screen.more_asked.connect(self._ask_more)

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
        if self._rests():
            self.setting_asked.emit(setting)

    def _ask_more(self) -> None:
        if self._rests():
            self.more_asked.emit()

    def command(self, word: str) -> bool:
        """Numbers ask for settings, NEXT and BACK step, PRINT tests, SEARCH finds others, CANCEL leaves."""
        if word in STEPS:
            self.screen.step(STEPS[word])
        elif word == "PRINT":
            self.screen.confirm()
        elif word == "SEARCH":
            self._ask_more()
        else:
            return super().command(word)
        return True

    def key(self, key: int) -> bool:
        """The same by one key."""
        if key in STEP_KEYS:
            self.screen.step(STEP_KEYS[key])
        elif key == Qt.Key.Key_F7:
            self._ask_more()
        else:
            return super().key(key)
        return True

    def confirm(self) -> None:
        """Print a test label."""
        self.screen.confirm()
