"""Every screen with something on it, by name; ``./run screens --out DIR`` takes their pictures."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dockstation.application.ports.store import PrintState
from dockstation.application.queries import Filter
from dockstation.domain.errors import DockstationError
from dockstation.domain.evidence import Mark, MarkKind
from dockstation.domain.unit import UnitState
from dockstation.ui.messages import scan_kind, sentence
from dockstation.ui.screens.choose_code import ChooseCodeScreen, FoundCode
from dockstation.ui.screens.crash import CrashScreen
from dockstation.ui.screens.decision import DecisionScreen
from dockstation.ui.screens.hand_over import HandOverScreen
from dockstation.ui.screens.home import HomeScreen
from dockstation.ui.screens.inspect import InspectScreen
from dockstation.ui.screens.photos import PhotosScreen, PhotosView
from dockstation.ui.screens.receive import ReceiveScreen
from dockstation.ui.screens.search import SearchScreen
from dockstation.ui.screens.self_test import SelfTestScreen
from dockstation.ui.screens.start import StartScreen
from dockstation.ui.screens.type_code import TypeCodeScreen
from dockstation.ui.widgets import Banner, StatusStrip
from dockstation.ui.widgets.code_boxes import CodeBox
from dockstation.ui.widgets.scan_trail import ReadCode, ScanTrail
from tests.ui import samples, self_test_samples
from tests.ui.entrance_scenes import ENTRANCE
from tests.ui.help_scenes import HELPING
from tests.ui.history_scenes import HISTORY
from tests.ui.inspecting_scenes import INSPECTING
from tests.ui.label_scenes import LABELS
from tests.ui.outbox_scenes import OUTBOX
from tests.ui.overruling_scenes import OVERRULING
from tests.ui.printer_scenes import PRINTERS
from tests.ui.put_away_scenes import PUTTING_AWAY
from tests.ui.receiving_scenes import RECEIVING, Scene
from tests.ui.set_up_scenes import SETTING_UP
from tests.ui.view_of_bench import frame, show_camera

RESOURCES = Path("resources")
ANSWERS = samples.ANSWERS


def _crash(*, offer: bool = False) -> QWidget:
    screen = CrashScreen()
    if offer:
        screen.show_offer()
    else:
        screen.show_crash("7F3QWC", may_go_on=True)
    return screen


def _home(language: str, count: int = 4, off: str = "") -> QWidget:
    screen = HomeScreen()
    screen.show_home(samples.home(count), language, {"DEMO": "Anna"})
    if off:
        screen.camera.show_off(off)
    else:
        show_camera(screen, language)
    return screen


def _home_marked(language: str) -> QWidget:
    screen = HomeScreen()
    screen.show_home(samples.home(40, Filter.MINE), language, {"DEMO": "Anna"})
    screen.step(1)
    screen.step(1)
    show_camera(screen, language)
    return screen


def _receive(language: str, found: int) -> QWidget:
    screen = ReceiveScreen()
    screen.show_receive(samples.receive(found), language)
    return screen


def _inspect(language: str, answers: dict[str, str], photos: tuple[str, ...] = (), at: str = "") -> QWidget:
    screen = InspectScreen()
    picture = Path(tempfile.gettempdir()) / "gallery-photo.jpg"
    frame().save(str(picture))
    screen.show_inspect(samples.inspect(answers, photos, at), language, [picture] * len(photos))
    show_camera(screen, language)
    return screen


def _inspect_elsewhere(language: str) -> QWidget:
    """An inspection that another station began: its photo is known by name alone."""
    screen = InspectScreen()
    view = samples.inspect(_start(3), ("screen",))
    photos = tuple(replace(photo, at_server=True) for photo in view.photos)
    screen.show_inspect(replace(view, photos=photos), language, [Path("elsewhere.jpg")])
    show_camera(screen, language)
    return screen


def _photos(language: str, tool: MarkKind | None = None, *, may_change: bool = True) -> QWidget:
    screen = PhotosScreen()
    view = samples.inspect(_start(3), ("screen",))
    marks = (
        Mark(MarkKind.BOX, 0.2, 0.3, 0.5, 0.6, "screen_scratch"),
        Mark(MarkKind.ARROW, 0.7, 0.4, 0.9, 0.2),
        Mark(MarkKind.PIN, 0.6, 0.75, defect="screen_scratch"),
    )
    taken = {"taken_at": "2026-11-26T09:30:00Z", "by": "DEMO", "warnings": ("blurred", "too_dark")}
    photos = tuple(replace(photo, marks=marks, **taken) for photo in view.photos)  # type: ignore[arg-type]  # by name
    defects = samples.decision(None, ANSWERS, UnitState.DECIDED).defects
    screen.show_photos(PhotosView(view.checklist, photos, 0, defects, marks, 0, tool, may_change), language)
    screen.picture.show_photo(frame())
    return screen


def _hand_over(_language: str) -> QWidget:
    screen = HandOverScreen()
    screen.show_unit(samples.UNIT.lpn)
    return screen


def _decision(language: str, state: PrintState | None, **answers: str) -> QWidget:
    screen = DecisionScreen()
    unit = UnitState.LABELLED if state is PrintState.CONFIRMED else UnitState.DECIDED
    screen.show_decision(samples.decision(state, {**ANSWERS, **answers}, unit), language)
    return screen


def _corners(x: int, y: int, width: int, height: int) -> tuple[tuple[int, int], ...]:
    return (x, y), (x + width, y + 12), (x + width - 4, y + height + 12), (x - 4, y + height)


FOUND = (
    FoundCode("a", "SF1029384756123", "tracking", _corners(180, 120, 420, 90)),
    FoundCode("b", "YT8812345678901", "tracking", _corners(640, 430, 420, 90)),
    FoundCode("c", "(01)06901234567892(21)A1B2C3D4E5F6G7H8J9K0(10)LOT-2026-11", "gs1", _corners(900, 80, 60, 60)),
    FoundCode("d", "HTTPS://EXAMPLE.COM/TRACK", "unknown", _corners(985, 80, 60, 60)),
)


def _choose(_language: str, codes: tuple[FoundCode, ...]) -> QWidget:
    screen = ChooseCodeScreen()
    image = frame()
    picture = (bytes(image.constBits()), image.width(), image.height(), image.bytesPerLine())
    screen.show_picture("IMG_20261102_101500.jpg", picture, codes)
    return screen


def _home_choice(language: str) -> QWidget:
    screen = _home(language)
    assert isinstance(screen, HomeScreen)
    tags = {"a": "SF1029384756123 · Tracking number", "b": "YT8812345678901 · Tracking number"}
    screen.camera.show_codes([CodeBox(each.key, each.corners, tags[each.key]) for each in FOUND[:2]])
    return screen


def _cannot_start(_language: str) -> QWidget:
    screen = StartScreen()
    file = "/home/dock/.config/dockstation/" + "warehouse/" * 6 + "checklists/phone.toml"
    screen.show_failed(
        sentence(DockstationError("settings.unknown_key", file=file, line=17, key="opions", meant="options"))
    )
    return screen


def _self_test(language: str, name: str) -> QWidget:
    screen = SelfTestScreen()
    screen.show_self_test(self_test_samples.view(name), language)
    return screen


def _search(language: str, text: str, count: int) -> QWidget:
    screen = SearchScreen()
    found = samples.shortlist(count, more=count > 9) if text else None

    screen.begin()
    screen._field.setText(text)
    screen.show_found(text, found, language)
    return screen


def _start(count: int) -> dict[str, str]:
    return dict(list(ANSWERS.items())[:count])


SCENES: dict[str, Scene] = {
    "start-starting": ("", "", lambda _lang: StartScreen()),
    "start-failed": ("", "", _cannot_start),
    "crash": ("", "", lambda _lang: _crash()),
    "crash-safe-start": ("", "", lambda _lang: _crash(offer=True)),
    "home-nobody": ("reject", "person.none", lambda _lang: HomeScreen()),
    "typing": ("", "", lambda _lang: TypeCodeScreen()),
    "choosing": ("question", "Several codes: tap the one that counts", lambda lang: _choose(lang, FOUND)),
    "choosing-many": ("", "", lambda lang: _choose(lang, FOUND * 4)),
    "home-choice": ("question", "Several codes: tap the one that counts", _home_choice),
    "home": ("", "", _home),
    "home-empty": ("info", "Signed in: Demo Operator", lambda lang: _home(lang, 0, "No camera")),
    "home-many": ("reject", "rma.unknown", lambda lang: _home(lang, 40)),
    "home-marked": ("", "", _home_marked),
    "home-rules-mistake": ("reject", "settings.last_good", _home),
    "home-rules-asked": ("info", "settings.condition_name", _home),
    "receive-start": ("accept", "RMA-2026-004711", lambda lang: _receive(lang, 0)),
    "receive-found": ("accept", "K7M42341X", lambda lang: _receive(lang, 2)),
    "inspect-first": ("", "", lambda lang: _inspect(lang, {})),
    "inspect-back": ("", "", lambda lang: _inspect(lang, _start(3), ("screen",), "screen")),
    "inspect-pass": ("", "", lambda lang: _inspect(lang, _start(4), ("screen",))),
    "inspect-three": ("", "", lambda lang: _inspect(lang, _start(3), ("screen",))),
    "inspect-photo": ("question", "photo.needed", lambda lang: _inspect(lang, _start(3))),
    "inspect-done": ("", "", lambda lang: _inspect(lang, ANSWERS, ("screen", "overall.front", "overall.back"))),
    "inspect-elsewhere": ("info", "Taken over from Anna at Dock 1", _inspect_elsewhere),
    "photos": ("", "", _photos),
    "photos-drawing": ("", "", lambda lang: _photos(lang, MarkKind.ARROW)),
    "photos-decided": ("", "", lambda lang: _photos(lang, may_change=False)),
    "hand-over": ("", "", _hand_over),
    "search-empty": ("", "", lambda lang: _search(lang, "", 0)),
    "search-none": ("", "", lambda lang: _search(lang, "黑色大衣", 0)),
    "search-many": ("", "", lambda lang: _search(lang, "手机 4711", 20)),
    "self-test-start": ("", "", lambda lang: _self_test(lang, "start")),
    "self-test-middle": ("accept", "7 QR Code", lambda lang: _self_test(lang, "middle")),
    "self-test-good": ("accept", "OK", lambda lang: _self_test(lang, "good")),
    "self-test-bad": ("", "", lambda lang: _self_test(lang, "bad")),
    "decision-none": ("", "", lambda lang: _decision(lang, None)),
    "decision-sent": ("accept", "SENT", lambda lang: _decision(lang, PrintState.SENT)),
    "decision-confirmed": ("accept", "OK", lambda lang: _decision(lang, PrintState.CONFIRMED, packaging="damaged")),
    "decision-failed": (
        "reject",
        "printer.unreachable",
        lambda lang: _decision(lang, PrintState.FAILED, power="fail"),
    ),
    "decision-unknown": ("reject", "printer.lost", lambda lang: _decision(lang, PrintState.UNKNOWN, account="fail")),
    **ENTRANCE,
    **HELPING,
    **HISTORY,
    **LABELS,
    **OUTBOX,
    **RECEIVING,
    **INSPECTING,
    **OVERRULING,
    **PUTTING_AWAY,
    **PRINTERS,
    **SETTING_UP,
}


SCANS = (
    ("(01)06901234567892(21)A1B2C3D4E5F6G7H8J9K0(10)LOT-2026-11", "gs1", ""),
    ("DSRMA-RMA-2026-004711", "rma_label", "accept"),
    ("SF1029384756123", "tracking", "reject"),
    ("4006381333931", "gtin", "question"),
    ("•••", "badge", "accept"),
)


MISTAKE: dict[str, str | int] = {
    "file": "rules/consumables.toml", "line": 117, "value": "answers.pakaging", "meant": "answers.packaging",
}  # fmt: skip


def window(scene: Scene, language: str) -> QWidget:
    """The scene between the last scans and the status strip."""
    kind, text, build = scene
    whole, banner, strip, scans = QWidget(), Banner(), StatusStrip(), ScanTrail()
    scans.show_codes([ReadCode(code, scan_kind(of), answer) for code, of, answer in SCANS])
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(banner)
    column.addWidget(scans)
    column.addWidget(build(language), 1)
    column.addWidget(strip)
    if kind:
        facts: dict[str, str | int] = {"code": "SF1029384756123", "host": "192.168.1.20", "port": 9100, **MISTAKE}
        facts |= {"printer": "label", "key": "darkness", "wanted": "0–30"}
        facts |= {"name": "Anna", "seconds": 30}
        banner.show_message(kind, sentence(DockstationError(text, **facts)) if "." in text else text)
    is_good = not text.startswith("settings.")
    strip.show_policy(is_good=is_good)
    rejected = 2 if kind == "reject" else 0
    strip.show_outbox("3 h" if rejected else "", 0)
    strip.show_status(
        "offline" if rejected else "online",
        3 * rejected,
        rejected,
        "ready" if is_good else "unreachable",
        "Demo Operator",
        language,
    )
    return whole


@contextmanager
def chinese(app: QApplication, *, on: bool = True) -> Iterator[None]:
    """The application in Chinese, from the very file that translators write."""
    translator = QTranslator()
    with tempfile.TemporaryDirectory() as folder:
        compiled = Path(folder, "zh.qm")
        tool = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([tool, "-silent", RESOURCES / "i18n/dockstation_zh_CN.ts", "-qm", compiled], check=True)
        translator.load(str(compiled))
        if on:
            app.installTranslator(translator)
        try:
            yield
        finally:
            app.removeTranslator(translator)
