"""What a camera over the bench would see, for screens that show it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter

from dockstation.ui.screens.camera_set_up import CameraSetUpScreen
from dockstation.ui.screens.discrepancy import DiscrepancyScreen
from dockstation.ui.screens.home import HomeScreen
from dockstation.ui.screens.inspect import InspectScreen


def frame(width: int = 1280, height: int = 720) -> QImage:
    """A phone on a bench, as a camera would see it."""
    image = QImage(width, height, QImage.Format.Format_BGR888)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    light = QLinearGradient(QPointF(0, 0), QPointF(width, height))
    light.setColorAt(0, QColor("#b9ad98"))
    light.setColorAt(1, QColor("#7d7260"))
    painter.fillRect(image.rect(), QBrush(light))
    painter.translate(width / 2, height / 2)
    painter.rotate(-14)
    painter.setBrush(QColor("#15181c"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(-150, -290, 300, 580), 36, 36)
    painter.setBrush(QColor("#27303a"))
    painter.drawRoundedRect(QRectF(-138, -278, 276, 556), 26, 26)
    painter.setPen(QColor("#8b98a5"))
    painter.drawLine(-90, -60, 40, 110)
    painter.end()
    return image


def show_camera(screen: CameraSetUpScreen | HomeScreen | InspectScreen | DiscrepancyScreen, language: str) -> None:
    image = frame()
    if language:
        screen.camera.show_frame(bytes(image.constBits()), image.width(), image.height(), image.bytesPerLine())
