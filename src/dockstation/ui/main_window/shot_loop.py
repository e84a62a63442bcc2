"""Pictures of another camera that come into a folder while the inspection asks for a photo."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from dockstation.application.ports.pictures import ShotInbox
from dockstation.application.queries import InspectView
from dockstation.domain.checklist import Step
from dockstation.domain.errors import DockstationError
from dockstation.domain.shot import Shot
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.inspect_stage import InspectStage
from dockstation.ui.main_window.use_cases import UseCases

LOOK_MS = 300


@dataclass(frozen=True, slots=True)
class _Found:
    """Pictures for the question that asks, and those that came when none did."""

    fresh: tuple[Path, ...]
    late: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Ready:
    path: Path
    shot: Shot


class ShotLoop(QObject):
    """Looks while the inspection is on the screen; what comes while a question asks for its photo is that photo.

    One after the other: where several sides are asked for, each goes to the side that is due by then. What comes
    while no photo is due is refused in words, and taken for no later question.
    """

    def __init__(self, desk: Desk, stage: InspectStage, open_inbox: Callable[[], ShotInbox] | None) -> None:
        super().__init__()
        self._desk, self._stage = desk, stage
        self._inbox = cache(open_inbox) if open_inbox else None
        self.is_covered: Callable[[], bool] = lambda: False
        """Whether the inspection is not what stands on the screen."""
        self._view: InspectView | None = None
        self._looking = self._away = False
        self._waiting: deque[Path] = deque()
        self._ready: _Ready | None = None
        self._every = QTimer(self, interval=LOOK_MS)
        self._every.timeout.connect(self._look)
        stage.shown.connect(self._look)
        desk.idle.connect(self._take)

    def start(self) -> None:
        """Watch the folder, if there is one."""
        if self._inbox is not None:
            self._every.start()

    def stop(self) -> None:
        """No further picture is begun."""
        self._every.stop()
        self._drop()

    def _shown(self) -> InspectView | None:
        return None if self.is_covered() or self._desk.operator is None else self._stage.view

    def _look(self) -> None:
        """Look into the folder, unless what was found there is still being taken."""
        if self._inbox is None or self._looking:
            return
        before, self._view = self._view, self._shown()
        if self._view is not None:
            self._looking = True
            due, entered = _due(self._view), before is None or before.unit.lpn != self._view.unit.lpn
            anew = entered or (bool(due) and due != _due(before))
            self._away = self._away and not anew
            work = partial(_look, self._inbox, anew=anew, due=bool(due), told=not entered)
            self._desk.background.run("pictures", work, self._looked, self._not_looked)

    def _looked(self, found: _Found) -> None:
        self._away = False
        self._waiting.extend(found.fresh)
        late = DockstationError("photo.late", file=found.late[0].name) if found.late else None
        self._next(late)

    def _not_looked(self, error: BaseException) -> None:
        self._looking = False
        if _due(self._view) and not self._away:
            self._away = True
            self._desk.reject(error)

    def _next(self, refused: BaseException | None = None) -> None:
        if refused is not None:
            self._desk.reject(refused)
        use = self._desk.use_cases
        if self._waiting and use is not None:
            path = self._waiting.popleft()
            work, failed = partial(_develop, use, path), partial(self._refused, path)
            self._desk.background.run("pictures", work, self._developed, failed)
        else:
            self._looking = False

    def _developed(self, ready: _Ready) -> None:
        self._ready = ready
        self._take()

    def _take(self) -> None:
        """Once nothing else is under way: what is due then may be the next side."""
        ready, view, shown = self._ready, self._view, self._shown()
        if ready is None or view is None or self._desk.busy:
            return
        self._ready = None
        if shown is None or shown.unit.lpn != view.unit.lpn:
            self._drop()  # somebody left: the picture is old when its question comes again
            return
        self._stage.shutter.take_shot(shown if _due(shown) == _due(view) else view, ready.shot)
        self._settle(ready.path, lambda _final: self._next(), taken=True)

    def _drop(self) -> None:
        self._waiting.clear()
        self._ready, self._looking = None, False

    def _refused(self, path: Path, error: BaseException) -> None:
        self._settle(path, lambda final: self._next(error if final else None), taken=False)

    def _settle(self, path: Path, then: Callable[[bool], None], *, taken: bool) -> None:
        if self._inbox is not None:
            work = partial(_settled, self._inbox, path, taken=taken)
            self._desk.background.run("pictures", work, then, self._next)


def _due(view: InspectView | None) -> str:
    """The question whose photo is asked for, "" for none."""
    step = view.step if view else None
    return step.question.id if step and step.question and step.step is Step.PHOTO else ""


def _look(inbox: Callable[[], ShotInbox], *, anew: bool, due: bool, told: bool) -> _Found:
    late = inbox().begin() if anew else ()
    fresh = inbox().look()
    if not due:
        late, fresh = (*late, *fresh), ()
    for path in late:
        inbox().settle(path, taken=True)
    return _Found(fresh, late if told else ())


def _develop(use: UseCases, path: Path) -> _Ready:
    return _Ready(path, use.photo_of_file(path))


def _settled(inbox: Callable[[], ShotInbox], path: Path, *, taken: bool) -> bool:
    return inbox().settle(path, taken=taken)
