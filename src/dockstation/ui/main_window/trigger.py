"""Photos one after the other without waiting until each is durable, for whichever page shows the camera."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage

from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator
from dockstation.domain.shot import Shot
from dockstation.ui import messages
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.widgets.photo_strip import PhotoStrip, thumbnail

T = TypeVar("T")
Develop = Callable[[UseCases], Shot]
Keep = Callable[[UseCases, Operator, Shot], tuple[Path, T]]
"""Makes a shot durable; gives its file, and what is to be shown next."""
LANE = "photos"
MOST_WAITING = 6
"""Photos that are not durable yet; one of 12 megapixels is 36 MB."""


class Trigger(QObject):
    """Takes photos in their order, shows each in the strip once it is durable, and says what may be amiss."""

    photographed = Signal(object)
    """What was to be shown next, after a photo has become durable."""

    def __init__(self, desk: Desk, camera: CameraLoop, strip: PhotoStrip) -> None:
        super().__init__()
        self.desk = desk
        self._camera = camera
        self._strip = strip
        strip.loads_itself = False
        strip.missing.connect(self._load_thumbnails)

    @property
    def opens(self) -> bool:
        """Whether a photo of the strip can be tapped, to see it or to take it again."""
        return False

    @property
    def is_free(self) -> bool:
        """Whether nothing but photos is under way."""
        return not self.desk.busy or self.desk.running(LANE) > 0

    @property
    def room(self) -> int:
        """How many photos may be taken now."""
        return max(0, MOST_WAITING - self.desk.running(LANE))

    def aim(self) -> Develop | None:
        """The frame of this moment; None while other work is under way, or when it was said why there is none."""
        if not self.is_free:
            return None
        frame, eyes = self._camera.newest, self._camera.eyes
        if frame is None or eyes is None:
            self.desk.reject(DockstationError("photo.no_frame") if self._camera.set_up else self._camera.why_none)
        elif not self.room:
            self.too_fast()
        else:
            self.desk.banner.acknowledge()
            return lambda _use: eyes.shot(frame)
        return None

    def too_fast(self) -> None:
        """Say that more photos wait than there is room for."""
        self.desk.reject(DockstationError("photo.too_fast", waiting=MOST_WAITING))

    def take(self, keep: Keep[T], develop: Develop) -> None:
        """Develop the photo and make it durable."""

        def taking(use: UseCases, by: Operator) -> tuple[Shot, Path, T]:
            shot = develop(use)
            return shot, *keep(use, by, shot)

        self.desk.do(taking, self._taken, LANE)

    def _taken(self, taken: tuple[Shot, Path, T]) -> None:
        shot, path, shown = taken
        self._strip.show_thumbnail(path, QImage.fromData(shot.thumbnail))
        said = QCoreApplication.translate("Shutter", "Photo taken")
        if shot.warnings:
            self.desk.question(f"{said}: {messages.doubts(shot.warnings, opens=self.opens)}")
        else:
            self.desk.accept(said)
        self.photographed.emit(shown)

    def _load_thumbnails(self, paths: list[Path]) -> None:
        for path in paths:
            shown = partial(self._strip.show_thumbnail, path)
            self.desk.background.run("pictures", partial(thumbnail, path), shown, lambda _error: None)
