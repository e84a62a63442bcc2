"""Counting what is inside the parcel."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from dockstation.application.queries import ReceiveView
from dockstation.domain.operator import Operator
from dockstation.domain.parcel import ParcelState
from dockstation.domain.scan import Scan, ScanKind
from dockstation.domain.unit import Unit
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.receive import ReceiveScreen

OTHER_WORK = frozenset({ScanKind.RMA_LABEL, ScanKind.LPN})


class ReceiveStage(QObject):
    """Each scan of an item counts one unit."""

    shown = Signal()
    inspection_wanted = Signal(str)
    problem_found = Signal(object)
    """A ReceiveView: something is wrong with the parcel or its newest unit."""
    finished = Signal()
    paused = Signal()
    typing_asked = Signal()
    other_work = Signal(object)
    """A Scan for which this parcel is left."""

    camera_reads = False
    elsewhere = True

    def __init__(self, desk: Desk, screen: ReceiveScreen) -> None:
        super().__init__()
        self._desk = desk
        self.screen = screen
        self.parcel_id = ""
        self.view: ReceiveView | None = None
        screen.inspect_asked.connect(self._inspect)
        screen.closed.connect(self.close)
        screen.paused.connect(self.paused)
        screen.problem_found.connect(self._say_problem)
        screen.typing_asked.connect(self.typing_asked)

    def enter(self, parcel_id: str) -> None:
        """Show the parcel; one that is closed already has nothing left to do."""
        self.parcel_id = parcel_id
        self._desk.do(lambda use, _by: use.queries.receive(parcel_id), self._show)

    def _show(self, view: ReceiveView) -> None:
        if view.parcel.state is not ParcelState.OPENED:
            self.finished.emit()
            return
        self.view = view
        self.screen.show_receive(view, self._desk.language)
        self.shown.emit()

    def refresh(self) -> None:
        """Show the same again."""
        if self.view is not None:
            self.screen.show_receive(self.view, self._desk.language)

    def scan(self, scan: Scan) -> None:
        """Count one unit; a return label or a licence plate leaves this parcel for that."""
        if scan.kind in OTHER_WORK:
            self.other_work.emit(scan)
            return
        parcel_id = self.parcel_id

        def count(use: UseCases, by: Operator) -> tuple[Unit, ReceiveView]:
            unit = use.receive.count(parcel_id, scan, by)
            return unit, use.queries.receive(parcel_id)

        self._desk.do(count, self._counted)

    def command(self, word: str) -> bool:
        """NEXT is done with this parcel, PROBLEM says that something is wrong."""
        if word == "NEXT":
            self.close()
        elif word == "PROBLEM":
            self._say_problem()
        return word in ("NEXT", "PROBLEM")

    def key(self, key: int) -> bool:
        """F10 says that something is wrong."""
        if key == Qt.Key.Key_F10:
            self._say_problem()
        return key == Qt.Key.Key_F10

    def _say_problem(self) -> None:
        if self.view is not None:
            self.problem_found.emit(self.view)

    def confirm(self) -> None:
        """Inspect the newest unit."""
        self.screen.confirm()

    def back(self) -> None:
        """Leave the parcel as it is."""
        self.paused.emit()

    def _counted(self, counted: tuple[Unit, ReceiveView]) -> None:
        unit, view = counted
        self._desk.changed.emit()
        text = QCoreApplication.translate("ReceiveStage", "Counted in as {0}")
        self._desk.accept(text.format(unit.lpn))
        self._show(view)

    def _inspect(self, lpn: str) -> None:
        if not self._desk.busy:
            self._desk.banner.acknowledge()
            self.inspection_wanted.emit(lpn)

    def close(self) -> None:
        """Done with this parcel."""
        parcel_id = self.parcel_id
        self._desk.act(lambda use, by: use.receive.close(parcel_id, by), lambda _parcel: self._closed())

    def _closed(self) -> None:
        self._desk.changed.emit()
        self._desk.accept(QCoreApplication.translate("ReceiveStage", "Parcel done"))
        self.finished.emit()
