"""Every kind of question on the screen, as it comes and with something begun."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QWidget

from dockstation.application.ports.scale import Reading
from dockstation.ui.screens.inspect import InspectScreen
from tests.fakes import every_kind
from tests.ui import samples
from tests.ui.receiving_scenes import Scene
from tests.ui.view_of_bench import frame, show_camera

ANSWERS = {
    "packaging": "opened", "screen": "light", "marks": "scratch:minor@ek_back", "imei": "SN7F3K2299",
    "weight": "418", "power": "pass", "battery": "87.5", "wipe": "gone", "account": "pass",
    "pieces": '{"充电器 Charger":1,"数据线 Cable":1}', "papers": "pass", "remark": "", "overall": "used",
}  # fmt: skip
PHOTOS = ("screen", "sides.front", "sides.back")
Act = Callable[[InspectScreen], object]


def before(question: str) -> dict[str, str]:
    """The answers that come before this question's."""
    names = list(ANSWERS)
    return {name: ANSWERS[name] for name in names[: names.index(question)]}


def shown(
    language: str,
    answers: dict[str, str],
    photos: tuple[str, ...] = PHOTOS[:1],
    *acts: Act,
    at: str = "",
    repeatable: str = "",
) -> InspectScreen:
    """The screen after these answers, then with these acts on it."""
    QDir.addSearchPath("criteria", str(every_kind.HERE))
    screen = InspectScreen()
    picture = Path(tempfile.gettempdir()) / "gallery-photo.jpg"
    frame().save(str(picture))
    view = samples.inspect(answers, photos, at, every_kind.policy(), repeatable)
    screen.show_inspect(view, language, [picture] * len(photos))
    show_camera(screen, language)
    for act in acts:
        act(screen)
    return screen


def _show_begun(screen: InspectScreen, language: str) -> None:
    """With a question that somebody went back to and left again unconfirmed."""
    view = replace(samples.inspect(ANSWERS, PHOTOS, "", every_kind.policy()), begun={"marks": "dent:minor@ek_edge"})
    screen.show_inspect(view, language, [])


def asks(question: str, *acts: Act) -> Callable[[str], QWidget]:
    return lambda language: shown(language, before(question), PHOTOS[:1], *acts)


def press(*keys: Qt.Key) -> Act:
    return lambda screen: [screen.act(key) for key in keys]


def digits(*numbers: int) -> Act:
    return lambda screen: [screen.choose(number) for number in numbers]


def _scale(grams: int, *, stable: bool) -> Act:
    return lambda screen: screen.show_reading(Reading(grams, stable))


DOWN, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Right
NOTED = before("marks") | {"screen": "deep"}
INSPECTING: dict[str, Scene] = {
    "inspect-kind-repeat": ("", "", lambda lang: shown(lang, {}, (), repeatable="K7M42340X")),
    "inspect-kind-pictures": ("", "", asks("screen", press(DOWN, RIGHT))),
    "inspect-kind-several": ("", "", asks("marks")),
    "inspect-kind-several-ticked": ("", "", asks("marks", digits(2, 2, 1, 2, 3, 2, 4, 1, 3))),
    "inspect-kind-several-elsewhere": ("", "", asks("marks", digits(2, 2, 1, 2), press(RIGHT))),
    "inspect-kind-several-place": ("", "", asks("marks", digits(1), press(RIGHT))),
    "inspect-kind-several-severity": ("reject", "answer.severity", asks("marks", digits(1, 2))),
    "inspect-kind-code": ("", "", asks("imei")),
    "inspect-kind-code-again": ("question", "?", lambda lang: shown(lang, before("weight"), PHOTOS[:1], at="imei")),
    "inspect-kind-weight": ("", "", asks("weight")),
    "inspect-kind-weight-scale": ("", "", asks("weight", _scale(418, stable=False))),
    "inspect-kind-pass": ("", "", asks("power")),
    "inspect-kind-number": ("", "", asks("battery", digits(8, 7))),
    "inspect-kind-timed": ("", "", asks("wipe")),
    "inspect-kind-timed-running": ("reject", "answer.still_running", asks("wipe", press(Qt.Key.Key_Space))),
    "inspect-kind-pieces": ("", "", asks("pieces", digits(1), digits(0))),
    "inspect-kind-pieces-left": ("reject", "answer.uncounted", asks("pieces", digits(1))),
    "inspect-kind-text": ("", "", asks("remark")),
    "inspect-kind-note": ("", "", lambda lang: shown(lang, NOTED)),
    "inspect-kind-view": ("accept", "OK", lambda lang: shown(lang, before("overall"), PHOTOS[:2])),
    "inspect-kind-tick-photo": (
        "", "", lambda lang: shown(lang, before("imei") | {"marks": "dent:major@ek_edge;crack:critical@ek_front"}),
    ),
    "inspect-kind-list": ("", "", asks("papers", lambda screen: screen.toggle_list(), press(DOWN, DOWN))),
    "inspect-kind-done": ("", "", lambda lang: shown(lang, ANSWERS, PHOTOS)),
    "inspect-kind-done-begun": (
        "", "", lambda lang: shown(lang, ANSWERS, PHOTOS, lambda screen: _show_begun(screen, lang))
    ),
}  # fmt: skip
