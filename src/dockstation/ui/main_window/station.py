"""The station's process: an application, its window, and how its start went."""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

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
    sys.excepthook = unforeseen(window)
    _start_after_paint(window, report)
    if drive is not None:
        hands = Hands(window)
        window.ready.connect(lambda: drive(hands))
    if full_screen:
        window.setGeometry(window.screen().geometry())  # a kiosk may run without a window manager to do it
        window.showFullScreen()
    else:
        window.show()
    status = app.exec()
    if not window.all_done:
        _end_at_once(status)
    return status


def unforeseen(window: MainWindow) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What hears of an exception that nobody foresaw: it is said with its number, and the work goes on."""

    def caught(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            window.close()
        else:
            window.desk.reject(error)

    return caught


def _end_at_once(status: int) -> None:
    """A library that hangs in a thread must not keep the program: what it did is settled at the next start."""
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


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

    def failed() -> None:
        if report is not None:
            window.close()
            QApplication.exit(1)

    window.painted.connect(painted)
    window.ready.connect(ready)
    window.failed.connect(failed)


def _resident_mb() -> float:
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
