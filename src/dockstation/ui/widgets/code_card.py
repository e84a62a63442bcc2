"""A command's code on the screen, large enough for a scanner."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dockstation.ui import theme

CODE_PX = 116
"""A QR code of the smallest size with its quiet zone, four pixels a module."""
APART_PX = 36
"""Between two codes, so that a scanner catches one."""
WORDS_PX = 18
DOTS_PER_MM = 3.8
BLACK, WHITE = QColor("#000000"), QColor("#ffffff")


class CodeCard(QWidget):
    """A QR code, black on white in every theme, with what it is called below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = self._called = ""
        self._dots: tuple[QRect, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def show_code(self, code: str, called: str) -> None:
        """What the code says, and its name."""
        if code != self._code:
            self._dots = _dots(code)
        self._code, self._called = code, called
        self.setAccessibleName(f"{called} {code}")
        self.update()

    @property
    def code(self) -> str:
        """What the code says."""
        return self._code

    def sizeHint(self) -> QSize:
        """The code, and a line below."""
        return QSize(CODE_PX + APART_PX, CODE_PX + WORDS_PX + 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, dots, words."""
        painter = QPainter(self)
        left = (self.width() - CODE_PX) // 2
        painter.fillRect(QRect(left, 0, CODE_PX, CODE_PX), WHITE)
        for dot in self._dots:
            painter.fillRect(dot.translated(left, 0), BLACK)
        font = QFont(self.font())
        font.setPixelSize(WORDS_PX)
        painter.setFont(font)
        painter.setPen(QColor(theme.tokens().ink))
        room = QRect(0, CODE_PX + 4, self.width(), WORDS_PX + 10)
        called = painter.fontMetrics().elidedText(self._called, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, called)


def _dots(code: str) -> tuple[QRect, ...]:
    from dockstation.labels import codes  # with it come numpy and zxing-cpp
    from dockstation.labels.drawing import Expected, Rect

    place = Rect(0, 0, CODE_PX, CODE_PX)
    drawn = codes.draw(Expected(codes.QR.name, "code", code), codes.QR, place, DOTS_PER_MM, 0)
    return tuple(QRect(each.x, each.y, each.width, each.height) for each in drawn.rects)
