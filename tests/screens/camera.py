"""Takes the pictures of one language, look and size."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from dockstation.ui import theme
from tests.ui.gallery import RESOURCES, SCENES, chinese, window
from tests.ui.reach import displaced, too_small
from tests.ui.receiving_scenes import Scene

OFFLINE = ("reject", "central.unreachable")
FIRST = (
    "start-failed", "crash", "home", "typing", "choosing", "receive-found", "inspect-first", "photos", "hand-over",
    "search-many", "self-test-start", "decision-sent", "help-home", "history-decided", "labels", "outbox-waiting",
    "ask-item", "dock-known", "weigh-typed", "shortlist", "discrepancy-serial", "held", "problem-item",
    "overrule-words", "overrule-badge", "printers", "printers-address",
    "entrance-locked", "people-pin", "camera-set-up",
)  # fmt: skip
"""A scene of each screen."""


def scenes() -> Iterator[tuple[str, Scene]]:
    """All there are, and one of each screen as it stands there without the server."""
    yield from SCENES.items()
    for name in FIRST:
        yield f"{name}-offline", (*OFFLINE, SCENES[name][2])


def develop(shown: QWidget, width: int, height: int) -> QImage:
    """The window in this size, as it would be seen."""
    shown.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    shown.resize(width, height)
    shown.show()
    QCoreApplication.processEvents()
    return shown.grab().toImage()


def shoot(kind: tuple[str, str, str], only: str, folder: Path) -> list[str]:
    """Every scene whose name has ``only`` in it, as ``scene-language-look-width.png``; what is wrong in them."""
    language, look, size = kind
    width, height = map(int, size.split("x"))
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    qInstallMessageHandler(_say)
    theme.apply(app, look, RESOURCES)
    wrong = []
    with chinese(app, on=language == "zh_CN"):
        for name, scene in scenes():
            full = f"{name}-{language}-{look}-{width}"
            if only in full:
                shown = window(scene, language)
                develop(shown, width, height).save(str(folder / f"{full}.png"))
                found = (*too_small(shown, width=width, height=height), *displaced(shown))
                wrong += [f"{full} {each}" for each in found]
                shown.close()
                shown.deleteLater()
    return wrong


def listen() -> None:
    """Pass on what Qt says in this process, but for what a window without a screen says at each size."""
    qInstallMessageHandler(_say)


def _say(_kind: QtMsgType, _place: QMessageLogContext, told: str | None) -> None:
    if told and "propagateSizeHints" not in told:
        print(told, file=sys.stderr)
