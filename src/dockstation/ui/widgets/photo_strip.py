"""The photos taken so far."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QImageReader, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dockstation.ui import theme

THUMB = QSize(112, 84)
GAP = 12
SIGN_PX = 28
CENTRED = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands on a thumbnail: that it was doubted, and how many marks are in it."""

    doubted: bool = False
    marks: int = 0


class PhotoStrip(QWidget):
    """Thumbnails in the order taken, the newest on the left where it is always seen."""

    tapped = Signal(int)
    """The place of a photo in the order taken, from 0."""
    missing = Signal(object)
    """Paths without a thumbnail, for who makes them where this does not load itself."""

    def __init__(self, parent: QWidget | None = None, *, size: QSize = THUMB) -> None:
        super().__init__(parent)
        self._size = size
        self._paths: tuple[Path, ...] = ()
        self._thumbs: dict[Path, QImage] = {}
        self._elsewhere: frozenset[Path] = frozenset()
        self._signs: Mapping[Path, Signs] = {}
        self.loads_itself = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(size.height())

    def show_photos(
        self, paths: Sequence[Path], elsewhere: Collection[Path] = (), signs: Mapping[Path, Signs] | None = None
    ) -> None:
        """Files in the order taken; one that cannot be read shows as an empty frame, one ``elsewhere`` says so."""
        self._paths, self._elsewhere, self._signs = tuple(paths), frozenset(elsewhere), signs or {}
        self._thumbs = {path: self._thumbs[path] for path in self._paths if path in self._thumbs}
        wanted = [path for path in self._paths if path not in self._thumbs and path not in self._elsewhere]
        if self.loads_itself:
            self._thumbs |= {path: thumbnail(path, self._size) for path in wanted}
        elif wanted:
            self.missing.emit(wanted)
        self.update()

    def show_thumbnail(self, path: Path, image: QImage) -> None:
        """What the file at ``path`` looks like."""
        self._thumbs[path] = image
        self.update()

    @property
    def seen(self) -> tuple[Path, ...]:
        """The photos whose picture is on the strip now, in the order taken."""
        return tuple(
            self._paths[index]
            for index, _place in reversed(self._places())
            if not self._thumbs.get(self._paths[index], QImage()).isNull()
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tap on a photo."""
        for index, place in self._places():
            if place.contains(event.position().toPoint()):
                self.tapped.emit(index)
                return

    def _places(self) -> list[tuple[int, QRect]]:
        """The photos there is room for, by their place in the order taken."""
        room = max(1, (self.width() + GAP) // (self._size.width() + GAP))
        step, size, last = self._size.width() + GAP, self._size, len(self._paths) - 1
        shown = range(min(room, len(self._paths)))
        return [(last - n, QRect(n * step, 0, size.width(), size.height())) for n in shown]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As many as there is room for."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        for index, place in self._places():
            self._paint(painter, self._paths[index], place)

    def _paint(self, painter: QPainter, path: Path, place: QRect) -> None:
        colours = theme.tokens()
        painter.fillRect(place, QColor(colours.soft))
        if image := self._thumbs.get(path):
            painter.drawImage(centred(image, place), image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(colours.line))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        if path in self._elsewhere:
            painter.setPen(QColor(colours.muted))
            painter.drawText(place.adjusted(4, 4, -4, -4), CENTRED, self.tr("Photo at the server"))
        signs = self._signs.get(path, Signs())
        if signs.doubted:
            self._sign(painter, QRect(place.left() + 4, place.top() + 4, SIGN_PX, SIGN_PX), "!", "amber")
        if signs.marks:
            at = QRect(place.right() - SIGN_PX - 4, place.top() + 4, SIGN_PX, SIGN_PX)
            self._sign(painter, at, str(signs.marks), "blue")

    def _sign(self, painter: QPainter, place: QRect, text: str, colour: str) -> None:
        signal, font = theme.signal(colour), QFont(self.font())
        font.setPixelSize(18)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(signal.fill))
        painter.drawRoundedRect(place, 8, 8)
        painter.setPen(QColor(signal.ink))
        painter.drawText(place, CENTRED, text)


def thumbnail(path: Path, size: QSize = THUMB) -> QImage:
    """The picture small and upright, an empty image for what cannot be read; may run on any thread."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    if reader.size().isValid():
        reader.setScaledSize(reader.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def centred(image: QImage, place: QRect) -> QRect:
    """Where ``image`` lies in ``place``, as large as it fits."""
    size = image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    found = QRect(0, 0, size.width(), size.height())
    found.moveCenter(place.center())
    return found
