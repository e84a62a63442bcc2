"""Where an inspection stands among its sections."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from dockstation.ui import theme

HEIGHT = 52
GAP = 16
LEAST_PX = 14


class SectionSteps(QWidget):
    """Names over bars: those done are full, the present one is strong, those to come are faint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._now = 0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, names: Sequence[str], now: int) -> None:
        """``now`` is the index of the present section; ``len(names)`` when all are done."""
        self._names = tuple(names)
        self._now = now
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One field a section."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = (self.width() + GAP) // max(1, len(self._names))
        for index, name in enumerate(self._names):
            self._paint_step(painter, QRect(index * width, 0, width - GAP, HEIGHT), index, name)

    def _paint_step(self, painter: QPainter, place: QRect, index: int, name: str) -> None:
        colours = theme.tokens()
        present, done = index == self._now, index < self._now
        font = QFont(self.font())
        font.setPixelSize(20 if present else 18)
        font.setBold(present)
        words = place.adjusted(24 if done else 0, 0, 0, -16)
        while font.pixelSize() > LEAST_PX and QFontMetrics(font).horizontalAdvance(name) > words.width():
            font.setPixelSize(font.pixelSize() - 1)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink if present else colours.muted))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        if done:
            _paint_tick(painter, QPointF(place.left() + 2, words.center().y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.good if done else colours.primary if present else colours.line))
        painter.drawRoundedRect(QRectF(place.left(), HEIGHT - 12, place.width(), 8), 4, 4)


def _paint_tick(painter: QPainter, at: QPointF) -> None:
    pen = painter.pen()
    pen.setWidth(3)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([at, at + QPointF(5, 6), at + QPointF(15, -6)]))
