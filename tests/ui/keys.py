"""Keys as a keyboard scanner or a person makes them: events for a window, xdotool's words for an X server."""

from __future__ import annotations

from itertools import zip_longest
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow

NONE = Qt.KeyboardModifier.NoModifier
NAMED = {"\r": Qt.Key.Key_Return, "\n": Qt.Key.Key_Enter, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space}


def press(
    window: QWindow,
    key: int,
    text: str = "",
    modifiers: Qt.KeyboardModifier = NONE,
    at: int | None = None,
    native: tuple[int, int, int] = (0, 0, 0),
) -> None:
    """One key down and up, now or at a time in milliseconds; ``native``: its scan code, virtual key, modifiers."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, modifiers, *native, text)
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


US = {
    char: (first + place, shift)
    for first, plain, shifted in (
        (10, "1234567890-=", "!@#$%^&*()_+"),
        (24, "qwertyuiop[]", "QWERTYUIOP{}"),
        (38, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
        (51, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
        (65, " ", ""),
    )
    for shift, row in ((False, plain), (True, shifted))
    for place, char in enumerate(row)
}
"""Where an X server counts the keys of a US keyboard, and whether Shift is held."""

CONTROLS = {"\x04": "d", "\x1b": "[", "\x1c": "\\", "\x1d": "]", "\x1e": "6", "\x1f": "-"}
"""With which key Ctrl makes these."""

SHIFT, CONTROL, RETURN = "50", "37", "36"


def strokes(text: str) -> list[str]:
    """xdotool's words for a scanner that is set to a US keyboard, ending in Enter: key codes and no characters."""
    words = [_stroke(char) for char in text]
    return ["key", "--delay", "0", *words, RETURN]


def _stroke(char: str) -> str:
    if char in CONTROLS:
        return f"{CONTROL}+{US[CONTROLS[char]][0]}"
    code, shift = US[char]
    return f"{SHIFT}+{code}" if shift else str(code)


def characters(text: str) -> list[str]:
    """xdotool's words for a scanner that is set to the system's own layout, ending in Enter."""
    words: list[str] = []
    for part, separator in zip_longest(text.split("\x1d"), "\x1d" * text.count("\x1d")):
        words += ["type", "--delay", "0", "--args", "1", part] if part else []
        words += ["key", "--delay", "0", "ctrl+bracketright"] if separator else []
    return [*words, "key", "--delay", "0", "Return"]
