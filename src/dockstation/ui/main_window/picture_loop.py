"""Pictures that were dropped, picked, pasted or put into a folder: read one after the other, off the window."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from dockstation.application.ports.pictures import (
    LoadedPicture,
    Outcome,
    PictureInbox,
    PictureReader,
    PictureReading,
)
from dockstation.domain.errors import DockstationError
from dockstation.ui.background import Background
from dockstation.ui.main_window.picture_mime import grey_rows

log = logging.getLogger(__name__)
MOST_WAITING = 64
NOT_YET_MS = 200


@dataclass(frozen=True, slots=True)
class _Waiting:
    """``path`` is None for a picture that is no file; ``arrived`` for one of the watched folder."""

    load: Callable[[PictureReader], LoadedPicture]
    path: Path | None = None
    arrived: bool = False


class PictureLoop(QObject):
    """Whoever hears ``found`` says ``done`` once it knows what becomes of the picture; the next one waits for it."""

    found = Signal(object)
    """A PictureReading."""
    failed = Signal(object)

    def __init__(
        self,
        background: Background,
        open_reader: Callable[[], PictureReader],
        open_inbox: Callable[[], PictureInbox] | None,
        every_seconds: float,
    ) -> None:
        super().__init__()
        self._background = background
        self._reader = cache(open_reader)
        self._inbox = cache(open_inbox) if open_inbox else None
        self._waiting: deque[_Waiting] = deque()
        self._current: _Waiting | None = None
        self._stopped = self._looking = self._away = False
        self.may_read: Callable[[], bool] = lambda: True
        """Whether the window could do something with a picture now; asked again until it can."""
        self.may_look: Callable[[], bool] = lambda: True
        """The same for pictures of the watched folder, that nobody is waiting for."""
        self._later = QTimer(self, singleShot=True, interval=NOT_YET_MS)
        self._later.timeout.connect(self.next)
        self._every = QTimer(self, interval=int(1000 * every_seconds))
        self._every.timeout.connect(self._look)

    def start(self) -> None:
        """Watch the folder, if one is watched."""
        if self._inbox is not None:
            self._every.start()

    def stop(self) -> None:
        """No further picture is begun."""
        self._stopped = True
        self._every.stop()
        self._later.stop()
        self._waiting.clear()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read these in their order; ``picture.too_many`` for those that find no room."""
        room = max(0, MOST_WAITING - len(self._waiting))
        self._waiting.extend(_Waiting(lambda reader, path=path: reader.load(path), path) for path in paths[:room])  # type: ignore[misc]  # lambda
        if len(paths) > room:
            self.failed.emit(DockstationError("picture.too_many", limit=MOST_WAITING))
        self.next()

    def take_image(self, image: QImage, name: str) -> None:
        """Read a picture that is no file."""
        if len(self._waiting) < MOST_WAITING:
            self._waiting.append(_Waiting(lambda reader: reader.from_grey(name, *grey_rows(image, name))))
            self.next()
        else:
            self.failed.emit(DockstationError("picture.too_many", limit=MOST_WAITING))

    def _look(self) -> None:
        inbox = self._inbox
        if inbox is None or self._looking or self._current or self._waiting or not self.may_look():
            return
        self._looking = True
        self._background.run("pictures", lambda: inbox().look(), self._looked, self._not_looked)

    def _looked(self, paths: tuple[Path, ...]) -> None:
        self._looking = self._away = False
        for path in paths:
            self._waiting.append(_Waiting(lambda reader, path=path: reader.load(path), path, arrived=True))  # type: ignore[misc]  # lambda
        self.next()

    def _not_looked(self, error: BaseException) -> None:
        said, self._away, self._looking = self._away, True, False
        if not said:
            self.failed.emit(error)

    def next(self) -> None:
        """Begin with the picture that has waited longest, unless one is under way."""
        if self._current is not None or not self._waiting or self._stopped:
            return
        allowed = self.may_look if self._waiting[0].arrived else self.may_read
        if not allowed():
            self._later.start()
            return
        self._current = self._waiting.popleft()
        load, reader = self._current.load, self._reader
        self._background.run("pictures", lambda: load(reader()), self._loaded, self._refused)

    def _loaded(self, picture: LoadedPicture) -> None:
        if not self._stopped:
            reader = self._reader
            self._background.run("decoder", lambda: reader().read(picture), self._read, self._refused)

    def _read(self, reading: PictureReading) -> None:
        if not self._stopped:
            self.found.emit(reading)

    def _refused(self, error: BaseException) -> None:
        self.done(Outcome.REFUSED, lambda: self.failed.emit(error))

    def done(self, outcome: Outcome, then: Callable[[], None]) -> None:
        """Put the picture aside, then do ``then``, then go on.

        A picture of the watched folder has left it before ``then``: a crash in between loses one reading, which its
        operator sees, instead of counting an item twice, which nobody would see.
        """
        current, inbox = self._current, self._inbox
        if current is None or self._stopped:
            return
        if inbox is None or not current.arrived or current.path is None:
            self._go_on(then)
            return
        path = current.path
        self._background.run(
            "pictures",
            lambda: inbox().settle(path, outcome),
            lambda final: self._go_on(then if final else lambda: None),
            lambda error: self._stuck(error, then),
        )

    def _stuck(self, error: BaseException, then: Callable[[], None]) -> None:
        self._go_on(then)
        self.failed.emit(error)

    def _go_on(self, then: Callable[[], None]) -> None:
        self._current = None
        if not self._stopped:
            then()
            self.next()
