"""A reason in a person's own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dockstation.domain.overruling import LONGEST_WORDS
from dockstation.ui.theme import TOUCH_PX
from dockstation.ui.widgets import BigButton, ConfirmButton, Keypad, Screen, TextLabel, feet


class WordsScreen(Screen):
    """A line for the system's input method, and a keypad for gloves."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = ""
        self._title, self._hint = TextLabel("headline"), TextLabel("lead")
        self._field = QLineEdit()
        self._title.calls(self._field)
        self._field.setMaxLength(LONGEST_WORDS)
        self._field.setMinimumHeight(TOUCH_PX)
        self._field.returnPressed.connect(self.confirm)
        self._field.textChanged.connect(self.retranslate)
        self._keypad = Keypad()
        self._keypad.pressed.connect(self._field.insert)
        self._leave, self._erase, self._space = BigButton("plain"), BigButton("plain"), BigButton("key")
        self._okay = ConfirmButton()
        self._leave.clicked.connect(self.left)
        self._erase.clicked.connect(self._field.backspace)
        self._space.clicked.connect(lambda: self._field.insert(" "))
        self._okay.clicked.connect(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.MARGIN, 8, self.MARGIN, self.FOOT)  # it just fits 1024 × 768
        column.setSpacing(8)
        for widget in (self._title, self._hint, self._field):
            column.addWidget(widget)
        column.addWidget(self._keypad, 1)
        column.addLayout(feet(self._okay, self._leave, self._erase, self._space))
        self.retranslate()

    def ask(self, about: str) -> None:
        """Ask anew under what is ``about`` to be done."""
        self._field.clear()
        self.show_about(about)

    def show_about(self, about: str) -> None:
        """The same in another language; what was typed stays."""
        self._about = about
        self.retranslate()

    def write(self) -> None:
        """Keys are letters from now on."""
        self._field.setFocus()

    def take(self, text: str) -> None:
        """What was scanned, behind what stands there."""
        before = self._field.text().rstrip()
        self._field.setText(f"{before} {text}".lstrip()[:LONGEST_WORDS])

    def refuse(self, length: int) -> None:
        """Leave out the last ``length`` characters: they were no words."""
        self._field.setText(self._field.text()[:-length])

    def confirm(self) -> None:
        """What stands in the line is the reason."""
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
        """Say all of it in the present language."""
        self._title.setText(self._about)
        left = LONGEST_WORDS - len(self._field.text())
        self._hint.setText(self.tr("Write why; it is kept with the decision. Characters left: {0}").format(left))
        self._leave.show_text(self.tr("Back"), "Esc")
        self._erase.show_text("←")
        self._erase.setAccessibleName(self.tr("Erase"))
        self._space.show_text(self.tr("Space"))
        self._okay.show_text(self.tr("OK"), "Enter")
