"""A page that takes a badge, then a PIN."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.confirm_button import ConfirmButton, feet
from dockstation.ui.widgets.number_pad import NumberPad
from dockstation.ui.widgets.screen import Screen
from dockstation.ui.widgets.text_label import TextLabel

DOT = "•"


class PinScreen(Screen):
    """Shows how many digits there are, never which."""

    pressed = Signal(str)
    """A digit, or ``number_pad.ERASE``."""
    confirmed = Signal()
    left = Signal()
    typing_asked = Signal()
    hidden = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what, self._name, self._digits = "", "", 0
        self._title, self._about, self._step = TextLabel("headline"), TextLabel("lead"), TextLabel("title")
        self._pad = NumberPad()
        self._pad.pressed.connect(self.pressed)
        self._leave, self._type, self._sign = BigButton("plain"), BigButton("plain"), ConfirmButton()
        self._type.clicked.connect(self.typing_asked)
        self._leave.clicked.connect(self.left)
        self._sign.clicked.connect(self.confirmed)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.FOOT)
        column.setSpacing(16)
        for label in (self._title, self._about, self._step):
            column.addWidget(label)
        column.addWidget(self._pad)
        column.addStretch(1)
        column.addLayout(feet(self._sign, self._leave, self._type))
        self.retranslate()

    def show_signing(self, what: str, name: str, digits: int) -> None:
        """``what`` is signed; ``name`` is who signs, "" before the badge; so many ``digits`` were entered."""
        self._what, self._name, self._digits = what, name, digits
        self.retranslate()

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._about.setText(self._what)
        self._about.setVisible(bool(self._what))
        self._say()
        self._pad.show_number(DOT * self._digits)
        self._pad.setVisible(bool(self._name))
        self._leave.show_text(self.tr("Back"), "Esc")
        self._sign.setEnabled(bool(self._digits))
        self._type.show_text(self.tr("Type the badge"), "F4")

    def _say(self) -> None:
        """What is said on the page of the moment."""

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes next finds no digits."""
        self.hidden.emit()
        super().hideEvent(event)
