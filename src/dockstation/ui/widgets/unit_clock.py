"""How long a unit has been in hand."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from dockstation.ui.widgets.text_label import TextLabel

EVERY_MS = 1000


class UnitClock(TextLabel):
    """Minutes and seconds since the unit was first shown here; it counts on while other pages cover it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("muted", parent=parent)
        self.setWordWrap(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._lpn = ""
        self._since = QElapsedTimer()
        self._tick = QTimer(self, interval=EVERY_MS)
        self._tick.timeout.connect(self._show)

    def show_unit(self, lpn: str) -> None:
        """Count for this one; the same one goes on."""
        if lpn != self._lpn:
            self._lpn = lpn
            self._since.start()
        self._show()

    def _show(self) -> None:
        seconds = self._since.elapsed() // 1000 if self._since.isValid() else 0
        self.setText(f"{seconds // 60}:{seconds % 60:02}")

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody may look."""
        self._tick.start()
        self._show()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._tick.stop()
        super().hideEvent(event)
