"""Into the settings and the steps of setting up, and out of them; on its first start a station begins there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal

from dockstation.application.set_station_up import INSTALLER
from dockstation.domain.check import NONE_SET
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan, ScanKind
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.camera_set_up import CameraSetUpStage
from dockstation.ui.main_window.crash_cover import CrashCover
from dockstation.ui.main_window.flow import Flow
from dockstation.ui.main_window.intake import Intake
from dockstation.ui.main_window.people_watch import PeopleWatch
from dockstation.ui.main_window.readers import Readers
from dockstation.ui.main_window.self_test_stage import SelfTestStage
from dockstation.ui.main_window.settings_now import Fitted, SettingsNow
from dockstation.ui.main_window.settings_pages import ENTRY, SettingsPages
from dockstation.ui.main_window.settings_words import PICTURE, PRINTERS, TEST
from dockstation.ui.main_window.settings_words import WIZARD as TO_WIZARD
from dockstation.ui.main_window.wizard import WIZARD, Wizard
from dockstation.ui.screens.camera_set_up import CameraSetUpScreen

CAMERA = "camera_set_up"


class Whole(Fitted, Protocol):
    """The parts of the window that setting up joins."""

    crash: CrashCover
    self_test: SelfTestStage
    readers: Readers
    intake: Intake
    people: PeopleWatch
    is_safe: bool


class SetUpWay(QObject):
    """Joins settings, wizard and camera page to the flow.

    On a first start nobody can sign in yet: whoever is there sets the station up, and can do nothing else.
    """

    settled = Signal(bool)
    """Nothing is to be set up by itself: True where it has just been."""

    def __init__(self, flow: Flow, camera: CameraLoop) -> None:
        super().__init__()
        self._flow, self._desk = flow, flow.desk
        desk = flow.desk
        self.pages = SettingsPages(desk)
        self.camera = CameraSetUpStage(desk, CameraSetUpScreen(), camera)
        self.wizard = Wizard(desk, self.pages, self.camera)
        self._stages = {**self.pages.stages, WIZARD: self.wizard.asking, CAMERA: self.camera}
        self._allowed = {*self._stages, *flow.printers.stages}
        flow.stages.update(self._stages)
        self._signed_in: Operator | None = None
        self._connect()

    @property
    def installing(self) -> bool:
        """Whether this is a first start, and nobody is signed in."""
        return self.wizard.is_first

    def _connect(self) -> None:
        flow, pages = self._flow, self.pages
        flow.settings_asked.connect(pages.enter)
        pages.shown.connect(flow.turn_to)
        self.wizard.shown.connect(partial(flow.turn_to, WIZARD))
        self.camera.shown.connect(partial(flow.turn_to, CAMERA))
        self.camera.chosen.connect(self.wizard.choose_camera)
        pages.left.connect(flow.go_home)
        pages.way_asked.connect(partial(self._take_way, self._back_to_settings))
        self.wizard.way_asked.connect(partial(self._take_way, self.wizard.show))
        self.wizard.left.connect(self._leave_wizard)
        flow.stage_changed.connect(self._keep_in)

    def join(self, window: Whole) -> None:
        """Once the window has its parts."""
        now = SettingsNow(window)
        self.settled.connect(lambda first: window.people.await_first(was_first_start=first))
        self.pages.apply = now.apply
        self.pages.enrolled.connect(now.join_server)
        self.pages.restart_asked.connect(partial(window.crash.restart_asked.emit, False))
        self.wizard.held = partial(_held, window)
        self._test = window.self_test.begin
        self._before = self._flow.takes
        self._flow.takes = self._takes
        secret = window.intake.is_secret
        window.intake.is_secret = lambda: self._awaits_code or secret()
        self._is_safe = window.is_safe

    def look(self) -> None:
        """Whether setting up begins, or goes on, by itself; not at a safe start."""
        if not self._is_safe and (use_cases := self._desk.use_cases) is not None:
            first = use_cases.set_up.station.first_step
            self._desk.background.run("store", first, self._begin, self._desk.reject)
        else:
            self.settled.emit(False)

    def _begin(self, step: str | None) -> None:
        if step is None:
            self.settled.emit(False)
        elif self._desk.busy:  # whoever is signed in at the start is let in first
            self._desk.idle.connect(partial(self._begin, step), Qt.ConnectionType.SingleShotConnection)
        else:
            self._signed_in, self._desk.operator = self._desk.operator, INSTALLER
            self.wizard.is_first = True
            self._flow.turn_to(WIZARD)  # no scan gets at the work meanwhile
            self.wizard.begin(step)

    def _leave_wizard(self) -> None:
        if not self.installing:
            self._back_to_settings()
            return
        self.wizard.is_first = False
        self._desk.operator = self._signed_in
        self._flow.turn_to("home")
        self._desk.banner.acknowledge()
        self.settled.emit(True)

    def _keep_in(self, stage: str) -> None:
        if self.installing and stage not in self._allowed:
            self.wizard.show()

    def _back_to_settings(self) -> None:
        if self.pages.group:
            self.pages.show_group(self.pages.group)
        else:
            self.pages.show_groups()

    def _take_way(self, back: Callable[[], None], way: str) -> None:
        ways: dict[str, Callable[[], object]] = {
            TO_WIZARD: self.wizard.begin,
            PRINTERS: partial(self._flow.printers.enter, back),
            TEST: self._begin_test,
            PICTURE: partial(self._choose_camera, back),
        }
        ways[way]()

    def _begin_test(self) -> None:
        self._test()

    def _choose_camera(self, back: Callable[[], None]) -> None:
        words = self.wizard.words
        self.camera.enter(lambda: (words.about_camera(), words.done()), self.pages.view, back, back)

    @property
    def _awaits_code(self) -> bool:
        """Whether what is scanned now may be an enrolment code."""
        stage = self._flow.stage
        at_server = stage == WIZARD and self.wizard.step == "server"
        return at_server or (stage == ENTRY and self.pages.enrolling)

    def _takes(self, scan: Scan) -> bool:
        if self._before(scan):
            return True
        if self.installing and (
            scan.kind is ScanKind.BADGE or (scan.kind, scan.value) == (ScanKind.COMMAND, "PAUSE")
        ):
            self._desk.reject(DockstationError("set_up.unfinished"))
            return True
        if self._desk.operator is None:
            return False
        if self._awaits_code and self._flow.stage == WIZARD and scan.kind not in (ScanKind.COMMAND, ScanKind.BADGE):
            self.pages.enrolling = False
            self.pages.enrol(self.pages.text_of(scan))
            return True
        return self._flow.stage == ENTRY and self.pages.takes(scan)


def _held(window: Whole) -> Mapping[str, Callable[[], str]]:
    """How camera and scanners are, as far as the window has seen of them."""
    return {
        "camera": partial(_camera, window.camera),
        **{f"scanner {name}": look for name, look in window.readers.looks()},
    }


def _camera(camera: CameraLoop) -> str:
    if not camera.set_up:
        return NONE_SET
    if camera.newest is None:
        raise camera.why_lost or DockstationError("camera.no_frame")
    return "ok"
