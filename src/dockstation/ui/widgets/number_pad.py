"""A number by gloved fingers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.text_label import TextLabel

KEYS = ("12345", "67890")
ERASE = "←"


class NumberPad(QWidget):
    """Ten digits and one to take the last back; what they make is shown above, with its unit."""

    pressed = Signal(str)
    """A digit, or ``ERASE``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = TextLabel("headline")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        top = QHBoxLayout()
        top.addWidget(self._figure, 1)
        top.addWidget(self._key(ERASE))
        column.addLayout(top)
        grid = QGridLayout()
        grid.setSpacing(10)
        for down, row in enumerate(KEYS):
            for across, char in enumerate(row):
                grid.addWidget(self._key(char), down, across)
        column.addLayout(grid)

    def _key(self, char: str) -> BigButton:
        key = BigButton("key", char)
        key.clicked.connect(lambda: self.pressed.emit(char))
        return key

    def show_number(self, text: str) -> None:
        """What has been entered so far."""
        self._figure.setText(text)
