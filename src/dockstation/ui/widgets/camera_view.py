"""What the camera sees."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from dockstation.ui.widgets.code_boxes import CodeBox, CodeBoxes

GLASS = "#0d1216"
ON_GLASS = "#eef2f5"
CORNER = 44
GUIDE_PX = 22
REASON_PX = (20, 18, 16, 14)
"""The largest that fits; a small view still says all of it."""


class CameraView(QWidget):
    """A frame in its own proportions on dark glass, or the reason why there is none; boxes around codes over it.

    ``aiming`` is for a camera: corners to aim by, and sixteen to nine. Without it any room is filled.
    """

    tapped = Signal(str)
    """The key of a box."""

    def __init__(self, parent: QWidget | None = None, *, aiming: bool = True) -> None:
        super().__init__(parent)
        self._frame: tuple[bytes, QImage] | None = None
        self._reason = ""
        self._codes = CodeBoxes()
        self._aiming = aiming
        self._guide = ""
        vertical = QSizePolicy.Policy.Preferred if aiming else QSizePolicy.Policy.Expanding
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        policy.setHeightForWidth(aiming)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_frame(self, data: bytes, width: int, height: int, stride: int) -> None:
        """One picture of ``width`` × ``height`` pixels, BGR with 8 bits each, ``stride`` bytes a row."""
        # QImage borrows the bytes, so they are kept beside it.
        if self._frame is None:
            self.setAccessibleName(self.tr("What the camera sees"))
        self._frame = (data, QImage(data, width, height, stride, QImage.Format.Format_BGR888))
        self.update()

    def show_guide(self, text: str) -> None:
        """Name the side that is to be photographed at the foot of the picture, "" for none."""
        if text != self._guide:
            self._guide = text
            self.setAccessibleDescription(text)
            self.update()

    def show_codes(self, boxes: Sequence[CodeBox]) -> None:
        """Boxes over whatever frame is shown, () for none; a tap on one says its key."""
        self._codes.show(boxes)
        self.update()

    def boxes(self) -> tuple[CodeBox, ...]:
        """What is shown."""
        return self._codes.boxes

    def show_off(self, reason: str) -> None:
        """No picture, and why."""
        self._frame = None
        self._codes.show(())
        self._reason = reason
        self.setAccessibleName(reason)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """The picture is called by another name in another language; the reason comes in it."""
        if event.type() is QEvent.Type.LanguageChange and self._frame is not None:
            self.setAccessibleName(self.tr("What the camera sees"))
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Sixteen to nine."""
        return QSize(640, 360)

    def heightForWidth(self, width: int) -> int:
        """Sixteen to nine, whatever the camera sends, so that nothing jumps at the first frame."""
        return width * 9 // 16

    def minimumSizeHint(self) -> QSize:
        """Large enough to aim."""
        return QSize(240, 135)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The glass, then the frame within it or the reason."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(GLASS))
        painter.drawRoundedRect(self.rect(), 16, 16)
        if self._frame is None:
            self._paint_reason(painter)
            return
        place = self._place(self._frame[1])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=not self._aiming)
        painter.drawImage(place, self._frame[1])
        if self._aiming:
            self._paint_corners(painter, QRectF(place).adjusted(20, 20, -20, -20))
        if self._guide:
            self._paint_guide(painter, place)
        self._codes.paint(painter, QRectF(place), self._frame[1].size())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tap on a box means its code."""
        if self._frame is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        image = self._frame[1]
        if key := self._codes.at(event.position(), QRectF(self._place(image)), image.size()):
            self.tapped.emit(key)

    def _place(self, image: QImage) -> QRect:
        size = image.size().scaled(self.size() - QSize(16, 9), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        return place

    def _paint_reason(self, painter: QPainter) -> None:
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        across, down = min(32, self.width() // 20), min(24, self.height() // 12)
        place, font = self.rect().adjusted(across, down, -across, -down), self.font()
        for pixels in REASON_PX:
            font.setPixelSize(pixels)
            painter.setFont(font)
            needed = painter.boundingRect(place, flags, self._reason).size()
            if needed.height() <= place.height() and needed.width() <= place.width() + pixels:  # a hair, by rounding
                break
        painter.setPen(QColor(ON_GLASS))
        painter.drawText(place, flags, self._reason)

    def _paint_guide(self, painter: QPainter, place: QRect) -> None:
        font = self.font()
        font.setPixelSize(GUIDE_PX)
        font.setBold(True)
        painter.setFont(font)
        text = painter.fontMetrics().elidedText(self._guide, Qt.TextElideMode.ElideRight, place.width() - 120)
        width = painter.fontMetrics().horizontalAdvance(text) + 32
        label = QRect(0, 0, width, GUIDE_PX + 16)
        label.moveCenter(QPoint(place.center().x(), place.bottom() - 8 - label.height() // 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(GLASS))
        painter.drawRoundedRect(label, 8, 8)
        painter.setPen(QColor(ON_GLASS))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter.value, text)

    def _paint_corners(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QPen(QColor(ON_GLASS), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for corner, across, down in (
            (place.topLeft(), 1, 1),
            (place.topRight(), -1, 1),
            (place.bottomRight(), -1, -1),
            (place.bottomLeft(), 1, -1),
        ):
            side = corner + QPointF(across * CORNER, 0)
            painter.drawPolyline(QPolygonF([side, corner, corner + QPointF(0, down * CORNER)]))
