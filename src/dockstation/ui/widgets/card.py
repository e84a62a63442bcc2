"""A raised surface that holds what belongs together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Card(QFrame):
    """A surface with a vertical layout, ``column``. The tone ``soft`` lies lower than the plain one."""

    def __init__(self, tone: str = "plain", parent: QWidget | None = None, *, padding: int = 24) -> None:
        super().__init__(parent)
        self.setProperty("tone", tone)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(padding, padding, padding, padding)
        self.column.setSpacing(12)
