"""What is known of a scanner: its layout, what it puts around a code, and what it is to an input method."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodQueryEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dockstation.domain.scanner import KEYBOARD, Layout, ScannerProfile
from dockstation.ui.wedge import Keystrokes, Wedge
from tests.ui.keys import US, press, type_into
from tests.ui.test_wedge import GAP_MS, Bench, opened

GERMAN = str.maketrans("YZyz-", "ZYzy\xdf")


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[Bench]:
    with opened(Wedge(qapp, gap_ms=GAP_MS, platform="xcb"), qtbot, qapp) as bench:
        yield bench


def strike(bench: Bench, places: str, system: str = "", *, end: str = "\r") -> None:
    """A scan of a scanner set to US under a German layout, or any other pair of readings."""
    for place, text in zip(places, system or places.translate(GERMAN), strict=True):
        code, shift = US[place]
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        press(bench.native(), 0, text, held, at=1_000_000, native=(code, 0, 0))
    for char in end:
        key = Qt.Key.Key_Tab if char == "\t" else Qt.Key.Key_Return
        press(bench.native(), key, char, at=1_000_000)


@pytest.mark.parametrize(
    ("layout", "text"), [(Layout.AUTO, "AZ-47"), (Layout.US, "AZ-47"), (Layout.SYSTEM, "AY\xdf47")]
)
def test_the_layout_that_was_set_decides(bench: Bench, layout: Layout, text: str) -> None:
    bench.wedge.profile = ScannerProfile(KEYBOARD, layout)
    strike(bench, "AZ-47")
    assert (bench.scans, bench.wedge.profile.layout) == ([text], layout)


def test_what_can_be_read_both_ways_is_read_as_the_certain_scan_before(bench: Bench) -> None:
    for code, garbled in (("DSID-DEMO", "DSID/DEMO"), ("SNQZ2146", "SNQY2146")):
        strike(bench, garbled, code)
    strike(bench, "DSID-DEMO")
    strike(bench, "SNQZ2146")
    assert bench.scans == ["DSID-DEMO", "SNQZ2146", "DSID-DEMO", "SNQZ2146"]


def test_another_profile_forgets_the_scans_before(bench: Bench) -> None:
    strike(bench, "DSID/DEMO", "DSID-DEMO")
    bench.wedge.profile = ScannerProfile(KEYBOARD)
    strike(bench, "SNQZ2146")
    assert bench.scans == ["DSID-DEMO", "SNQZ2146"]


@pytest.mark.parametrize(
    ("prefix", "suffix"), [("~", ""), ("", "%"), ("]C1", "$$"), ("", "\t"), ("", "\r"), ("+", "%\r")]
)
def test_what_a_scanner_puts_around_a_code_is_removed(bench: Bench, qtbot: QtBot, prefix: str, suffix: str) -> None:
    bench.wedge.profile = ScannerProfile(KEYBOARD, prefix=prefix, suffix=suffix)
    ends = "".join(char for char in suffix if char in "\r\t")
    strike(bench, prefix + "AZ-4711" + suffix.rstrip("\r\t"), end=ends)
    qtbot.waitUntil(lambda: bench.scans == ["AZ-4711"])
    bench.settle(qtbot)
    assert (bench.keys, bench.clicks, bench.scans) == ([], [], ["AZ-4711"])


def test_a_known_suffix_ends_a_scan_at_once_and_its_enter_is_eaten(bench: Bench, qtbot: QtBot) -> None:
    bench.wedge.profile = ScannerProfile(KEYBOARD, suffix="~")
    bench.button.setFocus()
    strike(bench, "AZ-4711~", end="")
    assert bench.scans == ["AZ-4711"]
    strike(bench, "", end="\r")
    strike(bench, "AZ-4712~DSID-DEMO~")
    bench.settle(qtbot)
    assert (bench.scans, bench.clicks, bench.keys) == (["AZ-4711", "AZ-4712", "DSID-DEMO"], [], [])


@pytest.mark.parametrize("end", ["\r", "\t", ""])
def test_a_short_code_behind_its_prefix_is_a_scan_even_while_somebody_types(
    bench: Bench, qtbot: QtBot, end: str
) -> None:
    bench.wedge.profile = ScannerProfile(KEYBOARD, prefix="~")
    bench.field.setFocus()
    strike(bench, "~A47", end=end)
    bench.settle(qtbot)
    assert (bench.scans, bench.field.text()) == (["A47"], "")


@pytest.mark.parametrize("typed", ["~", "~a", "a~b7", "47%", "%"])
def test_prefix_and_suffix_can_still_be_typed(bench: Bench, qtbot: QtBot, typed: str) -> None:
    bench.wedge.profile = ScannerProfile(KEYBOARD, prefix="~", suffix="%")
    bench.field.setFocus()
    strike(bench, typed, typed, end="")
    bench.settle(qtbot)
    assert (bench.field.text(), bench.scans) == (typed, [])


@pytest.mark.parametrize(("end", "name"), [("\r", "enter"), ("\t", "tab"), ("", "")])
def test_the_keys_of_a_scan_are_told_before_the_scan(bench: Bench, qtbot: QtBot, end: str, name: str) -> None:
    heard: list[object] = []
    bench.wedge.raw.connect(heard.append)
    bench.wedge.scanned.connect(heard.append)
    strike(bench, "AZ-47", end=end)
    bench.settle(qtbot)
    assert heard == [Keystrokes("AZ-47", "AY\xdf47", name), "AZ-47"]


def test_the_keys_of_a_scan_are_told_with_prefix_and_suffix(bench: Bench) -> None:
    heard: list[object] = []
    bench.wedge.profile = ScannerProfile(KEYBOARD, prefix="+", suffix="%")
    bench.wedge.raw.connect(heard.append)
    strike(bench, "+AB47%", "*AB47%")
    assert heard == [Keystrokes("+AB47%", "*AB47%", "%")]


def wants_input_method(widget: QWidget) -> bool:
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QCoreApplication.sendEvent(widget, query)
    return bool(query.value(Qt.InputMethodQuery.ImEnabled))


def test_an_input_method_is_for_text_fields_that_have_the_focus_alone(bench: Bench) -> None:
    page = QWidget(bench)
    page.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    fixed = QLineEdit(bench)
    fixed.setReadOnly(True)
    for widget, wanted in ((page, False), (bench.field, True), (fixed, False), (bench.button, False)):
        widget.show()
        widget.setFocus()
        assert wants_input_method(widget) is wanted


def test_typing_is_typing_whatever_the_prefix(bench: Bench, qtbot: QtBot) -> None:
    bench.wedge.profile = ScannerProfile(KEYBOARD, prefix="]C1")
    bench.field.setFocus()
    type_into(bench.native(), "R261\r")
    bench.settle(qtbot)
    assert (bench.field.text(), bench.scans) == ("R261", [])
