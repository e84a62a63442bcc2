"""A number by gloved fingers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.text_label import TextLabel

KEYS = ("12345", "67890")
ERASE = "←"
POINT = "."
SIGN = "-"


class NumberPad(QWidget):
    """Ten digits and one to take the last back; what they make is shown above, with its unit."""

    pressed = Signal(str)
    """A digit, or ``ERASE``; ``POINT`` and ``SIGN`` where they are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = TextLabel("headline")
        self._point, self._sign, self._erase = self._key(POINT), self._key(SIGN, "±"), self._key(ERASE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        top = QHBoxLayout()
        top.addWidget(self._figure, 1)
        top.addWidget(self._erase)
        column.addLayout(top)
        grid = QGridLayout()
        grid.setSpacing(10)
        grid.setHorizontalSpacing(5)  # five keys side by side still are as wide as a finger
        for down, row in enumerate(KEYS):
            for across, char in enumerate(row):
                grid.addWidget(self._key(char), down, across)
        for down, key in enumerate((self._point, self._sign)):
            grid.addWidget(key, down, len(KEYS[0]))
        self.show_keys(point=False, sign=False)
        column.addLayout(grid)

    def _key(self, char: str, text: str = "") -> BigButton:
        key = BigButton("key", text or char)
        key.clicked.connect(lambda: self.pressed.emit(char))
        return key

    def show_keys(self, *, point: bool, sign: bool) -> None:
        """Whether there are decimals, and numbers below nought."""
        self._point.setVisible(point)
        self._sign.setVisible(sign)

    def show_number(self, text: str) -> None:
        """What has been entered so far."""
        self._figure.setText(text)
        self._erase.setAccessibleName(self.tr("Erase"))
        self._point.setAccessibleName(self.tr("Decimal point"))
        self._sign.setAccessibleName(self.tr("Plus or minus"))
