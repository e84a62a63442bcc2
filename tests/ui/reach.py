"""What of a screen a glove or poor eyes cannot use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget

from dockstation.ui.screens.crash import CrashScreen
from dockstation.ui.theme import TOUCH_PX
from dockstation.ui.widgets import BigButton, Screen

TEXT_PX = 18
TRANSLATIONS = Path("resources/i18n/dockstation_zh_CN.ts")
SIGNS = "-./_:"
"""What is called by its sign on a keypad."""
MARGIN_PX, FOOT_PX, CONFIRM_PX, SHARE = 32, 16, 80, 0.3
"""Where what confirms stands: so far from the right and from below, so tall, so much of the width."""


def too_small(shown: QWidget, *, width: int, height: int) -> Iterator[str]:
    """Targets below a finger's width, text that is too small, and a screen that does not fit."""
    if (shown.width(), shown.height()) != (width, height):
        yield f"does not fit: {shown.width()} × {shown.height()}"
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit)
    for each in (each for kind in kinds for each in shown.findChildren(kind) if each.isVisible()):
        if min(each.width(), each.height()) < TOUCH_PX:
            yield f"{type(each).__name__} {each.accessibleName()}: {each.width()} × {each.height()}"
    for text, size in _texts(shown):
        if size < TEXT_PX:
            yield f"{text[:20]}: {size} px"


def unnamed(shown: QWidget, language: str) -> Iterator[str]:
    """Buttons, fields and lists that a screen reader cannot call by name in this language."""
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit, QAbstractItemView)
    for each in (each for kind in kinds for each in shown.findChildren(kind) if each.isVisible()):
        name = each.accessibleName()
        if not any(char.isalnum() for char in name) and not (name and name in SIGNS):
            yield f"{type(each).__name__} {each.objectName()} has no name but {name!r}"
        elif language == "zh_CN" and name in _english():
            yield f"{type(each).__name__} is called {name!r}"


@cache
def _english() -> frozenset[str]:
    """Every sentence that is another one in Chinese."""
    messages = ET.parse(TRANSLATIONS).iter("message")
    said = ((each.findtext("source", ""), each.findtext("translation", "")) for each in messages)
    return frozenset(source for source, translation in said if source != translation)


def displaced(shown: QWidget) -> Iterator[str]:
    """What confirms and is not in the one corner. A crash's page has its own places: it is to be read first."""
    for screen in shown.findChildren(Screen):
        size = QSize(round(screen.width() * SHARE), CONFIRM_PX)
        corner = QPoint(screen.width() - MARGIN_PX - size.width(), screen.height() - FOOT_PX - size.height())
        for each in screen.findChildren(BigButton):
            confirms = each.property("kind") == "primary" or each.key == "Enter"
            place = QRect(each.mapTo(screen, QPoint(0, 0)), each.size())
            if confirms and each.isVisible() and place != QRect(corner, size) and not isinstance(screen, CrashScreen):
                yield f"{each.text()}: at {place.getRect()}, not {QRect(corner, size).getRect()}"


def _texts(shown: QWidget) -> Iterator[tuple[str, int]]:
    """With the size in which they are drawn."""
    for label in shown.findChildren(QLabel):
        if label.isVisible() and label.text():
            yield label.text(), label.font().pixelSize()
    for button in shown.findChildren(BigButton):
        if button.isVisible() and button.text():
            yield button.text(), button.drawn_px()
