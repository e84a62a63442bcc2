"""A scan is never typing, and its Enter never clicks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dockstation.domain.scan import MAX_LENGTH
from dockstation.ui.wedge import Wedge
from tests.ui.keys import press, type_into

Key = Qt.Key
GAP_MS = 30


class Bench(QWidget):
    """A window with a field and a button, and all that the wedge and they have said."""

    def __init__(self, wedge: Wedge) -> None:
        super().__init__()
        self.wedge = wedge
        self.field, self.button = QLineEdit(), QPushButton("Danger")
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)
        self.scans: list[str] = []
        self.keys: list[int] = []
        self.refused: list[str] = []
        self.clicks: list[bool] = []
        wedge.scanned.connect(self.scans.append)
        wedge.key.connect(self.keys.append)
        wedge.refused.connect(lambda code, _length: self.refused.append(code))
        self.button.clicked.connect(self.clicks.append)

    def settle(self, qtbot: QtBot) -> None:
        """Wait until no key is held any more."""
        qtbot.waitUntil(lambda: not self.wedge._pause.isActive())

    def native(self) -> QWindow:
        handle = self.windowHandle()
        assert handle is not None
        return handle


@contextmanager
def opened(wedge: Wedge, qtbot: QtBot, qapp: QApplication) -> Iterator[Bench]:
    bench = Bench(wedge)
    qtbot.addWidget(bench)
    bench.show()
    bench.activateWindow()
    qtbot.waitUntil(bench.isActiveWindow)
    bench.setFocus()
    yield bench
    qapp.removeEventFilter(wedge)
    wedge.deleteLater()


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[Bench]:
    with opened(Wedge(qapp, gap_ms=GAP_MS), qtbot, qapp) as bench:
        yield bench


def test_a_scan_without_any_pause_between_its_keys_arrives_whole(bench: Bench) -> None:
    code = "DSRMA-RMA-2026-004711"
    type_into(bench.native(), code + "\r")
    assert bench.scans == [code]


def test_twenty_scans_right_after_each_other_are_twenty_scans(bench: Bench) -> None:
    codes = [f"SF10293847{n:02}" for n in range(20)]
    type_into(bench.native(), "".join(code + "\r" for code in codes))
    assert bench.scans == codes


@pytest.mark.parametrize("end", ["\r", "\n", "\t", "\r\n", "\t\r"])
def test_any_usual_end_ends_a_scan_and_is_eaten(bench: Bench, qtbot: QtBot, end: str) -> None:
    bench.button.setFocus()
    type_into(bench.native(), "4006381333931" + end)
    bench.settle(qtbot)
    assert bench.scans == ["4006381333931"]
    assert (bench.clicks, bench.keys) == ([], [])


def test_a_scan_without_an_end_is_over_when_the_keys_pause(bench: Bench, qtbot: QtBot) -> None:
    type_into(bench.native(), "4006381333931")
    assert bench.scans == []
    qtbot.waitUntil(lambda: bench.scans == ["4006381333931"])


def test_a_scan_never_clicks_a_focused_button(bench: Bench, qtbot: QtBot) -> None:
    bench.button.setFocus()
    type_into(bench.native(), "A B C\r X Y Z \r")
    bench.settle(qtbot)
    assert bench.clicks == []
    assert bench.scans == ["A B C", " X Y Z "]


def test_a_scan_never_types_into_the_focused_field(bench: Bench, qtbot: QtBot) -> None:
    bench.field.setFocus()
    type_into(bench.native(), "4006381333931\r")
    bench.settle(qtbot)
    assert bench.field.text() == ""
    assert bench.scans == ["4006381333931"]


def test_group_separators_and_garbage_come_as_they_were_sent(bench: Bench) -> None:
    for code in ("0104006381333931\x1d10AB", "\x01\x02\x7f~JA^XZ", "码😀é", "' OR 1=1 --"):
        type_into(bench.native(), code + "\r")
        assert bench.scans[-1] == code


def test_typing_reaches_the_field_that_has_the_focus(bench: Bench, qtbot: QtBot) -> None:
    bench.field.setFocus()
    typed = "rma 47"
    for length, char in enumerate(typed, 1):
        type_into(bench.native(), char)
        qtbot.waitUntil(lambda length=length: bench.field.text() == typed[:length])  # type: ignore[misc]  # lambda
    press(bench.native(), Key.Key_Backspace, "\x08")
    qtbot.waitUntil(lambda: bench.field.text() == "rma 4")
    assert (bench.scans, bench.keys) == ([], [])


def test_enter_typed_into_a_field_is_the_fields(bench: Bench, qtbot: QtBot) -> None:
    bench.field.setFocus()
    with qtbot.waitSignal(bench.field.returnPressed):
        press(bench.native(), Key.Key_Return, "\r")


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_9, Key.Key_Space, Key.Key_Return, Key.Key_Backspace, Key.Key_F12])
def test_a_single_key_is_a_shortcut_and_clicks_nothing(bench: Bench, qtbot: QtBot, key: Qt.Key) -> None:
    bench.button.setFocus()
    press(bench.native(), key, chr(key.value) if key.value < 0x80 else "")
    qtbot.waitUntil(lambda: bench.keys == [key.value])
    assert (bench.clicks, bench.scans) == ([], [])


def test_function_keys_work_while_a_field_has_the_focus(bench: Bench, qtbot: QtBot) -> None:
    bench.field.setFocus()
    press(bench.native(), Key.Key_F12)
    press(bench.native(), Key.Key_Escape)
    qtbot.waitUntil(lambda: bench.keys == [Key.Key_F12.value, Key.Key_Escape.value])


def test_a_held_key_does_not_repeat_a_shortcut(bench: Bench, qtbot: QtBot) -> None:
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True)
    for _ in range(10):
        QCoreApplication.sendEvent(bench.native(), held)
    bench.settle(qtbot)
    assert (bench.keys, bench.scans) == ([], [])


def test_a_held_key_is_no_scan_of_a_slow_scanner(qtbot: QtBot, qapp: QApplication) -> None:
    with opened(Wedge(qapp, gap_ms=800), qtbot, qapp) as bench:
        for at in (1000, *range(1200, 1600, 33)):
            none, repeat = Qt.KeyboardModifier.NoModifier, at > 1000
            event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_C, none, "c", autorep=repeat)
            event.setTimestamp(at)
            QCoreApplication.sendEvent(bench.native(), event)
        bench.settle(qtbot)
        assert bench.scans == []


def test_doubled_characters_that_qt_calls_repeats_are_kept(bench: Bench) -> None:
    for char, repeat in (("3", False), ("3", True), ("3", True), ("9", False), ("\r", False), ("\r", True)):
        kind, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(kind, Key.Key_Return if char == "\r" else ord(char), none, char, autorep=repeat)
        QCoreApplication.sendEvent(bench.native(), event)
    assert bench.scans == ["3339"]


def test_an_endless_code_is_refused_once_and_swallowed_to_its_end(bench: Bench, qtbot: QtBot) -> None:
    bench.field.setFocus()
    type_into(bench.native(), "x" * (MAX_LENGTH * 3) + "\rand more\r")
    bench.settle(qtbot)
    assert bench.refused == ["scan.too_long"]
    assert (bench.scans, bench.field.text()) == ([], "")
    type_into(bench.native(), "4006381333931\r")
    assert bench.scans == ["4006381333931"]


def test_a_machine_that_is_held_up_does_not_cut_a_scan_in_two(bench: Bench) -> None:
    for half in ("4006381", "333931\r"):
        for char in half:
            press(bench.native(), Key.Key_Return if char == "\r" else ord(char), char, at=1_000_000)
        bench.wedge._seen -= (GAP_MS + 15) / 1000  # so long ago was that, when the timer has its turn at last
        bench.wedge._on_pause()
    assert bench.scans == ["4006381333931"]


def test_a_code_of_exactly_the_limit_is_read(bench: Bench) -> None:
    type_into(bench.native(), "x" * MAX_LENGTH + "\r")
    assert (len(bench.scans[0]), bench.refused) == (MAX_LENGTH, [])


def test_a_short_code_with_its_enter_neither_types_nor_clicks(bench: Bench, qtbot: QtBot) -> None:
    bench.button.setFocus()
    type_into(bench.native(), "1\r")
    bench.settle(qtbot)
    assert (bench.scans, bench.keys, bench.clicks) == (["1"], [], [])


def test_a_shortcut_right_before_a_scan_is_not_lost_in_it(bench: Bench, qtbot: QtBot) -> None:
    press(bench.native(), Key.Key_Escape)
    type_into(bench.native(), "4006381333931\r")
    bench.settle(qtbot)
    assert (bench.keys, bench.scans) == ([Key.Key_Escape.value], ["4006381333931"])


@pytest.mark.parametrize("typed", ["ab", "abc", "abcdefg\r", "4006381333931"])
def test_fast_fingers_in_a_field_are_typing(bench: Bench, qtbot: QtBot, typed: str) -> None:
    bench.field.setFocus()
    type_into(bench.native(), typed)
    bench.settle(qtbot)
    assert (bench.field.text(), bench.scans) == (typed.strip(), [])
