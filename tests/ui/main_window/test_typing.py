"""A code by hand, when no reader can read it: it goes the way of a scan, and typing is never taken for one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fakes.returns import IMEI, SHIRT_GTIN
from tests.ui.keys import type_into
from tests.ui.looking import buttons
from tests.ui.main_window.dock import LABEL, Dock


def type_code(dock: Dock, text: str) -> None:
    """Key by key, as fingers do."""
    for char in text:
        type_into(dock.window.windowHandle(), char)
        dock._quiet()


def field(dock: Dock) -> str:
    return dock.window.pages.typing._field.text()


@pytest.mark.parametrize("how", ["F4", "button"])
def test_a_label_that_no_reader_reads_is_typed(dock: Dock, how: str) -> None:
    dock.begin()
    dock.press(Qt.Key.Key_F4) if how == "F4" else dock.tap("Type a code")
    assert dock.sight.stage == "typing"
    type_code(dock, "R26110001")
    assert field(dock) == "R26110001"
    dock.press(Qt.Key.Key_Return)
    assert dock.reach("receive").rma == "R26110001"


def test_gloves_type_on_the_keypad(dock: Dock) -> None:
    dock.begin()
    dock.open_parcel()
    dock.tap("Type a code")
    keys = {each.text(): each for each in buttons(dock.window)}
    for char in SHIRT_GTIN + "77":
        QTest.mouseClick(keys[char], Qt.MouseButton.LeftButton)
    dock.tap("Erase")
    dock.tap("Erase")
    assert field(dock) == SHIRT_GTIN
    dock.tap("OK")
    dock.until(lambda sight: bool(sight.units))


def test_typing_fast_is_no_scan(dock: Dock) -> None:
    dock.begin()
    dock.press(Qt.Key.Key_F4)
    type_into(dock.window.windowHandle(), "R261")
    dock._quiet()
    type_into(dock.window.windowHandle(), "10001\r")
    dock.reach("receive")
    assert len(dock.events("ParcelArrived")) == 1


def test_digits_and_enter_while_typing_are_no_shortcuts(dock: Dock) -> None:
    dock.begin()
    dock.count_phone()
    dock.press(Qt.Key.Key_F4)
    dock.press(Qt.Key.Key_Return)
    type_code(dock, "12 ")
    assert (dock.sight.stage, field(dock)) == ("typing", "12 ")
    assert dock.events("InspectionStarted") == []


def test_a_real_scan_while_typing_is_a_scan_and_what_was_typed_is_dropped(dock: Dock) -> None:
    dock.begin()
    dock.press(Qt.Key.Key_F4)
    type_code(dock, "R26")
    dock.scan(LABEL)
    dock.reach("receive")
    dock.scan(IMEI)
    dock.until(lambda sight: bool(sight.units))
    dock.press(Qt.Key.Key_F4)
    assert field(dock) == ""


def test_cancelled_by_the_button_or_escape_nothing_happens(dock: Dock) -> None:
    dock.begin()
    dock.window.banner.clear()
    for leave in (lambda: dock.press(Qt.Key.Key_Escape), lambda: dock.tap("Cancel")):
        dock.press(Qt.Key.Key_F4)
        type_code(dock, "R1")
        leave()
        assert dock.sight.stage == "home"
    assert (dock.sight.banner, dock.events()) == ("", [])


def test_typed_garbage_is_refused_like_a_scan_of_it(dock: Dock) -> None:
    dock.begin()
    dock.press(Qt.Key.Key_F4)
    type_code(dock, "^XA^XZ")
    dock.press(Qt.Key.Key_Return)
    sight = dock.until(lambda sight: sight.banner == "reject")
    assert (sight.stage, dock.events()) == ("home", [])


def test_the_keypad_is_not_for_questions(dock: Dock) -> None:
    dock.begin()
    dock.start_inspection()
    dock.press(Qt.Key.Key_F4)
    assert dock.sight.stage == "inspect"
