"""One question in the midst of the work: what is asked, the answers by number, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dockstation.ui import theme
from dockstation.ui.widgets import (
    BigButton,
    ConfirmButton,
    Goods,
    GoodsGrid,
    Looks,
    OptionGrid,
    Row,
    RowList,
    Screen,
    TextLabel,
    feet,
)

MOST = 9
MORE = "more…"
"""The id of the answer that shows the next ones."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands on the screen, in the language of the moment.

    ``answers`` are ids with their texts; ``primary`` is what Enter says, with its text, "" where nothing.
    Where answers are ``goods``, all are shown as tiles with pictures. Where ``rows`` have caps, each such row is an
    answer, its key the id; several may have one number.
    """

    title: str
    text: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    rows: tuple[Row, ...] = ()
    primary: tuple[str, str] = ("", "")
    goods: Mapping[str, Goods] = field(default_factory=dict)


class AskScreen(Screen):
    """Answers beyond the ninth are reached through the ninth."""

    chosen = Signal(str)
    left = Signal()
    typing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = Asked("")
        self._from = 0
        self._title, self._text = TextLabel("headline"), TextLabel("lead")
        self._rows = RowList(tappable=True)
        self._rows.chosen.connect(self._choose_row)
        self._title.calls(self._rows)
        self._answers = OptionGrid()
        self._tiles = GoodsGrid()
        for grid in (self._answers, self._tiles):
            grid.chosen.connect(self._choose)
        self._leave, self._type, self._primary = BigButton("plain"), BigButton("plain"), ConfirmButton()
        self._leave.clicked.connect(self.left)
        self._type.clicked.connect(self.typing_asked)
        self._type.hide()
        self._primary.clicked.connect(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.FOOT)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._rows, 1)
        column.addWidget(self._answers)
        column.addWidget(self._tiles, 4)
        column.addStretch(0)
        column.addLayout(feet(self._primary, self._leave, self._type))
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Larger words in a large window."""
        super().resizeEvent(event)
        roomy = theme.is_roomy(self)
        self._title.show_role("display" if roomy else "headline")
        self._text.show_role("large" if roomy else "lead")

    def show_ask(self, asked: Asked, *, anew: bool = True, by_code: bool = False) -> None:
        """Show the question, from its first answers on when it is asked ``anew``; ``by_code``: a code answers too."""
        self._asked = asked
        self._type.setVisible(by_code)
        self._from = 0 if anew else self._from
        self.retranslate()

    def choose(self, n: int) -> None:
        """The ``n``-th answer on the screen, from 1; nothing when there is none such."""
        row = next((each for each in self._asked.rows if each.cap == str(n)), None)
        if row is not None:
            self.chosen.emit(row.key)
        else:
            (self._tiles if self._asked.goods else self._answers).choose(n)

    def turn(self) -> bool:
        """The next answers or rows, from the first again after the last; False when all of them are shown."""
        if len(self._asked.answers) > MOST:
            self._choose(MORE)
            return True
        rows = len(self._asked.rows) if not self._asked.primary[0] else 0
        return rows > 0 and (self.push(1) or self.push(-rows))

    def push(self, pages: int) -> bool:
        """The rows so many pages further on; False at their end."""
        return self._rows.turn(pages)

    def confirm(self) -> None:
        """What Enter says."""
        if self._asked.primary[0]:
            self.chosen.emit(self._asked.primary[0])

    def _choose_row(self, key: str) -> None:
        if any(each.key == key and each.cap for each in self._asked.rows):
            self.chosen.emit(key)

    def _choose(self, answer: str) -> None:
        if answer == MORE:
            self._from = self._from + MOST - 1 if self._from + MOST - 1 < len(self._asked.answers) else 0
            self.retranslate()
        else:
            self.chosen.emit(answer)

    def _shown(self) -> list[tuple[str, str]]:
        answers = self._asked.answers
        if len(answers) <= MOST:
            return list(answers)
        return [*answers[self._from : self._from + MOST - 1], (MORE, self.tr("More …"))]

    def _show_answers(self) -> None:
        answers, goods = self._shown(), self._asked.goods
        tiles = [(each, goods.get(each, Goods(text, Looks("")))) for each, text in answers] if goods else []
        self._answers.show_options([] if goods else answers, "")
        self._answers.setVisible(not goods)
        self._tiles.show_goods(tiles)
        self._tiles.setVisible(bool(goods))

    def retranslate(self) -> None:
        """Say the fixed texts in the present language; the question comes in it."""
        self._title.setText(self._asked.title)
        self._text.setText(self._asked.text)
        self._text.setVisible(bool(self._asked.text))
        self._rows.show_rows(self._asked.rows)
        self._rows.setVisible(bool(self._asked.rows))
        self._show_answers()
        self._leave.show_text(self.tr("Back"), "Esc")
        self._type.show_text(self.tr("Type a code"), "F4")
        self._primary.show_text(self._asked.primary[1], "Enter")
        self._primary.setVisible(bool(self._asked.primary[0]))
