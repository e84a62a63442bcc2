"""Returns by words, when no code of the parcel can be read."""

from __future__ import annotations

import re

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dockstation.domain.match import Shortlist
from dockstation.ui.theme import TOUCH_PX
from dockstation.ui.widgets import BigButton, ReturnsList, Screen, TextLabel

LONGEST = 64
COMMAND = re.compile(r"DSCMD-([1-9])$")
"""A scan this short passes for typing where somebody types."""

PAUSE_MS = 200
"""Nobody reads results between two letters."""


class SearchScreen(Screen):
    """A field for words in any language, with the input method; results as rows. Gloves have digits below."""

    asked = Signal(str)
    chosen = Signal(str)
    """The number of a return."""
    history_wanted = Signal(str)
    """The number of a return that is only to be looked at."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Shortlist | None = None
        self._found_for = ""
        self._looks_back = False
        self._language = "en"
        self._headline, self._hint = TextLabel("headline"), TextLabel("lead")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._field = QLineEdit()
        self._field.setMaxLength(LONGEST)
        self._field.setMinimumHeight(TOUCH_PX)
        self._field.textChanged.connect(lambda _text: self._pause.start())
        self._field.returnPressed.connect(self.confirm)
        self._list = ReturnsList()
        self._headline.calls(self._field, self._list)
        self._list.chosen.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.GAP)
        column.setSpacing(10)
        column.addWidget(self._headline)
        column.addLayout(self._upper_row())
        column.addWidget(self._hint)
        column.addWidget(self._list, 1)
        column.addLayout(self._digits())
        self.retranslate()

    def _upper_row(self) -> QHBoxLayout:
        self._back, self._other, self._history = BigButton("plain"), BigButton("plain"), BigButton("choice")
        self._history.clicked.connect(self.look_back)
        self._back.clicked.connect(self.left)
        self._other.clicked.connect(self.begin)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._field, 3)
        row.addWidget(self._history, 1)
        row.addWidget(self._other, 1)
        row.addWidget(self._back, 1)
        return row

    def _digits(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for char in "1234567890":
            key = BigButton("key", char)
            key.clicked.connect(lambda _checked, char=char: self._field.insert(char))
            row.addWidget(key, 1)
        self._erase = BigButton("plain")
        self._erase.clicked.connect(self._field.backspace)
        row.addWidget(self._erase, 1)
        return row

    def begin(self) -> None:
        """An empty field, ready for typing."""
        self._field.clear()
        self._field.setFocus()
        self._looks_back = False
        self.show_found("", None, self._language)

    def show_found(self, words: str, found: Shortlist | None, language: str) -> None:
        """What these words find; None while they are too few to look for."""
        self._found_for, self._found, self._language = words, found, language
        self._list.scrollToTop()
        self.retranslate()

    def choose(self, n: int) -> None:
        """The ``n``-th return, from 1."""
        self._list.choose(n)

    def confirm(self) -> None:
        """Done with typing: the only result is the one, among several the keys 1 to 9 choose."""
        if command := COMMAND.search(self._field.text()):
            self._field.setText(self._field.text()[: command.start()])
            self.choose(int(command[1]))
        elif self._field.hasFocus():
            self._field.clearFocus()
            self._ask()
        elif self._found is not None and len(self._found.entries) == 1:
            self.choose(1)

    def _chosen(self, number: str) -> None:
        if self._field.text() == self._found_for:  # else these rows are about to be others
            (self.history_wanted if self._looks_back else self.chosen).emit(number)

    def look_back(self) -> None:
        """The next return that is chosen is not opened: its history is shown. Said again, it is opened."""
        self._looks_back = not self._looks_back
        self.retranslate()

    def _ask(self) -> None:
        self._pause.stop()
        self.asked.emit(self._field.text())

    def showEvent(self, event: QShowEvent) -> None:
        """Ready for typing."""
        self._field.setFocus()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keys are shortcuts again."""
        self._pause.stop()
        self._field.clearFocus()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Say all of it in the present language; what was typed stays."""
        self._headline.setText(self.tr("Search for a return"))
        self._field.setPlaceholderText(self.tr("Goods, order, customer, last digits of the phone"))
        self._hint.setText(self._told())
        self._other.show_text(self.tr("Other words"), "F9")
        self._history.show_text(self.tr("History"), "F7")
        self._history.show_marked(self._looks_back)
        self._back.show_text(self.tr("Back"), "Esc")
        self._erase.show_text("←")
        self._erase.setAccessibleName(self.tr("Erase"))
        self._list.show_returns(self._found.entries if self._found else (), self._language)

    def _told(self) -> str:
        if self._found is None:
            return self.tr("Three letters or digits, or one Chinese word; several words narrow it down")
        if not self._found.entries:
            return self.tr("Nothing found. Use fewer or other words, or a part of a number.")
        if self._found.more:
            return self.tr("There are more than these: another word narrows it down. Enter, then 1 to 9, or tap.")
        if self._looks_back:
            return self.tr("Enter, then 1 to 9, or tap: the history of that return is shown.")
        return self.tr("Enter, then 1 to 9, or tap.")
