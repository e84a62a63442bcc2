"""That the window's thread is watched in every test of the window can fail: here it does."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.ui.turns import Turns


def _work(seconds: float) -> None:
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        sum(range(1000))


@pytest.fixture(autouse=True)
def only_its_own_work() -> Iterator[None]:
    """What other tests have left behind is not looked through meanwhile."""
    gc.disable()
    yield
    gc.enable()


def test_a_slot_that_works_too_long_is_found_and_what_the_test_does_itself_is_not(qtbot: QtBot) -> None:
    mine = Turns(0.1)
    mine.watch()
    _work(0.15)
    qtbot.wait(20)
    assert mine.told == []
    QTimer.singleShot(0, lambda: _work(0.15))
    qtbot.waitUntil(lambda: bool(mine.told))
    assert mine.told[0].cpu_s >= 0.15
    mine.stop()
