"""What every screen is."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dockstation.ui.widgets.confirm_button import ConfirmButton


class Screen(QWidget):
    """A dumb view: data comes in by one ``show_…()``, what was meant goes out by signals."""

    MARGIN = 32
    GAP = 24
    FOOT = 16
    """Below the last row, the same on all screens: what confirms stands there."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What confirms gets its share of the width."""
        for each in self.findChildren(ConfirmButton):
            each.fit(event.size().width())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again when the language or the theme changes."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every text in the present language, keeping the place."""
        raise NotImplementedError
