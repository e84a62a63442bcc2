"""One kind of goods as a large button: what it looks like, what it is called, how much of it remains."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from dockstation.ui import theme
from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.looks import Looks, paint_looks

LOWEST, HIGHEST = 104, 208
PAD = 10
NAME_PX, SMALLEST_PX, SMALL_PX = 22, 16, 17
READ_AT_MOST = 500
"""More letters of a name than any tile has room for."""
LINE_PX = 23
CAP_PX = 30
WRAPPED = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextWordWrap.value
ONE_LINE = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value


@dataclass(frozen=True, slots=True)
class Goods:
    """``name`` in the language shown, the ``sku``, and what is ``left`` to find; "" where there is nothing to say."""

    name: str
    looks: Looks
    sku: str = ""
    left: str = ""


class GoodsTile(BigButton):
    """The picture on the left with the key in its corner, the words beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("choice", parent=parent)
        self._goods = Goods("", Looks(""))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(LOWEST)
        self.setMaximumHeight(HIGHEST)

    @property
    def goods(self) -> Goods:
        """What is shown."""
        return self._goods

    def show_goods(self, goods: Goods, key: str) -> None:
        """The goods, and the key's name ("" for none)."""
        self._goods = goods
        self.show_text(goods.name, key)
        self.setAccessibleName(", ".join(part for part in (goods.name, goods.sku, goods.left) if part))
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The tile takes the room it gets."""
        return False

    def sizeHint(self) -> QSize:
        """As high as there is room for."""
        return QSize(2 * HIGHEST, HIGHEST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style's bezel, then picture, key and words."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        room = self.rect().adjusted(PAD, PAD, -PAD, -PAD)
        looks = self._goods.looks
        side = min(room.height(), room.width() * 2 // 5) if looks.picture or looks.pictogram else CAP_PX
        picture = QRect(room.left(), room.center().y() - side // 2, side, side)
        paint_looks(painter, picture, looks)
        if self._key:
            self._paint_cap(painter, QRect(room.left(), room.top(), CAP_PX, CAP_PX))
        self._paint_words(painter, room.adjusted(side + 12, 0, 0, 0))

    def _paint_cap(self, painter: QPainter, cap: QRect) -> None:
        colours = theme.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.ink))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(cap, 7, 7)
        painter.setFont(self._font(SMALL_PX + 1, bold=True))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter.value, self._key)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        small = [text for text in (self._goods.sku, self._goods.left) if text]
        name = room.adjusted(0, 0, 0, -LINE_PX * len(small))
        font, text = self._fitting(name.size())
        painter.setPen(self.palette().buttonText().color())
        painter.setFont(font)
        painter.drawText(name, WRAPPED, text)
        painter.setFont(self._font(SMALL_PX))
        painter.setPen(QColor(theme.tokens().muted))
        for line, said in enumerate(small):
            place = QRect(room.left(), name.bottom() + 1 + line * LINE_PX, room.width(), LINE_PX)
            fitted = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideMiddle, place.width())
            painter.drawText(place, ONE_LINE, fitted)

    def _fitting(self, room: QSize) -> tuple[QFont, str]:
        """The largest font in which the whole name is read, else the smallest and the name's beginning."""
        text = self._goods.name[:READ_AT_MOST]
        for px in range(NAME_PX, SMALLEST_PX - 1, -1):
            font = self._font(px, bold=True)
            if text == self._goods.name and _fits(font, text, room):
                return font, text
        lengths = range(len(text) + 1)
        too_long = bisect_left(lengths, x=True, lo=1, key=lambda length: not _fits(font, text[:length] + "…", room))
        return font, text[: max(1, too_long - 1)] + "…"

    def _font(self, px: int, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px)
        font.setBold(bold)
        return font


def _fits(font: QFont, text: str, room: QSize) -> bool:
    needed = QFontMetrics(font).boundingRect(QRect(0, 0, max(1, room.width()), 10_000), WRAPPED, text)
    return needed.width() <= room.width() and needed.height() <= room.height()
