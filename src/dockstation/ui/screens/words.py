"""A reason in a person's own words."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from dockstation.domain.overruling import LONGEST_WORDS
from dockstation.ui.widgets import WritingScreen


class WordsScreen(WritingScreen):
    """A line for the system's input method, and a keypad for gloves."""

    def __init__(self) -> None:
        super().__init__(QLineEdit(), LONGEST_WORDS)
        self._about = ""
        self._field.textChanged.connect(self.retranslate)
        self.retranslate()

    def ask(self, about: str) -> None:
        """Ask anew under what is ``about`` to be done."""
        self._field.clear()
        self.show_about(about)

    def show_about(self, about: str) -> None:
        """The same in another language; what was typed stays."""
        self._about = about
        self.retranslate()

    def take(self, text: str) -> None:
        """What was scanned, behind what stands there."""
        before = self._field.text().rstrip()
        self._field.setText(f"{before} {text}".lstrip()[:LONGEST_WORDS])

    def refuse(self, length: int) -> None:
        """Leave out the last ``length`` characters: they were no words."""
        self._field.setText(self._field.text()[:-length])

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._title.setText(self._about)
        left = LONGEST_WORDS - len(self._field.text())
        self._hint.setText(self.tr("Write why; it is kept with the decision. Characters left: {0}").format(left))
        super().retranslate()
