"""What the camera sees, on every screen that shows it, or in words why it sees nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from dockstation.application.ports.decoder import DecodedCode
from dockstation.domain.errors import DockstationError
from dockstation.ui.main_window.use_cases import Frame
from dockstation.ui.messages import sentence
from dockstation.ui.widgets.camera_view import CameraView
from dockstation.ui.widgets.code_boxes import CodeBox

FLASH_MS = 500
Told = Callable[[DecodedCode], str]


class Viewfinder(QObject):
    """Only what can be seen is painted. While a code has to be chosen the frame with the codes stands still."""

    chosen = Signal(object)
    """The DecodedCode that was tapped."""

    def __init__(self, views: Sequence[CameraView], told: Told) -> None:
        super().__init__()
        self._views = views
        self._told = told
        self._why: DockstationError | None = None
        self._held: tuple[DecodedCode, ...] = ()
        self._flash = QTimer(views[0], singleShot=True, interval=FLASH_MS)  # ends with what it changes
        self._flash.timeout.connect(self._show_no_codes)
        for view in views:
            view.tapped.connect(self._tapped)

    def show_frame(self, frame: Frame) -> None:
        """The newest picture, unless one is held."""
        self._why = None
        if not self._held:
            self._paint(frame)

    def _paint(self, frame: Frame) -> None:
        height, width, _ = frame.shape
        for view in self._views:
            if view.isVisible():
                view.show_frame(frame.data, width, height, frame.strides[0])

    def show_several(self, frame: Frame | None, codes: tuple[DecodedCode, ...]) -> None:
        """Hold this frame with boxes to tap; () lets it go."""
        self._flash.stop()
        self._held = codes
        if frame is not None:
            self._paint(frame)
        self._box(codes, "amber")

    def show_read(self, code: DecodedCode) -> None:
        """For half a second, what was read."""
        if not self._held:
            self._box((code,), "green")
            self._flash.start()

    def _show_no_codes(self) -> None:
        self._box((), "")

    def _box(self, codes: Sequence[DecodedCode], colour: str) -> None:
        boxes = [CodeBox(code.text, code.corners, self._told(code), colour) for code in codes]
        for view in self._views:
            view.show_codes(boxes)

    def _tapped(self, text: str) -> None:
        for code in self._held:
            if code.text == text:
                self.chosen.emit(code)
                return

    def show_off(self, why: DockstationError) -> None:
        """There is no picture."""
        self._why = why
        self._held = ()
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the present language."""
        if self._held:
            self._box(self._held, "amber")
        if self._why is not None:
            for view in self._views:
                view.show_off(sentence(self._why))
