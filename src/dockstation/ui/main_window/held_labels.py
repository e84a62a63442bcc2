"""What a printer was held up with goes out when it is back, holding nobody up."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dockstation.application.print_queue import Released
from dockstation.ui.main_window.desk import Desk


class HeldLabels(QObject):
    """Asked whenever the printer says that it is ready; what has waited too long is asked about once."""

    released = Signal()

    def __init__(self, desk: Desk, printer: str) -> None:
        super().__init__()
        self._desk, self._printer = desk, printer
        self._running = False
        self._told = 0

    def release(self) -> None:
        """Send what waits."""
        use_cases, by, printer = self._desk.use_cases, self._desk.operator, self._printer
        if use_cases is None or by is None or self._running or self._desk.busy:
            return
        self._running = True
        queue = use_cases.print_queue
        self._desk.background.run("printer", lambda: queue.release(printer, by), self._sent, self._broke)

    def _sent(self, released: Released) -> None:
        self._running = False
        if released.sent:
            self._desk.changed.emit()
            text = QCoreApplication.translate("HeldLabels", "The printer is back: labels sent that had waited: {0}")
            self._desk.ask(text.format(len(released.sent)))
            self.released.emit()
        if released.late and released.late != self._told:
            text = QCoreApplication.translate(
                "HeldLabels", "Labels that waited long and may be out of date: {0}. Tap the printer below to decide."
            )
            self._desk.question(text.format(released.late))
        self._told = released.late

    def _broke(self, error: BaseException) -> None:
        self._running = False
        self._desk.reject(error)
