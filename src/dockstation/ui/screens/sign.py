"""Another person signs: badge, then PIN."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dockstation.ui.widgets import BigButton, ConfirmButton, NumberPad, Screen, TextLabel, feet

DOT = "•"


class SignScreen(Screen):
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
        self._title.setText(self.tr("Another person signs"))
        self._about.setText(self._what)
        step = self.tr("{0}: enter your PIN") if self._name else self.tr("Scan the badge of the person who signs")
        self._step.setText(step.format(self._name))
        self._pad.show_number(DOT * self._digits)
        self._pad.setVisible(bool(self._name))
        self._leave.show_text(self.tr("Back"), "Esc")
        self._sign.show_text(self.tr("Sign"), "Enter")
        self._sign.setEnabled(bool(self._digits))
        self._type.show_text(self.tr("Type the badge"), "F4")

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes next finds no digits."""
        self.hidden.emit()
        super().hideEvent(event)
