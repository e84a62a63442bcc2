"""How goods look: their picture, or the pictogram of their category until it has come."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QFile, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from dockstation.ui import theme
from dockstation.ui.widgets.pictogram import draw

ROUND = 8
_PLAIN = re.compile(r"[a-z0-9_-]{1,40}")
ANY_GOODS = "goods"


@dataclass(frozen=True, slots=True)
class Looks:
    """``picture`` counts, where there is one, else ``pictogram``."""

    pictogram: str
    picture: QImage | None = None


def looks_of(category: str, picture: QImage | None) -> Looks:
    """Of goods of a category, whatever the server called it; a box where it has no pictogram."""
    name = f"goods-{category}"
    known = _PLAIN.fullmatch(category) and QFile.exists(f"icons:{name}.svg")
    return Looks(name if known else ANY_GOODS, picture)


def paint_looks(painter: QPainter, place: QRect, looks: Looks) -> None:
    """Fill the square; nothing for looks that are empty."""
    if not looks.picture and not looks.pictogram:
        return
    colours = theme.tokens()
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    frame = QPainterPath()
    frame.addRoundedRect(place, ROUND, ROUND)
    painter.fillPath(frame, QColor("white" if looks.picture else colours.soft))
    if looks.picture:
        painter.drawImage(_fitted(looks.picture, place.adjusted(3, 3, -3, -3)), looks.picture)
    else:
        inner = place.adjusted(*(place.width() // 4 * sign for sign in (1, 1, -1, -1)))
        painter.drawPixmap(inner, draw(looks.pictogram, colours.muted, inner.size()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(colours.line))
    painter.drawPath(frame)
    painter.restore()


def _fitted(picture: QImage, place: QRect) -> QRect:
    size = picture.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    fitted = QRect(0, 0, size.width(), size.height())
    fitted.moveCenter(place.center())
    return fitted
