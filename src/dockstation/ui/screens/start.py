"""Before there is anything to work with: the station comes up, or says why it cannot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dockstation.ui.theme import tokens
from dockstation.ui.widgets import BigButton, ConfirmButton, Pictogram, Screen, TextLabel, feet

WIDEST_PX = 880


class StartScreen(Screen):
    """One sentence in the middle; after a failure it can be tried again, or left."""

    again_asked = Signal()
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = ""
        self._picture = Pictogram(96)
        self._headline, self._text = TextLabel("display"), TextLabel("lead")
        self._again, self._leave = ConfirmButton(), BigButton("plain")
        self._again.clicked.connect(self.confirm)
        self._leave.clicked.connect(self.leave_asked)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setMaximumWidth(WIDEST_PX)
        column = QVBoxLayout(middle)
        column.setSpacing(self.GAP)
        column.addStretch(1)
        column.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        for label in (self._headline, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)
        centred = QHBoxLayout()
        centred.addWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.FOOT)
        whole.addLayout(centred, 1)
        whole.addLayout(feet(self._again, self._leave))

    def show_starting(self) -> None:
        """The parts are being built."""
        self.show_failed("")

    def show_failed(self, why: str) -> None:
        """``why`` is a sentence in the present language that says what to do."""
        self._why = why
        self.retranslate()

    def confirm(self) -> None:
        """The primary action: try again, when there is something to try again."""
        if self._why:
            self.again_asked.emit()

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        failed = bool(self._why)
        self._headline.setText(self.tr("The station cannot start") if failed else self.tr("Starting"))
        self._text.setText(self._why)
        self._picture.show_pictogram("reject" if failed else "", tokens().late)
        self._picture.setVisible(failed)
        self._again.show_text(self.tr("Try again"), "Enter")
        self._leave.show_text(self.tr("Close"))
        for button in (self._again, self._leave):
            button.setVisible(failed)
