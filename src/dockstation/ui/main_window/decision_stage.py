"""The decision with its reason, the label, and the way to the bin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from dockstation.application.ports.store import PrintJob, PrintState
from dockstation.application.queries import DecisionView
from dockstation.domain.errors import DockstationError
from dockstation.domain.handover import Taken
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan, ScanKind
from dockstation.domain.unit import Unit
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.hand_over_stage import tell_taken
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.decision import DecisionScreen

ACTS = {
    "VOID": "void", "OVERRIDE": "override", "WHY": "why", "FULL": "full", "EMPTIED": "emptied", "REPORT": "report",
    "HISTORY": "history",
}  # fmt: skip
"""What stands behind ``DSCMD-``, and what it asks for."""


class DecisionStage(QObject):
    """Prints once by itself after a fresh decision; after that only when a person asks."""

    shown = Signal()
    finished = Signal(object)
    """The Unit that nothing is left to do with here."""
    paused = Signal()
    handover_asked = Signal(str)
    typing_asked = Signal()
    photos_asked = Signal(str, str)
    """The unit, and "" for its newest photo."""
    more_asked = Signal(object)
    """A DecisionView."""
    act_asked = Signal(str, object)
    """What is to be done at once, by its word, with a DecisionView."""
    homeward = Signal()
    """The unit waits for somebody else."""

    camera_reads = False
    elsewhere = True

    def __init__(self, desk: Desk, screen: DecisionScreen) -> None:
        super().__init__()
        self._desk = desk
        self.screen = screen
        self.view: DecisionView | None = None
        screen.print_asked.connect(self.print_label)
        screen.reprint_asked.connect(self.print_label)
        screen.confirmed.connect(self._confirm)
        screen.paused.connect(self.paused)
        screen.handover_asked.connect(self._hand_over)
        screen.typing_asked.connect(self.typing_asked)
        screen.next_asked.connect(self._next)
        screen.photos_asked.connect(self._open_photos)
        screen.more_asked.connect(self._more)
        screen.signing_asked.connect(lambda: self._act("sign"))

    def enter(self, lpn: str, *, fresh: bool) -> None:
        """Show the decision; a fresh one prints its label at once."""

        def take_up(use: UseCases, by: Operator) -> tuple[Taken | None, DecisionView]:
            return use.hand_over.take(lpn, by), _look(use, by, lpn)

        self._desk.do(take_up, lambda taken_up: self._taken_up(*taken_up, fresh=fresh))

    def _taken_up(self, taken: Taken | None, view: DecisionView, *, fresh: bool) -> None:
        tell_taken(self._desk, taken)
        self._show(view, fresh=fresh)

    def _hand_over(self) -> None:
        if self.view is not None:
            self.handover_asked.emit(self.view.unit.lpn)

    def _open_photos(self) -> None:
        if self.view is not None and not self._desk.busy:
            self.photos_asked.emit(self.view.unit.lpn, "")

    def _show(self, view: DecisionView, *, fresh: bool = False) -> None:
        self.view = view
        if fresh and view.job is None and not view.is_held:
            self._print()  # before the screen is laid out, which takes as long as the label
        self.screen.show_decision(view, self._desk.language)
        self.shown.emit()

    @property
    def waits_for_opinion(self) -> str:
        """The unit on the screen, where somebody else is to inspect it; else ""."""
        opinion = self.view.opinion if self.view else None
        return opinion.lpn if opinion is not None and opinion.is_open else ""

    def look_again(self) -> None:
        """Show the same unit as it stands by now."""
        if self.view is not None:
            lpn = self.view.unit.lpn
            self._desk.do(lambda use, by: _look(use, by, lpn), self._show)

    def refresh(self) -> None:
        """Show the same again."""
        if self.view is not None:
            self.screen.show_decision(self.view, self._desk.language)

    def print_label(self) -> None:
        """Print, or print again as a marked copy: a person asks, and says why where the label is in hand."""
        job = self.view.job if self.view else None
        if job is not None and job.state is PrintState.CONFIRMED:
            self._act("reprint")
        elif not self._desk.busy:
            self._desk.banner.acknowledge()
            self._print()

    def send(self, job: PrintJob) -> None:
        """A copy that was asked for with its reason goes to the printer."""
        self._send(job)

    def _print(self) -> None:
        if self.view is not None:
            lpn = self.view.unit.lpn
            self._desk.do(lambda use, by: use.print_label.queue(lpn, by), self._send)

    def _send(self, job: PrintJob) -> None:
        self._desk.changed.emit()
        if self.view is None:
            return
        lpn = self.view.unit.lpn

        def send(use: UseCases, by: Operator) -> tuple[PrintJob, DecisionView]:
            return use.print_label.send(job.job_id, by), _look(use, by, lpn)

        self._desk.do(send, self._sent, "printer")
        self._show(replace(self.view, job=replace(job, state=PrintState.SENDING)))

    def _sent(self, sent: tuple[PrintJob, DecisionView]) -> None:
        job, view = sent
        self._desk.changed.emit()
        self._desk.printer_asked.emit()
        self._show(view)
        if job.state is PrintState.SENT:
            self._desk.accept(QCoreApplication.translate("DecisionStage", "Label sent to the printer"))
        elif job.state is PrintState.FAILED:
            self._desk.reject(DockstationError("print.failed", lpn=view.unit.lpn))
        else:
            self._desk.reject(DockstationError("print.unknown_result", lpn=view.unit.lpn))

    def scan(self, scan: Scan) -> None:
        """The fresh label confirms itself; a container takes the unit in."""
        if self.view is None:
            return
        if (
            scan.kind is ScanKind.CONTAINER or scan.shown in self.view.disposition.bins
        ):  # typed as the screen names it
            self._put_away(scan.value)
        elif scan.kind is ScanKind.LPN and scan.value == self.view.unit.lpn:
            self._desk.do(_confirming(scan.value), self._confirmed)
        elif scan.kind is ScanKind.LPN:
            self._desk.reject(DockstationError("label.other_unit", lpn=self.view.unit.lpn, code=scan.shown))
        else:
            self._desk.reject(DockstationError("scan.not_now", code=scan.shown))

    def command(self, word: str) -> bool:
        """PRINT prints, or prints again; HANDOVER leaves the unit to somebody else; PHOTOS shows its photos."""
        acts = {"PRINT": self.print_label, "HANDOVER": self._hand_over, "PHOTOS": self._open_photos}
        acts |= {"MORE": self._more} | {each: partial(self._act, act) for each, act in ACTS.items()}
        if act := acts.get(word):
            act()
        return word in acts

    def key(self, key: int) -> bool:
        """F3 shows the history, F7 the photos, F8 hands over, F9 says why and what else can be done."""
        acts: dict[int, Callable[[], None]] = {Qt.Key.Key_F3: partial(self._act, "history")}
        acts |= {Qt.Key.Key_F7: self._open_photos, Qt.Key.Key_F8: self._hand_over, Qt.Key.Key_F9: self._more}
        if act := acts.get(Qt.Key(key)):
            act()
        return key in acts

    def _more(self) -> None:
        if self.view is not None:
            self.more_asked.emit(self.view)

    def _act(self, what: str) -> None:
        if self.view is not None and not self._desk.busy:
            self._desk.banner.acknowledge()
            self.act_asked.emit(what, self.view)

    def confirm(self) -> None:
        """What the screen's largest button says."""
        self.screen.confirm()

    def back(self) -> None:
        """Leave the unit as it is."""
        self.paused.emit()

    def _confirm(self) -> None:
        if self.view is not None and self.screen.verifies:
            self._desk.question(QCoreApplication.translate("DecisionStage", "Scan the label that is on the item now"))
        elif self.view is not None:
            self._desk.act(_confirming(self.view.unit.lpn), self._confirmed)

    def _confirmed(self, view: DecisionView) -> None:
        self._desk.changed.emit()
        self._desk.accept(QCoreApplication.translate("DecisionStage", "The label is on the unit"))
        self._show(view)

    def _put_away(self, container: str) -> None:
        if self.view is None:
            return
        lpn = self.view.unit.lpn
        if self._is_unverified():
            self._desk.reject(DockstationError("label.unverified", lpn=lpn))
            return
        self._desk.do(lambda use, by: use.put_away(lpn, container, by), lambda unit: self._gone(unit, container))

    def _gone(self, unit: Unit, container: str) -> None:
        self._desk.changed.emit()
        text = QCoreApplication.translate("DecisionStage", "{0} is in {1}")
        self._desk.accept(text.format(unit.lpn, container))
        self.finished.emit(unit)

    def _is_unverified(self) -> bool:
        job = self.view.job if self.view else None
        return self.screen.verifies and (job is None or job.state is not PrintState.CONFIRMED)

    def _next(self) -> None:
        if self.view is not None and self._is_unverified():
            self._desk.reject(DockstationError("label.unverified", lpn=self.view.unit.lpn))
        elif self.view is not None and not self._desk.busy:
            self._desk.banner.acknowledge()
            if self.view.is_held:
                self.homeward.emit()
            else:
                self.finished.emit(self.view.unit)


def _confirming(lpn: str) -> Callable[[UseCases, Operator], DecisionView]:
    def confirm(use: UseCases, by: Operator) -> DecisionView:
        use.print_label.confirm(lpn, by)
        return _look(use, by, lpn)

    return confirm


def _look(use: UseCases, by: Operator, lpn: str) -> DecisionView:
    try:
        label = use.print_label.preview(lpn, by)
    except DockstationError:  # said by whoever asks for a print; the decision can be seen, and overruled
        label = None
    return use.queries.decision(lpn, label)
