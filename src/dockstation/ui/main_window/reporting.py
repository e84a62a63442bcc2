"""A unit's report as a PDF, written beside the work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from dockstation.ui.main_window.desk import Desk

LANE = "report"
LONGEST = 140
"""What the banner has room for; of a path the end says most."""


class Reporting(QObject):
    """Nobody waits for it: photos may lie on a slow disk, and the folder on a share."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def write(self, lpn: str) -> None:
        """In the language of the window; the banner says where it lies, or why there is none."""
        use, language = self._desk.use_cases, self._desk.language
        if use is not None:
            self._desk.ask(QCoreApplication.translate("Reporting", "Writing the report of {0} …").format(lpn))
            self._desk.background.run(LANE, lambda: use.report(lpn, language), self._written, self._desk.reject)

    def _written(self, file: Path) -> None:
        text = QCoreApplication.translate("Reporting", "The report lies in {0}")
        told = str(file)
        self._desk.accept(text.format(told if len(told) <= LONGEST else "…" + told[-LONGEST:]))
