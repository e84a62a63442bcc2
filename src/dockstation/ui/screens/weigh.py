"""The weight of a parcel that lies open: from the scale, or typed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dockstation.application.ports.scale import Reading
from dockstation.domain.scan import shown
from dockstation.ui.widgets import BigButton, ConfirmButton, NumberPad, Screen, TextLabel, feet


@dataclass(frozen=True, slots=True)
class Weighing:
    """``typed`` goes before what lies on the scale, ``reading``; both may be missing."""

    code: str
    typed: str = ""
    reading: Reading | None = None

    @property
    def grams(self) -> int:
        """What would be kept; 0 for nothing."""
        return int(self.typed) if self.typed else self.reading.grams if self.reading else 0


class WeighScreen(Screen):
    """One figure, a keypad, and the button that keeps it."""

    digit_pressed = Signal(str)
    kept = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weighing = Weighing("")
        self._title, self._about, self._state = TextLabel("headline"), TextLabel("muted"), TextLabel("lead")
        self._pad = NumberPad()
        self._pad.pressed.connect(self.digit_pressed)
        self._leave, self._keep = BigButton("plain"), ConfirmButton()
        self._leave.clicked.connect(self.left)
        self._keep.clicked.connect(self.kept)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.FOOT)
        column.setSpacing(16)
        for widget in (self._title, self._about, self._pad, self._state):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(feet(self._keep, self._leave))
        self.retranslate()

    def show_weighing(self, weighing: Weighing) -> None:
        """Show what would be kept."""
        self._weighing = weighing
        self.retranslate()

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._title.setText(self.tr("What does it weigh?"))
        self._about.setText(shown(self._weighing.code))
        self._pad.show_number(f"{self._weighing.grams} g")
        self._state.setText(self._says())
        self._leave.show_text(self.tr("Leave"), "←")
        self._keep.show_text(self.tr("Keep this weight"), "Enter")

    def _says(self) -> str:
        reading = self._weighing.reading
        if self._weighing.typed or reading is None:
            return self.tr("Typed, in grams")
        return self.tr("The scale is at rest") if reading.stable else self.tr("The scale still moves")
