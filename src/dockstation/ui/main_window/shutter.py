"""Photos of the unit in hand, of the question on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dockstation.application.queries import InspectView
from dockstation.domain.checklist import Step
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator
from dockstation.domain.shot import Shot
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.trigger import Develop, Keep, Trigger
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.widgets.photo_strip import PhotoStrip

if TYPE_CHECKING:
    from dockstation.application.inspect import Inspect

Shown = tuple[InspectView, list[Path]]


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


class Shutter(Trigger):
    """Takes frames and files as photos of the question on the screen; ``photographed`` carries a Shown."""

    def __init__(self, desk: Desk, camera: CameraLoop, strip: PhotoStrip) -> None:
        super().__init__(desk, camera, strip)
        self.round = FIRST
        self.replaces = ""
        """The SHA-256 of the photo that the next one takes the place of."""

    @property
    def opens(self) -> bool:
        """Not in a second opinion."""
        return self.round is FIRST

    def release(self, view: InspectView | None) -> None:
        """The frame of this moment."""
        if view is not None and (develop := self.aim()):
            self._take(view, [develop])

    def take_shot(self, view: InspectView, shot: Shot) -> None:
        """A photo that is developed already."""
        self._take(view, [lambda _use: shot])

    def take_files(self, view: InspectView | None, paths: Sequence[Path]) -> None:
        """Pictures of files as photos of the question that asks for some; else they are refused."""
        if view is None or view.step.step is not Step.PHOTO:
            self.desk.reject(DockstationError("photo.none_asked"))
        elif self.is_free:
            self.desk.banner.acknowledge()
            room = self.room
            self._take(view, [partial(_developed, path) for path in paths[:room]])
            if len(paths) > room:
                self.too_fast()

    def _take(self, view: InspectView, shots: Sequence[Develop]) -> None:
        if view.step.question is None:
            return
        for develop in shots:
            place = (view.unit.lpn, view.step.question.id, view.step.view, self.replaces)
            self.replaces = ""
            self.take(_keeping(self.round, place), develop)


def _developed(path: Path, use: UseCases) -> Shot:
    return use.photo_of_file(path)


def _keeping(which: Round, place: tuple[str, str, str, str]) -> Keep[Shown]:
    lpn, question_id, view, replaces = place

    def keep(use: UseCases, by: Operator, shot: Shot) -> tuple[Path, Shown]:
        photo = which.verbs(use).photograph(lpn, question_id, shot, by, view, replaces)
        return use.photo_path(photo.sha256), which.look(use, lpn)

    return keep
