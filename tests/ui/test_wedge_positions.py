"""Keys by their places: the same code whatever the system's layout makes of them."""

from __future__ import annotations

import string
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dockstation.ui.wedge import Keystrokes, Wedge
from dockstation.ui.wedge.positions import Keyboard, keyboard
from tests.ui.keys import US, press
from tests.ui.test_wedge import GAP_MS, Bench, opened

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier
KEYPAD_KEYS = {79: "7", 80: "8", 81: "9", 83: "4", 84: "5", 85: "6", 87: "1", 88: "2", 89: "3", 90: "0", 91: "."} | {
    63: "*",
    82: "-",
    86: "+",
    106: "/",
}


def board(platform: str) -> Keyboard:
    found = keyboard(platform)
    assert found is not None
    return found


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[Bench]:
    with opened(Wedge(qapp, gap_ms=GAP_MS, platform="xcb"), qtbot, qapp) as bench:
        yield bench


def strike(
    bench: Bench, code: int, text: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key of some layout: ``text`` is what the system makes of it."""
    press(bench.native(), 0, text, modifiers, at=1_000_000, native=(code, 0, 0))


def end(bench: Bench) -> None:
    press(bench.native(), Qt.Key.Key_Return, "\r", at=1_000_000)


@pytest.mark.parametrize("platform", ["xcb", "wayland", "wayland-egl"])
def test_every_printable_character_has_its_place(platform: str) -> None:
    for char, (code, shift) in US.items():
        assert board(platform).character(code, 0, shift=shift, control=False) == char
    assert set(US) >= set(string.printable.strip() + " ")


def test_windows_counts_the_same_keys_from_its_own_start() -> None:
    codes = {0x1E: "a", 0x2C: "z", 0x0C: "-", 0x0B: "0", 0x39: " ", 0x2B: "\\", 0x29: "`", 0x52: "0", 0x135: "/"}
    assert {code: board("windows").character(code, 0, shift=False, control=False) for code in codes} == codes
    assert board("windows").character(0x148, 0, shift=False, control=False) == ""  # the arrow, not the keypad's 8


def test_the_keypad_has_its_digits_with_and_without_num_lock_and_shift() -> None:
    for code, char in KEYPAD_KEYS.items():
        assert {board("xcb").character(code, 0, shift=shift, control=False) for shift in (False, True)} == {char}


@pytest.mark.parametrize("platform", ["offscreen", "cocoa", "minimal", ""])
def test_elsewhere_no_scan_code_is_trusted(platform: str) -> None:
    assert keyboard(platform) is None


@pytest.mark.parametrize(("code", "char"), [(35, "\x1d"), (51, "\x1c"), (15, "\x1e"), (20, "\x1f"), (40, "\x04")])
def test_control_characters_come_from_ctrl_whatever_stands_on_the_key(bench: Bench, code: int, char: str) -> None:
    for text in ("$", "", "\x1d"):
        strike(bench, 38, "a")
        strike(bench, code, text, CONTROL)
        strike(bench, 56, "b")
        end(bench)
        assert bench.scans[-1] == f"a{char}b"


def test_ctrl_m_and_ctrl_i_end_a_scan_as_enter_and_tab_do(bench: Bench) -> None:
    ends: list[Keystrokes] = []
    bench.wedge.raw.connect(ends.append)
    for code in (58, 31):
        strike(bench, 38, "q")
        strike(bench, code, ",", CONTROL)
    assert [(each.positions, each.texts, each.end) for each in ends] == [("a", "q", "enter"), ("a", "q", "tab")]


def test_dead_keys_give_no_text_and_have_their_place(bench: Bench) -> None:
    for code, text in ((24, "a"), (34, ""), (34, ""), (25, "z")):
        strike(bench, code, text)
    end(bench)
    assert bench.scans == ["q[[w"]


@pytest.mark.parametrize("modifiers", [ALT, CONTROL | ALT])
def test_a_level_that_no_us_keyboard_has_gives_its_text(bench: Bench, modifiers: Qt.KeyboardModifier) -> None:
    strike(bench, 38, "A", SHIFT)
    strike(bench, 19, "@", modifiers)
    press(bench.native(), 0, "#", at=1_000_000, native=(12, 0, 0x80))  # AltGr as X11 tells it
    strike(bench, 94, "<")
    end(bench)
    assert bench.scans == ["A@#<"]


def test_typing_into_a_field_is_the_systems_text(bench: Bench, qtbot: QtBot) -> None:
    bench.field.setFocus()
    for code, text in ((11, "\xe9"), (38, "\u0444"), (34, ""), (19, "\xe0")):
        before = bench.field.text()
        strike(bench, code, text)
        bench.settle(qtbot)
        assert bench.field.text() == before + text
    assert bench.scans == []


def test_a_key_given_back_to_a_field_is_the_same_key(bench: Bench, qtbot: QtBot) -> None:
    class Listener(QObject):
        native: tuple[int, int, int] = (0, 0, 0)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                self.native = (event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers())
            return False

    listener = Listener()
    bench.field.installEventFilter(listener)
    bench.field.setFocus()
    press(bench.native(), Qt.Key.Key_A, "a", native=(24, 0x61, 0x10))
    qtbot.waitUntil(lambda: bench.field.text() == "a")
    assert listener.native == (24, 0x61, 0x10)


def test_pasting_reaches_a_field_and_is_told_where_there_is_none(bench: Bench, qtbot: QtBot) -> None:
    told: list[bool] = []
    bench.wedge.pasted.connect(lambda: told.append(True))
    QApplication.clipboard().setText("R26110001")
    bench.field.setFocus()
    press(bench.native(), Qt.Key.Key_V, "\x16", CONTROL, native=(55, 0, 4))
    qtbot.waitUntil(lambda: bench.field.text() == "R26110001")
    assert told == []
    bench.button.setFocus()
    press(bench.native(), Qt.Key.Key_V, "\x16", CONTROL, native=(55, 0, 4))
    qtbot.waitUntil(lambda: told == [True])
    assert (bench.clicks, bench.scans) == ([], [])


def test_a_single_key_of_the_keypad_is_still_a_shortcut(bench: Bench, qtbot: QtBot) -> None:
    press(bench.native(), Qt.Key.Key_1, "1", KEYPAD, native=(87, 0, 16))
    press(bench.native(), Qt.Key.Key_Left, "", KEYPAD, at=2_000_000_000, native=(83, 0, 0))
    qtbot.waitUntil(lambda: bench.keys == [Qt.Key.Key_1.value, Qt.Key.Key_Left.value])
