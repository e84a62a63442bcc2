"""The licence plate labels of units just counted; the next scan never waits for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from dockstation.application.ports.store import PrintJob, PrintState
from dockstation.domain.errors import DockstationError
from dockstation.domain.unit import Unit
from dockstation.ui.main_window.desk import Desk

Plates = dict[str, PrintState | None]
LACKING = (None, PrintState.QUEUED, PrintState.FAILED)


class PlatePrinter(QObject):
    """Draws, spools and sends on the printer's own lane."""

    settled = Signal(str, object)
    """A licence plate and the PrintState of its label."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def print_plate(self, lpn: str) -> None:
        """Print one; what went wrong is said, and the label can be asked for again."""
        use_cases, operator = self._desk.use_cases, self._desk.operator
        if use_cases is None or operator is None:
            return
        self._desk.background.run(
            "printer",
            lambda: use_cases.print_plate(lpn, operator),
            lambda job: self._settle(lpn, job),
            self._desk.reject,
        )

    def print_lacking(self, units: Sequence[Unit], plates: Plates) -> None:
        """A person asks: every label that is not there yet, else those nobody knows of, else the newest as a copy."""
        lacking = [unit.lpn for unit in units if plates.get(unit.lpn) in LACKING]
        unknown = [unit.lpn for unit in units if plates.get(unit.lpn) is PrintState.UNKNOWN]
        for lpn in lacking or unknown or [unit.lpn for unit in units[-1:]]:
            self.print_plate(lpn)

    def _settle(self, lpn: str, job: PrintJob) -> None:
        self._desk.changed.emit()
        self._desk.printer_asked.emit()
        if job.state is PrintState.FAILED:
            self._desk.reject(DockstationError("print.plate_failed", lpn=lpn))
        elif job.state is PrintState.UNKNOWN:
            self._desk.reject(DockstationError("print.plate_unknown", lpn=lpn))
        self.settled.emit(lpn, job.state)
