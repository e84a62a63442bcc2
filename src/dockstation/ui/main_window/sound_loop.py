"""One sound for each answer, and never a tail of old ones behind fast scans."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject

from dockstation.ui.main_window.desk import Desk

log = logging.getLogger(__name__)


class SoundLoop(QObject):
    """While one sound is being begun, only one waits: a reject before all others, else the newest."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._beginning = False
        self._next = ""
        desk.sounded.connect(self._want)

    def _want(self, name: str) -> None:
        self._next = "reject" if "reject" in (name, self._next) else name
        if not self._beginning:
            self._play()

    def _play(self) -> None:
        name, self._next = self._next, ""
        use_cases = self._desk.use_cases
        if name and use_cases is not None:
            self._beginning = True
            self._desk.background.run("sound", lambda: use_cases.sounds().play(name), self._began, self._failed)

    def _began(self, _none: None) -> None:
        self._beginning = False
        self._play()

    def _failed(self, error: BaseException) -> None:
        log.warning("no sound", exc_info=error)
        self._beginning = False
        self._next = ""
