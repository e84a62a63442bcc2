"""A list of tall rows to read or to tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QResizeEvent, QShowEvent
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
    """Rows of one height, drawn as cards. ``chosen`` says the key of a tapped row when the list is for tapping."""

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
        self.setUniformItemSizes(True)
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

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._sizes.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        colours = theme.tokens()
        place: QRect = option.rect.adjusted(0, 0, -1, -8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = index.row() == self._view.marked
        painter.setPen(QPen(QColor(colours.primary), 3) if marked else QColor(colours.line))
        fill = colours.surface if self._sizes is LARGE else colours.ground
        painter.setBrush(QColor(colours.marked if marked else fill))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1) if marked else place, 12, 12)
        upper = place.adjusted(INSET, 8, -INSET, -8)
        if row.cap:
            self._cap(painter, upper, row.cap)
            upper.setLeft(upper.left() + CAP_PX + 16)
        if row.looks and place.width() >= WIDE:
            side = upper.height()
            paint_looks(painter, QRect(place.left() + 8, upper.top(), side, side), row.looks)
            upper.setLeft(place.left() + 8 + side + 14)
        lower = QRect(upper)
        if row.detail or row.note:
            lower.setTop(upper.bottom() - 26)
            upper.setBottom(lower.top() - 1)
        accent = {"late": colours.late, "good": colours.good}.get(row.tone, colours.ink)
        title = colours.muted if row.tone == "done" else colours.ink
        self._line(painter, upper, (row.title, title, self._sizes.title), (row.figure, accent, self._sizes.figure))
        note = accent if row.tone else colours.muted
        self._line(painter, lower, (row.detail, colours.muted, SMALL_PX), (row.note, note, SMALL_PX))
        painter.restore()

    def _cap(self, painter: QPainter, room: QRect, key: str) -> None:
        cap = QRect(room.left(), room.center().y() - CAP_PX // 2, CAP_PX, CAP_PX)
        painter.setPen(QColor(theme.tokens().ink))
        painter.drawRoundedRect(cap, 7, 7)
        font = QFont(self._view.font())
        font.setPixelSize(SMALL_PX)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)

    def _line(self, painter: QPainter, room: QRect, left: Words, right: Words) -> None:
        taken = self._words(painter, room, right, Qt.AlignmentFlag.AlignRight)
        rest = room.adjusted(0, 0, -(taken + INSET) if taken else 0, 0)
        self._words(painter, rest, left, Qt.AlignmentFlag.AlignLeft)

    def _words(self, painter: QPainter, room: QRect, words: Words, side: Qt.AlignmentFlag) -> int:
        text, colour, px = words
        font = QFont(self._view.font())
        font.setPixelSize(px)
        font.setBold(px > SMALL_PX)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, (side | Qt.AlignmentFlag.AlignVCenter).value, fitting)
        return painter.fontMetrics().horizontalAdvance(fitting)
