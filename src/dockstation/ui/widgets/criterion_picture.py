"""The drawing that shows what a criterion means."""

from __future__ import annotations

from PySide6.QtCore import QFile, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

WIDTH, HEIGHT = 198, 132


class CriterionPicture(QWidget):
    """A drawing of resources/criteria by its name, in its own colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setFixedSize(QSize(WIDTH, HEIGHT))

    def show_picture(self, name: str) -> None:
        """Show this one; none takes no room."""
        self._name = name
        self.setVisible(has_criterion(name))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The drawing, as large as there is room."""
        paint_criterion(QPainter(self), self.rect(), self._name)


def has_criterion(name: str) -> bool:
    """Whether there is such a drawing."""
    return bool(name) and QFile.exists(_file(name))


def paint_criterion(painter: QPainter, place: QRect, name: str) -> None:
    """Draw it into the middle of ``place``; nothing for a name that has none."""
    if has_criterion(name):
        renderer = QSvgRenderer(_file(name))
        size = renderer.defaultSize().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        inner = QRect(0, 0, size.width(), size.height())
        inner.moveCenter(place.center())
        renderer.render(painter, QRectF(inner))


def _file(name: str) -> str:
    return f"criteria:{name}.svg"
