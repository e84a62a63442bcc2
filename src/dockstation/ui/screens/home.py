"""The start of every job: scan a label, or take up what waits."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from dockstation.application.queries import HomeView, WaitingUnit
from dockstation.ui import messages
from dockstation.ui.theme import tokens
from dockstation.ui.widgets import BigButton, CameraView, Card, Pictogram, Row, RowList, Screen, TextLabel

WAYS = {"held": "F3", "typing": "F4", "picture": "F6", "test": "F7"}
"""What else there is to begin with, by the key that does the same."""
WAYS_A_ROW = 3


class HomeScreen(Screen):
    """Says what to scan, a badge to begin with; lists the units that somebody still has to finish."""

    unit_chosen = Signal(str)
    way_asked = Signal(str)
    """One of ``WAYS``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: HomeView | None = None
        self._language = "en"
        self._headline = TextLabel("display")
        self._hint = TextLabel("lead")
        self.camera = CameraView()
        self._ways = {name: self._way(name) for name in WAYS}
        self._waiting = TextLabel("title")
        self._expected = TextLabel("muted")
        self._list = RowList(tappable=True)
        self._list.chosen.connect(self.unit_chosen)
        self._empty = TextLabel("lead")
        self._picture = Pictogram(96)
        self._places = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.GAP)
        row.setSpacing(self.GAP)
        row.addLayout(self._invitation(), 1)
        row.addWidget(self._worklist(), 1)
        self.retranslate()

    def _invitation(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._headline)
        column.addWidget(self._hint)
        column.addSpacing(12)
        column.addWidget(self.camera)
        column.addSpacing(12)
        column.addLayout(self._other_ways())
        column.addStretch(1)
        return column

    def _way(self, name: str) -> BigButton:
        button = BigButton("plain")
        button.clicked.connect(lambda: self.way_asked.emit(name))
        return button

    def _other_ways(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, button in enumerate(self._ways.values()):
            grid.addWidget(button, *divmod(place, WAYS_A_ROW))
        return grid

    def _worklist(self) -> Card:
        card = Card(padding=20)
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._empty)
        column.addStretch(1)
        self._places.addWidget(self._list)
        self._places.addWidget(nothing)
        card.column.addWidget(self._waiting)
        card.column.addWidget(self._places, 1)
        card.column.addWidget(self._expected)
        return card

    def show_home(self, view: HomeView, language: str) -> None:
        """Show the waiting units in the order given; ``language`` is for texts that carry their own."""
        self._view = view
        self._language = language
        self.retranslate()

    def retranslate(self) -> None:
        """Say all of it in the present language; the list keeps its place."""
        self._hint.setText(self.tr("With the scanner, or hold it before the camera"))
        texts = {
            "held": self.tr("Put aside"),
            "typing": self.tr("Type a code"),
            "picture": self.tr("Picture"),
            "test": self.tr("Test scanner"),
        }
        for name, button in self._ways.items():
            button.show_text(texts[name], WAYS[name])
        if self._view is None:
            self._ask_for_badge()
        else:
            self._show_work(self._view)

    def _ask_for_badge(self) -> None:
        self._headline.setText(self.tr("Scan your badge"))
        self._waiting.setText(self.tr("Nobody signed in"))
        self._empty.setText(self.tr("The work begins with your badge."))
        self._picture.show_pictogram("person", tokens().primary)
        self._places.setCurrentIndex(1)

    def _show_work(self, view: HomeView) -> None:
        self._headline.setText(self.tr("Scan a return label"))
        count = len(view.waiting)
        self._waiting.setText(self.tr("Waiting to be finished: {0}").format(count))
        self._expected.setText(self.tr("Returns expected: {0}").format(view.expected))
        self._empty.setText(self.tr("Nothing is waiting.\nThe next item begins with a scan."))
        self._picture.show_pictogram("accept", tokens().good)
        self._list.show_rows([self._row(unit) for unit in view.waiting])
        self._places.setCurrentIndex(0 if count else 1)

    def _row(self, unit: WaitingUnit) -> Row:
        due = messages.moment(unit.due_at, self._language)
        note = self.tr("late since {0}") if unit.late else self.tr("due {0}")
        return Row(
            key=unit.lpn,
            title=unit.name.in_language(self._language) or unit.lpn,
            detail=f"{unit.lpn}  ·  {unit.rma_number}",
            figure=messages.unit_state(unit.state),
            note=note.format(due) if due else "",
            tone="late" if unit.late else "",
        )
