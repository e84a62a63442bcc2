"""The station's window: the banner on top, the screens, the status strip at the foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTranslator, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from dockstation.domain.errors import DockstationError
from dockstation.settings import StationSettings
from dockstation.ui import theme
from dockstation.ui.background import Background
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.collector import Collector
from dockstation.ui.main_window.desk import Desk, foreseen
from dockstation.ui.main_window.flow import CONFIRM_KEYS, Flow
from dockstation.ui.main_window.intake import Intake
from dockstation.ui.main_window.pages import Pages
from dockstation.ui.main_window.sound_loop import SoundLoop
from dockstation.ui.main_window.status_board import StatusBoard
from dockstation.ui.main_window.sync_loop import SyncLoop
from dockstation.ui.main_window.use_cases import Eyes, UseCases
from dockstation.ui.main_window.viewfinder import Viewfinder
from dockstation.ui.messages import sentence
from dockstation.ui.wedge import Wedge
from dockstation.ui.widgets.banner import Banner
from dockstation.ui.widgets.status_strip import StatusStrip

LANES = ("store", "camera", "decoder", "network", "printer", "sound")
LANGUAGES = ("en", "zh_CN")
THEMES = ("light", "dark")
PATIENCE_S = 3.0
"""How long closing waits for work under way; what is left behind then is settled at the next start."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window is given: settings, and how to build what is heavy, later, on its own thread."""

    settings: StationSettings
    resources: Path
    open_use_cases: Callable[[], UseCases]
    open_eyes: Callable[[], Eyes] | None
    badge: str = ""


class MainWindow(QMainWindow):
    """Shows at once, and is ready when its parts are."""

    painted = Signal()
    ready = Signal()
    failed = Signal()
    """The parts could not be built; the screen says why, and it can be tried again."""

    def __init__(self, app: QApplication, parts: Parts) -> None:
        super().__init__()
        self._app, self._parts = app, parts
        self._language, self._theme = parts.settings.station.language, parts.settings.station.theme
        self._translator = QTranslator(self)
        self._load_language()
        self._collector = Collector()
        self._collector.start()
        self._failure: DockstationError | None = None
        self.patience, self.all_done = PATIENCE_S, True
        self.background = Background(LANES)
        self.banner, self._strip = Banner(), StatusStrip()
        self.desk = Desk(self.background, self.banner, self._language)
        self.intake = Intake(self.desk, parts.settings.scan)
        self.camera = CameraLoop(self.background, parts.open_eyes or _no_eyes)
        self.sync = SyncLoop(self.background, parts.settings.server.sync_seconds)
        self.flow = Flow(self.desk, self.intake, self.camera, parts.settings.people)
        self.pages = Pages(self.flow.screens)
        self.status = StatusBoard(self.desk, self.sync, self._strip)
        self._viewfinder = Viewfinder([self.flow.home.screen.camera, self.flow.inspect.screen.camera])
        self._sounds = SoundLoop(self.desk)
        self.wedge = Wedge(app, parts.settings.scan.gap_ms)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setWindowTitle("dockstation")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.pages, 1)
        column.addWidget(self._strip)
        self.setCentralWidget(body)
        self.resize(1280, 800)

    def _connect(self) -> None:
        self.wedge.scanned.connect(self._scanned)
        self.wedge.refused.connect(self.intake.refuse)
        self.wedge.key.connect(self._key)
        self.camera.read.connect(self.intake.take)
        self.camera.framed.connect(self._viewfinder.show_frame)
        self.camera.lost.connect(self._viewfinder.show_off)
        self.camera.unread.connect(self.desk.reject)
        self.flow.stage_changed.connect(self._show_stage)
        self.flow.signed_in.connect(self.status.show)
        self.flow.typing_asked.connect(self._type_code)
        self.sync.passed.connect(self._synced)
        self.desk.changed.connect(self.sync.wake)
        self.pages.start.again_asked.connect(self.start)
        self.pages.start.leave_asked.connect(self.close)
        self.pages.typing.entered.connect(self._scanned)
        self.pages.typing.left.connect(self._show_stage)
        self._strip.language_asked.connect(self.change_language)

    def start(self) -> None:
        """Build the parts behind the first paint."""
        self._failure = None
        self.banner.clear()
        self.pages.start.show_starting()
        self.background.run("store", self._open, self._begin, self._not_ready)

    def _open(self) -> UseCases:
        use_cases = self._parts.open_use_cases()
        try:
            use_cases.print_label.recover()
        except BaseException:
            use_cases.close()
            raise
        return use_cases

    def _begin(self, use_cases: UseCases) -> None:
        self.desk.use_cases = use_cases
        self._show_stage()
        if self._parts.badge:
            self.flow.sign_in(self._parts.badge)
        # Warmed up before the first pass on the same lane: two threads that import pydantic at once make it fail.
        self.background.run("network", use_cases.warm, lambda _none: None, self.desk.reject)
        self.sync.start(use_cases.sync)
        self.status.start()
        if self._parts.open_eyes is not None:
            self.camera.start()
        else:
            self._viewfinder.show_off(DockstationError("camera.none"))
        self.intake.next()
        self.ready.emit()

    def _not_ready(self, error: BaseException) -> None:
        self._failure = foreseen(error)
        self.pages.start.show_failed(sentence(self._failure))
        self.failed.emit()

    def _synced(self, network: str) -> None:
        if network == "online" and self.flow.stage == "home":
            self.flow.home.look_again()

    def _show_stage(self, stage: str = "") -> None:
        stage = stage or self.flow.stage
        self.camera.reading_codes = self._parts.settings.camera.read_codes and stage == "home"
        self.pages.turn_to(stage)

    def _type_code(self) -> None:
        if not self.desk.busy:
            self.banner.acknowledge()
            self.camera.reading_codes = False
            self.pages.turn_to("typing")

    def _scanned(self, code: str) -> None:
        if self._failure is not None:
            self.desk.reject(self._failure)
            return
        if self.pages.name == "typing":
            self._show_stage()
        self.intake.take(code)

    def _key(self, key: int) -> None:
        if key == Qt.Key.Key_F12:
            self.change_language()
        elif key == Qt.Key.Key_F11:
            self._theme = THEMES[1 - THEMES.index(self._theme)]
            theme.apply(self._app, self._theme, self._parts.resources)
        elif key == Qt.Key.Key_F5:
            self.sync.now()
        elif self.pages.name == "typing":
            self._key_while_typing(key)
        elif key == Qt.Key.Key_Escape:
            self.banner.acknowledge()
        elif self.pages.name == "start":
            self._key_before_start(key)
        else:
            self.flow.key(key)

    def _key_while_typing(self, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self._show_stage()

    def _key_before_start(self, key: int) -> None:
        if key in CONFIRM_KEYS:
            self.pages.start.confirm()

    def change_language(self) -> None:
        """Chinese to English and back, without losing the place."""
        self._language = LANGUAGES[1 - LANGUAGES.index(self._language)]
        self.desk.language = self._language
        self._load_language()
        self.flow.refresh()
        self.desk.retranslate()
        self._viewfinder.retranslate()
        if self._failure is not None:
            self.pages.start.show_failed(sentence(self._failure))
        self.status.show()

    def _load_language(self) -> None:
        self._app.removeTranslator(self._translator)
        if self._translator.load(f"dockstation_{self._language}", str(self._parts.resources / "i18n")):
            self._app.installTranslator(self._translator)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is lost by closing: all that was confirmed is durable already."""
        self.camera.stop()
        self.sync.stop()
        self.status.stop()
        self.all_done = self.background.close(self.patience)
        if self.all_done:
            self._collector.stop()
        use_cases, self.desk.use_cases = self.desk.use_cases, None
        if use_cases is not None:
            use_cases.close()
        self._app.removeEventFilter(self.wedge)
        self._app.removeTranslator(self._translator)
        super().closeEvent(event)


def _no_eyes() -> Eyes:
    raise RuntimeError("no camera was asked for")
