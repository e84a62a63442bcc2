"""The station's window: the banner on top, the screens, the status strip at the foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from dockstation.application.queries import SyncView
from dockstation.settings import StationSettings
from dockstation.ui import theme
from dockstation.ui.background import Background
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.flow import Flow
from dockstation.ui.main_window.intake import Intake
from dockstation.ui.main_window.sync_loop import SyncLoop
from dockstation.ui.main_window.use_cases import Eyes, Frame, UseCases
from dockstation.ui.wedge import Wedge
from dockstation.ui.widgets.banner import Banner
from dockstation.ui.widgets.status_strip import StatusStrip

LANES = ("store", "camera", "decoder", "network", "printer")
PRINTER_MS = 15_000
LANGUAGES = ("en", "zh_CN")
THEMES = ("light", "dark")


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

    def __init__(self, app: QApplication, parts: Parts) -> None:
        super().__init__()
        self._app, self._parts = app, parts
        self._language, self._theme = parts.settings.station.language, parts.settings.station.theme
        self._translator = QTranslator(self)
        self._load_language()
        self.network, self._printer = "unknown", ""
        self._counts = SyncView(0, 0, 0, 0, "", "", "")
        self.background = Background(LANES)
        self.banner, self._strip, self._stack = Banner(), StatusStrip(), QStackedWidget()
        self.desk = Desk(self.background, self.banner, self._language)
        self.intake = Intake(self.desk, parts.settings.scan.cooldown_ms)
        self.camera = CameraLoop(self.background, parts.open_eyes or _no_eyes)
        self.sync = SyncLoop(self.background, parts.settings.server.sync_seconds)
        self.flow = Flow(self.desk, self.intake, self.camera, parts.settings.people)
        self.wedge = Wedge(app, parts.settings.scan.gap_ms)
        self._printer_timer = QTimer(self, interval=PRINTER_MS)
        self._lay_out()
        self._connect()
        self._show_status()

    def _lay_out(self) -> None:
        self.setWindowTitle("dockstation")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        column.addWidget(self._strip)
        for screen in self.flow.screens.values():
            self._stack.addWidget(screen)
        self.setCentralWidget(body)
        self.resize(1280, 800)

    def _connect(self) -> None:
        self.wedge.scanned.connect(self.intake.take)
        self.wedge.refused.connect(self.intake.refuse)
        self.wedge.key.connect(self._key)
        self.camera.read.connect(self.intake.take)
        self.camera.framed.connect(self._show_frame)
        self.camera.lost.connect(self._show_no_camera)
        self.flow.stage_changed.connect(self._show_stage)
        self.flow.signed_in.connect(self._show_status)
        self.sync.passed.connect(self._synced)
        self.desk.changed.connect(self.sync.wake)
        self.desk.changed.connect(self._count)
        self.desk.printer_asked.connect(self._ask_printer)
        self._printer_timer.timeout.connect(self._ask_printer)
        self._strip.language_asked.connect(self.change_language)

    def start(self) -> None:
        """Build the parts behind the first paint."""
        self.background.run("store", self._parts.open_use_cases, self._begin, self._not_ready)

    def _begin(self, use_cases: UseCases) -> None:
        self.desk.use_cases = use_cases
        self.background.run("store", use_cases.print_label.recover, lambda _none: self._recovered(), self._not_ready)

    def _recovered(self) -> None:
        if self._parts.badge:
            self.flow.sign_in(self._parts.badge)
        use_cases = self.desk.use_cases
        self.sync.start(use_cases.sync if use_cases else None)
        self._count()
        self._ask_printer()
        self._printer_timer.start()
        if self._parts.open_eyes is not None:
            self.camera.reading_codes = self._parts.settings.camera.read_codes
            self.camera.start()
        else:
            self._show_no_camera("camera.none")
        self.intake.next()
        self.ready.emit()

    def _not_ready(self, error: BaseException) -> None:
        self.desk.reject(error)

    def _count(self) -> None:
        use_cases = self.desk.use_cases
        if use_cases is not None:
            problem = self.sync.problem
            self.background.run("store", lambda: use_cases.queries.sync(problem), self._counted, self.desk.reject)

    def _counted(self, counts: SyncView) -> None:
        self._counts = counts
        self._show_status()

    def _synced(self, network: str) -> None:
        came_back = self.network == "unknown" and network == "online"
        self.network = network
        self._count()
        if came_back and self.flow.stage == "home" and self.desk.operator is not None and not self.desk.busy:
            self.flow.go_home()

    def _ask_printer(self) -> None:
        use_cases = self.desk.use_cases
        if use_cases is not None:
            self.background.run("printer", use_cases.printer.status, self._printer_said, self.desk.reject)

    def _printer_said(self, state: str) -> None:
        self._printer = str(state)
        self._show_status()

    @property
    def queue(self) -> int:
        """Events and photos that the server has not confirmed."""
        return self._counts.pending + self._counts.photos

    def _show_status(self) -> None:
        person = self.desk.operator.name if self.desk.operator else ""
        self._strip.show_status(
            self.network, self.queue, self._counts.rejected, self._printer, person, self._language
        )

    def _show_stage(self, stage: str) -> None:
        self.camera.reading_codes = self._parts.settings.camera.read_codes and stage == "home"
        self._stack.setCurrentWidget(self.flow.screens[stage])

    def _show_frame(self, frame: Frame) -> None:
        height, width, _ = frame.shape
        for screen in (self.flow.home.screen, self.flow.inspect.screen):
            if screen.isVisible():
                screen.camera.show_frame(frame.data, width, height, frame.strides[0])

    def _show_no_camera(self, code: str) -> None:
        for screen in (self.flow.home.screen, self.flow.inspect.screen):
            screen.camera.show_off(code)

    def _key(self, key: int) -> None:
        if key == Qt.Key.Key_F12:
            self.change_language()
        elif key == Qt.Key.Key_F11:
            self._theme = THEMES[1 - THEMES.index(self._theme)]
            theme.apply(self._app, self._theme, self._parts.resources)
        elif key == Qt.Key.Key_F5:
            self.sync.now()
        elif key == Qt.Key.Key_Escape:
            self.banner.acknowledge()
        else:
            self.flow.key(key)

    def change_language(self) -> None:
        """Chinese to English and back, without losing the place."""
        self._language = LANGUAGES[1 - LANGUAGES.index(self._language)]
        self.desk.language = self._language
        self._load_language()
        self.flow.refresh()
        self._show_status()

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
        self._printer_timer.stop()
        self.background.close()
        if self.desk.use_cases is not None:
            self.desk.use_cases.close()
        super().closeEvent(event)


def _no_eyes() -> Eyes:
    raise RuntimeError("no camera was asked for")
