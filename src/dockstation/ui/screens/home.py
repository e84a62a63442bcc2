"""The start of every job: scan a label, or take up what waits."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dockstation.application.queries import HomeView
from dockstation.ui.widgets import CameraView, Screen, TextLabel, Tile, Worklist

WAYS = {
    "dock": "F8", "search": "F9", "held": "F3", "labels": "F2",
    "typing": "F4", "picture": "F6", "test": "F7", "outbox": "F10", "settings": "0",
}  # fmt: skip
"""What else there is to begin with, by the key that does the same."""
WAYS_A_ROW = 5


class HomeScreen(Screen):
    """Says what to scan, a badge to begin with; lists what somebody still has to finish."""

    unit_chosen = Signal(str)
    parcel_chosen = Signal(str)
    filter_chosen = Signal(str)
    """One of queries.Filter."""
    way_asked = Signal(str)
    """One of ``WAYS``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: HomeView | None = None
        self._language = "en"
        self._people: Mapping[str, str] = {}
        self._headline = TextLabel("headline")
        self._hint = TextLabel("lead")
        self.camera = CameraView()
        self._ways = {name: self._way(name) for name in WAYS}
        self._worklist = Worklist()
        self._worklist.unit_chosen.connect(self.unit_chosen)
        self._worklist.parcel_chosen.connect(self.parcel_chosen)
        self._worklist.filter_chosen.connect(self.filter_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.GAP)
        row.setSpacing(self.GAP)
        row.addLayout(self._invitation(), 1)
        row.addWidget(self._worklist, 1)
        self.retranslate()

    def _invitation(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._headline)
        column.addWidget(self._hint)
        column.addSpacing(4)
        column.addWidget(self.camera)
        column.addSpacing(4)
        column.addLayout(self._other_ways())
        column.addStretch(1)
        return column

    def _way(self, name: str) -> Tile:
        button = Tile("plain")
        button.clicked.connect(lambda: self.way_asked.emit(name))
        return button

    def _other_ways(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, button in enumerate(self._ways.values()):
            grid.addWidget(button, *divmod(place, WAYS_A_ROW))
        for column in range(WAYS_A_ROW):
            grid.setColumnStretch(column, 1)
        return grid

    def show_home(self, view: HomeView, language: str, people: Mapping[str, str] | None = None) -> None:
        """Show what waits in the order given; ``language`` is for texts that carry their own.

        ``people`` are names by badge.
        """
        self._view, self._language, self._people = view, language, people or {}
        self.retranslate()

    def show_nobody(self) -> None:
        """Nobody is signed in: ask for a badge, and show no work."""
        self._view = None
        self.retranslate()

    def step(self, rows: int) -> bool:
        """Mark another row of the list; False where there is none."""
        return self._worklist.step(rows)

    def confirm(self) -> None:
        """Take up the marked row."""
        self._worklist.take_marked()

    def retranslate(self) -> None:
        """Say all of it in the present language; the list keeps its place."""
        self._hint.setText(self.tr("With the scanner, or hold it before the camera"))
        texts = {
            "held": self.tr("Put aside"),
            "labels": self.tr("Labels"),
            "typing": self.tr("Type a code"),
            "picture": self.tr("Picture"),
            "test": self.tr("Test scanner"),
            "search": self.tr("Search"),
            "dock": self.tr("Parcels in"),
            "outbox": self.tr("Outbox"),
            "settings": self.tr("Settings"),
        }
        for name, button in self._ways.items():
            button.show_tile(texts[name], WAYS[name])
        if self._view is None:
            self._headline.setText(self.tr("Scan your badge"))
            self._worklist.show_nobody()
        else:
            self._headline.setText(self.tr("Scan a return label"))
            self._worklist.show_work(self._view, self._language, self._people)
