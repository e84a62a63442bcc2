"""A button for gloves."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from dockstation.ui import theme

PADDING, TIGHT = 20, 12
KEY_GAP = 12
NARROW = 220
"""Where a button has less, its words need the room at its sides."""
KEPT = 16
SMALLEST_PX = 14
WRAP = Qt.TextFlag.TextWordWrap.value
TAPPED_ONCE = ("primary", "choice")
"""Kinds that move the work on: a bouncing finger would answer the next question as well."""


class BigButton(QPushButton):
    """Wrapped text and, on the left, the key that does the same. Never takes the focus: keys go elsewhere.

    Kinds: primary, plain, danger, choice, quiet, notice.
    """

    ABOVE = 16
    """What is left free over the words and below them."""

    def __init__(self, kind: str, text: str = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._key = key
        self._heights: dict[tuple[str, str, int, int], int] = {}
        """By text, key, size of the font and width: a layout asks hundreds of times."""
        self.setAccessibleName(text)
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str, key: str = "") -> None:
        """The text and the key's name ("" for none)."""
        self._key = key
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    @property
    def key(self) -> str:
        """The name of the key that does the same, "" for none."""
        return self._key

    def show_marked(self, marked: bool) -> None:
        """Show this as the answer that was given before."""
        if bool(self.property("marked")) != marked:
            self.setProperty("marked", marked)
            theme.restyle(self)

    def show_focused(self, focused: bool) -> None:
        """Show that Enter would choose this."""
        if bool(self.property("focused")) != focused:
            self.setProperty("focused", focused)
            theme.restyle(self)

    def sizeHint(self) -> QSize:
        """The text on one line."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + self._key_width() + 2 * PADDING + 4
        return QSize(width, max(theme.TOUCH_PX, self.heightForWidth(width)))

    def minimumSizeHint(self) -> QSize:
        """A finger's width."""
        return QSize(theme.TOUCH_PX, theme.TOUCH_PX)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second tap of a double tap, whichever button lies there by now."""
        if self.property("kind") not in TAPPED_ONCE:
            super().mouseDoubleClickEvent(event)

    def heightForWidth(self, width: int) -> int:
        """Tall enough for the wrapped text."""
        asked = (self.text(), self._key, self.font().pixelSize(), width)
        height = self._heights.get(asked)
        if height is None:
            height = self._height_at(width)
            self._heights = {asked: height} if len(self._heights) > KEPT else self._heights | {asked: height}
        return height

    def _height_at(self, width: int) -> int:
        room = max(1, width - self._key_width() - 2 * _padding(width))
        text = self.fontMetrics().boundingRect(QRect(0, 0, room, 10_000), WRAP, self.text())
        return max(theme.TOUCH_PX, text.height() + 2 * self.ABOVE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The style's bezel, then key and text."""
        painter = QStylePainter(self)
        room = self._paint_bezel(painter, _padding(self.width()))
        side = Qt.AlignmentFlag.AlignLeft if self._key else Qt.AlignmentFlag.AlignHCenter
        painter.setPen(self._ink)
        painter.setFont(self._narrowed(room.width()))
        painter.drawText(room, (side | Qt.AlignmentFlag.AlignVCenter).value | WRAP, self.text())

    def _narrowed(self, width: int) -> QFont:
        """The usual font, or a smaller one where a single word would be cut off."""
        font, words = QFont(self.font()), self.text().split()
        while font.pixelSize() > SMALLEST_PX and any(
            QFontMetrics(font).horizontalAdvance(word) > width for word in words if word.isascii()
        ):
            font.setPixelSize(font.pixelSize() - 1)
        return font

    def drawn_px(self) -> int:
        """How large its words are at the present width."""
        return self._narrowed(self.width() - self._key_width() - 2 * _padding(self.width())).pixelSize()

    @property
    def _ink(self) -> QColor:
        return self.palette().buttonText().color()

    def _paint_bezel(self, painter: QStylePainter, side: int) -> QRect:
        """The style's bezel and the key; what is left between them and the ``side`` on the right."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        room = self.rect().adjusted(side, 0, -side, 0)
        if self._key:
            self._paint_key(painter, QRect(room.left(), 0, self._key_width() - KEY_GAP, self.height()), self._ink)
            room.setLeft(room.left() + self._key_width())
        return room

    def _key_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(18)
        font.setBold(True)
        return font

    def _key_width(self) -> int:
        if not self._key:
            return 0
        return max(36, QFontMetrics(self._key_font()).horizontalAdvance(self._key) + 16) + KEY_GAP

    def _paint_key(self, painter: QPainter, room: QRect, ink: QColor) -> None:
        cap = QRectF(room.left(), room.center().y() - 17, room.width(), 36)
        painter.setPen(ink)
        painter.drawRoundedRect(cap, 7, 7)
        painter.setFont(self._key_font())
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)


def _padding(width: int) -> int:
    return PADDING if width >= NARROW else TIGHT
