"""Into the outbox and out of it, and what the sync says while it is on the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.flow import Flow
from dockstation.ui.main_window.sync_loop import SyncLoop
from dockstation.ui.screens.outbox import Line
from dockstation.ui.widgets.status_strip import StatusStrip

TICK_MS = 1000


class OutboxWay(QObject):
    """Joins the stage to flow, strip and sync; the seconds to the next try are counted down where they are read."""

    def __init__(self, flow: Flow, desk: Desk, sync: SyncLoop, strip: StatusStrip) -> None:
        super().__init__()
        self._flow, self._desk, self._sync = flow, desk, sync
        stage = flow.outbox
        self._timer = QTimer(stage.screen, interval=TICK_MS)  # the screen may go before this does
        self._timer.timeout.connect(self._say)
        stage.left.connect(flow.go_home)
        stage.other_work.connect(flow.home.scan)
        stage.send_asked.connect(self._send)
        strip.outbox_asked.connect(self.enter)
        flow.stage_changed.connect(self._turned)
        sync.passed.connect(self._passed)

    def enter(self) -> None:
        """From wherever the numbers in the strip were tapped; the work waits at home."""
        if self._desk.operator is not None and not self._desk.busy and not self._flow.is_covered():
            self._flow.outbox.enter()

    def _turned(self, stage: str) -> None:
        if stage == "outbox":
            self._say()
            self._timer.start()
        else:
            self._timer.stop()

    def _send(self) -> None:
        self._sync.now()
        self._say()

    def _passed(self, _network: str) -> None:
        if self._flow.stage == "outbox":
            self._say()
            self._flow.outbox.look_again()

    def _say(self) -> None:
        pace, sync = self._sync.pace, self._sync
        line = Line(pace.network, pace.failure, sync.due_s, round(pace.floor), sync.running)
        self._flow.outbox.show_line(line)
