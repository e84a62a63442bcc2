"""The walk through the checklist on the screen; an answer is durable before the next question shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QImage

from dockstation.application.queries import InspectView
from dockstation.domain.checklist import Next, Step
from dockstation.domain.errors import DockstationError
from dockstation.domain.handover import Taken
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan
from dockstation.domain.shot import Shot
from dockstation.ui import messages
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.hand_over_stage import tell_taken
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.inspect import InspectScreen
from dockstation.ui.widgets.photo_strip import thumbnail

Shown = tuple[InspectView, list[Path]]
LANE = "photos"
MOST_WAITING = 6
"""Photos that are not durable yet; one of 12 megapixels is 36 MB."""


class InspectStage(QObject):
    """Answers, photos, going back, and the step to the decision."""

    shown = Signal()
    decided = Signal(str)
    paused = Signal()
    handover_asked = Signal(str)
    file_asked = Signal()
    photos_asked = Signal(str, str)
    """The unit, and the SHA-256 of the photo that was tapped, "" for the newest."""

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
        self._replaces = ""
        screen.photo_asked.connect(self._photograph)
        screen.photo_tapped.connect(self._open_photo)
        screen.photos.loads_itself = False
        screen.photos.missing.connect(self._load_thumbnails)
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
        """The frame of this moment; the next shutter need not wait until it is durable."""
        waiting = self._desk.running(LANE)
        if self.view is None or (self._desk.busy and not waiting):
            return
        frame, eyes = self._camera.newest, self._camera.eyes
        if frame is None or eyes is None:
            self._desk.reject(DockstationError("photo.no_frame"))
        elif waiting >= MOST_WAITING:
            self._desk.reject(DockstationError("photo.too_fast", waiting=waiting))
        else:
            self._desk.banner.acknowledge()
            replaces, self._replaces = self._replaces, ""
            place = (self.view.unit.lpn, question_id, self.view.step.view, replaces)
            self._desk.do(_taking(place, lambda _use: eyes.shot(frame)), self._photographed, LANE)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Pictures of files as photos of the question that asks for some; else they are refused."""
        if self.view is None or self.view.step.step is not Step.PHOTO or self.view.step.question is None:
            self._desk.reject(DockstationError("photo.none_asked"))
            return
        if self._desk.busy and not self._desk.running(LANE):
            return
        self._desk.banner.acknowledge()
        place = (self.view.unit.lpn, self.view.step.question.id, self.view.step.view, self._replaces)
        self._replaces = ""
        for path in paths[: max(0, MOST_WAITING - self._desk.running(LANE))]:
            self._desk.do(_taking(place, lambda use, path=path: use.photo_of_file(path)), self._photographed, LANE)  # type: ignore[misc]  # lambda
            place = (*place[:3], "")
        if len(paths) > MOST_WAITING:
            self._desk.reject(DockstationError("photo.too_fast", waiting=MOST_WAITING))

    def _photographed(self, taken: tuple[Shot, Path, Shown]) -> None:
        shot, path, shown = taken
        self.screen.photos.show_thumbnail(path, QImage.fromData(shot.thumbnail))
        said = QCoreApplication.translate("InspectStage", "Photo taken")
        if shot.warnings:
            self._desk.question(f"{said}: {messages.doubts(shot.warnings)}")
        else:
            self._desk.accept(said)
        self._written(shown)

    def retake(self, lpn: str, question_id: str, view: str, sha256: str) -> None:
        """Show the question with its camera; the next photo takes the place of that one."""
        self._replaces = sha256

        def show(shown: Shown) -> None:
            found, paths = shown
            question = found.checklist.question(question_id)
            self._show((replace(found, step=Next(Step.PHOTO, question, view)), paths))

        self._desk.do(lambda use, _by: _look(use, lpn, ""), show)

    def return_to(self, lpn: str) -> None:
        """Show the unit again, after its photos were looked at."""
        self._desk.do(lambda use, _by: _look(use, lpn, ""), self._show)

    def _open_photo(self, place: int) -> None:
        if self.view is not None and not self._desk.busy and 0 <= place < len(self.view.photos):
            self.photos_asked.emit(self.view.unit.lpn, self.view.photos[place].sha256)

    def _load_thumbnails(self, paths: list[Path]) -> None:
        for path in paths:
            self._desk.background.run(
                "pictures",
                partial(thumbnail, path),
                partial(self.screen.photos.show_thumbnail, path),
                lambda _error: None,
            )

    def scan(self, scan: Scan) -> None:
        """No code is asked for here."""
        self._desk.reject(DockstationError("scan.not_now", code=scan.shown))

    def command(self, word: str) -> bool:
        """The number of an answer, HANDOVER, or PHOTOS, which shows them."""
        if word == "HANDOVER":
            self._hand_over()
        elif word == "PHOTOS":
            self._open_newest()
        elif word.isdigit():
            self.screen.choose(int(word))
        return word in ("HANDOVER", "PHOTOS") or word.isdigit()

    def _open_newest(self) -> None:
        if self.view is not None and self.view.photos:
            self._open_photo(len(self.view.photos) - 1)

    def key(self, key: int) -> bool:
        """The same by one key."""
        if key == Qt.Key.Key_F8:
            self._hand_over()
            return True
        if key == Qt.Key.Key_F7:
            self._open_newest()
            return True
        if key == Qt.Key.Key_F6:
            self.file_asked.emit()
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


def _taking(
    place: tuple[str, str, str, str], develop: Callable[[UseCases], Shot]
) -> Callable[[UseCases, Operator], tuple[Shot, Path, Shown]]:
    lpn, question_id, view, replaces = place

    def take(use: UseCases, by: Operator) -> tuple[Shot, Path, Shown]:
        shot = develop(use)
        photo = use.inspect.photograph(lpn, question_id, shot, by, view, replaces)
        return shot, use.photo_path(photo.sha256), _look(use, lpn, "")

    return take


def _writing(lpn: str, work: Callable[[UseCases, Operator], object]) -> Callable[[UseCases, Operator], Shown]:
    def write_and_look(use: UseCases, by: Operator) -> Shown:
        work(use, by)
        return _look(use, lpn, "")

    return write_and_look


def _look(use: UseCases, lpn: str, at: str) -> Shown:
    view = use.queries.inspect(lpn, at)
    return view, [use.photo_path(photo.sha256) for photo in view.photos]
