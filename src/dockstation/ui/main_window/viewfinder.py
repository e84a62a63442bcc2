"""What the camera sees, on every screen that shows it, or in words why it sees nothing."""

from __future__ import annotations

from collections.abc import Sequence

from dockstation.domain.errors import DockstationError
from dockstation.ui.main_window.use_cases import Frame
from dockstation.ui.messages import sentence
from dockstation.ui.widgets.camera_view import CameraView


class Viewfinder:
    """Only what can be seen is painted."""

    def __init__(self, views: Sequence[CameraView]) -> None:
        self._views = views
        self._why: DockstationError | None = None

    def show_frame(self, frame: Frame) -> None:
        """The newest picture."""
        height, width, _ = frame.shape
        self._why = None
        for view in self._views:
            if view.isVisible():
                view.show_frame(frame.data, width, height, frame.strides[0])

    def show_off(self, why: DockstationError) -> None:
        """There is no picture."""
        self._why = why
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the present language."""
        if self._why is not None:
            for view in self._views:
                view.show_off(sentence(self._why))
