"""Boxes around the codes in a picture, to look at or to tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from dockstation.ui import theme

TAG_PX = 20
TAG_PADDING = 8
LINE_PX = 4
OUTLINE = "#0d1216"
ROUND = 6


@dataclass(frozen=True, slots=True)
class CodeBox:
    """A code in a picture: ``corners`` in the picture's pixels, ``tag`` beside it, ``key`` said when tapped."""

    key: str
    corners: tuple[tuple[int, int], ...]
    tag: str
    colour: str = "amber"


class CodeBoxes:
    """Lays boxes over a picture that was scaled; each can be tapped as if it were a finger wide at the least."""

    def __init__(self) -> None:
        self.boxes: tuple[CodeBox, ...] = ()

    def show(self, boxes: Sequence[CodeBox]) -> None:
        """These, drawn one over the other in this order."""
        self.boxes = tuple(boxes)

    def at(self, point: QPointF, place: QRectF, size: QSize) -> str:
        """The key of the box that was meant by a tap at ``point``, "" for none; the nearest one where several lie."""
        near = [(_distance(point, _outline(box, place, size)), box.key) for box in self.boxes]
        reach = [target(box, place, size).contains(point) for box in self.boxes]
        return min((each for each, within in zip(near, reach, strict=True) if within), default=(0.0, ""))[1]

    def paint(self, painter: QPainter, place: QRectF, size: QSize) -> None:
        """Draw them where the picture of ``size`` pixels lies at ``place``."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(painter.font())
        font.setPixelSize(TAG_PX)
        font.setBold(True)
        painter.setFont(font)
        for box in self.boxes:
            self._paint_frame(painter, _outline(box, place, size), QColor(theme.signal(box.colour).fill))
        taken: list[QRectF] = []
        for box in self.boxes:
            taken.append(self._paint_tag(painter, box, _outline(box, place, size).boundingRect(), place, taken))

    def _paint_frame(self, painter: QPainter, outline: QPolygonF, colour: QColor) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(QColor(OUTLINE), LINE_PX + 4), QPen(colour, LINE_PX)):
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolygon(outline)

    def _paint_tag(
        self, painter: QPainter, box: CodeBox, bounds: QRectF, place: QRectF, taken: Sequence[QRectF]
    ) -> QRectF:
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(box.tag, Qt.TextElideMode.ElideRight, max(0.0, place.width() - 2 * TAG_PADDING))
        room = QRectF(0, 0, metrics.horizontalAdvance(text) + 2 * TAG_PADDING, metrics.height() + TAG_PADDING)
        room = _beside(bounds, room, place, taken)
        colours = theme.signal(box.colour)
        painter.setPen(QPen(QColor(OUTLINE), 1))
        painter.setBrush(QColor(colours.fill))
        painter.drawRoundedRect(room, ROUND, ROUND)
        painter.setPen(QColor(colours.ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        return room


def _distance(point: QPointF, outline: QPolygonF) -> float:
    """Below nought within the outline, the smaller the outline the lower."""
    bounds = outline.boundingRect()
    if outline.containsPoint(point, Qt.FillRule.WindingFill):
        return -1 / (1 + bounds.width() * bounds.height())
    return float((point - bounds.center()).manhattanLength())


def target(box: CodeBox, place: QRectF, size: QSize) -> QRectF:
    """Where a tap means this box: its bounds, widened to a finger's width."""
    bounds = _outline(box, place, size).boundingRect()
    wide = max(0.0, (theme.TOUCH_PX - bounds.width()) / 2)
    tall = max(0.0, (theme.TOUCH_PX - bounds.height()) / 2)
    return bounds.adjusted(-wide, -tall, wide, tall)


def _outline(box: CodeBox, place: QRectF, size: QSize) -> QPolygonF:
    across, down = place.width() / max(1, size.width()), place.height() / max(1, size.height())
    return QPolygonF([QPointF(place.x() + x * across, place.y() + y * down) for x, y in box.corners])


def _beside(bounds: QRectF, room: QRectF, place: QRectF, taken: Sequence[QRectF]) -> QRectF:
    """Above the box, else below it, else on it; within the picture, and over no other tag if that can be."""
    x = min(max(bounds.center().x() - room.width() / 2, place.left()), place.right() - room.width())
    heights = (bounds.top() - room.height() - LINE_PX, bounds.bottom() + LINE_PX, bounds.center().y())
    rooms = [QRectF(QPointF(x, y), room.size()) for y in heights]
    inside = [each for each in rooms if place.contains(each)] or rooms[-1:]
    free = [each for each in inside if not any(each.intersects(other) for other in taken)]
    return (free or inside)[0]
