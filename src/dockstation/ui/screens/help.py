"""What the screen below expects, its keys, and its command codes to be scanned off this one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dockstation.ui import theme
from dockstation.ui.widgets import Screen, TextLabel
from dockstation.ui.widgets.code_card import CodeCard

COLUMNS = 3
MOST_CODES = 9
ROW_PX = 40
TIGHT_PX = 30
GAP_PX = 4


@dataclass(frozen=True, slots=True)
class HelpView:
    """``keys`` with what each does, ``codes`` with what each is called, all in the present language."""

    told: str
    keys: tuple[tuple[str, str], ...] = ()
    codes: tuple[tuple[str, str], ...] = ()


class HelpScreen(Screen):
    """Lies over a screen, which stays as it is; a tap anywhere leaves."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = HelpView("")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self._headline, self._told = TextLabel("title"), TextLabel("lead")
        self._keys = _Keys()
        self._everywhere, self._ending = TextLabel("caption"), TextLabel("caption")
        self._above = TextLabel("strong")
        self._cards = [CodeCard() for _ in range(MOST_CODES)]
        row = QHBoxLayout(self)
        row.setContentsMargins(self.MARGIN, 14, self.MARGIN, 10)
        row.setSpacing(self.GAP)
        row.addLayout(self._words(), 1)
        row.addLayout(self._codes())
        self.retranslate()

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._headline)
        words.addWidget(self._told)
        words.addSpacing(8)
        words.addWidget(self._keys, 1)
        words.addWidget(self._everywhere)
        return words

    def _codes(self) -> QVBoxLayout:
        codes, grid = QVBoxLayout(), QGridLayout()
        grid.setSpacing(4)
        for place, card in enumerate(self._cards):
            grid.addWidget(card, *divmod(place, COLUMNS))
        codes.setSpacing(8)
        codes.addWidget(self._above)
        codes.addLayout(grid)
        codes.addWidget(self._ending)
        codes.addStretch(1)
        return codes

    def show_help(self, view: HelpView) -> None:
        """Show this."""
        self._view = view
        self.retranslate()

    @property
    def codes(self) -> tuple[str, ...]:
        """What the codes on the screen say."""
        return tuple(card.code for card in self._cards if not card.isHidden())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Done with reading. Nothing of a tap reaches what lies below."""
        self.left.emit()

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._headline.setText(self.tr("Help"))
        self._told.setText(self._view.told)
        self._keys.show_keys(self._view.keys)
        self._everywhere.setText(self.tr("Everywhere: F1 help, F5 send now, F11 colours, F12 language"))
        self._ending.setText(
            self.tr("Esc, F1 or a tap closes this; a code that is scanned counts as on the screen below.")
        )
        self._above.setText(self.tr("Scan it from here"))
        self._above.setVisible(bool(self._view.codes))
        shown = self._view.codes[:MOST_CODES]
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(shown))
            if place < len(shown):
                card.show_code(*shown[place])


class _Keys(QWidget):
    """Keys as caps, each with its words; in two columns where they would not fit below each other."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[tuple[str, str]] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        self._shown = keys
        self.setAccessibleName(", ".join(" ".join(each) for each in keys))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, ROW_PX * len(self._shown))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, ROW_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.tokens().ink))
        rows = max(1, self.height() // TIGHT_PX)
        columns = max(1, -(-len(self._shown) // rows))
        rows = -(-len(self._shown) // columns)
        width, tall = self.width() // columns, min(ROW_PX, self.height() // max(1, rows))
        for place, (cap, words) in enumerate(self._shown):
            column, row = divmod(place, rows)
            self._row(painter, QRect(column * width, row * tall, width - 12, tall), cap, words)

    def _row(self, painter: QPainter, room: QRect, cap: str, words: str) -> None:
        font = QFont(self.font())
        font.setPixelSize(18)
        font.setBold(True)
        painter.setFont(font)
        wide = max(36, QFontMetrics(font).horizontalAdvance(cap) + 16)
        place = QRect(room.left() + 1, room.top() + GAP_PX // 2, wide, room.height() - GAP_PX)
        painter.drawRoundedRect(place, 7, 7)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, cap)
        font.setPixelSize(20)
        font.setBold(False)
        painter.setFont(font)
        rest = room.adjusted(max(wide, 72) + 14, 0, 0, 0)
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value, fitting)
