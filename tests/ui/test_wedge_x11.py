"""The wedge behind a real X server: real key codes, Qt's own guesses about repeats, real timing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.ui.display import Display


class Station:
    """A window on a display of its own, and a keyboard."""

    def __init__(self, display: Display) -> None:
        self.keyboard = display.keyboard
        words = [sys.executable, "-m", "tests.ui.wedge_window"]
        self.window = subprocess.Popen(words, env=display.environment, stdout=subprocess.PIPE, text=True)
        self.keyboard("windowfocus", "--sync", self.next().split()[1])

    def next(self) -> str:
        assert self.window.stdout is not None
        return self.window.stdout.readline().strip()


@pytest.fixture
def station(display: Display) -> Iterator[Station]:
    station = Station(display)
    yield station
    station.window.terminate()
    station.window.wait(20)
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
