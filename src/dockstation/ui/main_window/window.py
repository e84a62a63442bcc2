"""The station's window: the banner on top, the screens, the status strip at the foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from dockstation.application.ports.decoder import DecodedCode
from dockstation.application.ports.pictures import PictureInbox, PictureReader, ShotInbox
from dockstation.application.ports.scale import Scale
from dockstation.application.ports.scanner import Scanner
from dockstation.domain.errors import DockstationError
from dockstation.domain.scanner import KEYBOARD, ScannerProfile
from dockstation.settings import ScannerTable, StationSettings
from dockstation.ui.background import Background
from dockstation.ui.main_window.busy_watch import BusyWatch
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.choosing import rank
from dockstation.ui.main_window.collector import Collector
from dockstation.ui.main_window.crash_cover import CrashCover
from dockstation.ui.main_window.desk import Desk, foreseen
from dockstation.ui.main_window.dress import Dress
from dockstation.ui.main_window.entrance import Entrance
from dockstation.ui.main_window.flow import CONFIRM_KEYS, Flow
from dockstation.ui.main_window.held_labels import HeldLabels
from dockstation.ui.main_window.help_way import HelpWay
from dockstation.ui.main_window.history_way import HistoryWay
from dockstation.ui.main_window.intake import Intake
from dockstation.ui.main_window.labels_way import LabelsWay, print_as_set
from dockstation.ui.main_window.outbox_way import OutboxWay
from dockstation.ui.main_window.pages import Pages
from dockstation.ui.main_window.people_watch import PeopleWatch
from dockstation.ui.main_window.picture_loop import PictureLoop
from dockstation.ui.main_window.picture_mime import may_hold_pictures, offered
from dockstation.ui.main_window.picture_stage import PictureStage, ask_to_choose, tag
from dockstation.ui.main_window.policy_watch import PolicyWatch
from dockstation.ui.main_window.readers import OpenScanner, Readers, lane
from dockstation.ui.main_window.scale_loop import ScaleLoop
from dockstation.ui.main_window.self_test_stage import SelfTestStage
from dockstation.ui.main_window.set_up_way import SetUpWay
from dockstation.ui.main_window.shot_loop import ShotLoop
from dockstation.ui.main_window.sound_loop import SoundLoop
from dockstation.ui.main_window.status_board import StatusBoard
from dockstation.ui.main_window.sync_loop import SyncLoop
from dockstation.ui.main_window.trail import Trail
from dockstation.ui.main_window.use_cases import Eyes, Frame, UseCases
from dockstation.ui.main_window.viewfinder import Viewfinder
from dockstation.ui.messages import sentence
from dockstation.ui.widgets.banner import Banner
from dockstation.ui.widgets.scan_trail import ScanTrail
from dockstation.ui.widgets.status_strip import StatusStrip

LANES = (
    "store", "camera", "decoder", "network", "printer", "spool", "sound", "pictures", "scale", "photos", "setup",
    "backup", "report", "disk", "retention",
)  # fmt: skip
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
    open_pictures: Callable[[], PictureReader] | None = None
    open_inbox: Callable[[], PictureInbox] | None = None
    open_scanner: OpenScanner | None = None
    open_scale: Callable[[], Scale] | None = None
    open_shots: Callable[[], ShotInbox] | None = None
    save_report: Callable[[], Path] | None = None
    is_safe: bool = False
    eyes_now: Callable[[], Callable[[], Eyes] | None] | None = None
    """How the camera is opened as it is set up by now."""


class MainWindow(QMainWindow):
    """Shows at once, and is ready when its parts are."""

    painted = Signal()
    ready = Signal()
    failed = Signal()
    """The parts could not be built; the screen says why, and it can be tried again."""

    def __init__(self, app: QApplication, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        worn, self._collector = parts.settings.station, Collector(self)
        self.dress = Dress(app, parts.resources, worn.language, worn.theme)
        self._failure: DockstationError | None = None
        self.patience, self.all_done, self.is_safe = PATIENCE_S, True, parts.is_safe
        self._rules = parts.settings.scan.rules(datetime.now(UTC).year)
        self.background = Background((*LANES, *map(lane, parts.settings.scanners)))
        self.banner, self._strip, self._scans = Banner(), StatusStrip(), ScanTrail()
        self.desk = Desk(self.background, self.banner, worn.language, parts.settings.privacy.discretion())
        self.intake = Intake(self.desk, parts.settings.scan)
        self._trail = Trail(self.intake, self._scans)
        self.camera, self.eyes_now = CameraLoop(self.background, parts.open_eyes, self._rank), parts.eyes_now
        self.sync = SyncLoop(self.background, parts.settings.server.sync_seconds)
        self.flow = Flow(self.desk, self.intake, self.camera, parts.settings.people)
        self.scale, self.set_up = ScaleLoop(self.background, parts.open_scale), SetUpWay(self.flow, self.camera)
        self.history = HistoryWay(self.flow, self.desk, self.sync)
        self.status = StatusBoard(self.desk, self.sync, self._strip, parts.settings.server.old_minutes)
        self.people = PeopleWatch(self.flow, self.desk, self.sync, self.status, self._strip)
        self.pages = Pages(self.flow.stages)
        self.help = HelpWay(self.flow, self.desk, self.pages, self._strip)
        self.entrance = Entrance(self.flow, self.desk, self.pages, self.intake, self.camera, parts.settings)
        self.outbox = OutboxWay(self.flow, self.desk, self.sync, self._strip)
        self.policy = PolicyWatch(self.desk, self._strip)
        self.crash = CrashCover(self, self.desk, self.flow.go_home, parts.save_report)
        self._held_labels = HeldLabels(self.desk, parts.settings.labels.printer)
        self.labels = LabelsWay(self.flow, self.desk, self._strip, self._held_labels)
        seeing = (self.flow.home, self.flow.inspect, self.flow.discrepancy, self.flow.dock, self.set_up.camera)
        self._viewfinder = Viewfinder([each.screen.camera for each in seeing], tag(self._rules))
        open_pictures, every_s = parts.open_pictures or _no_pictures, parts.settings.pictures.every_seconds
        self._picture_loop = PictureLoop(self.background, open_pictures, parts.open_inbox, every_s)
        self.pictures = PictureStage(self.desk, self._picture_loop, self.pages.choosing, self._rank, self._rules)
        self.shots = ShotLoop(self.desk, self.flow.inspect, parts.open_shots)
        self.self_test = SelfTestStage(self.desk, self.pages.self_test)
        self._sounds, self._waits, opener = SoundLoop(self.desk), BusyWatch(self.desk), parts.open_scanner
        self.readers = Readers(app, self.background, parts.settings, self._rules, self.intake, opener or _no_scanner)
        self.wedge = self.readers.wedge
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._collector.start()
        self.setWindowTitle("dockstation")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._scans)
        column.addWidget(self.pages, 1)
        column.addWidget(self._strip)
        self.setCentralWidget(body)
        self.resize(1280, 800)

    def _connect(self) -> None:
        self.camera.may_read = self._parts.settings.camera.read_codes
        self.set_up.join(self)
        self.ready.connect(self.set_up.look)
        self.readers.scanned.connect(self.crash.before_scan(self._scanned))
        self.readers.lost.connect(self.desk.reject)
        self.wedge.key.connect(self.crash.before_key(self._key))
        self.camera.read.connect(self._seen)
        self.camera.several.connect(self._seen_several)
        self._viewfinder.chosen.connect(self.camera.take)
        self._connect_pictures()
        self._connect_self_test()
        print_as_set(self.flow, self._parts.settings)
        for weighing in (self.flow.dock, self.flow.weighing, self.flow.inspect):
            weighing.use_scale(self.scale)
        self.camera.framed.connect(self._viewfinder.show_frame)
        self.camera.lost.connect(self._viewfinder.show_off)
        self.camera.unread.connect(self.desk.reject)
        self.flow.stage_changed.connect(self._show_stage)
        self.flow.is_covered = lambda: self.pages.name != self.flow.stage
        self.flow.signed_in.connect(self.status.greet)
        self.people.way.join(self.entrance)
        self.entrance.signed_out.connect(self.status.show)
        self.flow.signed_in.connect(self.policy.look_for)
        self.flow.stage_changed.connect(self.policy.look_at)
        self.flow.typing_asked.connect(self._type_code)
        self._strip.policy_asked.connect(self.policy.explain)
        self.sync.passed.connect(self._synced)
        self.desk.changed.connect(self.sync.wake)
        self.pages.start.again_asked.connect(self.start)
        self.pages.start.leave_asked.connect(self.close)
        self.pages.typing.entered.connect(self._scanned)
        self.pages.typing.left.connect(self._show_stage)
        self._strip.language_asked.connect(self.speak)
        self.status.printer_said.connect(self._held_labels.release)

    def _connect_pictures(self) -> None:
        self._picture_loop.may_read = lambda: not self.desk.busy
        self._picture_loop.may_look = self._awaits_pictures
        self.desk.idle.connect(self._picture_loop.next)
        self.shots.is_covered = lambda: self.pages.name != "inspect"
        if self.is_safe:
            self.camera.why_none = DockstationError("camera.safe")
        elif folder := self._parts.settings.camera.photo_folder:
            self.camera.why_none = DockstationError("camera.folder", folder=Path(folder).name)
        self.pictures.asking.connect(partial(self._cover, "choosing"))
        self.pictures.settled.connect(self._show_stage)
        self.pictures.read.connect(lambda code: self.intake.take(code.text, code.symbology, "picture"))
        self.flow.picture_asked.connect(lambda: self.pictures.open_dialog(self))
        self.flow.inspect.file_asked.connect(lambda: self.pictures.open_dialog(self, self.flow.inspect.take_files))
        self.wedge.pasted.connect(lambda: self._offer(QGuiApplication.clipboard().mimeData()))
        self.setAcceptDrops(True)

    def _connect_self_test(self) -> None:
        self.wedge.raw.connect(self.self_test.note)
        self.self_test.shown.connect(partial(self._cover, "self_test"))
        self.self_test.left.connect(self._show_stage)
        self.self_test.learned.connect(lambda profile: self.readers.learn([profile]))
        self.flow.test_asked.connect(self.self_test.begin)

    def _cover(self, page: str) -> None:
        self.camera.reading_codes = False
        self.pages.turn_to(page)

    def start(self) -> None:
        """Build the parts behind the first paint."""
        self._failure = None
        self.banner.clear()
        self.pages.start.show_starting()
        self.background.run("store", self._open, self._begin, self._not_ready)

    def _open(self) -> tuple[UseCases, tuple[ScannerProfile, ...]]:
        use_cases = self._parts.open_use_cases()
        try:
            use_cases.print_label.recover()
            profiles = use_cases.self_test.keep.profiles()
        except BaseException:
            use_cases.close()
            raise
        return use_cases, profiles

    def _begin(self, opened: tuple[UseCases, tuple[ScannerProfile, ...]]) -> None:
        use_cases, profiles = opened
        self.desk.use_cases = use_cases
        self.self_test.tools = use_cases.self_test
        self.people.begin(use_cases.roster.book)
        self.entrance.watch(self.windowHandle(), self.wedge, self.pictures)
        self.readers.learn(profiles)
        self._show_stage()
        if self._parts.badge:
            self.entrance.sign_in(self._parts.badge)
        self.status.start()
        self.policy.look()
        self.readers.start()
        self.scale.start()
        if self._parts.open_eyes is not None:
            self.camera.start()
        else:
            self._viewfinder.show_off(self.camera.why_none)
        self._picture_loop.start()
        self.shots.start()
        self.intake.next()
        self.ready.emit()
        if self.desk.use_cases is not None:  # else closed by who waited for it
            self._warm_up(use_cases)

    def _warm_up(self, use_cases: UseCases) -> None:
        # Before the first pass on the same lane: two threads that import pydantic at once make it fail.
        self.background.run("network", use_cases.warm, lambda _none: None, self.desk.reject)
        self.sync.start(use_cases.sync)

    def _not_ready(self, error: BaseException) -> None:
        self._failure = foreseen(error)
        self.pages.start.show_failed(sentence(self._failure))
        self.failed.emit()

    def _synced(self, network: str) -> None:
        if network == "online":
            self.flow.held.match_known()
            if self.flow.stage == "home":
                self.flow.home.look_again()
            self.flow.serials.resume()

    def _show_stage(self, stage: str = "") -> None:
        stage = stage or self.flow.stage
        self.camera.reading_codes = self.camera.may_read and self.flow.present.camera_reads
        self.pages.turn_to(stage)

    def _rank(self, code: DecodedCode) -> int:
        return rank(code, self.flow.stage if self.desk.operator else "badge", self._rules)

    def _seen(self, code: DecodedCode) -> None:
        self._viewfinder.show_read(code)
        self.intake.take(code.text, code.symbology, "camera")

    def _seen_several(self, frame: Frame | None, codes: tuple[DecodedCode, ...]) -> None:
        self._viewfinder.show_several(frame, codes)
        ask_to_choose(self.desk, asking=bool(codes))

    def _awaits_pictures(self) -> bool:
        idle = not self.desk.busy and self.desk.operator is not None
        return idle and self.pages.name == self.flow.stage and self.flow.present.elsewhere

    def _offer(self, mime: QMimeData) -> None:
        if self._failure is not None:
            self.desk.reject(self._failure)
        elif self.self_test.running or self.entrance.is_closed:
            return
        elif self.pages.name == "inspect" and (files := offered(mime).files):
            self.flow.inspect.take_files(files)
        else:
            self.pictures.offer(mime)

    def _type_code(self) -> None:
        if not self.desk.busy:
            self.banner.acknowledge()
            self._cover("typing")

    def _scanned(self, code: str, device: str = KEYBOARD) -> None:
        if self._failure is not None:
            self.desk.reject(self._failure)
            return
        if not self.entrance.is_closed and self.self_test.takes(code, device):
            self.help.close()
            return
        if self.pages.name == "typing":
            self._show_stage()
        self.pictures.leave()
        self.intake.take(code, device=device)

    def _key(self, key: int) -> None:
        if self.pictures.key_in_dialog(key) or self.help.key(key) or self.entrance.key(key):
            return
        if key == Qt.Key.Key_F12:
            self.speak()
        elif key == Qt.Key.Key_F11:
            self.dress.next_look()
        elif key == Qt.Key.Key_F5:
            self.sync.now()
        elif self.pages.name == "self_test":
            self.self_test.key(key)
        elif self.pages.name in ("typing", "choosing"):
            self._key_on_cover(key)
        elif key == Qt.Key.Key_Escape and self.banner.kind == "reject":
            self.banner.acknowledge()
        elif self.pages.name == "start":
            if key in CONFIRM_KEYS:
                self.pages.start.confirm()
        else:
            self.flow.key(key)

    def _key_on_cover(self, key: int) -> None:
        if self.pages.name == "choosing":
            self.pictures.key(key)
        elif key == Qt.Key.Key_Escape:
            self._show_stage()

    def speak(self, language: str = "") -> None:
        """That language from now on, the next one unless told; the place is not lost."""
        self.desk.language = language or self.dress.next_language
        self.dress.speak(self.desk.language)
        for each in (self.help, self.flow, self.self_test):
            each.refresh()
        self.desk.retranslate()
        if self.pages.name == "choosing":
            ask_to_choose(self.desk, asking=True)
        self._viewfinder.retranslate()
        if self._failure is not None:
            self.pages.start.show_failed(sentence(self._failure))
        self.status.show()
        self._trail.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may be dropped anywhere on the window."""
        if may_hold_pictures(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)  # who moves a file deletes it afterwards
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """They are read, one after the other."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._offer(event.mimeData())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is lost by closing: all that was confirmed is durable already."""
        for loop in (self.camera, self.readers, self.scale, self._picture_loop, self.shots, self.sync, self.status):
            loop.stop()
        self.flow.printers.stop()
        self.all_done = self.background.close(self.patience)
        if self.all_done:
            self._collector.stop()
        self.desk.close()
        self.dress.take_off()
        self.pages.let_go()
        super().closeEvent(event)


def _no_scanner(_table: ScannerTable) -> Scanner:
    raise RuntimeError("no scanner was given")


def _no_pictures() -> PictureReader:
    raise RuntimeError("no reader of pictures was given")
