"""The queue of labels: look at one, send it, print it again, take it back, or have another printer print it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal

from dockstation.application.ports.store import PrintJob, PrintState
from dockstation.application.print_queue import QueueView, Which
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Task
from dockstation.domain.scan import Scan
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.page_stage import STEP_KEYS, STEPS, ChoosingStage
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.messages import label_state
from dockstation.ui.screens.labels import ACTS, LabelsPage, LabelsScreen, named

LANE = "spool"
"""Labels for other printers too: they hold up nobody who prints on this station's own."""
REASONS = {
    "reprint": ("not_printed", "damaged", "lost", "second_place"),
    "void": ("wrong_item", "wrong_content", "not_needed"),
}
KEYS = {int(getattr(Qt.Key, f"Key_{key}")): act for act, key in ACTS.items()}
COMMANDS = {"PRINT": "reprint", "VOID": "void", "MOVE": "move"}
WRONG = {PrintState.FAILED: "print.failed", PrintState.UNKNOWN: "print.unknown_result"}


class LabelsStage(ChoosingStage):
    """Entered from home or from the printer in the strip at the foot."""

    printers_asked = Signal()

    screen: LabelsScreen

    def __init__(self, desk: Desk, screen: LabelsScreen) -> None:
        super().__init__(desk, screen)
        self.page: LabelsPage | None = None
        self._which, self._chosen, self._asking = Which.ALL, "", ""
        screen.filter_chosen.connect(lambda name: self._filter(Which(name)))
        screen.job_chosen.connect(self._choose)
        screen.act_asked.connect(self._act)
        screen.choice_made.connect(self._made)
        screen.printers_asked.connect(self._ask_printers)

    def enter(self) -> None:
        """Show what needs somebody, else all."""

        def look(use: UseCases, _by: Operator) -> QueueView:
            parts = (Which.UNKNOWN, Which.FAILED, Which.WAITING)
            views = (use.print_queue.view(each) for each in parts)
            return next((view for view in views if view.jobs), None) or use.print_queue.view(Which.ALL)

        def show(view: QueueView) -> None:
            self._which, self._chosen, self._asking = view.which, "", ""
            self._show(view)
            self.shown.emit()

        self._desk.do(look, show)

    def _filter(self, which: Which) -> None:
        if self._rests():
            self._which, self._asking = which, ""
            self._look()

    def _look(self) -> None:
        which = self._which
        self._desk.do(lambda use, _by: use.print_queue.view(which), self._show)

    def _show(self, view: QueueView) -> None:
        first = next(iter(view.jobs), None)
        chosen = next((job for job in view.jobs if job.job_id == self._chosen), first)
        self._chosen = chosen.job_id if chosen else ""
        choices = REASONS.get(self._asking, ())
        if self._asking == "move" and chosen:
            choices = tuple(name for name in view.printers if name != chosen.printer)
        by = self._desk.operator
        may_set_up = by is not None and by.may(Task.SET_UP)
        self.page = LabelsPage(view, chosen, self._asking, choices, may_set_up)
        self.refresh()

    def refresh(self) -> None:
        """Show the same again."""
        if self.page is not None:
            self.screen.show_labels(self.page, self._desk.language)

    def _choose(self, job_id: str) -> None:
        if not self._desk.busy and self.page is not None:
            self._chosen, self._asking = job_id, ""
            self._show(self.page.view)

    def _act(self, act: str) -> None:
        if self._desk.busy or self.page is None or self.page.chosen is None:
            return
        self._desk.banner.acknowledge()
        job = self.page.chosen
        if act == "send":
            self._send(job)
        elif act == "confirm":
            self._do(lambda use, by: use.print_queue.confirm(job.job_id, by), self._settled)
        else:
            self._asking = act
            self._show(self.page.view)

    def _made(self, choice: str) -> None:
        if self.page is None or self.page.chosen is None:
            return
        job_id, asking, self._asking = self.page.chosen.job_id, self._asking, ""
        works: dict[str, Callable[[UseCases, Operator], PrintJob | None]] = {
            "reprint": lambda use, by: use.print_queue.reprint(job_id, choice, by),
            "void": lambda use, by: use.print_queue.void(job_id, choice, by),
            "move": lambda use, by: use.print_queue.move(job_id, choice, by),
        }
        if asking in works:
            self._do(works[asking], self._queued)

    def _do(
        self, work: Callable[[UseCases, Operator], PrintJob | None], done: Callable[[PrintJob | None], None]
    ) -> None:
        self._desk.act(work, done)

    def _queued(self, job: PrintJob | None) -> None:
        """What came of it is sent at once; a label that was never printed needs no other."""
        if job is None:
            self._settled(None)
        else:
            self._send(job)

    def _send(self, job: PrintJob) -> None:
        self._chosen = job.job_id
        self._desk.changed.emit()
        self._desk.do(lambda use, by: use.print_queue.send(job.job_id, by), self._settled, LANE)

    def _settled(self, job: PrintJob | None) -> None:
        self._desk.changed.emit()
        self._desk.printer_asked.emit()
        if job is not None and job.state in WRONG:
            self._desk.reject(DockstationError(WRONG[job.state], lpn=named(job)))
        elif job is not None and job.state is PrintState.SENT:
            self._desk.accept(QCoreApplication.translate("LabelsStage", "Label sent to the printer"))
        elif job is not None:
            self._desk.accept(f"{named(job)}  ·  {label_state(job.state)}")
        else:
            self._desk.accept(QCoreApplication.translate("LabelsStage", "Taken back: no label of it was printed"))
        if self._which is not Which.ALL and job is not None:
            self._chosen = ""
        self._look()

    def scan(self, scan: Scan) -> None:
        """The code on a label chooses it; the one that is looked at and in doubt is in somebody's hand then."""
        if self.page is None or self._desk.busy:
            return
        found = [job for job in self.page.view.jobs if named(job) in (scan.value, *scan.codes)]
        chosen = self.page.chosen
        if chosen in found and chosen.state is PrintState.UNKNOWN:
            self._asking = ""
            self._act("confirm")
        elif found:
            self._choose(found[0].job_id)
        else:
            super().scan(scan)

    def command(self, word: str) -> bool:
        """PRINT, VOID and MOVE act, NEXT and BACK step, numbers choose, PRINTERS leads to the printers."""
        if word in COMMANDS:
            self._act_possible(COMMANDS[word])
        elif word in STEPS and not self._asking:
            self.screen.step(STEPS[word])
        elif word == "PRINTERS":
            self._ask_printers()
        else:
            return super().command(word)
        return True

    def key(self, key: int) -> bool:
        """The same by one key; Esc leaves."""
        if key in KEYS:
            self._act_possible(KEYS[key])
        elif key in STEP_KEYS:
            self.screen.step(STEP_KEYS[key])
        elif key == Qt.Key.Key_F7:
            self._ask_printers()
        else:
            return super().key(key)
        return True

    def _ask_printers(self) -> None:
        if not self._desk.busy:
            self.printers_asked.emit()

    def _act_possible(self, act: str) -> None:
        """By key or code as by the button, which is not there where it makes no sense."""
        if act in self.screen.possible():
            self._act(act)

    def confirm(self) -> None:
        """What the screen's largest button says."""
        self.screen.confirm()

    def back(self) -> None:
        """Out of a choice, else out of the queue."""
        if self._asking and self.page is not None:
            if self._rests():
                self._asking = ""
                self._show(self.page.view)
        else:
            super().back()
