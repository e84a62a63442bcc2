"""The bar that answers every scan, over the whole width of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dockstation.ui import theme
from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.pictogram import Pictogram
from dockstation.ui.widgets.text_label import TextLabel

COLOURS = {"accept": "green", "question": "amber", "reject": "red", "info": "blue"}
HEIGHT = 88


class Banner(QFrame):
    """One message: colour, pictogram and text. A ``reject`` stays until somebody has acknowledged it."""

    acknowledged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ""
        self._picture = Pictogram(48)
        self._text = TextLabel("lead")
        self._understood = BigButton("plain")
        self._understood.clicked.connect(self.acknowledge)
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 10, 20, 10)
        row.setSpacing(20)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(self._understood)
        self.retranslate()
        self.clear()

    @property
    def kind(self) -> str:
        """What is shown: accept, question, reject, info, or "" for nothing."""
        return self._kind

    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def show_message(self, kind: str, text: str) -> None:
        """Show ``text`` as accept, question, reject or info; while a reject stands, only another replaces it."""
        if self._kind == "reject" and kind != "reject":
            return
        self._kind = kind
        colour = theme.signal(COLOURS[kind])
        self.setStyleSheet(
            f"Banner {{ background: {colour.fill}; }} TextLabel {{ color: {colour.ink}; font-weight: bold; }}"
        )
        self._picture.show_pictogram(kind, colour.ink)
        self._text.show_role("body" if len(text) > 90 else "lead")
        self._text.setText(text)
        self._understood.setVisible(kind == "reject")

    def acknowledge(self) -> None:
        """Take a reject away; says ``acknowledged``. Nothing happens to other messages."""
        if self._kind == "reject":
            self.clear()
            self.acknowledged.emit()

    def clear(self) -> None:
        """Show nothing; the bar keeps its height."""
        self._kind = ""
        self.setStyleSheet("")
        self._picture.show_pictogram("", "#000000")
        self._text.setText("")
        self._understood.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole bar is the button."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.acknowledge()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set the button's text in the present language."""
        self._understood.show_text(self.tr("Understood"), "Esc")
