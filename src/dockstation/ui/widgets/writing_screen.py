"""One line to be written, by a keyboard or on the keypad."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from dockstation.ui.theme import TOUCH_PX
from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.confirm_button import ConfirmButton, feet
from dockstation.ui.widgets.keypad import Keypad
from dockstation.ui.widgets.screen import Screen
from dockstation.ui.widgets.text_label import TextLabel


class WritingScreen(Screen):
    """``field`` takes at most ``longest`` characters; ``signs`` get keys of their own beside the space."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, field: QLineEdit, longest: int, signs: str = "") -> None:
        super().__init__()
        self._title, self._hint = TextLabel("headline"), TextLabel("lead")
        self._field = field
        self._title.calls(field)
        field.setMaxLength(longest)
        field.setMinimumHeight(TOUCH_PX)
        field.returnPressed.connect(self.confirm)
        self._keypad = Keypad()
        self._keypad.pressed.connect(field.insert)
        self._leave, self._erase, self._space = BigButton("plain"), BigButton("plain"), BigButton("key")
        self._leave.clicked.connect(self.left)
        self._erase.clicked.connect(field.backspace)
        self._space.clicked.connect(lambda: field.insert(" "))
        self._okay = ConfirmButton()
        self._okay.clicked.connect(self.confirm)
        self._lay_out([self._key(sign) for sign in signs])

    def _key(self, sign: str) -> BigButton:
        key = BigButton("key", sign)
        key.clicked.connect(lambda: self._field.insert(sign))
        return key

    def _lay_out(self, signs: list[BigButton]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(self.MARGIN, 8, self.MARGIN, self.FOOT)  # it just fits 1024 × 768
        column.setSpacing(8)
        for widget in (self._title, self._hint, self._field):
            column.addWidget(widget)
        column.addWidget(self._keypad, 1)
        column.addLayout(feet(self._okay, self._leave, self._erase, *signs, self._space))

    def write(self) -> None:
        """Keys are letters from now on."""
        self._field.setFocus()

    def confirm(self) -> None:
        """What stands in the line is the answer."""
        self.entered.emit(self._field.text())

    def showEvent(self, event: QShowEvent) -> None:
        """Ready for typing."""
        self.write()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keys are shortcuts again."""
        self._field.clearFocus()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Say what is on the buttons in the present language."""
        self._leave.show_text(self.tr("Back"), "Esc")
        self._erase.show_text("←")
        self._erase.setAccessibleName(self.tr("Erase"))
        self._space.show_text(self.tr("Space"))
        self._okay.show_text(self.tr("OK"), "Enter")
