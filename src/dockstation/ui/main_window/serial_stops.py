"""A serial number that came back before stops the work where it interrupts nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from dockstation.application.queries import ReceiveView
from dockstation.ui.main_window.inspect_stage import InspectStage
from dockstation.ui.main_window.receive_stage import ReceiveStage
from dockstation.ui.main_window.serial_watch import SerialWatch


class SerialStops(QObject):
    """Between the watch over serial numbers and the stages that it may stop. ``stage`` is "" while none may be."""

    def __init__(
        self, serials: SerialWatch, receive: ReceiveStage, inspect: InspectStage, stage: Callable[[], str],
        go_home: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self._serials, self._receive, self._inspect = serials, receive, inspect
        self._stage, self._go_home = stage, go_home
        receive.counted.connect(serials.counted)
        receive.voided.connect(serials.voided)
        receive.shown.connect(self._look)
        receive.is_held_up = self._has_come_before
        inspect.is_held_up = lambda lpn: serials.stop_for(lpn, lambda: inspect.enter(lpn))
        serials.answered.connect(self.show)

    def show(self) -> None:
        """What came before, if it may be shown now; elsewhere it waits."""
        view, stage = self._receive.view, self._stage()
        if stage == "receive" and view is not None:
            self._serials.stop_for_new(lambda: self._receive.enter(view.parcel.parcel_id), view)
        elif stage == "home":
            self._serials.stop_for_new(self._go_home)

    def inspect(self, lpn: str) -> None:
        """Begin or go on with an inspection, unless its number has come before."""
        if not self._serials.stop_for(lpn, lambda: self._inspect.enter(lpn)):
            self._inspect.enter(lpn)
            self._serials.begun(lpn)

    def _look(self) -> None:
        if self._receive.view is not None:
            self._has_come_before(self._receive.view)

    def _has_come_before(self, view: ReceiveView) -> bool:
        return self._serials.stop_in(view, lambda: self._receive.enter(view.parcel.parcel_id))
