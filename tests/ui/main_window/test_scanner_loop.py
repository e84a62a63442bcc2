"""Scanners that are no keyboards are heard whatever the window does, and come back by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Semaphore
from time import monotonic

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from dockstation.adapters.scanners.serial_port import SerialScanner
from dockstation.application.ports.scanner import Delivery, Scanner
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import MAX_LENGTH
from dockstation.ui.background import Background
from dockstation.ui.main_window.scanner_loop import ScannerLoop
from tests.adapters.scanners.lines import SerialCable
from tests.fakes.scanner import FakeScanner

PATIENCE_S = 20.0
PATIENCE_MS = 20_000


class CountedScanner(FakeScanner):
    """Counts what was taken from it, and how often it was tried and asked."""

    def __init__(self, patience: float = 0.3) -> None:
        super().__init__("belt", patience)
        self.taken, self.tried, self.asked = Semaphore(0), 0, 0

    def open(self) -> None:
        self.tried += 1
        super().open()

    def read(self) -> Delivery | None:
        self.asked += 1
        delivery = super().read()
        if delivery:
            self.taken.release()
        return delivery


class MadScanner(FakeScanner):
    """Sends without a pause."""

    def read(self) -> Delivery | None:
        return Delivery("AGAIN", 5)


class Listener:
    """A loop, and everything that it told."""

    def __init__(self, build: Callable[[], Scanner]) -> None:
        self.background = Background(("scanner belt",))
        self.loop = ScannerLoop(self.background, "scanner belt", "belt", build)
        self.read: list[tuple[str, str]] = []
        self.refused: list[tuple[str, int, str]] = []
        self.states: list[tuple[str, bool]] = []
        self.lost: list[DockstationError] = []
        self.loop.read.connect(lambda *told: self.read.append(told))
        self.loop.refused.connect(lambda *told: self.refused.append(told))
        self.loop.state_changed.connect(lambda *told: self.states.append(told))
        self.loop.lost.connect(self.lost.append)

    def close(self) -> bool:
        self.loop.stop()
        return self.background.close(PATIENCE_S)


@pytest.fixture
def listening(qtbot: QtBot) -> Iterator[Callable[[Callable[[], Scanner]], Listener]]:
    listeners: list[Listener] = []

    def listen(build: Callable[[], Scanner]) -> Listener:
        listener = Listener(build)
        listeners.append(listener)
        listener.loop.start()
        return listener

    yield listen
    closed = [each.close() for each in listeners]
    assert all(closed)


Listen = Callable[[Callable[[], Scanner]], Listener]


@pytest.fixture
def scanner() -> CountedScanner:
    return CountedScanner()


@pytest.fixture
def listener(listening: Listen, scanner: CountedScanner, qtbot: QtBot) -> Listener:
    listener = listening(lambda: scanner)
    qtbot.waitUntil(lambda: listener.states == [("belt", True)], timeout=PATIENCE_MS)
    return listener


def test_a_code_comes_with_the_name_of_its_scanner(listener: Listener, scanner: CountedScanner, qtbot: QtBot) -> None:
    scanner.send("]C101\x1d退货\r")
    qtbot.waitUntil(lambda: listener.read == [("]C101\x1d退货", "belt")], timeout=PATIENCE_MS)


def test_what_is_too_long_is_refused_with_its_length(
    listener: Listener, scanner: CountedScanner, qtbot: QtBot
) -> None:
    scanner.send("X" * (MAX_LENGTH + 1) + "\r")
    wanted = [("scan.too_long", MAX_LENGTH + 1, "belt")]
    qtbot.waitUntil(lambda: listener.refused == wanted, timeout=PATIENCE_MS)
    assert listener.read == []


def test_two_hundred_scans_while_the_window_is_busy_all_arrive_in_order(
    listener: Listener, scanner: CountedScanner, qtbot: QtBot
) -> None:
    codes = [f"CODE-{number:04}" for number in range(200)]
    for code in codes:
        scanner.send(f"{code}\r")
    for _ in codes:
        assert scanner.taken.acquire(
            timeout=PATIENCE_S
        )  # this is the window's thread: nothing is delivered meanwhile
    assert listener.read == []
    qtbot.waitUntil(lambda: [text for text, _ in listener.read] == codes, timeout=PATIENCE_MS)


def test_a_loss_is_told_once_however_often_it_is_tried(
    listener: Listener, scanner: CountedScanner, qtbot: QtBot
) -> None:
    listener.loop._retry.setInterval(10)
    scanner.unplug()
    qtbot.waitUntil(lambda: scanner.tried > 4, timeout=PATIENCE_MS)
    assert [error.code for error in listener.lost] == ["scanner.lost"]
    assert listener.states == [("belt", True), ("belt", False)]


def test_every_loss_is_told(listener: Listener, scanner: CountedScanner, qtbot: QtBot) -> None:
    listener.loop._retry.setInterval(10)
    for times in (1, 2):
        scanner.unplug()
        qtbot.waitUntil(lambda: listener.states[-1] == ("belt", False), timeout=PATIENCE_MS)
        assert len(listener.lost) == times
        scanner.plug_in()
        qtbot.waitUntil(lambda: listener.states[-1] == ("belt", True), timeout=PATIENCE_MS)


def test_a_scanner_that_is_not_there_at_the_start_is_told_once_and_found_later(
    listening: Listen, scanner: CountedScanner, qtbot: QtBot
) -> None:
    scanner.unplug()
    listener = listening(lambda: scanner)
    listener.loop._retry.setInterval(10)
    qtbot.waitUntil(lambda: scanner.tried > 2, timeout=PATIENCE_MS)
    assert [error.code for error in listener.lost] == ["scanner.unavailable"]
    scanner.plug_in()
    qtbot.waitUntil(lambda: listener.states == [("belt", False), ("belt", True)], timeout=PATIENCE_MS)


def test_a_fault_of_the_program_is_told_as_one(
    listening: Listen, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> Scanner:
        raise ZeroDivisionError

    listener = listening(broken)
    qtbot.waitUntil(lambda: bool(listener.lost), timeout=PATIENCE_MS)
    assert (listener.lost[0].code, listener.lost[0].facts) == ("scanner.failed", {"name": "belt"})
    assert "ZeroDivisionError" in caplog.text


def test_a_scanner_gone_mad_leaves_the_window_its_turns(listening: Listen, qtbot: QtBot) -> None:
    listener = listening(lambda: MadScanner("belt"))
    turns: list[int] = []
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: turns.append(len(listener.read)))
    timer.start()
    qtbot.waitUntil(lambda: len(turns) > 30, timeout=PATIENCE_MS)
    assert len(listener.read) < 100 * len(turns)


def test_closing_does_not_wait_for_a_code(listening: Listen, qtbot: QtBot) -> None:
    scanner = CountedScanner(patience=PATIENCE_S)
    listener = listening(lambda: scanner)
    qtbot.waitUntil(lambda: scanner.asked > 0, timeout=PATIENCE_MS)
    began = monotonic()
    assert listener.close()
    assert monotonic() - began < PATIENCE_S / 4
    assert listener.lost == []


def test_what_was_read_while_the_window_closed_is_heard_no_more(
    listener: Listener, scanner: CountedScanner, qtbot: QtBot
) -> None:
    scanner.send("LATE\r")
    assert scanner.taken.acquire(timeout=PATIENCE_S)
    assert listener.close()
    later: list[bool] = []
    QTimer.singleShot(0, lambda: later.append(True))
    qtbot.waitUntil(lambda: bool(later), timeout=PATIENCE_MS)
    assert listener.read == []


def test_a_loop_started_again_listens_again_and_only_once(
    listener: Listener, scanner: CountedScanner, qtbot: QtBot
) -> None:
    listener.loop.start()
    listener.loop.stop()
    listener.loop.start()
    qtbot.waitUntil(lambda: scanner.tried > 1 and scanner._is_open, timeout=PATIENCE_MS)
    scanner.send("ONCE\rTWICE\r")
    qtbot.waitUntil(lambda: [text for text, _ in listener.read] == ["ONCE", "TWICE"], timeout=PATIENCE_MS)


def test_a_serial_scanner_pulled_out_and_plugged_in_reads_again_by_itself(
    listening: Listen, tmp_path: Path, qtbot: QtBot
) -> None:
    with SerialCable(tmp_path) as cable:
        listener = listening(lambda: SerialScanner("belt", str(cable.path)))
        qtbot.waitUntil(lambda: listener.states == [("belt", True)], timeout=PATIENCE_MS)
        cable.send(b"BEFORE\r")
        qtbot.waitUntil(lambda: bool(listener.read), timeout=PATIENCE_MS)
        cable.unplug()
        qtbot.waitUntil(lambda: bool(listener.lost), timeout=PATIENCE_MS)
        cable.plug_in()
        began = monotonic()
        qtbot.waitUntil(lambda: listener.states[-1] == ("belt", True), timeout=PATIENCE_MS)
        assert monotonic() - began < 2
        cable.send(b"AFTER\r")
        qtbot.waitUntil(lambda: ("AFTER", "belt") in listener.read, timeout=PATIENCE_MS)
        assert listener.close()
    assert [text for text, _ in listener.read] == ["BEFORE", "AFTER"]
