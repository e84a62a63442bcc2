"""One of the answers to a question: its key, a drawing, the words, and a tick where several can be chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QStylePainter, QWidget

from dockstation.ui import theme
from dockstation.ui.widgets.big_button import WRAP, BigButton
from dockstation.ui.widgets.criterion_picture import paint_criterion

SIDE, ABOVE = 16, 8
PICTURE = QSize(78, 52)
GAP = 12
TICK_PX = 30
WORDS_PX = 120
"""Room for a word of four Chinese characters or ten letters."""
DETAIL_PX = 18
LEFT = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value | WRAP


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen. ``picture`` names a drawing of resources/criteria, ``detail`` is said below the words."""

    id: str
    text: str
    picture: str = ""
    detail: str = ""


class ChoiceTile(BigButton):
    """Marked is what was answered before; ``ticks`` draws the mark as a box with a tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("choice", parent=parent)
        self._choice = Choice("", "")
        self._ticks = False

    def show_choice(self, choice: Choice, key: str, *, marked: bool, ticks: bool) -> None:
        """The choice and the key's name ("" for none)."""
        if (choice, ticks) != (self._choice, self._ticks):
            self._heights.clear()
        self._choice, self._ticks = choice, ticks
        self.show_text(choice.text, key)
        self.setAccessibleName(", ".join(part for part in (choice.text, choice.detail) if part))
        self.show_marked(marked)

    def sizeHint(self) -> QSize:
        """The text on one line."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + self._beside(drawn=self._has_picture) + 4
        return QSize(width, max(theme.TOUCH_PX, self.heightForWidth(width)))

    def _height_at(self, width: int) -> int:
        drawn = self._draws(width)
        room = QRect(0, 0, max(1, width - self._beside(drawn=drawn)), 10_000)
        words = self.fontMetrics().boundingRect(room, WRAP, self.text()).height()
        if self._choice.detail:
            words += QFontMetrics(self._small()).height()
        picture = PICTURE.height() if drawn else 0
        return max(theme.TOUCH_PX, max(words, picture) + 2 * ABOVE)

    @property
    def _has_picture(self) -> bool:
        return bool(self._choice.picture)

    def _draws(self, width: int) -> bool:
        """The words come first: a drawing that would squeeze them is left out."""
        return self._has_picture and width - self._beside(drawn=True) >= WORDS_PX

    def _beside(self, *, drawn: bool) -> int:
        picture = PICTURE.width() + GAP if drawn else 0
        return self._key_width() + picture + (TICK_PX + GAP if self._ticks else 0) + 2 * SIDE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style's bezel, then key, drawing, words and tick."""
        painter = QStylePainter(self)
        room = self._paint_bezel(painter, SIDE)
        if self._draws(self.width()):
            top = room.center().y() - PICTURE.height() // 2
            paint_criterion(painter, QRect(room.left(), top, PICTURE.width(), PICTURE.height()), self._choice.picture)
            room.setLeft(room.left() + PICTURE.width() + GAP)
        if self._ticks:
            top = ABOVE if self._choice.detail else room.center().y() - TICK_PX // 2
            self._paint_tick(painter, QRectF(room.right() - TICK_PX, top, TICK_PX, TICK_PX))
        self._paint_words(painter, room)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        painter.setPen(self._ink)
        painter.setFont(self.font())
        detail = self._choice.detail
        words = room.adjusted(0, 0, -TICK_PX - GAP if self._ticks else 0, 0)
        if not detail:
            painter.drawText(words, LEFT, self.text())
            return
        below = QFontMetrics(self._small()).height()
        painter.drawText(words.adjusted(0, 2, 0, -below - 4), LEFT, self.text())
        painter.setFont(self._small())
        line = QRect(room.left(), room.bottom() - below - 4, room.width(), below)
        fitted = painter.fontMetrics().elidedText(detail, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, LEFT, fitted)

    def _paint_tick(self, painter: QPainter, box: QRectF) -> None:
        colours = theme.tokens()
        marked = bool(self.property("marked"))
        painter.setPen(QPen(QColor(colours.ink), 2))
        painter.setBrush(QColor(colours.primary) if marked else Qt.GlobalColor.transparent)
        painter.drawRoundedRect(box, 6, 6)
        if marked:
            painter.setPen(QPen(QColor(colours.on_primary), 4))
            at = box.topLeft()
            painter.drawPolyline(QPolygonF([at + QPointF(7, 16), at + QPointF(13, 22), at + QPointF(24, 8)]))

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(DETAIL_PX)
        return font
