"""Key events as a keyboard scanner or a person makes them, delivered where the window gets them."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow

NONE = Qt.KeyboardModifier.NoModifier
NAMED = {"\r": Qt.Key.Key_Return, "\n": Qt.Key.Key_Enter, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space}


def press(
    window: QWindow, key: int, text: str = "", modifiers: Qt.KeyboardModifier = NONE, at: int | None = None
) -> None:
    """One key down and up, now or at a time in milliseconds."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, modifiers, text)
        event.setTimestamp(_now() if at is None else at)
        QCoreApplication.sendEvent(window, event)


def _now() -> int:
    return int(monotonic() * 1000)


def type_into(window: QWindow, text: str) -> None:
    """Every character of ``text`` at one moment, as a scanner sends it."""
    now = _now()
    for char in text:
        key = NAMED.get(char, ord(char.upper()[0]) if char.isascii() else 0)
        if char == "\x1d":
            press(window, Qt.Key.Key_BracketRight, char, Qt.KeyboardModifier.ControlModifier, now)
        else:
            press(window, key, char, at=now)
