"""When a backup is made, on a lane of its own; and who is told that there is none."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, QTimer

from dockstation.application.ports.backups import LATE, Backups
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Role
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.messages import sentence
from dockstation.ui.widgets.status_strip import StatusStrip

LOOK_MS = 10_000
SOONER = timedelta(minutes=5)
"""How long after one that failed the next is tried, unless they are made more often anyway."""
TOLD = (Role.SUPERVISOR, Role.ADMINISTRATOR)

log = logging.getLogger(__name__)


class BackupLoop(QObject):
    """One backup at a time. A standing trouble is in the strip, and said once to a supervisor."""

    def __init__(self, desk: Desk, strip: StatusStrip) -> None:
        super().__init__()
        self._desk, self._strip = desk, strip
        self._backups: Backups | None = None
        self._began = self._last = self._next = datetime.now(UTC)
        self._running = self._told = False
        self._trouble: DockstationError | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        strip.backup_asked.connect(self._explain)

    def start(self) -> None:
        """A station that makes no backups has nothing to do."""
        use_cases = self._desk.use_cases
        if use_cases is not None and (backups := use_cases.backups) is not None:
            self._backups = backups
            self._timer.start()
            self._desk.background.run("backup", backups.last_good, self._remembered, self._failed)

    def stop(self) -> None:
        """No further backup begins; one that is cut short counts for nothing."""
        self._timer.stop()
        self._backups = None

    def tell(self) -> None:
        """Say a standing trouble to a supervisor, unless one has heard it."""
        operator = self._desk.operator
        if self._trouble is not None and not self._told and operator is not None and operator.role in TOLD:
            self._told = True
            self._desk.reject(self._trouble)

    def _remembered(self, last: datetime | None) -> None:
        if self._backups is not None:
            self._last = last or self._began
            self._next = last + self._backups.every if last else self._began
            self._look()

    def _look(self) -> None:
        if (backups := self._backups) is None:
            return
        now = datetime.now(UTC)
        if now - max(self._last, self._began) > LATE * backups.every and self._trouble is None:  # it hangs
            self._stand(DockstationError("backup.late", at=f"{self._last.astimezone():%Y-%m-%d %H:%M}"))
        if not self._running and now >= self._next:
            self._running = True
            self._desk.background.run("backup", backups.make, self._made, self._failed)

    def _made(self, at: datetime) -> None:
        self._running = self._told = False
        self._trouble = None
        self._last = at
        if self._backups is not None:
            self._next = at + self._backups.every
        self._strip.show_backup(is_good=True)

    def _failed(self, error: BaseException) -> None:
        self._running = False
        if self._backups is not None:
            self._next = datetime.now(UTC) + min(SOONER, self._backups.every)
        if isinstance(error, DockstationError):
            log.warning("no backup: %s %s", error.code, error.facts)
        else:
            log.error("no backup", exc_info=error)
        self._stand(error if isinstance(error, DockstationError) else DockstationError("backup.failed"))

    def _stand(self, trouble: DockstationError) -> None:
        self._told = self._told and self._trouble is not None and self._trouble.code == trouble.code
        self._trouble = trouble
        self._strip.show_backup(is_good=False)
        self.tell()

    def _explain(self) -> None:
        if self._trouble is not None:
            self._told = True
            self._desk.banner.acknowledge()
            self._desk.ask(sentence(self._trouble))
