"""What every screen is."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Screen(QWidget):
    """A dumb view: data comes in by one ``show_…()``, what was meant goes out by signals."""

    MARGIN = 32
    GAP = 24

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language or the theme changes."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every text in the present language, keeping the place."""
        raise NotImplementedError
