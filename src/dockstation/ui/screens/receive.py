"""An open parcel: what was expected, counted against what is found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dockstation.application.queries import LineCount, ReceiveView
from dockstation.domain.unit import UnitState
from dockstation.ui import messages
from dockstation.ui.widgets import BigButton, Card, Row, RowList, Screen, TextLabel

WAITING = (UnitState.RECEIVED, UnitState.INSPECTING)


class ReceiveScreen(Screen):
    """Every scan counts one item; the newest one is offered for inspection."""

    inspect_asked = Signal(str)
    closed = Signal()
    paused = Signal()
    typing_asked = Signal()
    problem_found = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ReceiveView | None = None
        self._language = "en"
        self._headline = TextLabel("headline")
        self._about = TextLabel("muted")
        self._lines = RowList(large=True)
        self._units_title = TextLabel("title")
        self._units = RowList(tappable=True)
        self._units.chosen.connect(self.inspect_asked)
        self._hint = TextLabel("muted")
        self._inspect = BigButton("primary")
        self._inspect.clicked.connect(self.confirm)
        self._done = BigButton("plain")
        self._done.clicked.connect(self.closed)
        self._type, self._pause, self._problem = BigButton("plain"), BigButton("plain"), BigButton("plain")
        self._problem.clicked.connect(self.problem_found)
        self._type.clicked.connect(self.typing_asked)
        self._pause.clicked.connect(self.paused)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.GAP)
        row.setSpacing(self.GAP)
        row.addLayout(self._expected(), 3)
        row.addWidget(self._found(), 2)
        self.retranslate()

    def _expected(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._headline)
        column.addWidget(self._about)
        column.addSpacing(12)
        column.addWidget(self._lines, 1)
        aside = QHBoxLayout()
        aside.setSpacing(12)
        aside.addWidget(self._type)
        aside.addWidget(self._problem)
        aside.addStretch(1)
        aside.addWidget(self._pause)
        column.addLayout(aside)
        return column

    def _found(self) -> Card:
        card = Card(padding=20)
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._inspect.setMinimumHeight(88)
        card.column.addWidget(self._units_title)
        card.column.addWidget(self._hint)
        card.column.addWidget(self._units, 1)
        card.column.addWidget(self._inspect)
        card.column.addWidget(self._done)
        return card

    def show_receive(self, view: ReceiveView, language: str) -> None:
        """Show the parcel's lines and the units found; the newest unit is the last."""
        self._view = view
        self._language = language
        self.retranslate()

    def confirm(self) -> None:
        """The primary action: inspect the newest unit that waits for it."""
        if newest := self._newest():
            self.inspect_asked.emit(newest)

    def _newest(self) -> str:
        units = self._view.units if self._view else ()
        return next((unit.lpn for unit in reversed(units) if unit.state in WAITING), "")

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        view, newest = self._view, self._newest()
        self._headline.setText(self.tr("Scan each item"))
        self._about.setText(self._about_rma())
        self._lines.show_rows([self._line_row(line) for line in view.lines] if view else [])
        count = len(view.units) if view else 0
        self._units_title.setText(self.tr("Found: {0}").format(count))
        self._units.show_rows(self._unit_rows())
        self._hint.setText(self.tr("Take the items out one by one and scan each one's barcode."))
        self._hint.setVisible(not count)
        self._inspect.show_text(self.tr("Inspect {0}").format(newest), "Enter")
        self._inspect.setVisible(bool(newest))
        self._done.show_text(self.tr("Done with this parcel"))
        self._type.show_text(self.tr("Type a code"), "F4")
        self._pause.show_text(self.tr("Pause"), "←")
        self._problem.show_text(self.tr("Something is wrong"), "F10")

    def _about_rma(self) -> str:
        if self._view is None:
            return ""
        rma = self._view.rma
        return f"{rma.number}  ·  {messages.return_type(rma.return_type)}  ·  {self._view.parcel.code}"

    def _line_row(self, count: LineCount) -> Row:
        line = count.line
        left = self.tr("{0} still to find").format(count.remaining) if count.remaining else self.tr("all found")
        return Row(
            key=line.line_id,
            title=line.name.in_language(self._language) or line.sku,
            detail=line.sku,
            figure=self.tr("{0} of {1}").format(count.found, line.quantity),
            note=left,
            tone="" if count.remaining else "good",
        )

    def _unit_rows(self) -> list[Row]:
        if self._view is None:
            return []
        names = {line.line.line_id: line.line.name.in_language(self._language) for line in self._view.lines}
        return [
            Row(
                key=unit.lpn,
                title=unit.lpn,
                detail=names.get(unit.line_id, ""),
                figure=messages.unit_state(unit.state),
                tone="" if unit.state in WAITING else "done",
            )
            for unit in reversed(self._view.units)
        ]
