"""Differences that only a person can see: the person says which, then its evidence is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from dockstation.application.queries import ReceiveView
from dockstation.application.record_discrepancy import Found
from dockstation.domain.discrepancy import FLOWS, About, DiscrepancyKind, by_hand
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan
from dockstation.domain.unit import UnitState
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.discrepancy_stage import DiscrepancyStage
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.problem import ProblemScreen


class ProblemStage(QObject):
    """About the newest item of the open parcel, or about the parcel."""

    shown = Signal()
    left = Signal(str)
    """The id of the parcel to go on with."""

    camera_reads = elsewhere = False

    def __init__(self, desk: Desk, screen: ProblemScreen, discrepancy: DiscrepancyStage) -> None:
        super().__init__()
        self._desk = desk
        self._discrepancy = discrepancy
        self.screen = screen
        self.kinds: tuple[DiscrepancyKind, ...] = ()
        self._view: ReceiveView | None = None
        screen.kind_chosen.connect(self._choose)
        screen.left.connect(self.back)

    def enter(self, view: ReceiveView) -> None:
        """Ask what is wrong with this parcel or its newest item."""
        if not self._desk.busy:
            self._desk.banner.acknowledge()
            self._view = view
            self.kinds = by_hand(of_unit=bool(self._lpn))
            self.refresh()
            self.shown.emit()

    @property
    def _lpn(self) -> str:
        units = self._view.units if self._view else ()
        here = self._view.parcel.parcel_id if self._view else ""
        mine = [unit.lpn for unit in units if unit.parcel_id == here and unit.state is not UnitState.VOIDED]
        return mine[-1] if mine else ""

    def refresh(self) -> None:
        """Show the same again."""
        if self._view is not None:
            self.screen.show_problem(self.kinds, self._view.parcel.code, self._lpn)

    def _choose(self, chosen: str) -> None:
        if self._view is None or self._desk.busy:
            return
        kind, parcel = DiscrepancyKind(chosen), self._view.parcel
        unit = next((each for each in self._view.units if each.lpn == self._lpn), None)
        found = Found(kind, parcel.parcel_id, parcel.rma_number)
        if FLOWS[kind].about is About.UNIT and unit is not None:
            found = Found(kind, parcel.parcel_id, unit.rma_number, unit.line_id, unit.lpn)
        self._discrepancy.ask(found, _record, lambda _none: self.left.emit(parcel.parcel_id))

    def scan(self, scan: Scan) -> None:
        """No code is asked for here."""
        self._desk.reject(DockstationError("scan.not_now", code=scan.shown))

    def command(self, word: str) -> bool:
        """The number of a kind."""
        if word.isdigit():
            self.screen.choose(int(word))
        return word.isdigit()

    def key(self, key: int) -> bool:
        """The same by one key; Esc leaves."""
        number = key - Qt.Key.Key_0
        if key == Qt.Key.Key_Escape:
            self.back()
        elif 1 <= number <= 9:
            self.screen.choose(number)
        return key == Qt.Key.Key_Escape or 1 <= number <= 9

    def confirm(self) -> None:
        """Nothing is chosen beforehand."""

    def back(self) -> None:
        """Nothing is wrong after all."""
        if self._view is not None and not self._desk.busy:
            self._desk.banner.acknowledge()
            self.left.emit(self._view.parcel.parcel_id)


def _record(use: UseCases, by: Operator, found: Found) -> None:
    use.record_discrepancy(found, by)
