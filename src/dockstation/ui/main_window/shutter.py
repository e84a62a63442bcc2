"""Photos of the unit in hand, one after the other without waiting until each is durable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage

from dockstation.application.queries import InspectView
from dockstation.domain.checklist import Step
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator
from dockstation.domain.shot import Shot
from dockstation.ui import messages
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.widgets.photo_strip import PhotoStrip, thumbnail

if TYPE_CHECKING:
    from dockstation.application.inspect import Inspect

Shown = tuple[InspectView, list[Path]]
Develop = Callable[[UseCases], Shot]
LANE = "photos"
MOST_WAITING = 6
"""Photos that are not durable yet; one of 12 megapixels is 36 MB."""


@dataclass(frozen=True, slots=True)
class Round:
    """The first inspection of a unit, or another person's ``again``, without sight of the first."""

    again: bool

    def verbs(self, use: UseCases) -> Inspect:
        """What can be done in it."""
        return use.inspect_again if self.again else use.inspect

    def look(self, use: UseCases, lpn: str, at: str = "") -> Shown:
        """The unit at its next step, or at that question, with the files of its photos."""
        view = use.queries.inspect(lpn, at, opinion=self.again)
        return view, [use.photo_path(photo.sha256) for photo in view.photos]


FIRST, AGAIN = Round(again=False), Round(again=True)


class Shutter(QObject):
    """Takes frames and files as photos of the question on the screen, in their order, and says what may be amiss."""

    photographed = Signal(object)
    """The unit as ``Shown`` after a photo has become durable."""

    def __init__(self, desk: Desk, camera: CameraLoop, strip: PhotoStrip) -> None:
        super().__init__()
        self._desk = desk
        self._camera = camera
        self._strip = strip
        self.round = FIRST
        self.replaces = ""
        """The SHA-256 of the photo that the next one takes the place of."""
        strip.loads_itself = False
        strip.missing.connect(self._load_thumbnails)

    def release(self, view: InspectView | None) -> None:
        """The frame of this moment."""
        if view is None or not self._is_free():
            return
        frame, eyes = self._camera.newest, self._camera.eyes
        if frame is None or eyes is None:
            self._desk.reject(DockstationError("photo.no_frame"))
        elif self._room() <= 0:
            self._desk.reject(DockstationError("photo.too_fast", waiting=MOST_WAITING))
        else:
            self._desk.banner.acknowledge()
            self._take(view, [lambda _use: eyes.shot(frame)])

    def take_files(self, view: InspectView | None, paths: Sequence[Path]) -> None:
        """Pictures of files as photos of the question that asks for some; else they are refused."""
        if view is None or view.step.step is not Step.PHOTO:
            self._desk.reject(DockstationError("photo.none_asked"))
        elif self._is_free():
            self._desk.banner.acknowledge()
            room = max(0, self._room())
            self._take(view, [partial(_developed, path) for path in paths[:room]])
            if len(paths) > room:
                self._desk.reject(DockstationError("photo.too_fast", waiting=MOST_WAITING))

    def _is_free(self) -> bool:
        return not self._desk.busy or self._desk.running(LANE) > 0

    def _room(self) -> int:
        return MOST_WAITING - self._desk.running(LANE)

    def _take(self, view: InspectView, shots: Sequence[Develop]) -> None:
        if view.step.question is None:
            return
        for develop in shots:
            place = (view.unit.lpn, view.step.question.id, view.step.view, self.replaces)
            self.replaces = ""
            self._desk.do(_taking(self.round, place, develop), self._taken, LANE)

    def _taken(self, taken: tuple[Shot, Path, Shown]) -> None:
        shot, path, shown = taken
        self._strip.show_thumbnail(path, QImage.fromData(shot.thumbnail))
        said = QCoreApplication.translate("Shutter", "Photo taken")
        if shot.warnings:
            self._desk.question(f"{said}: {messages.doubts(shot.warnings)}")
        else:
            self._desk.accept(said)
        self.photographed.emit(shown)

    def _load_thumbnails(self, paths: list[Path]) -> None:
        for path in paths:
            shown = partial(self._strip.show_thumbnail, path)
            self._desk.background.run("pictures", partial(thumbnail, path), shown, lambda _error: None)


def _developed(path: Path, use: UseCases) -> Shot:
    return use.photo_of_file(path)


def _taking(
    which: Round, place: tuple[str, str, str, str], develop: Develop
) -> Callable[[UseCases, Operator], tuple[Shot, Path, Shown]]:
    lpn, question_id, view, replaces = place

    def take(use: UseCases, by: Operator) -> tuple[Shot, Path, Shown]:
        shot = develop(use)
        photo = which.verbs(use).photograph(lpn, question_id, shot, by, view, replaces)
        return shot, use.photo_path(photo.sha256), which.look(use, lpn)

    return take
