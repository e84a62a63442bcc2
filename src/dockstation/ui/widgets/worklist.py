"""What waits: its parts as large toggles with their counts, and the most urgent rows of the chosen part."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from dockstation.application.queries import Filter, HomeView, WaitingParcel, WaitingUnit
from dockstation.ui import messages
from dockstation.ui.theme import tokens
from dockstation.ui.widgets.card import Card
from dockstation.ui.widgets.pictogram import Pictogram
from dockstation.ui.widgets.row_list import Row, RowList
from dockstation.ui.widgets.text_label import TextLabel
from dockstation.ui.widgets.tile import Tile

FILTERS = tuple(Filter)
"""In the order of their keys, 1 to 6."""
FILTERS_A_ROW = 3


class Worklist(Card):
    """Says what was tapped; one row may be marked, for who has no finger free."""

    unit_chosen = Signal(str)
    parcel_chosen = Signal(str)
    """The code of a parcel."""
    filter_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._view: HomeView | None = None
        self._language = "en"
        self._people: Mapping[str, str] = {}
        self._title = TextLabel("title")
        self._tiles = {each: self._tile(each) for each in FILTERS}
        self._list = RowList(tappable=True)
        self._title.calls(self._list)
        self._list.chosen.connect(self._choose)
        self._empty = TextLabel("lead")
        self._picture = Pictogram(96)
        self._places = QStackedWidget()
        self._foot = TextLabel("muted")
        self._lay_out()

    def _tile(self, which: Filter) -> Tile:
        tile = Tile("choice")
        tile.clicked.connect(lambda: self.filter_chosen.emit(which.value))
        return tile

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, tile in enumerate(self._tiles.values()):
            grid.addWidget(tile, *divmod(place, FILTERS_A_ROW))
        for column in range(FILTERS_A_ROW):
            grid.setColumnStretch(column, 1)
        self._places.addWidget(self._list)
        self._places.addWidget(self._nothing())
        self.column.addWidget(self._title)
        self.column.addLayout(grid)
        self.column.addWidget(self._places, 1)
        self.column.addWidget(self._foot)

    def _nothing(self) -> QWidget:
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._empty)
        column.addStretch(1)
        return nothing

    def show_nobody(self) -> None:
        """Nobody is signed in."""
        self._title.setText(self.tr("Nobody signed in"))
        self._empty.setText(self.tr("The work begins with your badge."))
        self._picture.show_pictogram("person", tokens().primary)
        self._places.setCurrentIndex(1)
        for tile in self._tiles.values():
            tile.hide()

    def show_work(self, view: HomeView, language: str, people: Mapping[str, str]) -> None:
        """The rows in the order given; ``people`` are names by badge. A mark stays where it was."""
        if self._view is None or self._view.chosen is not view.chosen:
            self._list.show_marked(-1)
        self._view, self._language, self._people = view, language, people
        waiting, late = view.counts.get(Filter.ALL, 0), view.counts.get(Filter.LATE, 0)
        title = self.tr("Waiting: {0}, late: {1}") if late else self.tr("Waiting: {0}")
        self._title.setText(title.format(waiting, late))
        self._show_tiles(view)
        self._list.show_rows([self._row(each) for each in view.waiting])
        self._empty.setText(
            self.tr("Nothing of this kind is waiting.")
            if waiting
            else self.tr("Nothing is waiting.\nThe next item begins with a scan.")
        )
        self._picture.show_pictogram("accept", tokens().good)
        self._places.setCurrentIndex(0 if view.waiting else 1)
        self._show_foot(view)

    def _show_tiles(self, view: HomeView) -> None:
        texts = {
            Filter.ALL: self.tr("All"),
            Filter.LATE: self.tr("Late"),
            Filter.MINE: self.tr("Mine"),
            Filter.INSPECT: self.tr("To inspect"),
            Filter.FINISH: self.tr("To put away"),
            Filter.UNOPENED: self.tr("Unopened"),
        }
        for number, (which, tile) in enumerate(self._tiles.items(), 1):
            count = view.counts.get(which, 0)
            alarming = which is Filter.LATE and count > 0
            tile.show_tile(texts[which], str(number), str(count), alarming=alarming)
            tile.show_marked(which is view.chosen)
            tile.show()

    def _show_foot(self, view: HomeView) -> None:
        expected = self.tr("Returns expected: {0}").format(view.expected)
        more = self.tr("{0} more, less urgent").format(view.left_out) if view.left_out else ""
        self._foot.setText("  ·  ".join(each for each in (expected, more) if each))

    def step(self, rows: int) -> bool:
        """Mark the row that lies so many below the marked one, the first to begin with; False without rows."""
        count, now = len(self._list.rows()), self._list.marked
        if count:
            self._list.show_marked(min(count - 1, max(0, now + rows if now >= 0 else 0)))
        return count > 0

    def take_marked(self) -> None:
        """As if the marked row were tapped; nothing when none is."""
        rows, marked = self._list.rows(), self._list.marked
        if 0 <= marked < len(rows):
            self._choose(rows[marked].key)

    def _choose(self, key: str) -> None:
        kind, _, name = key.partition(":")
        (self.parcel_chosen if kind == "parcel" else self.unit_chosen).emit(name)

    def _row(self, each: WaitingUnit | WaitingParcel) -> Row:
        due = messages.moment(each.due_at, self._language)
        note = self.tr("late since {0}") if each.late else self.tr("due {0}")
        told, tone = note.format(due) if due else "", "late" if each.late else ""
        if isinstance(each, WaitingParcel):
            detail = "  ·  ".join(part for part in (each.rma_number, each.carrier) if part)
            return Row(f"parcel:{each.code}", each.code, detail, self.tr("Not opened"), told, tone)
        title = each.name.in_language(self._language) or each.lpn
        detail = "  ·  ".join(part for part in (each.lpn, self._who(each), each.rma_number) if part)
        return Row(f"unit:{each.lpn}", title, detail, self._waits_for(each), told, tone)

    def _waits_for(self, unit: WaitingUnit) -> str:
        return messages.opinion(unit.opinion) or messages.unit_state(unit.state)

    def _who(self, unit: WaitingUnit) -> str:
        name = self._people.get(unit.holder, unit.holder)
        if unit.note:
            return f"{messages.handover_note(unit.note)} ({name})"
        return self.tr("{0}, from {1}").format(name, unit.origin) if unit.origin else name
