"""Why a unit is left to somebody else: one tap."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dockstation.domain.handover import NOTES
from dockstation.ui import messages
from dockstation.ui.widgets import BigButton, OptionGrid, Screen, TextLabel


class HandOverScreen(Screen):
    """A short list of notes, numbered as the keys are."""

    note_chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lpn = ""
        self._item = TextLabel("muted")
        self._question = TextLabel("headline")
        self._hint = TextLabel("lead")
        self._notes = OptionGrid()
        self._notes.chosen.connect(self.note_chosen)
        self._back = BigButton("plain")
        self._back.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.GAP)
        column.setSpacing(16)
        for widget in (self._item, self._question, self._hint, self._notes):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def show_unit(self, lpn: str) -> None:
        """Ask about this unit."""
        self._lpn = lpn
        self.retranslate()

    def choose(self, n: int) -> None:
        """The ``n``-th note, from 1; nothing when there is none such."""
        self._notes.choose(n)

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._item.setText(self._lpn)
        self._question.setText(self.tr("Why do you hand it over?"))
        self._hint.setText(self.tr("It waits in the worklist with your reason. Answers and photos stay yours."))
        self._notes.show_options([(each, messages.handover_note(each)) for each in NOTES], "")
        self._back.show_text(self.tr("Back"), "←")
