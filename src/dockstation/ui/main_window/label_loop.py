"""Labels of parcels, one after the other on the printer's lane: no scan ever waits for one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from dockstation.application.ports.store import PrintJob, PrintState
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator
from dockstation.ui.main_window.desk import Desk, foreseen
from dockstation.ui.main_window.use_cases import UseCases

Printed = tuple[str, PrintJob | DockstationError] | None


class LabelLoop(QObject):
    """Asks the store what still wants a label; what failed is said once and tried again when it is woken."""

    printed = Signal()
    """A label was sent, or could not be."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.enabled = True
        self._since = ""
        self._running = self._again = self._told = False
        self._undrawable: set[str] = set()
        desk.idle.connect(self._go_on)

    def start(self, since: str) -> None:
        """For the parcels that came since then."""
        self._since, self._told = since, False
        self.wake()

    def wake(self) -> None:
        """There may be something to print; it is drawn when no scan is under way, for that would slow the next."""
        if self._running or self._desk.busy:
            self._again = True
        elif self.enabled and self._since:
            self._run("")

    def _go_on(self) -> None:
        if self._again and not self._running:
            self.wake()

    def print_again(self, parcel_id: str, before: PrintState | None) -> None:
        """A person asks: for what waits or failed, else for one copy more of this parcel's."""
        self._told = False
        if before in (None, PrintState.QUEUED, PrintState.FAILED):
            self._undrawable.discard(parcel_id)
            self.wake()
        else:
            self._run(parcel_id)

    def _run(self, parcel_id: str) -> None:
        use_cases, by = self._desk.use_cases, self._desk.operator
        if use_cases is None or by is None:
            return
        self._running, self._again = True, False
        work = partial(self._print, use_cases, by, parcel_id, frozenset(self._undrawable))
        self._desk.background.run("printer", work, self._settled, self._broke)

    def _print(self, use: UseCases, by: Operator, asked: str, leave_out: frozenset[str]) -> Printed:
        """On the lane."""
        parcel_id = asked or use.print_parcel_label.next(self._since, leave_out)
        if not parcel_id:
            return None
        try:
            return parcel_id, use.print_parcel_label.print(parcel_id, by)
        except DockstationError as error:
            return parcel_id, error

    def _settled(self, printed: Printed) -> None:
        self._running = False
        if printed is None:
            return
        parcel_id, became = printed
        if isinstance(became, DockstationError):
            goes_on = became.code.startswith("label.")  # the others may still be drawn
            if goes_on:
                self._undrawable.add(parcel_id)
            self._desk.reject(became)
        else:
            goes_on = became.state is not PrintState.FAILED
            self._judge(became)
        self._desk.changed.emit()
        self.printed.emit()
        if self._again or goes_on:
            self.wake()

    def _judge(self, job: PrintJob) -> None:
        if job.state is PrintState.SENT:
            self._told = False
            return
        self._desk.printer_asked.emit()
        if job.state is PrintState.UNKNOWN or not self._told:
            self._told = job.state is PrintState.FAILED
            self._say(job)

    def _say(self, job: PrintJob) -> None:
        use_cases = self._desk.use_cases
        code = "parcel.label_failed" if job.state is PrintState.FAILED else "parcel.label_unknown"
        if use_cases is not None:
            parcel_id = job.subject.partition(":")[2]
            self._desk.background.run(
                "store",
                lambda: use_cases.queries.parcel(parcel_id).code,
                lambda parcel: self._desk.reject(DockstationError(code, code=parcel)),
                self._desk.reject,
            )

    def _broke(self, error: BaseException) -> None:
        self._running = False
        self._desk.reject(foreseen(error))
