"""The digits of a PIN as they are entered: how many is shown, which never."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from dockstation.ui.widgets.number_pad import ERASE

LONGEST = 12


class PinEntry:
    """By touch, by key, or by digits behind ``DSCMD-``. ``changed`` is called after each, while ``may`` says so."""

    def __init__(self, changed: Callable[[], None], may: Callable[[], bool]) -> None:
        self._changed, self._may = changed, may
        self._digits = ""

    def __len__(self) -> int:
        return len(self._digits)

    def press(self, key: str) -> None:
        """A digit, or ``number_pad.ERASE``."""
        if self._may():
            self._digits = self._digits[:-1] if key == ERASE else (self._digits + key)[:LONGEST]
            self._changed()

    def command(self, word: str) -> bool:
        """Digits, or UNDO for the last one; False for what is neither."""
        if word.isdigit() and word.isascii():
            for digit in word:
                self.press(digit)
        elif word == "UNDO":
            self.press(ERASE)
        else:
            return False
        return True

    def key(self, key: int) -> bool:
        """The same by one key."""
        if key == Qt.Key.Key_Backspace:
            self.press(ERASE)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.press(chr(key))
        else:
            return False
        return True

    def forget(self) -> None:
        """None is entered."""
        self._digits = ""

    def take(self) -> str:
        """What was entered, which is forgotten here."""
        digits, self._digits = self._digits, ""
        self._changed()
        return digits
