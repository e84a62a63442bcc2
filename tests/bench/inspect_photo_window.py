"""The station's window for a bench: the shutter, and when the small picture stood on the screen."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject

from dockstation.adapters.cameras.develop import develop
from dockstation.adapters.cameras.frames import Frame, Pace
from dockstation.application.ports.decoder import DecodedCode
from dockstation.domain.rma import Rma
from dockstation.domain.shot import Shot
from dockstation.ui.main_window.window import MainWindow
from tests.bench.inspect_window import InspectWindow, inspecting

LIVE_A_SECOND = 15


class Camera:
    """Shows ``live``; a photo is ``scene``, as when the camera has given it at once."""

    def __init__(self, scene: Frame, live: Frame, quality: int) -> None:
        self._scene, self._live, self._quality = scene, live, quality
        self._pace = Pace(1 / LIVE_A_SECOND)

    def open(self) -> None:
        """It is there."""

    def look(self) -> Frame | None:
        """The same picture again, when the next is due."""
        return self._live if self._pace.wait() else None

    def codes(self, _frame: Frame) -> tuple[DecodedCode, ...]:
        """None: nothing is read while a photo is asked for."""
        return ()

    def shot(self, _frame: Frame) -> Shot:
        """As the station develops it."""
        return develop(self._scene, self._quality)

    def close(self) -> None:
        """Let go."""
        self._pace.stop()


class Painted(QObject):
    """The newest photo whose small picture was painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._strip = window.flow.inspect.screen.photos
        self.path = Path()
        self._strip.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        paths = self._strip._paths
        if event.type() == QEvent.Type.Paint and paths and paths[-1] in self._strip._thumbs:
            self.path = paths[-1]
        return False


class PhotoWindow:
    """Takes one photo after the other of the same question."""

    def __init__(self, inspected: InspectWindow) -> None:
        self._at, self._window = inspected, inspected.window
        self._stage, self._painted = self._window.flow.inspect, Painted(self._window)
        for _ in range(2):
            inspected.scan("DSCMD-2")
        inspected.wait(lambda: self._window.camera.newest is not None)
        view = self._stage.view
        assert view is not None
        assert view.step.question is not None
        self._place = view.unit.lpn, view.step.question.id

    def shoot(self) -> tuple[float, Path]:
        """Milliseconds from the tap until the small picture is painted, and the photo."""
        self._stage.retake(*self._place, "", "")
        self._at.wait(lambda: not self._window.desk.busy)
        before, began = self._painted.path, time.monotonic()
        self._stage.screen._confirm.click()
        self._at.wait(lambda: self._painted.path != before)
        waited = (time.monotonic() - began) * 1000
        self._at.wait(lambda: not self._window.desk.busy)
        return waited, self._painted.path


@contextmanager
def photographing(folder: Path, rma: Rma, camera: Camera) -> Iterator[PhotoWindow]:
    """The station at the photo of a scratched screen."""
    with inspecting(folder, rma, open_eyes=lambda: camera) as inspected:
        yield PhotoWindow(inspected)
