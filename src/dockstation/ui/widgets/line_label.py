"""Text on one line that ends in dots where room ends; all of it stays readable to the program."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dockstation.ui.widgets.text_label import NARROWEST_PX, TextLabel


class LineLabel(TextLabel):
    """As ``TextLabel``, but never taller than a line."""

    def __init__(self, role: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(role, text, parent)
        self.setWordWrap(False)

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(NARROWEST_PX, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Its line, which asks for no width."""
        return QSize(NARROWEST_PX, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        line = " ".join(self.text().split())
        fitting = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value, fitting)
