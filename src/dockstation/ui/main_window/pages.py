"""The pages between banner and strip: the stages, what comes before them, and the pages that cover one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

from dockstation.ui.main_window.stage import Stage
from dockstation.ui.screens.choose_code import ChooseCodeScreen
from dockstation.ui.screens.entrance import EntranceScreen
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
        self.entrance, self.typing_badge = EntranceScreen(), TypeCodeScreen()
        covers: dict[str, Screen] = {
            "typing": self.typing, "choosing": self.choosing, "self_test": self.self_test,
            "entrance": self.entrance, "typing_badge": self.typing_badge,
        }  # fmt: skip
        self._screens: dict[str, Screen] = {"start": self.start, **screens, **covers}
        self._barred, self._below = False, "start"
        self.addWidget(self.start)

    @property
    def name(self) -> str:
        """start, home, receive, inspect, decision, typing or choosing."""
        return next(name for name, screen in self._screens.items() if screen is self.currentWidget())

    @property
    def is_barred(self) -> bool:
        """Whether no page is shown but the one that ``bar`` named."""
        return self._barred

    def bar(self, name: str) -> None:
        """Show that page until ``unbar``, whatever is turned to meanwhile."""
        if not self._barred:
            self._barred, self._below = True, self.name
        self._show(name)

    def unbar(self) -> None:
        """Show what was shown before, or was turned to since."""
        if self._barred:
            self._barred = False
            self._show(self._below)

    def turn_to(self, name: str) -> None:
        """Show that page."""
        if self._barred:
            self._below = name
        else:
            self._show(name)

    def _show(self, name: str) -> None:
        """Taken in when it is wanted for the first time: each one more makes all of them slower."""
        if self.indexOf(self._screens[name]) < 0:
            self.addWidget(self._screens[name])
        self.setCurrentWidget(self._screens[name])

    def let_go(self) -> None:
        """The window ends, and with it what it has never shown."""
        for screen in self._screens.values():
            if self.indexOf(screen) < 0:
                screen.deleteLater()

    def minimumSizeHint(self) -> QSize:
        """The same for all pages."""
        return SMALLEST

    def hasHeightForWidth(self) -> bool:
        """Pages take the room they get."""
        return False
