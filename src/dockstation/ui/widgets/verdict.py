"""Grade and disposition, to be read from across the dock."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dockstation.ui import theme
from dockstation.ui.widgets.pictogram import Pictogram
from dockstation.ui.widgets.text_label import TextLabel


class Verdict(QFrame):
    """A panel in the disposition's colour; pictogram and word say the same without the colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = TextLabel("lead")
        self._grade = TextLabel("grade")
        self._picture = Pictogram(88)
        self._word = TextLabel("headline")
        self._meaning = TextLabel("body")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 20, 16, 20)
        column.setSpacing(8)
        for label in (self._caption, self._grade):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)
        column.addWidget(self._picture)
        column.addSpacing(8)
        column.addWidget(self._word)
        column.addWidget(self._meaning)

    def show_verdict(self, caption: str, grade: str, where: tuple[str, str], pictogram: str, colour: str) -> None:
        """``where`` is the disposition's word and meaning; ``colour`` a name that config may use."""
        chosen = theme.signal(colour)
        self.setStyleSheet(
            f"Verdict {{ background: {chosen.fill}; border-radius: 16px; }} TextLabel {{ color: {chosen.ink}; }}"
        )
        self._caption.setText(caption)
        self._grade.setText(grade)
        self._word.setText(where[0])
        self._meaning.setText(where[1])
        self._picture.show_pictogram(pictogram, chosen.ink)
