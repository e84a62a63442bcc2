"""What the server knows of serial numbers that were counted here; counting never waits for it."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dockstation.application.ask_serial import Answer
from dockstation.application.ports.central import CentralFailed, FailureClass
from dockstation.application.queries import ReceiveView
from dockstation.application.record_discrepancy import Found
from dockstation.domain.unit import Unit
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.discrepancy_stage import DiscrepancyStage
from dockstation.ui.main_window.use_cases import UseCases

log = logging.getLogger(__name__)


class SerialWatch(QObject):
    """One question at a time on the network's lane; an answer waits until its page interrupts nothing.

    While the server is away the questions wait; after a restart a unit is asked about when its inspection begins.
    """

    answered = Signal()
    """The server knows of an earlier unit."""

    def __init__(self, desk: Desk, discrepancy: DiscrepancyStage) -> None:
        super().__init__()
        self._desk = desk
        self._discrepancy = discrepancy
        self._waiting: list[str] = []
        self._not_final: list[str] = []
        """Asked before the server had heard of them."""
        self._settled: set[str] = set()
        self._found: dict[str, Found] = {}
        self._unseen: set[str] = set()
        self._asking = self._paused = False

    def counted(self, unit: Unit) -> None:
        """A unit more; one without a serial number raises no question."""
        if unit.serial:
            self._ask(unit.lpn)

    def begun(self, lpn: str) -> None:
        """Its inspection begins: the server is asked now if it has not answered before, within reach or not."""
        self._ask(lpn)
        self.resume()

    def voided(self, lpn: str) -> None:
        """It counts no more, and raises no question."""
        self._settled.add(lpn)
        self._unseen.discard(lpn)
        self._found.pop(lpn, None)

    def _ask(self, lpn: str) -> None:
        if lpn not in self._settled and lpn not in self._waiting and lpn not in self._not_final:
            self._waiting.append(lpn)
            self._next()

    def resume(self) -> None:
        """The server is within reach, and has heard of more."""
        self._waiting += self._not_final
        self._not_final.clear()
        self._paused = False
        self._next()

    def _next(self) -> None:
        use_cases = self._desk.use_cases
        if use_cases is None or self._asking or self._paused or not self._waiting:
            return
        self._asking, lpn = True, self._waiting[0]
        self._desk.background.run(
            "network",
            lambda: _look_up(use_cases, lpn),
            lambda told: self._hear(lpn, told),
            lambda error: self._not_heard(lpn, error),
        )

    def _hear(self, lpn: str, answer: Answer | None) -> None:
        self._asking, self._paused = False, answer is None
        if answer is None:
            return
        self._waiting.remove(lpn)
        if lpn not in self._settled:
            self._keep(lpn, answer)
        self._next()

    def _keep(self, lpn: str, answer: Answer) -> None:
        if not answer.final:
            self._not_final.append(lpn)
            return
        self._settled.add(lpn)
        if answer.found is not None:
            self._found[lpn] = answer.found
            self._unseen.add(lpn)
            self.answered.emit()

    def _not_heard(self, lpn: str, error: BaseException) -> None:
        self._asking = False
        self._paused = isinstance(error, CentralFailed) and error.failure is not FailureClass.PERMANENT
        if not isinstance(error, CentralFailed):
            log.error("asking about the serial number of %s failed", lpn, exc_info=error)
        if not self._paused:
            self._waiting.remove(lpn)  # asked again when its inspection begins
        self._next()

    def stop_for(self, lpn: str, then: Callable[[], None]) -> bool:
        """Whether the unit has to be looked at first; ``then`` goes on once that is recorded."""
        if (found := self._found.get(lpn)) is None:
            return False
        self._show(found, then)
        return True

    def stop_in(self, view: ReceiveView, then: Callable[[], None]) -> bool:
        """The same for any unit of a parcel."""
        return self.stop_for(next((unit.lpn for unit in view.units if unit.lpn in self._found), ""), then)

    def stop_for_new(self, then: Callable[[], None], view: ReceiveView | None = None) -> bool:
        """The same for a unit whose page has not been on the screen yet: one of this parcel, or any at all."""
        among = self._unseen if view is None else self._unseen & {unit.lpn for unit in view.units}
        return self.stop_for(min(among, default=""), then)

    def _show(self, found: Found, then: Callable[[], None]) -> None:
        def recorded(_recorded: object) -> None:
            self._found.pop(found.lpn, None)
            then()

        self._unseen.discard(found.lpn)
        facts = found.facts or {}
        text = QCoreApplication.translate("SerialWatch", "{0} came before: look at item {1}")
        self._desk.question(text.format(facts["serial"], found.lpn))
        self._discrepancy.ask(found, lambda use, by, complete: use.record_discrepancy(complete, by), recorded)


def _look_up(use: UseCases, lpn: str) -> Answer | None:
    """The server's answer; None where no server is known."""
    central = use.central()
    return None if central is None else use.ask_serial(central, lpn)
