"""Choosing the camera: its picture at once, and whether it is sharp and light enough."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal

from dockstation.application.set_station_up import SettingsView
from dockstation.domain.scan import shown
from dockstation.ui import messages
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.page_stage import ChoosingStage
from dockstation.ui.screens.camera_set_up import CameraPage, CameraSetUpScreen

LOOK_MS = 700
SOURCE = "camera.source"


def _nowhere() -> None:
    """It has not been entered."""


class CameraSetUpStage(ChoosingStage):
    """``chosen`` is told a source that shall count from now on; who set it up writes it."""

    chosen = Signal(str)

    screen: CameraSetUpScreen

    def __init__(self, desk: Desk, screen: CameraSetUpScreen, camera: CameraLoop) -> None:
        super().__init__(desk, screen)
        self._camera = camera
        self._head: Callable[[], tuple[str, str]] = lambda: ("", "")
        self._there: tuple[str, ...] = ()
        self._go_on: Callable[[], None] = _nowhere
        self._back: Callable[[], None] = _nowhere
        self._source = ""
        self._doubts: tuple[str, ...] | None = None
        self._looking = False
        self._timer = QTimer(screen, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        screen.camera_chosen.connect(self._choose)
        screen.confirmed.connect(self.confirm)
        self.left.connect(self._left)

    def _left(self) -> None:
        self._back()

    @property
    def sees(self) -> bool:
        """Whether there is a picture."""
        return self._camera.newest is not None

    def enter(
        self, head: Callable[[], tuple[str, str]], view: SettingsView, go_on: Callable[[], None],
        back: Callable[[], None],
    ) -> None:  # fmt: skip
        """Show it; ``head`` says title and what Enter does, which is ``go_on``."""
        self._head, self._go_on, self._back = head, go_on, back
        self.show_settings(view)
        if (use_cases := self._desk.use_cases) is not None:
            self._desk.background.run("setup", use_cases.set_up.cameras, self._found, self._desk.reject)
        self._timer.start()
        self.shown.emit()

    def show_settings(self, view: SettingsView) -> None:
        """Which camera counts by now."""
        self._source, self._doubts = next(each.text for each in view if each.name == SOURCE), None
        self.refresh()

    def _found(self, there: tuple[str, ...]) -> None:
        self._there = there
        self.refresh()

    def _look(self) -> None:
        frame, use_cases = self._camera.newest, self._desk.use_cases
        if not self.screen.isVisible() or use_cases is None:
            self._timer.stop()
        elif frame is not None and not self._looking:
            self._looking = True
            look = partial(use_cases.set_up.doubts, frame)
            self._desk.background.run("setup", look, self._judged, self._not_judged)
        elif frame is None:
            self._say(None)

    def _judged(self, doubts: tuple[str, ...]) -> None:
        self._looking = False
        self._say(doubts)

    def _not_judged(self, error: BaseException) -> None:
        self._looking = False
        self._timer.stop()
        self._desk.reject(error)

    def _say(self, doubts: tuple[str, ...] | None) -> None:
        if doubts != self._doubts:
            self._doubts = doubts
            self.refresh()

    def refresh(self) -> None:
        """Show the same again."""
        title, go_on = self._head()
        text = self.tr("Lay something with print on it before the camera, and choose the one whose picture you see.")
        verdict = self._verdict()
        self.screen.show_page(CameraPage(title, text, self._cameras(), self._source, verdict, go_on))

    def _cameras(self) -> tuple[tuple[str, str], ...]:
        own = () if self._source in ("", *self._there) else (self._source,)
        none = ("", self.tr("No camera"))
        names = [(each, shown(messages.without_password(each), 30)) for each in (*own, *self._there)]
        return (*names[:5], none)

    def _verdict(self) -> str:
        if self._doubts is None:
            return ""
        if not self._doubts:
            return self.tr("The picture is sharp and light enough.")
        return self.tr("Mend this: {0}").format(messages.doubted(self._doubts))

    def _choose(self, source: str) -> None:
        if self._rests():
            self.chosen.emit(source)

    def confirm(self) -> None:
        """Go on."""
        if self._rests():
            self._go_on()
