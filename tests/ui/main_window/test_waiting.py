"""Who waits longer than a second is told that it goes on, and what is waited for."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt

from tests.ui.main_window.dock import LABEL, PATIENCE_MS, Dock


@pytest.fixture
def gate(dock: Dock) -> Iterator[Event]:
    """The disk is slow until it opens."""
    gate = Event()
    dock.begin()
    dock.hold("store", lambda: gate.wait(60))
    yield gate
    gate.set()


def told(dock: Dock, *words: str) -> None:
    dock._qtbot.waitUntil(lambda: dock.sight.banner + dock.sight.said in words, timeout=PATIENCE_MS)


def test_slow_work_tells_its_seconds_until_it_is_done(dock: Dock, gate: Event) -> None:
    dock.scan(LABEL)
    told(dock, "infoStill at work: 1 s")
    told(dock, "infoStill at work: 2 s")
    dock.press(Qt.Key.Key_F12)
    told(dock, "info仍在处理：3 秒", "info仍在处理：4 秒")
    gate.set()
    dock.reach("receive")
    assert "仍在处理" not in dock.sight.said


def test_a_refusal_that_nobody_has_read_stays_meanwhile(dock: Dock, gate: Event) -> None:
    dock.scan("<no code>")
    dock._qtbot.waitUntil(lambda: dock.sight.banner == "reject", timeout=PATIENCE_MS)
    refused = dock.sight.said
    dock.scan(LABEL)
    dock._qtbot.waitUntil(lambda: dock.window._waits._seconds == 2, timeout=PATIENCE_MS)
    assert dock.sight.said == refused
