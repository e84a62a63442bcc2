"""The pages between banner and strip: the stages, what comes before them, and the pages that cover one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

from dockstation.ui.main_window.stage import Stage
from dockstation.ui.screens.choose_code import ChooseCodeScreen
from dockstation.ui.screens.self_test import SelfTestScreen
from dockstation.ui.screens.start import StartScreen
from dockstation.ui.screens.type_code import TypeCodeScreen
from dockstation.ui.widgets.screen import Screen

SMALLEST = QSize(640, 360)


class Pages(QStackedWidget):
    """One is shown. The largest of them never makes the window grow."""

    def __init__(self, stages: Mapping[str, Stage]) -> None:
        super().__init__()
        self.start, self.typing = StartScreen(), TypeCodeScreen()
        self.choosing, self.self_test = ChooseCodeScreen(), SelfTestScreen()
        screens = {name: stage.screen for name, stage in stages.items()}
        covers: dict[str, Screen] = {"typing": self.typing, "choosing": self.choosing, "self_test": self.self_test}
        self._screens: dict[str, Screen] = {"start": self.start, **screens, **covers}
        self.addWidget(self.start)

    @property
    def name(self) -> str:
        """start, home, receive, inspect, decision, typing or choosing."""
        return next(name for name, screen in self._screens.items() if screen is self.currentWidget())

    def turn_to(self, name: str) -> None:
        """Show that page, taken in when it is wanted for the first time: each one more makes all of them slower."""
        if self.indexOf(self._screens[name]) < 0:
            self.addWidget(self._screens[name])
        self.setCurrentWidget(self._screens[name])

    def minimumSizeHint(self) -> QSize:
        """The same for all pages."""
        return SMALLEST

    def hasHeightForWidth(self) -> bool:
        """Pages take the room they get."""
        return False
