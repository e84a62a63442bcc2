"""The walk through the checklist on the screen; an answer is durable before the next question shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from dockstation.application.queries import InspectView
from dockstation.domain.errors import DockstationError
from dockstation.domain.handover import Taken
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.hand_over_stage import tell_taken
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.inspect import InspectScreen

Shown = tuple[InspectView, list[Path]]


class InspectStage(QObject):
    """Answers, photos, going back, and the step to the decision."""

    shown = Signal()
    decided = Signal(str)
    paused = Signal()
    handover_asked = Signal(str)

    camera_reads = elsewhere = False

    def __init__(self, desk: Desk, screen: InspectScreen, camera: CameraLoop) -> None:
        super().__init__()
        self._desk = desk
        self._camera = camera
        self.screen = screen
        self.view: InspectView | None = None
        self.is_held_up: Callable[[str], bool] = lambda _lpn: False
        """Shows what has to be looked at before the unit is decided; whether there is something."""
        self._photos: list[Path] = []
        screen.answer_given.connect(self._answer)
        screen.photo_asked.connect(self._photograph)
        screen.back_asked.connect(self.back)
        screen.paused.connect(self.paused)
        screen.handover_asked.connect(self._hand_over)
        screen.decide_asked.connect(self._decide)

    def enter(self, lpn: str) -> None:
        """Begin the unit's inspection, or go on where it was left."""

        def take_up(use: UseCases, by: Operator) -> tuple[Taken | None, Shown]:
            use.inspect.begin(lpn, by)
            return use.hand_over.take(lpn, by), _look(use, lpn, "")

        self._desk.do(take_up, self._taken_up)

    def _taken_up(self, taken_up: tuple[Taken | None, Shown]) -> None:
        taken, shown = taken_up
        self._written(shown)
        tell_taken(self._desk, taken)

    def _hand_over(self) -> None:
        if self.view is not None:
            self.handover_asked.emit(self.view.unit.lpn)

    def _written(self, shown: Shown) -> None:
        self._desk.changed.emit()
        self._show(shown)

    def _show(self, shown: Shown) -> None:
        self.view, self._photos = shown
        self.screen.show_inspect(self.view, self._desk.language, self._photos)
        self.shown.emit()

    def refresh(self) -> None:
        """Show the same again."""
        if self.view is not None:
            self.screen.show_inspect(self.view, self._desk.language, self._photos)

    def _answer(self, question_id: str, option_id: str) -> None:
        if self.view:
            lpn = self.view.unit.lpn
            work = _writing(lpn, lambda use, by: use.inspect.answer(lpn, question_id, option_id, by))
            self._desk.act(work, self._written)

    def _photograph(self, question_id: str) -> None:
        if self.view is None or self._desk.busy:
            return
        frame, eyes, lpn, view = self._camera.newest, self._camera.eyes, self.view.unit.lpn, self.view.step.view
        if frame is None or eyes is None:
            self._desk.reject(DockstationError("photo.no_frame"))
            return
        work = _writing(lpn, lambda use, by: use.inspect.photograph(lpn, question_id, eyes.shot(frame), by, view))
        self._desk.act(work, self._photographed)

    def _photographed(self, shown: Shown) -> None:
        self._desk.accept(QCoreApplication.translate("InspectStage", "Photo taken"))
        self._written(shown)

    def scan(self, scan: Scan) -> None:
        """No code is asked for here."""
        self._desk.reject(DockstationError("scan.not_now", code=scan.shown))

    def command(self, word: str) -> bool:
        """The number of an answer, or HANDOVER."""
        if word == "HANDOVER":
            self._hand_over()
        elif word.isdigit():
            self.screen.choose(int(word))
        return word == "HANDOVER" or word.isdigit()

    def key(self, key: int) -> bool:
        """The same by one key."""
        if key == Qt.Key.Key_F8:
            self._hand_over()
            return True
        number = key - Qt.Key.Key_0
        if 1 <= number <= 9:
            self.screen.choose(number)
        return 1 <= number <= 9

    def confirm(self) -> None:
        """The shutter, or the step to the decision."""
        self.screen.confirm()

    def back(self) -> None:
        """Show the question before this one, with its answer marked."""
        if self.view is None:
            return
        asked = [each.id for each in self.view.asked]
        here = asked.index(self.view.step.question.id) if self.view.step.question else len(asked)
        if here > 0:
            lpn, before = self.view.unit.lpn, asked[here - 1]
            self._desk.act(lambda use, _by: _look(use, lpn, before), self._show)

    def _decide(self) -> None:
        if self.view is None or self._desk.busy:
            return
        lpn = self.view.unit.lpn
        if not self.is_held_up(lpn):
            self._desk.act(lambda use, by: use.decide(lpn, by), lambda _decision: self._decided(lpn))

    def _decided(self, lpn: str) -> None:
        self._desk.changed.emit()
        self.decided.emit(lpn)


def _writing(lpn: str, work: Callable[[UseCases, Operator], object]) -> Callable[[UseCases, Operator], Shown]:
    def write_and_look(use: UseCases, by: Operator) -> Shown:
        work(use, by)
        return _look(use, lpn, "")

    return write_and_look


def _look(use: UseCases, lpn: str, at: str) -> Shown:
    view = use.queries.inspect(lpn, at)
    return view, [use.photo_path(photo.sha256) for photo in view.photos]
