"""The label as the printer gets it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dockstation.domain.label import Bitmap

PAPER = QColor("#ffffff")
EDGE = QColor("#b9b5aa")


class LabelPreview(QWidget):
    """A 1-bit picture on white paper, in its own proportions; an empty place when there is none yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QImage()
        self._scaled = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_bitmap(self, bitmap: Bitmap | None) -> None:
        """The very dots that are printed, or None."""
        self._label = QImage()
        self._scaled = QImage()
        if bitmap is not None:
            dots = QImage(bitmap.rows, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Mono)
            dots.setColorTable([0xFFFFFFFF, 0xFF000000])
            self._label = dots.convertToFormat(QImage.Format.Format_Grayscale8)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A label of 100 × 60 mm."""
        return QSize(400, 240)

    def minimumSizeHint(self) -> QSize:
        """Small, but to be recognised."""
        return QSize(200, 120)

    def heightForWidth(self, width: int) -> int:
        """In the label's proportions."""
        if self._label.isNull():
            return width * 3 // 5
        return width * self._label.height() // self._label.width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, then dots."""
        painter = QPainter(self)
        shape = QSize(100, 60) if self._label.isNull() else self._label.size()
        place = QRect(0, 0, 0, 0)
        place.setSize(shape.scaled(self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(self.rect().center())
        painter.setPen(EDGE)
        painter.setBrush(PAPER)
        painter.drawRoundedRect(place, 6, 6)
        if not self._label.isNull():
            painter.drawImage(place, self._fitting(place.size()))

    def _fitting(self, size: QSize) -> QImage:
        pixels = size * self.devicePixelRatio()
        if self._scaled.size() != pixels:
            larger = pixels.width() >= self._label.width()
            mode = Qt.TransformationMode.FastTransformation if larger else Qt.TransformationMode.SmoothTransformation
            self._scaled = self._label.scaled(pixels, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
        return self._scaled
