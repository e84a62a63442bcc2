"""Into the history of what is on the screen, was scanned or was found, and back to where it was asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject

from dockstation.domain.unit import UnitState
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.flow import Flow
from dockstation.ui.main_window.history_stage import HistoryStage
from dockstation.ui.main_window.sync_loop import SyncLoop
from dockstation.ui.screens.history import HistoryScreen

STAGE = "history"


class HistoryWay(QObject):
    """Joins the stage to flow and sync."""

    def __init__(self, flow: Flow, desk: Desk, sync: SyncLoop) -> None:
        super().__init__()
        self._flow, self._desk = flow, desk
        self._before = "home"
        self.stage = HistoryStage(desk, HistoryScreen())
        flow.stages[STAGE] = self.stage
        self.stage.shown.connect(self._shown)
        self.stage.left.connect(self._leave)
        self.stage.other_work.connect(flow.home.scan)
        self.stage.item_wanted.connect(self._open)
        flow.home.history_wanted.connect(self.stage.enter_unit)
        flow.overruling.history_wanted.connect(self.stage.enter_unit)
        flow.search.history_wanted.connect(self.stage.enter_rma)
        flow.history_asked.connect(self._ask)
        sync.passed.connect(self._passed)

    def _ask(self) -> None:
        """Of the unit that is being inspected, or of the return whose parcel is being counted."""
        if self._flow.stage == "inspect" and self._flow.inspect.view is not None:
            self.stage.enter_unit(self._flow.inspect.view.unit.lpn)
        elif self._flow.stage == "receive" and self._flow.receive.view is not None:
            self.stage.enter_rma(self._flow.receive.view.rma.number)

    def _shown(self) -> None:
        if self._flow.stage not in (STAGE, "overruling"):
            self._before = self._flow.stage
        elif self._flow.stage == "overruling":
            self._before = "decision"
        self._flow.turn_to(STAGE)

    def _leave(self) -> None:
        if self._before == "home":
            self._flow.go_home()
        else:
            self._flow.turn_to(self._before)
            self._flow.refresh()

    def _open(self, lpn: str) -> None:
        page = self.stage.page
        if page is None or page.view.unit is None:
            return
        begun = page.view.unit.state in (UnitState.RECEIVED, UnitState.INSPECTING)
        (self._flow.home.inspection_wanted if begun else self._flow.home.decision_wanted).emit(lpn)

    def _passed(self, _network: str) -> None:
        if self._flow.stage == STAGE and not self._desk.busy:
            self.stage.look_again()
