"""A list of tall rows to read or to tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScroller,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dockstation.ui import theme
from dockstation.ui.widgets.looks import Looks, paint_looks

INSET = 20
SMALL_PX = 18
CAP_PX = 36
WIDE = 600
"""Where a row has less, its words need all of it, and no picture is drawn."""
LOW_PX = 26
"""The lower line of a row, where its words fit on one."""
LEFT = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
Words = tuple[str, str, int]
"""Text, colour, pixels."""
Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Sizes:
    """Of a row and its letters, in pixels."""

    height: int
    title: int
    figure: int


USUAL = Sizes(88, 22, 20)
LARGE = Sizes(112, 26, 40)
LOW = Sizes(theme.TOUCH_PX + 8, 22, 20)
"""For rows of one line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``title`` over ``detail``; at the right ``figure`` over ``note``. Tones: "", late, good, done.

    ``cap`` is the key that does the same as a tap, "" for none. ``looks`` stands on the left, None for nothing.
    """

    key: str
    title: str
    detail: str = ""
    figure: str = ""
    note: str = ""
    tone: str = ""
    cap: str = ""
    looks: Looks | None = None


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def put(self, rows: Sequence[Row]) -> None:
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, _parent: Index | None = None) -> int:
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (row.title, row.detail, row.figure, row.note) if part)
        return None


class RowList(QListView):
    """Rows drawn as cards, taller where words need more lines. ``chosen`` says the key of a tapped row."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, tappable: bool = False, sizes: Sizes = USUAL) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self._marked = -1
        self.setModel(self._rows)
        self.setItemDelegate(_RowDelegate(self, sizes))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        if tappable:
            self.clicked.connect(lambda index: self.chosen.emit(index.data(ROW).key))

    def showEvent(self, event: QShowEvent) -> None:
        """Fingers may push it from now on: asked for before, that holds up the first paint; each time, it leaks."""
        if not QScroller.hasScroller(self.viewport()):
            QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The marked row stays in sight."""
        super().resizeEvent(event)
        self.show_marked(self._marked)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the place in the list is kept when nothing changed."""
        self._rows.put(rows)

    def turn(self, pages: int) -> bool:
        """Push the rows on by so many pages; False at the end."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + pages * bar.pageStep())
        return bar.value() != before

    @property
    def marked(self) -> int:
        """The place of the marked row, -1 for none."""
        return self._marked

    def show_marked(self, place: int) -> None:
        """Mark this row and bring it into sight; -1 marks none."""
        self._marked = place
        if place >= 0:
            self.scrollTo(self._rows.index(place, 0))
        self.viewport().update()

    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows.rows


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: RowList, sizes: Sizes) -> None:
        super().__init__(view)
        self._view = view
        self._sizes = sizes

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        width = self._view.viewport().width()
        more = sum(self._more(*line, self._width(row, width)) for line in self._lines(row))
        return QSize(0, self._sizes.height + more)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        place: QRect = option.rect.adjusted(0, 0, -1, -8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._card(painter, place, marked=index.row() == self._view.marked)
        room = place.adjusted(self._left(row, option.rect.width()), 8, -INSET, -8)
        if row.cap:
            self._cap(painter, place.adjusted(INSET, 8, -INSET, -8), row.cap)
        if row.looks and option.rect.width() >= WIDE:
            paint_looks(painter, QRect(place.left() + 8, room.top(), self._side, self._side), row.looks)
        upper, lower = self._lines(row)
        low = QRect(room)
        if row.detail or row.note:
            low.setTop(room.bottom() - LOW_PX - self._more(*lower, room.width()))
            room.setBottom(low.top() - 1)
        self._line(painter, room, *upper)
        self._line(painter, low, *lower)
        painter.restore()

    def _card(self, painter: QPainter, place: QRect, *, marked: bool) -> None:
        colours = theme.tokens()
        painter.setPen(QPen(QColor(colours.primary), 3) if marked else QColor(colours.line))
        fill = colours.surface if self._sizes is LARGE else colours.ground
        painter.setBrush(QColor(colours.marked if marked else fill))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1) if marked else place, 12, 12)

    @property
    def _side(self) -> int:
        """Of the picture."""
        return self._sizes.height - 24

    def _left(self, row: Row, width: int) -> int:
        """Where the words of a row of this width begin, beside picture or cap."""
        if row.looks and width >= WIDE:
            return 8 + self._side + 14
        return INSET + (CAP_PX + 16 if row.cap else 0)

    def _width(self, row: Row, width: int) -> int:
        return width - 1 - self._left(row, width) - INSET

    def _lines(self, row: Row) -> tuple[tuple[Words, Words], tuple[Words, Words]]:
        """What stands at the left and at the right, above and below."""
        colours = theme.tokens()
        accent = {"late": colours.late, "good": colours.good}.get(row.tone, colours.ink)
        title = colours.muted if row.tone == "done" else colours.ink
        note = accent if row.tone else colours.muted
        upper = (row.title, title, self._sizes.title), (row.figure, accent, self._sizes.figure)
        detail = row.detail.replace(" ·", "\u00a0·")  # no line begins with the dot
        return upper, ((detail, colours.muted, SMALL_PX), (row.note, note, SMALL_PX))

    def _cap(self, painter: QPainter, room: QRect, key: str) -> None:
        cap = QRect(room.left(), room.center().y() - CAP_PX // 2, CAP_PX, CAP_PX)
        painter.setPen(QColor(theme.tokens().ink))
        painter.drawRoundedRect(cap, 7, 7)
        font = self._font(SMALL_PX)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)

    def _more(self, left: Words, right: Words, width: int) -> int:
        """How much taller than one line the left words are."""
        text, _, px = left
        metrics, room = QFontMetrics(self._font(px)), self._beside(right, width)
        if metrics.horizontalAdvance(text) <= room:
            return 0
        whole = metrics.boundingRect(QRect(0, 0, room, 10_000), _wrapped(text, metrics, room), text)
        return whole.height() - metrics.height()

    def _beside(self, right: Words, width: int) -> int:
        """What the words at the right leave of the width."""
        text, _, px = right
        taken = min(width, QFontMetrics(self._font(px)).horizontalAdvance(text))
        return max(1, width - (taken + INSET if taken else 0))

    def _line(self, painter: QPainter, room: QRect, left: Words, right: Words) -> None:
        text, colour, px = right
        self._pick(painter, colour, px)
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value, fitting)
        text, colour, px = left
        self._pick(painter, colour, px)
        rest = room.adjusted(0, 0, self._beside(right, room.width()) - room.width(), 0)
        painter.drawText(rest, LEFT | _wrapped(text, painter.fontMetrics(), rest.width()), text)

    def _pick(self, painter: QPainter, colour: str, px: int) -> None:
        painter.setFont(self._font(px))
        painter.setPen(QColor(colour))

    def _font(self, px: int) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(px)
        font.setBold(px > SMALL_PX)
        return font


def _wrapped(text: str, metrics: QFontMetrics, width: int) -> int:
    """Between words, but for a code that is longer than a line."""
    long = any(metrics.horizontalAdvance(word) > width for word in text.split() if word.isascii())
    return (Qt.TextFlag.TextWrapAnywhere if long else Qt.TextFlag.TextWordWrap).value
