"""How much room the disk has, looked at now and then on a lane of its own; and who is told."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from dockstation.application.ports.disk import Disk
from dockstation.domain.errors import DockstationError
from dockstation.domain.room import Room, RoomView
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.sync_loop import SyncLoop
from dockstation.ui.messages import sentence
from dockstation.ui.widgets.status_strip import StatusStrip

LOOK_MS = 10_000
FULL = ("disk.full", "disk.stopped")

log = logging.getLogger(__name__)


class DiskLoop(QObject):
    """Little room is in the strip, and said once to each person; when there is room again the work goes on."""

    def __init__(self, desk: Desk, sync: SyncLoop, strip: StatusStrip) -> None:
        super().__init__()
        self._desk, self._sync, self._strip = desk, sync, strip
        self._disk: Disk | None = None
        self._view = RoomView(Room.PLENTY, 0)
        self._told: tuple[str, Room] = ("", Room.PLENTY)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._keep)
        desk.refused.connect(self._failed_for)
        sync.passed.connect(self._failed_for)
        strip.disk_asked.connect(self._explain)

    def start(self) -> None:
        """Look at once; the reserve is made later, when nothing is waited for any more."""
        if self._desk.use_cases is not None:
            self._disk = self._desk.use_cases.disk
            self._timer.start()
            self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._disk = None

    def look(self) -> None:
        """See how much room there is now."""
        if self._disk is not None:
            self._desk.background.run("disk", self._disk.look, self._seen, self._unseen)

    def _keep(self) -> None:
        if (disk := self._disk) is not None:
            self._desk.background.run("disk", disk.keep_reserve, lambda _none: self.look(), self._unseen)

    def _failed_for(self, why: str) -> None:
        if why in FULL or why == "disk":
            self.look()

    def _seen(self, view: RoomView) -> None:
        before, self._view = self._view.room, view
        if view.room is before:
            return
        log.warning("disk: %s, %d MB free", view.room, view.free_mb)
        self._strip.show_disk(view.room)
        if view.room in (Room.PLENTY, Room.LOW) and before in (Room.STOPPED, Room.FULL):
            self._go_on()
        self.tell()

    def _go_on(self) -> None:
        """There is room again."""
        self._desk.withdraw(FULL)
        self._desk.accept(self.tr("The disk has room again: go on."))
        if self._desk.use_cases is not None:
            self._desk.background.run(
                "store", self._desk.use_cases.print_queue.settle_owed, lambda _jobs: self._desk.changed.emit(),
                self._desk.reject,
            )  # fmt: skip
        self._sync.now()

    def tell(self) -> None:
        """Say it to the person signed in, once, and once more when it gets worse."""
        operator = self._desk.operator
        if self._view.room is Room.PLENTY or operator is None or self._told == (operator.badge, self._view.room):
            return
        self._told = (operator.badge, self._view.room)
        if self._view.room is Room.LOW:
            self._desk.ask(sentence(self._trouble()))
        else:
            self._desk.reject(self._trouble())

    def _trouble(self) -> DockstationError:
        stop = self._view.stop_mb
        if self._view.room is Room.LOW:
            return DockstationError("disk.low", free=self._view.free_mb, stop=stop)
        return DockstationError("disk.stopped", free=self._view.free_mb, least=stop)

    def _explain(self) -> None:
        if self._view.room is not Room.PLENTY:
            self._desk.banner.acknowledge()
            self._desk.ask(sentence(self._trouble()))

    def _unseen(self, error: BaseException) -> None:
        log.error("disk", exc_info=error)
