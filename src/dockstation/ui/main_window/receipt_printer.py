"""The receipts of parcels just closed; the next parcel never waits for them."""

from __future__ import annotations

from dockstation.application.ports.store import PrintJob, PrintState
from dockstation.domain.errors import DockstationError
from dockstation.domain.parcel import Parcel
from dockstation.ui.main_window.desk import Desk

WRONG = {PrintState.FAILED: "receipt.failed", PrintState.UNKNOWN: "receipt.unknown"}


class ReceiptPrinter:
    """On the printer's lane, where the station is set to print them; what went wrong is said."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.enabled = False

    def print_of(self, parcel: Parcel) -> None:
        """Print one."""
        use_cases, operator = self._desk.use_cases, self._desk.operator
        if not self.enabled or use_cases is None or operator is None:
            return
        self._desk.background.run(
            "printer",
            lambda: use_cases.print_receipt(parcel.parcel_id, operator),
            lambda job: self._settle(parcel, job),
            self._desk.reject,
        )

    def _settle(self, parcel: Parcel, job: PrintJob) -> None:
        self._desk.changed.emit()
        self._desk.printer_asked.emit()
        if job.state in WRONG:
            self._desk.reject(DockstationError(WRONG[job.state], code=parcel.code))
