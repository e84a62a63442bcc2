"""The last scans with their answers, for everybody to see."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from PySide6.QtCore import QObject

from dockstation.ui.main_window.intake import Intake
from dockstation.ui.messages import scan_kind
from dockstation.ui.widgets.scan_trail import LENGTH, ReadCode, ScanTrail


class Trail(QObject):
    """Keeps them as the intake hears and answers them."""

    def __init__(self, intake: Intake, view: ScanTrail) -> None:
        super().__init__()
        self._view = view
        self._last: deque[tuple[int, ReadCode]] = deque(maxlen=LENGTH)
        intake.heard.connect(self._heard)
        intake.answered.connect(self._answered)

    def _heard(self, number: int, code: str, kind: str) -> None:
        self._last.appendleft((number, ReadCode(code, kind)))
        self.show()

    def _answered(self, number: int, answer: str) -> None:
        for place, (each, code) in enumerate(self._last):
            if each == number:
                self._last[place] = (each, replace(code, answer=answer))
        self.show()

    def show(self) -> None:
        """Say them in the present language."""
        self._view.show_codes([replace(code, kind=scan_kind(code.kind)) for _number, code in self._last])
