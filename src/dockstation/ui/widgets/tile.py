"""A button where there is little width: its key and a figure above, the words below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter, QWidget

from dockstation.ui import theme
from dockstation.ui.widgets.big_button import BigButton

SIDE = 8
ABOVE = 7
TOP_PX = 24
WORDS_PX = 18
SMALLEST_PX = 14
FIGURE_PX = 20
WRAP = Qt.TextFlag.TextWordWrap.value
BOTH = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value | WRAP


class Tile(BigButton):
    """``figure`` counts what is behind it; an alarming one has the colour of what is late."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(kind, parent=parent)
        self._figure = ""
        self._alarming = False

    def show_tile(self, text: str, key: str, figure: str = "", *, alarming: bool = False) -> None:
        """The words, the key's name, and the figure ("" for none)."""
        self._figure, self._alarming = figure, alarming
        self.show_text(text, key)
        self.setAccessibleName(f"{text} {figure}".strip())
        self.update()

    @property
    def figure(self) -> str:
        """What is counted."""
        return self._figure

    def sizeHint(self) -> QSize:
        """The words on one line."""
        width = self._metrics().horizontalAdvance(self.text()) + 2 * SIDE + 4
        return QSize(width, self.heightForWidth(width))

    def _height_at(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - 2 * SIDE), 10_000)
        words = self._metrics().boundingRect(room, WRAP, self.text())
        return max(theme.TOUCH_PX, TOP_PX + words.height() + 2 * ABOVE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style's bezel, then key and figure, then the words."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        room = self.rect().adjusted(SIDE, ABOVE, -SIDE, -ABOVE)
        top = QRect(room.left(), room.top(), room.width(), TOP_PX)
        colours = theme.tokens()
        ink = self.palette().buttonText().color()
        painter.setFont(self._font(WORDS_PX))
        painter.setPen(QColor(colours.muted))
        painter.drawText(top, (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value, self._key)
        painter.setFont(self._font(FIGURE_PX, bold=True))
        painter.setPen(QColor(colours.late) if self._alarming else ink)
        painter.drawText(top, (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value, self._figure)
        painter.setFont(self._fitting(room.width()))
        painter.setPen(ink)
        painter.drawText(room.adjusted(0, TOP_PX, 0, 0), BOTH, self.text())

    def _font(self, px: int, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px)
        font.setBold(bold)
        return font

    def drawn_px(self) -> int:
        """How large its words are at the present width."""
        return self._fitting(self.width() - 2 * SIDE).pixelSize()

    def _fitting(self, width: int) -> QFont:
        """The usual font, or a smaller one where a single word would be cut off; Chinese breaks anywhere."""
        words = [word for word in self.text().split() if word.isascii()]
        for px in range(WORDS_PX, SMALLEST_PX, -1):
            font = self._font(px)
            if max(map(QFontMetrics(font).horizontalAdvance, words or [""])) <= width:
                return font
        return self._font(SMALLEST_PX)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font(WORDS_PX))
