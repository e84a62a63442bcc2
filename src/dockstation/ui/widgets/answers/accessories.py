"""The pieces that belong to the goods, each counted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScroller, QVBoxLayout, QWidget

from dockstation.domain.checklist import counted, read_begun
from dockstation.domain.checklist.answers import MOST_PIECES
from dockstation.domain.rma import Accessory
from dockstation.domain.scan import shown
from dockstation.ui import theme
from dockstation.ui.widgets.answers.area import AnswerArea, Asked
from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.text_label import TextLabel

STEPS = {
    Qt.Key.Key_Plus: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Left: -1,
}  # fmt: skip
ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
FIGURE_PX = 56
ROW_PX = 112


class PieceRow(QFrame):
    """One piece: its name, how many belong to the goods, how many were counted, and − and +."""

    stepped = Signal(int)

    def __init__(self, piece: Accessory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.piece = piece
        self.setMaximumHeight(ROW_PX)
        self._name, self._figure = TextLabel("strong"), TextLabel("title")
        self._figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._figure.setFixedWidth(FIGURE_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 4, 4)
        row.addWidget(self._name, 1)
        self._less, self._more = self._button("−", -1), self._button("+", 1)
        row.addWidget(self._less)
        row.addWidget(self._figure)
        row.addWidget(self._more)

    def _button(self, text: str, step: int) -> BigButton:
        button = BigButton("key", text)
        button.setFixedWidth(88)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def show_count(self, found: int | None, *, focused: bool) -> None:
        """``found`` is None until it was counted."""
        name, count = shown(self.piece.name), self.piece.count
        self._name.setText(self.tr("{0}  ·  {1} expected").format(name, count))
        self._less.setAccessibleName(self.tr("{0}: one less").format(name))
        self._more.setAccessibleName(self.tr("{0}: one more").format(name))
        self._figure.setText("–" if found is None else str(found))
        short = found is not None and found < count
        self._name.show_role("late" if short else "strong")
        if bool(self.property("focused")) != focused:
            self.setProperty("focused", focused)
            theme.restyle(self)


class AccessoriesArea(AnswerArea):
    """Nothing is counted beforehand; every piece has to be, unless one tap says that all is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._counts: dict[str, int] = {}
        self._rows: list[PieceRow] = []
        self._at = 0
        self._all = BigButton("plain")
        self._all.clicked.connect(self._all_there)
        self.extras.addWidget(self._all)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addStretch(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        QScroller.grabGesture(self._scroll.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)
        self.body.addWidget(self._scroll, 1)

    def begin(self, asked: Asked) -> None:
        self._start(asked, asked.begun or asked.given)

    def _start(self, asked: Asked, text: str | None) -> None:
        found = read_begun(asked.question, text, asked.pieces).counts if text else {}
        self._counts, self._at = dict(found), 0
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [PieceRow(each) for each in asked.pieces]
        for place, row in enumerate(self._rows):
            row.stepped.connect(lambda step, place=place: self._step(place, step))
            self._column.insertWidget(place, row, 1)

    def show_begun(self, _asked: Asked, /) -> None:
        self._all.show_text(self.tr("All there"))
        for place, row in enumerate(self._rows):
            row.show_count(self._counts.get(row.piece.name), focused=place == self._at)
        if self._rows:
            self._scroll.ensureWidgetVisible(self._rows[self._at], 0, 8)

    def _step(self, place: int, step: int) -> None:
        self._at = place
        name = self._rows[place].piece.name
        self._put(max(0, self._counts.get(name, 0) + step))

    def _put(self, found: int) -> None:
        self._counts[self._rows[self._at].piece.name] = min(found, MOST_PIECES)
        self._keep_counts()
        self._again()

    def _keep_counts(self) -> None:
        now = counted(self._counts)
        self._keep("" if self._asked is None or not self._counts or now == self._asked.given else now)

    def _all_there(self) -> None:
        if self._asked is not None:
            self._answer(counted({each.name: each.count for each in self._asked.pieces}))

    def confirm(self) -> None:
        if len(self._counts) == len(self._rows):
            self._answer(counted(self._counts))
            return
        self._at = next(n for n, row in enumerate(self._rows) if row.piece.name not in self._counts)
        self._again()
        self.refused.emit("answer.uncounted")

    def digit(self, n: int) -> bool:
        return self.word(f"Q{n}")

    def key(self, key: int) -> bool:
        if key in {int(each) for each in ROWS}:
            self._at = min(max(0, self._at + ROWS[Qt.Key(key)]), len(self._rows) - 1)
            self._again()
        elif key in {int(each) for each in STEPS}:
            self._step(self._at, STEPS[Qt.Key(key)])
        else:
            return False
        return True

    def word(self, word: str) -> bool:
        quantity = word.removeprefix("Q")
        if word == "YES":
            self._all_there()
        elif quantity != word and quantity.isdigit():
            self._put(int(quantity))
            self._at = min(self._at + 1, len(self._rows) - 1)
            self._again()
        else:
            return False
        return True

    def cancel(self) -> bool:
        begun, asked = dict(self._counts), self._asked
        if asked is None:
            return False
        self._start(asked, asked.given)
        self._again()
        if begun == self._counts:
            return False
        self._keep_counts()
        return True
