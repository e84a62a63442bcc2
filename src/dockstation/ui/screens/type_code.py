"""A code entered by hand, when no reader can read its label."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dockstation.ui.theme import TOUCH_PX
from dockstation.ui.widgets import BigButton, CodeField, ConfirmButton, Keypad, Screen, TextLabel, feet

LONGEST = 64


class TypeCodeScreen(Screen):
    """A field and a keypad for gloves; a keyboard does as well."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headline, self._hint = TextLabel("headline"), TextLabel("lead")
        self._field = CodeField()
        self._headline.calls(self._field)
        self._field.setMaxLength(LONGEST)
        self._field.setMinimumHeight(TOUCH_PX)
        self._field.returnPressed.connect(self.confirm)
        self._keypad = Keypad()
        self._keypad.pressed.connect(self._field.insert)
        self._erase, self._cancel, self._okay = BigButton("plain"), BigButton("plain"), ConfirmButton()
        self._erase.clicked.connect(self._field.backspace)
        self._cancel.clicked.connect(self.left)
        self._okay.clicked.connect(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.MARGIN, 8, self.MARGIN, self.FOOT)  # it just fits 1024 × 768
        column.setSpacing(8)
        column.addWidget(self._headline)
        column.addWidget(self._hint)
        column.addWidget(self._field)
        column.addWidget(self._keypad, 1)
        column.addLayout(feet(self._okay, self._erase, self._cancel))
        self.retranslate()

    def confirm(self) -> None:
        """What is in the field, if anything, is the code."""
        if code := self._field.text().strip():
            self.entered.emit(code)

    def showEvent(self, event: QShowEvent) -> None:
        """Every code begins with an empty field."""
        self._field.clear()
        self._field.setFocus()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keys are shortcuts again."""
        self._field.clearFocus()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Say all of it in the present language; what was typed stays."""
        self._headline.setText(self.tr("Type the code"))
        self._hint.setText(self.tr("As it is printed below the bars; capital and small letters differ"))
        self._erase.show_text(self.tr("Erase"), "←")
        self._cancel.show_text(self.tr("Cancel"), "Esc")
        self._okay.show_text(self.tr("OK"), "Enter")
