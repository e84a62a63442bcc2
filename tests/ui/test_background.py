"""Work off the window's thread, results on it, nothing lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dockstation.ui.background import Background


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    background = Background(("store", "network"))
    yield background
    background.close()


def _unwanted(error: object) -> None:
    raise AssertionError(error)


def test_work_runs_on_its_lane_and_its_result_comes_to_the_windows_thread(
    background: Background, qtbot: QtBot
) -> None:
    seen: list[tuple[str, str]] = []

    def done(worker: str) -> None:
        seen.append((worker, threading.current_thread().name))

    background.run("store", lambda: threading.current_thread().name, done, _unwanted)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0].startswith("store")
    assert seen[0][1] == threading.main_thread().name


def test_results_of_a_lane_come_in_the_order_of_its_work(background: Background, qtbot: QtBot) -> None:
    seen: list[int] = []
    for number in range(700):
        background.run("store", partial(int, number), seen.append, _unwanted)
    qtbot.waitUntil(lambda: len(seen) == 700)
    assert seen == list(range(700))


def test_a_failure_is_told_and_the_lane_goes_on(background: Background, qtbot: QtBot) -> None:
    failures: list[BaseException] = []
    results: list[int] = []
    background.run("store", lambda: 1 // 0, _unwanted, failures.append)
    background.run("store", lambda: 7, results.append, _unwanted)
    qtbot.waitUntil(lambda: results == [7])
    assert isinstance(failures[0], ZeroDivisionError)


def test_even_an_exit_in_a_worker_is_told(background: Background, qtbot: QtBot) -> None:
    failures: list[BaseException] = []

    def leave() -> None:
        raise SystemExit(3)

    background.run("network", leave, _unwanted, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], SystemExit)


def test_a_slow_lane_does_not_hold_up_another(background: Background, qtbot: QtBot) -> None:
    gate = threading.Event()
    seen: list[str] = []
    background.run("network", gate.wait, lambda _: seen.append("network"), _unwanted)
    background.run("store", lambda: "store", seen.append, _unwanted)
    qtbot.waitUntil(lambda: seen == ["store"])
    gate.set()
    qtbot.waitUntil(lambda: seen == ["store", "network"])


def test_closing_waits_and_delivers_what_was_begun(qtbot: QtBot) -> None:
    background = Background(("store",))
    gate, seen = threading.Event(), list[str]()
    background.run("store", gate.wait, lambda _: seen.append("first"), _unwanted)
    background.run("store", lambda: "second", seen.append, _unwanted)
    gate.set()
    background.close()
    assert seen == ["first", "second"]
    background.run("store", lambda: "third", seen.append, _unwanted)
    assert seen == ["first", "second"]


def test_what_closing_did_not_wait_for_is_heard_of_by_nobody(qtbot: QtBot) -> None:
    background = Background(("store", "network"))
    gate, ended, seen = threading.Event(), threading.Event(), list[str]()

    def hang() -> None:
        gate.wait(20)
        ended.set()

    background.run("network", hang, lambda _: seen.append("network"), _unwanted)
    background.run("store", lambda: "store", seen.append, _unwanted)
    assert not background.close(patience=0.05)
    gate.set()
    assert ended.wait(20)
    background._lanes["network"].is_done_within(20)
    QApplication.processEvents()
    assert seen == ["store"]
