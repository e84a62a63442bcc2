"""The wedge behind a real X server: real key codes, Qt's own guesses about repeats, real timing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest


class Station:
    """A window on a display of its own, and a keyboard."""

    def __init__(self, display: str) -> None:
        self._env = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        self.window = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.wedge_window"], env=self._env, stdout=subprocess.PIPE, text=True
        )
        self.keyboard("windowfocus", "--sync", self.next().split()[1])

    def keyboard(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._env, check=True, timeout=20)

    def next(self) -> str:
        assert self.window.stdout is not None
        return self.window.stdout.readline().strip()


@pytest.fixture
def station() -> Iterator[Station]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "800x600x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as display:
        station = Station(":" + display.readline().strip())
    yield station
    for process in (station.window, server):
        process.terminate()
        process.wait(20)
    assert station.window.stdout is not None
    station.window.stdout.close()


def test_scans_keys_and_typing_are_told_apart(station: Station) -> None:
    for code in ("4006381333931", "DSRMA-RMA-2026-004711", "aaBB00-/+."):
        station.keyboard("type", "--delay", "0", code + "\n")
        assert station.next() == f"scanned '{code}'"
    station.keyboard("key", "space")
    assert station.next() == "key 32"
    station.keyboard("key", "F2")
    assert station.next() == f"key {0x01000031}"
    station.keyboard("type", "--delay", "150", "no 7")
    assert [station.next() for _ in range(4)] == ["text 'n'", "text 'no'", "text 'no '", "text 'no 7'"]
    station.keyboard("type", "--delay", "0", "4006381333931\n")
    assert station.next() == "scanned '4006381333931'"
