"""What the strip at the foot says: the server, the outbox, the printer, the backups, the person."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from dockstation.application.queries import SyncView
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Task
from dockstation.ui import messages
from dockstation.ui.main_window.backup_loop import BackupLoop
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.disk_loop import DiskLoop
from dockstation.ui.main_window.retention_loop import RetentionLoop
from dockstation.ui.main_window.sync_loop import SyncLoop
from dockstation.ui.widgets.status_strip import StatusStrip

PRINTER_MS = 15_000
READY = "ready"
CLOCK_S = 120
"""So far this clock may be from the server's: events carry it."""


class StatusBoard(QObject):
    """Asks the printer now and then, and counts the outbox whenever it may have changed."""

    printer_said = Signal(bool)
    """Whether it is ready."""
    printer_is = Signal(str)
    """What it says of itself."""

    def __init__(self, desk: Desk, sync: SyncLoop, strip: StatusStrip, old_minutes: int) -> None:
        super().__init__()
        self._desk, self._sync, self._strip = desk, sync, strip
        self._old_minutes, self._greeting = old_minutes, False
        self.network, self._printer = "unknown", ""
        self._counts = SyncView(0, 0, 0, 0, "", "", "")
        self._backups = BackupLoop(desk, strip)
        self._disk = DiskLoop(desk, sync, strip)
        self._retention = RetentionLoop(desk)
        self._timer = QTimer(self, interval=PRINTER_MS)
        self._timer.timeout.connect(self._ask_printer)
        desk.changed.connect(self._count)
        desk.printer_asked.connect(self._ask_printer)
        sync.passed.connect(self._synced)
        strip.clock_asked.connect(self._explain_clock)
        self.show()

    def start(self) -> None:
        """There is something to ask by now."""
        self._count()
        self._ask_printer()
        self._timer.start()
        self._backups.start()
        self._disk.start()
        self._retention.start()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._backups.stop()
        self._disk.stop()
        self._retention.stop()

    @property
    def queue(self) -> int:
        """Events and photos that the server has not confirmed."""
        return self._counts.pending + self._counts.photos

    def _synced(self, network: str) -> None:
        self.network = network
        self.show()
        self._count()

    @property
    def _minutes_off(self) -> int:
        """How far this clock is from the server's, 0 while that does not matter."""
        off = abs(self._sync.pace.clock_ahead)
        return round(off / 60) if off > CLOCK_S else 0

    def _explain_clock(self) -> None:
        if minutes := self._minutes_off:
            code = "clock.slow" if self._sync.pace.clock_ahead > 0 else "clock.fast"
            self._desk.banner.acknowledge()
            self._desk.ask(messages.sentence(DockstationError(code, minutes=minutes)))

    def _count(self) -> None:
        use_cases, problem = self._desk.use_cases, self._sync.pace.problem
        if use_cases is not None:
            count = use_cases.queries.sync
            self._desk.background.run("store", lambda: count(problem), self._counted, self._desk.reject)

    def _counted(self, counts: SyncView) -> None:
        self._counts = counts
        self.show()
        if self._greeting:
            self._greeting = False
            self._call()

    def greet(self, _name: str) -> None:
        """Somebody has just signed in: a supervisor hears once of what only a supervisor can settle."""
        operator = self._desk.operator
        self._greeting = operator is not None and operator.may(Task.SETTLE)
        self.show()
        self._count()

    def _call(self) -> None:
        counts = self._counts
        if self._waits:
            text = self.tr(
                "Records that wait for the server: {0}, the oldest for {1}. Tap them at the foot: it says why."
            )
            self._desk.question(text.format(counts.pending, self._waits))
        elif against := counts.rejected + counts.review:
            text = self.tr("Records that the server refused or doubts: {0}. Tap them at the foot to settle them.")
            self._desk.question(text.format(against))

    @property
    def _waits(self) -> str:
        """How long the oldest record has waited, once that is long."""
        is_old = self._counts.pending > 0 and self._counts.minutes >= self._old_minutes
        return messages.age(self._counts.minutes) if is_old else ""

    def _ask_printer(self) -> None:
        use_cases = self._desk.use_cases
        if use_cases is not None:
            ask = use_cases.printer
            self._desk.background.run("printer", lambda: ask().status(), self._printer_said, self._desk.reject)

    def _printer_said(self, state: str) -> None:
        self._printer = str(state)
        self.show()
        self.printer_is.emit(self._printer)
        self.printer_said.emit(self._printer == READY)

    def show(self) -> None:
        """Say all of it in the present language."""
        person = self._desk.operator.name if self._desk.operator else ""
        rejected = self._counts.rejected
        self._strip.show_clock(is_good=not self._minutes_off)
        self._strip.show_outbox(self._waits, self._counts.review)
        self._strip.show_status(self.network, self.queue, rejected, self._printer, person, self._desk.language)
        self._backups.tell()
        self._disk.tell()
