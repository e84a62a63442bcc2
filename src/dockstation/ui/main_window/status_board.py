"""What the strip at the foot says: the server, the outbox, the printer, the backups, the person."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from dockstation.application.queries import SyncView
from dockstation.ui.main_window.backup_loop import BackupLoop
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.sync_loop import SyncLoop
from dockstation.ui.widgets.status_strip import StatusStrip

PRINTER_MS = 15_000
READY = "ready"


class StatusBoard(QObject):
    """Asks the printer now and then, and counts the outbox whenever it may have changed."""

    printer_ready = Signal()

    def __init__(self, desk: Desk, sync: SyncLoop, strip: StatusStrip) -> None:
        super().__init__()
        self._desk, self._sync, self._strip = desk, sync, strip
        self.network, self._printer = "unknown", ""
        self._counts = SyncView(0, 0, 0, 0, "", "", "")
        self._backups = BackupLoop(desk, strip)
        self._timer = QTimer(self, interval=PRINTER_MS)
        self._timer.timeout.connect(self._ask_printer)
        desk.changed.connect(self._count)
        desk.printer_asked.connect(self._ask_printer)
        sync.passed.connect(self._synced)
        self.show()

    def start(self) -> None:
        """There is something to ask by now."""
        self._count()
        self._ask_printer()
        self._timer.start()
        self._backups.start()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._backups.stop()

    @property
    def queue(self) -> int:
        """Events and photos that the server has not confirmed."""
        return self._counts.pending + self._counts.photos

    def _synced(self, network: str) -> None:
        self.network = network
        self.show()
        self._count()

    def _count(self) -> None:
        use_cases, problem = self._desk.use_cases, self._sync.problem
        if use_cases is not None:
            count = use_cases.queries.sync
            self._desk.background.run("store", lambda: count(problem), self._counted, self._desk.reject)

    def _counted(self, counts: SyncView) -> None:
        self._counts = counts
        self.show()

    def _ask_printer(self) -> None:
        use_cases = self._desk.use_cases
        if use_cases is not None:
            ask = use_cases.printer
            self._desk.background.run("printer", lambda: ask().status(), self._printer_said, self._desk.reject)

    def _printer_said(self, state: str) -> None:
        self._printer = str(state)
        self.show()
        if self._printer == READY:
            self.printer_ready.emit()

    def show(self) -> None:
        """Say all of it in the present language."""
        person = self._desk.operator.name if self._desk.operator else ""
        rejected = self._counts.rejected
        self._strip.show_status(self.network, self.queue, rejected, self._printer, person, self._desk.language)
        self._backups.tell()
