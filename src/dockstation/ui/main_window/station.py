"""The station's process: an application, its window, and how its start went."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dockstation.ui import theme
from dockstation.ui.main_window.hands import Hands
from dockstation.ui.main_window.window import MainWindow, Parts


def run(
    parts: Parts,
    *,
    full_screen: bool = False,
    report: Path | None = None,
    drive: Callable[[Hands], None] | None = None,
) -> int:
    """Show the window until it is closed; the exit status.

    ``report`` gets when the window was painted and ready, then the program ends. ``drive`` gets the window's hands.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("dockstation")
    theme.apply(app, parts.settings.station.theme, parts.resources)
    window = MainWindow(app, parts)
    _start_after_paint(window, report)
    if drive is not None:
        hands = Hands(window)
        window.ready.connect(lambda: drive(hands))
    window.showFullScreen() if full_screen else window.show()
    return app.exec()


def _start_after_paint(window: MainWindow, report: Path | None) -> None:
    times: dict[str, float] = {}

    def painted() -> None:
        window.painted.disconnect(painted)
        times["painted"] = time.monotonic()
        window.start()

    def ready() -> None:
        times["ready"] = time.monotonic()
        if report is not None:
            report.write_text(json.dumps(times | {"rss_mb": _resident_mb()}), "utf-8")
            window.close()

    window.painted.connect(painted)
    window.ready.connect(ready)


def _resident_mb() -> float:
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
