"""Settings and the steps of setting up, for the gallery and the tests of screens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from dockstation.domain.check import NONE_SET, Check
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Role
from dockstation.settings import ConfigFolders
from dockstation.settings.changing import ConfigBook
from dockstation.ui.main_window.settings_words import SettingsWords
from dockstation.ui.main_window.wizard_words import SetUp, WizardWords
from dockstation.ui.screens.ask import Asked, AskScreen
from dockstation.ui.screens.camera_set_up import CameraPage, CameraSetUpScreen
from dockstation.ui.screens.entry import Entry, EntryScreen
from tests.ui.receiving_scenes import Scene
from tests.ui.view_of_bench import show_camera

VIEW = ConfigBook(ConfigFolders()).settings()
PEOPLE = tuple(Operator(f"B{n}", f"王芳 Anna {n}", role) for n, role in enumerate(Role))
CHECKS = (
    Check("python", "3.11"),
    Check("data", "/srv/station"),
    Check("config", "12 checklists"),
    Check("backup", NONE_SET),
    Check("camera", "camera.no_frame", DockstationError("camera.no_frame")),
    Check("server", "enrol.needed", DockstationError("enrol.needed")),
    Check("printer label", "unreachable", DockstationError("printer.look", name="label")),
    Check("people", "4 inspector"),
)
KNOWN = SetUp(VIEW, "S1", ("keyboard",), PEOPLE, CHECKS)


def _asking(say: Callable[[], Asked]) -> Scene:
    def scene(_language: str) -> QWidget:
        screen = AskScreen()
        screen.show_ask(say())
        return screen

    return "", "", scene


def _entering(say: Callable[[], Entry], text: str, kind: str = "", banner: str = "") -> Scene:
    def scene(_language: str) -> QWidget:
        screen = EntryScreen()
        screen.ask(say(), text)
        return screen

    return kind, banner, scene


def _step(step: str, known: SetUp = KNOWN) -> Scene:
    return _asking(lambda: WizardWords().step(step, known))


def _camera(language: str) -> QWidget:
    screen, words = CameraSetUpScreen(), WizardWords()
    there = (
        ("a", "usb-Logitech_HD_Pro_Webcam_C920_4F2A11"),
        ("b", "/dev/video2"),
        ("", QCoreApplication.translate("CameraSetUpStage", "No camera")),
    )
    text = "Lay something with print on it before the camera, and choose the one whose picture you see."
    screen.show_page(CameraPage(words.head("camera"), text, there, "a", "it may be blurred", words.go_on(ready=True)))
    show_camera(screen, language)
    return screen


def _named(name: str) -> Callable[[], Entry]:
    return lambda: SettingsWords().entry(next(each for each in VIEW if each.name == name))


SETTING_UP: dict[str, Scene] = {
    "settings": _asking(lambda: SettingsWords().groups(waiting=True)),
    "settings-camera": _asking(lambda: SettingsWords().group("camera", VIEW)),
    "settings-server": _asking(lambda: SettingsWords().group("server", VIEW)),
    "settings-work": _asking(lambda: SettingsWords().group("work", VIEW)),
    "settings-choice": _asking(lambda: SettingsWords().choices(VIEW[2])),
    "setting-entry": _entering(_named("sounds.volume"), "101", "reject", "settings.not_written"),
    "setting-address": _entering(_named("server.url"), "https://rma.example.com:8470"),
    "setting-code": _entering(lambda: SettingsWords().enrolment(), "", "reject", "central.enrolment_code"),
    "wizard-language": _step("language"),
    "wizard-server": _step("server", SetUp(VIEW)),
    "wizard-enrolled": _step("server"),
    "wizard-scanner": _step("scanner", SetUp(VIEW)),
    "wizard-printer": _step("printer"),
    "wizard-people": _step("people"),
    "wizard-summary": _step("summary"),
    "camera-set-up": ("", "", _camera),
}
