"""What was dropped or copied, as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage, QPainter

from dockstation.application.ports.pictures import MOST_PIXELS
from dockstation.domain.errors import DockstationError


@dataclass(frozen=True, slots=True)
class Offered:
    """Files of this computer, or a picture, or what is wrong with the offer; several of them may be there."""

    files: tuple[Path, ...] = ()
    image: QImage | None = None
    wrong: DockstationError | None = None


def may_hold_pictures(mime: QMimeData) -> bool:
    """Whether it is worth a look."""
    return mime.hasUrls() or mime.hasImage()


def offered(mime: QMimeData) -> Offered:
    """What of it can be read; nothing is ever fetched from another computer."""
    urls = mime.urls() if mime.hasUrls() else []
    files = tuple(Path(url.toLocalFile()) for url in urls if _is_here(url))
    if files:
        remote = next((url.toString() for url in urls if not _is_here(url)), "")
        return Offered(files, wrong=DockstationError("picture.not_local", url=remote) if remote else None)
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return Offered(image=image)
    if urls:
        return Offered(wrong=DockstationError("picture.not_local", url=urls[0].toString()))
    return Offered(wrong=DockstationError("picture.none_offered"))


def _is_here(url: QUrl) -> bool:
    return url.isLocalFile() and url.host() in ("", "localhost") and bool(url.toLocalFile())


def grey_rows(image: QImage, name: str) -> tuple[bytes, tuple[int, int], int]:
    """The pixels in grey, transparency as white: rows, (width, height), bytes a row; ``picture.too_large``."""
    if image.width() * image.height() > MOST_PIXELS:
        raise DockstationError("picture.too_large", file=name)
    if image.hasAlphaChannel():
        opaque = QImage(image.size(), QImage.Format.Format_RGB32)
        opaque.fill(0xFFFFFFFF)
        painter = QPainter(opaque)
        painter.drawImage(0, 0, image)
        painter.end()
        image = opaque
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(grey.constBits()), (grey.width(), grey.height()), grey.bytesPerLine()
