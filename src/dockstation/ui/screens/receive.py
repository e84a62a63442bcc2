"""An open parcel: what was expected, counted against what is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dockstation.application.ports.store import PrintState
from dockstation.application.queries import ReceiveView
from dockstation.domain.contents import LineCount
from dockstation.domain.rma import RmaLine
from dockstation.domain.unit import Unit, UnitState
from dockstation.ui import messages
from dockstation.ui.widgets import (
    BigButton,
    Card,
    ConfirmButton,
    Looks,
    Row,
    RowList,
    Screen,
    TextLabel,
    corner,
    looks_of,
)
from dockstation.ui.widgets.row_list import LARGE

WAITING = (UnitState.RECEIVED, UnitState.INSPECTING)
NOT_PRINTED = (None, PrintState.QUEUED, PrintState.FAILED, PrintState.UNKNOWN)


class ReceiveScreen(Screen):
    """Every scan counts one item; the newest one is offered for inspection."""

    inspect_asked = Signal(str)
    way_asked = Signal(str)
    """NEXT, WEIGH, PICK, UNDO, VOID, PRINT or PROBLEM, as the command codes are called."""
    paused = Signal()
    typing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ReceiveView | None = None
        self._plates: Mapping[str, PrintState | None] = {}
        self._pictures: Mapping[str, QImage] = {}
        self._language = "en"
        self._headline = TextLabel("headline")
        self._about = TextLabel("muted")
        self._lines = RowList(sizes=LARGE)
        self._headline.calls(self._lines)
        self._units_title = TextLabel("title")
        self._units = RowList(tappable=True)
        self._units_title.calls(self._units)
        self._units.chosen.connect(self.inspect_asked)
        self._hint = TextLabel("muted")
        self._inspect = ConfirmButton()
        self._inspect.clicked.connect(self.confirm)
        self._done, self._print = self._way("NEXT"), self._way("PRINT")
        self._pick, self._undo, self._void = self._way("PICK"), self._way("UNDO"), self._way("VOID")
        self._problem, self._weigh = self._way("PROBLEM"), self._way("WEIGH")
        self._type, self._pause = BigButton("plain"), BigButton("plain")
        self._type.clicked.connect(self.typing_asked)
        self._pause.clicked.connect(self.paused)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.FOOT)
        row.setSpacing(self.GAP)
        row.addLayout(self._expected(), 3)
        row.addLayout(self._found(), 2)
        self.retranslate()

    def _way(self, way: str) -> BigButton:
        button = BigButton("plain")
        button.clicked.connect(lambda: self.way_asked.emit(way))
        return button

    def _expected(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self._headline, 1)
        top.addWidget(self._weigh)
        column.addLayout(top)
        column.addWidget(self._about)
        column.addSpacing(4)
        column.addWidget(self._lines, 1)
        for row in self._ways():
            column.addLayout(row)
        return column

    def _ways(self) -> Iterator[QHBoxLayout]:
        above, below = (self._pick, self._undo, self._void), (self._type, self._problem, self._pause)
        for buttons in (above, below):
            row = QHBoxLayout()
            row.setSpacing(12)
            for button in buttons:
                row.addWidget(button, 1)
            yield row

    def _found(self) -> QVBoxLayout:
        card = Card(padding=20)
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        card.column.addWidget(self._units_title)
        card.column.addWidget(self._hint)
        card.column.addWidget(self._units, 1)
        card.column.addWidget(self._print)
        card.column.addWidget(self._done)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(card, 1)
        corner(column, self._inspect)
        return column

    def show_receive(
        self,
        view: ReceiveView,
        language: str,
        plates: Mapping[str, PrintState | None] | None = None,
        pictures: Mapping[str, QImage] | None = None,
    ) -> None:
        """Show the parcel's lines and the units found, with what became of their labels; the newest is the last.

        ``pictures`` are those of the lines that have come so far.
        """
        self._view, self._plates, self._pictures = view, plates or {}, pictures or {}
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
        self._done.show_text(self.tr("Done with this parcel"), "→")
        self._weigh.show_text(self.tr("Weigh"), "F2")
        self._type.show_text(self.tr("Type a code"), "F4")
        self._pick.show_text(self.tr("Pick by name"), "F3")
        self._undo.show_text(self.tr("Undo"), "F7")
        self._void.show_text(self.tr("Void"), "F8")
        self._print.show_text(self.tr("Print licence plate"), "F9")
        self._print.setVisible(any(state in NOT_PRINTED for state in self._plates.values()))
        self._pause.show_text(self.tr("Pause"), "←")
        self._problem.show_text(self.tr("Something is wrong"), "F10")

    def _about_rma(self) -> str:
        if self._view is None:
            return ""
        view = self._view
        numbers = ", ".join(each.number for each in view.rmas or (view.rma,))
        return f"{numbers}  ·  {messages.return_type(view.rma.return_type)}  ·  {view.parcel.code}"

    def _line_row(self, count: LineCount) -> Row:
        line = count.line
        several = self._view is not None and len(self._view.rmas) > 1
        return Row(
            key=":".join(count.key),
            title=line.name.in_language(self._language) or line.sku,
            detail=f"{line.sku}  ·  {count.rma_number}" if several else line.sku,
            figure=self.tr("{0} of {1}").format(count.found, line.quantity),
            note=self._what_is_left(count),
            tone="late" if count.extra else "" if count.remaining else "good",
            looks=self._looks(line),
        )

    def _looks(self, line: RmaLine) -> Looks | None:
        """Nothing at all where no line of the parcel has a picture."""
        lines = self._view.lines if self._view else ()
        if not any(each.line.picture for each in lines):
            return None
        return looks_of(line.category, self._pictures.get(line.picture))

    def _what_is_left(self, count: LineCount) -> str:
        left = self.tr("{0} still to find").format(count.remaining) if count.remaining else self.tr("all found")
        before = self.tr("{0} before").format(count.found - count.here) if count.found > count.here else ""
        extra = self.tr("{0} too many").format(count.extra) if count.extra else ""
        return "  ·  ".join(each for each in (before, extra, left) if each)

    def _unit_rows(self) -> list[Row]:
        view = self._view
        if view is None:
            return []
        return [
            Row(
                key=unit.lpn,
                title=unit.lpn,
                detail=view.goods(unit).name.in_language(self._language),
                figure=messages.unit_state(unit.state),
                note=self._what_differs(unit),
                tone="late" if self._what_differs(unit) else "" if unit.state in WAITING else "done",
            )
            for unit in reversed(view.units)
        ]

    def _what_differs(self, unit: Unit) -> str:
        told = self._view.discrepancies if self._view else ()
        kinds = [messages.discrepancy(each.kind) for each in told if each.lpn == unit.lpn]
        if self._plates.get(unit.lpn, PrintState.SENT) in NOT_PRINTED:
            kinds.append(self.tr("no label"))
        return ", ".join(kinds)
