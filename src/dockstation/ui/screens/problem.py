"""Something is wrong: what only a person can see, by number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dockstation.domain.discrepancy import FLOWS, About, DiscrepancyKind
from dockstation.ui import messages
from dockstation.ui.widgets import BigButton, OptionGrid, Screen, TextLabel


class ProblemScreen(Screen):
    """The kinds as numbered buttons; the next page asks for the evidence."""

    kind_chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: tuple[DiscrepancyKind, ...] = ()
        self._parcel, self._lpn = "", ""
        self._title, self._about = TextLabel("headline"), TextLabel("lead")
        self._grid = OptionGrid()
        self._grid.chosen.connect(self.kind_chosen)
        self._leave = BigButton("plain")
        self._leave.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.GAP)
        column.setSpacing(16)
        for widget in (self._title, self._about, self._grid):
            column.addWidget(widget)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._leave)
        foot.addStretch(1)
        column.addLayout(foot)
        self.retranslate()

    def show_problem(self, kinds: Sequence[DiscrepancyKind], parcel: str, lpn: str) -> None:
        """Show these kinds for the parcel with this code and its newest item, "" for none."""
        self._kinds, self._parcel, self._lpn = tuple(kinds), parcel, lpn
        self.retranslate()

    def choose(self, n: int) -> None:
        """The ``n``-th kind, from 1."""
        self._grid.choose(n)

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._title.setText(self.tr("What is wrong?"))
        self._leave.show_text(self.tr("Nothing: back"), "Esc")
        item = self.tr("Item {0}").format(self._lpn) if self._lpn else ""
        self._about.setText("  ·  ".join(each for each in (self._parcel, item) if each))
        self._grid.show_options([(kind.value, self._text(kind)) for kind in self._kinds], "")

    def _text(self, kind: DiscrepancyKind) -> str:
        return messages.discrepancy(kind) if FLOWS[kind].about is About.PARCEL else self._of_item(kind)

    def _of_item(self, kind: DiscrepancyKind) -> str:
        return self.tr("Item: {0}").format(messages.discrepancy(kind))
