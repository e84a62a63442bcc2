"""One photo, as large as there is room, with what is marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from dockstation.domain.evidence import Mark, MarkKind
from dockstation.ui import theme
from dockstation.ui.widgets.camera_view import GLASS, ON_GLASS

ZOOM = 3.0
REACH_PX = 40
"""So near a finger means a mark."""
PIN_PX, HEAD_PX, LINE_PX = 16, 36, 5
SMALLEST = 0.02
"""A box or an arrow shorter than this share of the picture is a slip of the finger, and gets a usual size."""
USUAL = 0.15


class MarkedPhoto(QWidget):
    """A tap zooms in there and out again, or picks a mark; with a tool chosen it draws one."""

    drawn = Signal(object)
    """The Mark that was drawn, without a defect."""
    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image, self._why = QImage(), ""
        self._marks: tuple[Mark, ...] = ()
        self._selected, self._zoom, self._centre = -1, 1.0, QPointF(0.5, 0.5)
        self._tool: MarkKind | None = None
        self._from: QPointF | None = None
        self._to = QPointF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_photo(self, image: QImage, why: str = "") -> None:
        """An upright picture, or why there is none; the zoom is let go."""
        self._image, self._why = image, why
        self._zoom, self._from = 1.0, None
        self.setAccessibleName(why)
        self.update()

    def show_marks(self, marks: Sequence[Mark], selected: int) -> None:
        """These are over it; ``selected`` is -1 for none."""
        self._marks, self._selected = tuple(marks), selected
        self.update()

    def use_tool(self, tool: MarkKind | None) -> None:
        """What the next touch draws."""
        self._tool, self._from = tool, None
        self.update()

    def zoom(self, at: QPointF | None = None) -> None:
        """In at a place (fractions of the picture, else its middle), or out again."""
        self._zoom = 1.0 if self._zoom > 1.0 else ZOOM
        self._centre = at or QPointF(0.5, 0.5)
        self.update()

    @property
    def zoomed(self) -> bool:
        """Whether only a part is seen."""
        return self._zoom > 1.0

    def sizeHint(self) -> QSize:
        """Four to three."""
        return QSize(640, 480)

    def _place(self) -> QRectF:
        """Where the whole picture lies, beyond the widget's edges when zoomed."""
        room = QRectF(self.rect())
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio) * self._zoom
        place = QRectF(0, 0, max(1, size.width()), max(1, size.height()))
        place.moveCenter(room.center())
        if self._zoom > 1.0:
            middle = QPointF(place.width() * self._centre.x(), place.height() * self._centre.y())
            place.moveTopLeft(room.center() - middle)
        return place

    def _fraction(self, at: QPointF) -> QPointF:
        place = self._place()
        x, y = (at.x() - place.left()) / place.width(), (at.y() - place.top()) / place.height()
        return QPointF(min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))

    def _at(self, x: float, y: float) -> QPointF:
        place = self._place()
        return QPointF(place.left() + x * place.width(), place.top() + y * place.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The first end of what is drawn."""
        self._from = self._to = self._fraction(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The other end."""
        self._to = self._fraction(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was drawn is there; without a tool a mark is picked, or the zoom changes."""
        start, self._from = self._from, None
        if start is None or self._image.isNull():
            return
        end = self._fraction(event.position())
        if self._tool is not None:
            self.drawn.emit(made(self._tool, start, end))
        elif (near := self._near(event.position())) >= 0:
            self.picked.emit(near)
        else:
            self.zoom(end)

    def _near(self, at: QPointF) -> int:
        ways = [_length(self._at(mark.x, mark.y) - at) for mark in self._marks]
        near = min(ways, default=REACH_PX + 1.0)
        return ways.index(near) if near <= REACH_PX else -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The glass, the picture, the marks, and what is being drawn."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(GLASS))
        if self._image.isNull():
            painter.setPen(QColor(ON_GLASS))
            flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
            painter.drawText(self.rect().adjusted(32, 24, -32, -24), flags, self._why)
            return
        painter.drawImage(self._place(), self._image)
        for number, mark in enumerate(self._marks):
            self._paint(painter, mark, str(number + 1), number == self._selected)
        if self._from is not None and self._tool is not None:
            self._paint(painter, made(self._tool, self._from, self._to), "", chosen=True)

    def _paint(self, painter: QPainter, mark: Mark, number: str, chosen: bool) -> None:
        one, two = self._at(mark.x, mark.y), self._at(mark.x2, mark.y2)
        colour = theme.signal("amber" if chosen else "red")
        for width, pen in ((LINE_PX + 4, QColor(ON_GLASS)), (LINE_PX, QColor(colour.fill))):
            painter.setPen(QPen(pen, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if mark.kind is MarkKind.BOX:
                painter.drawRect(QRectF(one, two).normalized())
            elif mark.kind is MarkKind.ARROW:
                painter.drawLine(two, one)
                painter.drawPolyline(_head(one, two))
        painter.setBrush(QColor(colour.fill))
        painter.setPen(QPen(QColor(ON_GLASS), 2))
        painter.drawEllipse(one, PIN_PX, PIN_PX)
        painter.setPen(QColor(colour.ink))
        box = QRectF(one.x() - PIN_PX, one.y() - PIN_PX, 2 * PIN_PX, 2 * PIN_PX)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter.value, number)


def made(kind: MarkKind, start: QPointF, end: QPointF) -> Mark:
    """A mark by the two ends of a stroke in fractions; an arrow's point is where the stroke ended."""
    if kind is MarkKind.PIN:
        return Mark(kind, end.x(), end.y())
    if _length(end - start) < SMALLEST:
        start = QPointF(max(0.0, end.x() - USUAL), max(0.0, end.y() - USUAL))
    one, two = (end, start) if kind is MarkKind.ARROW else (start, end)
    return Mark(kind, one.x(), one.y(), two.x(), two.y())


def _length(way: QPointF) -> float:
    return hypot(way.x(), way.y())


def _head(tip: QPointF, tail: QPointF) -> QPolygonF:
    angle = atan2(tail.y() - tip.y(), tail.x() - tip.x())
    ends = [QPointF(HEAD_PX * cos(angle + turn), HEAD_PX * sin(angle + turn)) for turn in (pi / 6, -pi / 6)]
    return QPolygonF([tip + ends[0], tip, tip + ends[1]])
