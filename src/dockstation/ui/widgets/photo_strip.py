"""The photos taken so far."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dockstation.ui import theme

THUMB = QSize(112, 84)
GAP = 12
CENTRED = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value


class PhotoStrip(QWidget):
    """Thumbnails in the order taken, the newest on the left where it is always seen."""

    def __init__(self, parent: QWidget | None = None, *, size: QSize = THUMB) -> None:
        super().__init__(parent)
        self._size = size
        self._paths: tuple[Path, ...] = ()
        self._thumbs: dict[Path, QImage] = {}
        self._elsewhere: frozenset[Path] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(size.height())

    def show_photos(self, paths: Sequence[Path], elsewhere: Collection[Path] = ()) -> None:
        """Files in the order taken; one that cannot be read shows as an empty frame, one ``elsewhere`` says so."""
        self._paths, self._elsewhere = tuple(paths), frozenset(elsewhere)
        known = self._thumbs
        self._thumbs = {path: known[path] if path in known else self._thumbnail(path) for path in self._paths}
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As many as there is room for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        colours = theme.tokens()
        room = max(1, (self.width() + GAP) // (self._size.width() + GAP))
        for index, path in enumerate(reversed(self._paths[-room:])):
            place = QRect(index * (self._size.width() + GAP), 0, self._size.width(), self._size.height())
            painter.fillRect(place, QColor(colours.soft))
            painter.drawImage(_centred(self._thumbs[path], place), self._thumbs[path])
            painter.setPen(QColor(colours.line))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
            if path in self._elsewhere:
                painter.setPen(QColor(colours.muted))
                painter.drawText(place.adjusted(4, 4, -4, -4), CENTRED, self.tr("Photo at the server"))

    def _thumbnail(self, path: Path) -> QImage:
        return QImage() if path in self._elsewhere else _thumbnail(path, self._size)


def _thumbnail(path: Path, size: QSize) -> QImage:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    if reader.size().isValid():
        reader.setScaledSize(reader.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _centred(image: QImage, place: QRect) -> QRect:
    size = image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    centred = QRect(0, 0, size.width(), size.height())
    centred.moveCenter(place.center())
    return centred
