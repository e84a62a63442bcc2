"""The station's process: an application, its window, and how its start went."""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dockstation.diagnosis.ends import Ends, LastEnd
from dockstation.diagnosis.lines import facts
from dockstation.diagnosis.recorder import Recorder
from dockstation.domain.errors import DockstationError
from dockstation.ui import theme
from dockstation.ui.main_window.hands import Hands
from dockstation.ui.main_window.last_resort import LastResort, unforeseen
from dockstation.ui.main_window.logbook import Logbook
from dockstation.ui.main_window.pulse import Pulse
from dockstation.ui.main_window.window import MainWindow, Parts

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Restart:
    """The program shall start anew: with whom signed in ("" for nobody), and whether safely."""

    badge: str
    safely: bool


@dataclass(frozen=True, slots=True)
class Watch:
    """What keeps faults of this run, and knows how the run before ended."""

    recorder: Recorder
    ends: Ends
    last: LastEnd

    def close(self, *, closed: bool) -> None:
        """The run is over; ``closed`` when a person wanted no more of it."""
        self.ends.end(closed=closed)
        self.recorder.close()


def run(
    parts: Parts,
    *,
    full_screen: bool = False,
    report: Path | None = None,
    drive: Callable[[Hands], None] | None = None,
    watch: Watch | None = None,
    restart: Callable[[Restart], None] | None = None,
) -> int:
    """Show the window until it is closed; the exit status.

    ``report`` gets when the window was painted and ready, then the program ends. ``drive`` gets the window's hands.
    ``watch`` keeps what goes wrong. ``restart`` is told before this returns that the program shall start anew.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("dockstation")
    theme.apply(app, parts.settings.station.theme, parts.resources)
    window = MainWindow(app, parts)
    uninstall = _install(window, watch)
    wanted: list[Restart] = []
    window.crash.restart_asked.connect(lambda safely: _leave_for_restart(window, safely, wanted))
    window.crash.leave_asked.connect(window.close)
    _start_after_paint(window, report, watch.last if watch else LastEnd())
    if drive is not None:
        hands = Hands(window)
        window.ready.connect(lambda: drive(hands))
    _show(window, full_screen=full_screen)
    status = app.exec()
    log.info("closed", extra=facts(all_done=window.all_done))
    uninstall()
    if watch is not None:
        watch.close(closed=not wanted)
    if wanted and restart is not None:
        restart(wanted[0])
    elif not window.all_done:
        _end_at_once(status)
    return status


def _install(window: MainWindow, watch: Watch | None) -> Callable[[], None]:
    """Have faults, what happens and blocks of the window noticed; what ends that."""
    if watch is None:
        sys.excepthook = unforeseen(window)
        return lambda: None
    Logbook(window)
    resort, pulse = LastResort(window, watch.recorder), Pulse(window, run.__code__)
    resort.install()
    window.ready.connect(pulse.start)

    def uninstall() -> None:
        pulse.stop()
        resort.remove()

    return uninstall


def _show(window: MainWindow, *, full_screen: bool) -> None:
    if full_screen:
        window.setGeometry(window.screen().geometry())  # a kiosk may run without a window manager to do it
        window.showFullScreen()
    else:
        window.show()


def _leave_for_restart(window: MainWindow, safely: bool, wanted: list[Restart]) -> None:
    operator = None if window.entrance.is_locked else window.desk.operator
    wanted.append(Restart(operator.badge if operator else "", safely))
    window.close()


def _end_at_once(status: int) -> None:
    """A library that hangs in a thread must not keep the program: what it did is settled at the next start."""
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _say_how_it_began(window: MainWindow, last: LastEnd) -> None:
    """Once the work that was open is on the screen again, which takes away what stood in the banner."""

    def rested() -> None:
        if not window.desk.busy:
            window.desk.idle.disconnect(rested)
            _say(window, last)

    window.desk.idle.connect(rested)
    rested()


def _say(window: MainWindow, last: LastEnd) -> None:
    if last.died_at is not None:
        at = f"{last.died_at.astimezone():%H:%M}"
        window.desk.reject(DockstationError("program.ended", at=at, id=last.number))
    elif window.is_safe:
        window.desk.reject(DockstationError("program.safe"))


def _start_after_paint(window: MainWindow, report: Path | None, last: LastEnd) -> None:
    times: dict[str, float] = {}

    def painted() -> None:
        window.painted.disconnect(painted)
        times["painted"] = time.monotonic()
        if last.is_loop and not window.is_safe:
            window.crash.start_asked.connect(window.start)
            window.crash.offer_safe_start()
        else:
            window.start()

    def ready() -> None:
        _say_how_it_began(window, last)
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
