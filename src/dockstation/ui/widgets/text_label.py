"""Plain text in one of the type sizes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from dockstation.ui import theme

NARROWEST_PX = 96


class TextLabel(QLabel):
    """Text in a role of the style sheet (display, headline, title, large, lead, body, muted, caption, late, good).

    What it shows is never markup, and a long word never widens the screen.
    """

    def __init__(self, role: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._called: tuple[QWidget, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setIndent(0)
        self.setProperty("role", role)
        self.setText(text)

    def calls(self, *widgets: QWidget) -> None:
        """Let screen readers call these as this says, whatever it says."""
        self._called = widgets
        self.setText(self.text())

    def setText(self, text: str) -> None:
        """Say this."""
        super().setText(text)
        for each in self._called:
            each.setAccessibleName(text)

    def show_role(self, role: str) -> None:
        """Change the role, and with it size and colour."""
        if self.property("role") != role:
            self.setProperty("role", role)
            theme.restyle(self)

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), NARROWEST_PX), hint.height())
