"""Pictograms in one colour, drawn from SVG."""

from __future__ import annotations

from PySide6.QtCore import QFile, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget


class Pictogram(QWidget):
    """A square picture; nothing but a name and a colour."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ("", "")
        self._drawn = QPixmap()
        self.setFixedSize(QSize(size, size))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_pictogram(self, name: str, colour: str) -> None:
        """``name`` of a black SVG in resources/pictograms or icons ("" for none), ``colour`` as #rrggbb."""
        if (name, colour) != self._shown:
            self._shown = (name, colour)
            self._drawn = QPixmap()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the square."""
        pixels = self.size() * self.devicePixelRatio()
        if self._drawn.size() != pixels:
            self._drawn = draw(*self._shown, pixels)
        QPainter(self).drawPixmap(self.rect(), self._drawn)


def draw(name: str, colour: str, size: QSize) -> QPixmap:
    """The pictogram alone; nothing for a name that has none."""
    drawn = QPixmap(size)
    drawn.fill(Qt.GlobalColor.transparent)
    file = f"icons:{name}.svg"
    if name and QFile.exists(file):
        painter = QPainter(drawn)
        QSvgRenderer(file).render(painter)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(drawn.rect(), QColor(colour))
        painter.end()
    return drawn
