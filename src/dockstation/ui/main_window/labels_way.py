"""Into the queue of labels from the strip, and what is shown of labels that went out beside the work."""

from __future__ import annotations

from PySide6.QtCore import QObject

from dockstation.settings import StationSettings
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.flow import Flow
from dockstation.ui.main_window.held_labels import HeldLabels
from dockstation.ui.widgets.status_strip import StatusStrip


class LabelsWay(QObject):
    """Joins the stage to flow, strip and the labels that were held back."""

    def __init__(self, flow: Flow, desk: Desk, strip: StatusStrip, held: HeldLabels) -> None:
        super().__init__()
        self._flow, self._desk = flow, desk
        strip.printer_asked.connect(self.enter)
        held.released.connect(self._look)

    def enter(self) -> None:
        """From wherever the printer in the strip was tapped; the work waits at home."""
        if self._desk.operator is not None and not self._desk.busy and not self._flow.is_covered():
            self._flow.labels.enter()

    def _look(self) -> None:
        """Show what became of them where they are shown."""
        decision = self._flow.decision
        if self._desk.busy:
            return
        if self._flow.stage == "labels":
            self._flow.labels.enter()
        elif self._flow.stage == "decision" and decision.view is not None:
            decision.enter(decision.view.unit.lpn, fresh=False)


def print_as_set(flow: Flow, settings: StationSettings) -> None:
    """What is printed at the dock, and whether a label is scanned once it is on."""
    flow.dock.labels.enabled = settings.dock.print_label
    flow.receive.receipts.enabled = settings.dock.print_receipt
    flow.decision.screen.verifies = settings.labels.layout in settings.labels.verify
