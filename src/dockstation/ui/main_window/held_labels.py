"""What a printer was held up with goes out when it is back, holding nobody up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dockstation.application.print_queue import Released
from dockstation.ui.main_window.desk import Desk


class HeldLabels(QObject):
    """Asked whenever the printer was asked how it is; what has waited too long is asked about once."""

    released = Signal()

    def __init__(self, desk: Desk, printer: str) -> None:
        super().__init__()
        self._desk, self._printer = desk, printer
        self._running: set[str] = set()
        self._told: dict[str, int] = {}

    def release(self, is_ready: bool) -> None:
        """Send what waits: for the station's own printer when it is ready, for others when they say so themselves."""
        use_cases, by, own = self._desk.use_cases, self._desk.operator, self._printer
        if use_cases is None or by is None or self._desk.busy:
            return
        queue = use_cases.print_queue
        if is_ready:
            self._run("printer", lambda: queue.release(own, by))
        self._run("spool", lambda: queue.release_others(own, by))

    def _run(self, lane: str, work: Callable[[], Released]) -> None:
        if lane not in self._running:
            self._running.add(lane)
            self._desk.background.run(lane, work, partial(self._sent, lane), partial(self._broke, lane))

    def _sent(self, lane: str, released: Released) -> None:
        self._running.discard(lane)
        if released.sent:
            self._desk.changed.emit()
            text = QCoreApplication.translate("HeldLabels", "The printer is back: labels sent that had waited: {0}")
            self._desk.ask(text.format(len(released.sent)))
            self.released.emit()
        if released.late and released.late != self._told.get(lane):
            text = QCoreApplication.translate(
                "HeldLabels", "Labels that waited long and may be out of date: {0}. Tap the printer below to decide."
            )
            self._desk.question(text.format(released.late))
        self._told[lane] = released.late

    def _broke(self, lane: str, error: BaseException) -> None:
        self._running.discard(lane)
        self._desk.reject(error)
