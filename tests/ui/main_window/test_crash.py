"""What nobody foresaw: one page, the work is kept, and a way on by finger, key or scan."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from dockstation.bootstrap import station_parts
from dockstation.cli.restarting import words
from dockstation.diagnosis.ends import LastEnd
from dockstation.diagnosis.recorder import Recorder
from dockstation.ui.main_window.last_resort import LastResort
from dockstation.ui.main_window.station import _say_how_it_began
from tests.diagnosis import planted
from tests.diagnosis.planted import found_in
from tests.ui.looking import collect, said
from tests.ui.main_window.dock import LABEL, Dock

NOTHING: dict[str, str] = {}
PAGE = "Something went wrong in the program"


class Watched:
    """A window with everything that hears of faults, as in the real program."""

    def __init__(self, dock: Dock, recorder: Recorder) -> None:
        self.dock, self.window, self.recorder = dock, dock.window, recorder
        self.restarts = collect(dock.window.crash.restart_asked)

    def stumble(self, error: BaseException, times: int = 1) -> None:
        """A slot of the window fails when a key is pressed."""
        key = Qt.Key.Key_F3

        def slot(pressed: int) -> None:
            if pressed == key:
                raise error

        connection = self.window.wedge.key.connect(slot)
        for _ in range(times):
            self.dock.press(key)
        self.window.wedge.key.disconnect(connection)

    @property
    def report(self) -> dict[str, object]:
        self.recorder.flush()
        return dict(json.loads(self.recorder.reports.kept()[-1].read_bytes()))


@pytest.fixture
def watched(dock: Dock) -> Iterator[Callable[[], Watched]]:
    recorder = Recorder(dock.data)
    recorder.start()
    resorts: list[LastResort] = []

    def watch() -> Watched:
        window = dock.begin()
        resorts.append(LastResort(window, recorder))
        before = (sys.excepthook, threading.excepthook, qInstallMessageHandler(None))
        qInstallMessageHandler(before[2])
        resorts[-1].install()
        put_back.append(before)
        return Watched(dock, recorder)

    put_back: list[tuple[object, object, object]] = []
    yield watch
    for hooks in put_back:
        sys.excepthook, threading.excepthook = hooks[0], hooks[1]  # type: ignore[assignment] # as they were
        qInstallMessageHandler(hooks[2])  # type: ignore[arg-type] # as it was
    recorder.close()


def test_a_fault_shows_one_page_with_its_number_and_what_is_kept(watched: Callable[[], Watched], dock: Dock) -> None:
    dock_watched = watched()
    dock_watched.stumble(ValueError(f"{planted.NAME} {planted.TRACKING}"), times=3)
    assert PAGE in dock.said
    assert "Your work is kept" in dock.said
    assert str(dock_watched.report["number"]) in dock.said
    assert found_in(dock.said.encode()) == []
    assert found_in(dock_watched.recorder.reports.kept()[-1].read_bytes()) == []
    assert len(dock_watched.recorder.reports.kept()) == 1
    dock.press(Qt.Key.Key_F12)
    assert "程序出错了" in dock.said


def test_the_work_goes_on_at_home_where_it_was_and_the_answer_before_is_kept(
    watched: Callable[[], Watched], dock: Dock
) -> None:
    shown = watched()
    dock.start_inspection()
    dock.tap("Opened")
    dock.until(lambda sight: bool(sight.answers))
    shown.stumble(ValueError("x"))
    assert PAGE in dock.said
    dock.press(Qt.Key.Key_Escape)
    dock._qtbot.waitUntil(lambda: PAGE not in dock.said)
    dock.reach("home")
    dock.scan("DSID-ANNA")
    assert dock.reach("inspect").answers == (("packaging", "opened"),)


def test_a_scan_on_the_page_is_refused_aloud_and_confirm_restarts(watched: Callable[[], Watched], dock: Dock) -> None:
    shown = watched()
    shown.stumble(ValueError("x"))
    before = len(dock.events())
    dock.scan(LABEL)
    assert dock.sounds.played[-1:] == ["reject"] or "reject" in dock.sounds.played
    assert len(dock.events()) == before
    assert shown.restarts == []
    dock.scan("DSCMD-CONFIRM")
    dock._qtbot.waitUntil(lambda: shown.restarts == [(False,)])


def test_a_fault_of_a_lane_shows_the_page_as_well(watched: Callable[[], Watched], dock: Dock) -> None:
    shown = watched()
    shown.window.desk.do(lambda _use, _by: NOTHING["x"], lambda _none: None)
    dock._qtbot.waitUntil(lambda: PAGE in dock.said)
    assert shown.report["kind"] == "KeyError"
    assert "Go on" in dock.said


def test_after_a_thread_has_died_there_is_only_the_restart(watched: Callable[[], Watched], dock: Dock) -> None:
    watched()
    thread = threading.Thread(target=lambda: NOTHING["x"])
    thread.start()
    thread.join()
    dock._qtbot.waitUntil(lambda: PAGE in dock.said)
    assert "Go on" not in dock.said
    dock.press(Qt.Key.Key_Escape)
    assert PAGE in dock.said


@pytest.mark.parametrize("error", [MemoryError(), RecursionError()], ids=["memory", "recursion"])
def test_a_process_that_cannot_be_trusted_is_not_gone_on_with(
    watched: Callable[[], Watched], dock: Dock, error: BaseException
) -> None:
    watched().stumble(error)
    assert PAGE in dock.said
    assert "Go on" not in dock.said


def test_the_same_fault_right_after_going_on_leaves_the_restart_alone(
    watched: Callable[[], Watched], dock: Dock
) -> None:
    shown, error = watched(), ValueError("x")
    shown.stumble(error)
    dock.press(Qt.Key.Key_Escape)
    shown.stumble(error)
    assert PAGE in dock.said
    assert "Go on" not in dock.said


def test_what_qt_calls_critical_is_shown_and_reported(watched: Callable[[], Watched], dock: Dock) -> None:
    shown = watched()
    handler = qInstallMessageHandler(None)
    qInstallMessageHandler(handler)
    assert handler is not None
    handler(QtMsgType.QtCriticalMsg, QMessageLogContext(), f"could not open {planted.SERIAL}")
    dock._qtbot.waitUntil(lambda: PAGE in dock.said)
    assert shown.report["kind"] == "QtError"
    assert planted.SERIAL not in json.dumps(shown.report)


def test_the_report_for_support_is_saved_and_its_place_is_said(watched: Callable[[], Watched], dock: Dock) -> None:
    watched().stumble(ValueError("x"))
    dock.tap("Save a report")
    dock._qtbot.waitUntil(lambda: "Saved: " in dock.said)
    (path,) = (dock.data / "for-support").glob("*.zip")
    assert str(path) in dock.said
    assert path.stat().st_mode & 0o077 == 0


def test_the_page_covers_the_window_in_every_size(watched: Callable[[], Watched], dock: Dock) -> None:
    shown = watched()
    shown.stumble(ValueError("x"))
    shown.window.resize(1024, 768)
    QApplication.processEvents()
    assert shown.window.crash._screen is not None
    assert shown.window.crash._screen.geometry() == shown.window.rect()


def test_an_offer_of_a_safe_start_leaves_the_choice(dock: Dock) -> None:
    window = dock.begin()
    restarts = collect(window.crash.restart_asked)
    window.crash.offer_safe_start()
    assert "Start safely" in said(window)
    assert "camera" in said(window)
    dock.press(Qt.Key.Key_Return)
    assert restarts == [(True,)]


def test_a_safe_start_opens_no_device_and_says_so(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    safe = station_parts(dock.place, camera=True, badge="ANNA", safe=True)
    assert [safe.open_eyes, safe.open_inbox, safe.open_shots, safe.open_scale] == [None] * 4
    assert safe.settings.scanners == ()
    assert dock.begin(open_eyes=None, is_safe=True).camera.why_none.code == "camera.safe"


def test_how_the_last_run_ended_is_said_beside_the_work_that_was_open(dock: Dock) -> None:
    dock.begin()
    dock.start_inspection()
    dock.window.close()
    window = dock.begin(ready=False)
    _say_how_it_began(window, LastEnd(datetime(2026, 11, 26, 14, 2, tzinfo=UTC), "7F3QWC"))
    sight = dock.until(lambda sight: sight.banner == "reject")
    assert "7F3QWC" in sight.said
    assert dock.reach("inspect").banner == "reject"


def test_a_restart_keeps_the_words_of_the_command_line_and_the_person() -> None:
    before = ["-m", "dockstation", "station", "--badge", "ANNA", "--data", "d"]
    assert words(before, "", safely=True) == [*before, "--restarted", "--safe"]
    again = words([*before, "--restarted", "--badge=SUE"], "CARL", safely=False)
    assert again == [*before, "--restarted", "--badge=CARL"]


STATION = """
import os, sys
from pathlib import Path
from dockstation.cli import commands
from dockstation.ui.main_window import station
from tests.diagnosis import planted

real, log = station.run, Path(sys.argv[1])
marks = sys.argv[sys.argv.index("station") + 1:]


def drive(hands):
    window = hands._window
    with log.open("a") as file:
        file.write(" ".join([str(os.getpid()), *marks]) + "\\n")
    if "--restarted" in marks:
        hands.every(20, lambda: hands.leave(5) if window.desk.operator and not window.desk.busy else None)
    else:
        window.wedge.key.connect(stumble)
        window.wedge.key.emit(1)
        window.wedge.key.disconnect(stumble)
        window.wedge.key.emit(int(station_key))


def stumble(key):
    raise ValueError(planted.NAME + planted.TRACKING)


from PySide6.QtCore import Qt
station_key = Qt.Key.Key_Return.value
station.run = lambda *a, **k: real(*a, **k, drive=drive)
from dockstation.cli import run
sys.exit(run(sys.argv[sys.argv.index("station"):]))
"""


def test_restart_starts_the_same_station_anew_with_the_same_person(dock: Dock, tmp_path: Path) -> None:
    script, log = tmp_path / "station.py", tmp_path / "starts"
    script.write_text(STATION)
    words = ["station", "--data", str(dock.data), "--config", str(dock.config), "--badge", "ANNA", "--no-camera"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, str(script), str(log), *words], env=environment, capture_output=True, timeout=90, check=False
    )
    first, second = log.read_text().splitlines()
    assert done.returncode == 5, done.stderr.decode()
    assert second.split()[0] == first.split()[0]  # exec: the same process, so whoever started it still waits for it
    assert second.endswith("--restarted --badge=ANNA")
    reports = list((dock.data / "errors").glob("*-*.json"))
    assert len(reports) == 1
    told = reports[0].read_bytes() + (dock.data / "logs/station.jsonl").read_bytes() + done.stderr
    assert found_in(told) == []
    assert b"Traceback" not in done.stderr
