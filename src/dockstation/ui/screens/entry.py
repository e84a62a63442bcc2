"""One value, typed: what it is, how it is written, and the keypad."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dockstation.ui.theme import TOUCH_PX
from dockstation.ui.widgets import BigButton, CodeField, ConfirmButton, Keypad, Screen, TextLabel, feet

LONGEST = 260


@dataclass(frozen=True, slots=True)
class Entry:
    """What is asked for, and how it is written, in the language of the moment."""

    title: str
    hint: str


class EntryScreen(Screen):
    """Nothing is a value as well."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = Entry("", "")
        self._title, self._hint = TextLabel("headline"), TextLabel("lead")
        self._field = CodeField()
        self._title.calls(self._field)
        self._field.setMaxLength(LONGEST)
        self._field.setMinimumHeight(TOUCH_PX)
        self._field.returnPressed.connect(self.confirm)
        self._keypad = Keypad()
        self._keypad.pressed.connect(self._field.insert)
        self._leave, self._erase = BigButton("plain"), BigButton("plain")
        self._colon, self._space, self._okay = BigButton("key", ":"), BigButton("key"), ConfirmButton()
        self._leave.clicked.connect(self.left)
        self._erase.clicked.connect(self._field.backspace)
        self._colon.clicked.connect(lambda: self._field.insert(":"))
        self._space.clicked.connect(lambda: self._field.insert(" "))
        self._okay.clicked.connect(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.MARGIN, 8, self.MARGIN, self.FOOT)  # it just fits 1024 × 768
        column.setSpacing(8)
        for widget in (self._title, self._hint, self._field):
            column.addWidget(widget)
        column.addWidget(self._keypad, 1)
        column.addLayout(feet(self._okay, self._leave, self._erase, self._colon, self._space))
        self.retranslate()

    def ask(self, entry: Entry, text: str) -> None:
        """Ask anew, with ``text`` in the field."""
        self._field.setText(text)
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        """The same in another language; what was typed stays."""
        self._entry = entry
        self.retranslate()

    def take(self, text: str) -> None:
        """What was scanned, in the place of what stands there."""
        self._field.setText(text[:LONGEST])

    def write(self) -> None:
        """Keys are letters from now on."""
        self._field.setFocus()
        self._field.selectAll()

    def confirm(self) -> None:
        """What stands in the field is the value."""
        self.entered.emit(self._field.text().strip())

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
        self._title.setText(self._entry.title)
        self._hint.setText(self._entry.hint)
        self._leave.show_text(self.tr("Back"), "Esc")
        self._erase.show_text("←")
        self._erase.setAccessibleName(self.tr("Erase"))
        self._space.show_text(self.tr("Space"))
        self._okay.show_text(self.tr("OK"), "Enter")
