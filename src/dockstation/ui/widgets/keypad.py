"""Letters and digits for gloves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from dockstation.ui.theme import TOUCH_PX
from dockstation.ui.widgets.big_button import BigButton

ROWS = ("1234567890", "QWERTYUIOP", "ASDFGHJKL-", "ZXCVBNM./_")


class Keypad(QWidget):
    """Every key says its character."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        for down, row in enumerate(ROWS):
            grid.setRowStretch(down, 1)
            for across, char in enumerate(row):
                key = BigButton("key", char)
                key.setMaximumHeight(2 * TOUCH_PX)
                key.clicked.connect(lambda _checked, char=char: self.pressed.emit(char))
                grid.addWidget(key, down, across)
