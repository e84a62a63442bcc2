"""Key events as a keyboard scanner or a person makes them, delivered where the window gets them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow

NONE = Qt.KeyboardModifier.NoModifier
NAMED = {"\r": Qt.Key.Key_Return, "\n": Qt.Key.Key_Enter, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space}


def press(window: QWindow, key: int, text: str = "", modifiers: Qt.KeyboardModifier = NONE) -> None:
    """One key down and up."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window, QKeyEvent(kind, key, modifiers, text))


def type_into(window: QWindow, text: str) -> None:
    """Every character of ``text`` without a pause, as a scanner sends it."""
    for char in text:
        key = NAMED.get(char, ord(char.upper()[0]) if char.isascii() else 0)
        if char == "\x1d":
            press(window, Qt.Key.Key_BracketRight, char, Qt.KeyboardModifier.ControlModifier)
        else:
            press(window, key, char)
