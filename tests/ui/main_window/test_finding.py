"""Which return is it? One code that several have in common, an item without its parcel, words instead of codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest

from dockstation.domain.rma import Rma, RmaStatus
from dockstation.ui.widgets import RowList
from tests.fakes.returns import SHIRT_GTIN, a_return
from tests.ui.keys import type_into
from tests.ui.looking import visible_rows
from tests.ui.main_window.dock import Dock, fill

SHARED = "SF7777777777777"


def several(dock: Dock, *more: Rma) -> None:
    """Two returns sent in one parcel, of which only the second has shirts; they are due one after the other."""
    phone, shirts = a_return().lines
    first = a_return("R1", tracking=(SHARED,))
    due = first.due_at
    assert due is not None
    second = replace(first, number="R2", order_number="O-2", phone_end="4711", due_at=due.replace(day=3))
    fill(dock.data, replace(first, lines=(phone,)), replace(second, lines=(shirts,)), *more)


def tap_row(dock: Dock, n: int) -> None:
    rows = next(each for each in dock.window.findChildren(RowList) if each.isVisible())
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(n, 0)).center()
    )


CHOICES: dict[str, Callable[[Dock], None]] = {
    "tap": lambda dock: tap_row(dock, 1),
    "key": lambda dock: dock.press(Qt.Key.Key_2),
    "command code": lambda dock: dock.scan("DSCMD-2"),
}


def test_no_more_of_the_customer_is_shown_than_config_allows(dock: Dock) -> None:
    several(dock)
    file = dock.config / "station.toml"
    file.write_text(file.read_text("utf-8") + '\n[privacy]\ncustomer = "nothing"\n', "utf-8")
    dock.begin()
    dock.scan(SHARED)
    dock.reach("shortlist")
    assert "R2" in dock.said
    assert not [told for told in ("王", "4711") if told in dock.said]


@pytest.mark.parametrize("how", CHOICES)
def test_a_code_of_several_returns_asks_which_one_and_opens_that(dock: Dock, how: str) -> None:
    several(dock)
    dock.begin()
    dock.scan(SHARED)
    sight = dock.reach("shortlist")
    assert sight.banner == "question"
    assert [row.cap for row in visible_rows(dock.window)] == ["1", "2"]
    assert all(words in dock.said for words in ("R1", "R2", "O-2", "王**", "****4711", SHARED, "White T-shirt"))
    assert dock.events() == []
    CHOICES[how](dock)
    assert dock.reach("receive").rma == "R2"
    assert dock.sight.banner != "question"


LEAVING: dict[str, Callable[[Dock], None]] = {
    "Esc": lambda dock: dock.press(Qt.Key.Key_Escape),
    "Backspace": lambda dock: dock.press(Qt.Key.Key_Backspace),
    "button": lambda dock: dock.tap("Back"),
    "command code": lambda dock: dock.scan("DSCMD-BACK"),
}


@pytest.mark.parametrize("how", LEAVING)
def test_none_of_them_leaves_the_list_and_nothing_has_happened(dock: Dock, how: str) -> None:
    several(dock)
    dock.begin()
    dock.scan(SHARED)
    dock.reach("shortlist")
    dock.press(Qt.Key.Key_Return)
    dock.press(Qt.Key.Key_7)
    assert dock.sight.stage == "shortlist"
    LEAVING[how](dock)
    dock.reach("home")
    assert dock.events() == []


def test_another_code_of_the_parcel_settles_it(dock: Dock) -> None:
    several(dock)
    dock.begin()
    dock.scan(SHARED)
    dock.reach("shortlist")
    dock.scan("O-2")
    assert dock.reach("receive").rma == "R2"


def test_a_return_on_the_list_that_was_cancelled_is_said_to_be_and_put_aside_unopened(dock: Dock) -> None:
    several(dock, a_return("R3", tracking=(SHARED,), status=RmaStatus.CANCELLED))
    dock.begin()
    dock.scan(SHARED)
    dock.reach("shortlist")
    row = next(n for n, row in enumerate(visible_rows(dock.window)) if row.key == "R3")
    assert visible_rows(dock.window)[row].figure == "Cancelled"
    tap_row(dock, row)
    assert dock.reach("discrepancy").said == "Return was cancelled"
    assert dock.events("ParcelOpened") == []


def test_an_item_at_home_finds_the_returns_it_may_belong_to_the_opened_one_first(dock: Dock) -> None:
    several(dock)
    dock.begin()
    dock.scan("O-2")
    dock.reach("receive")
    dock.scan("DSCMD-PAUSE")
    dock.reach("home")
    dock.scan(SHIRT_GTIN[1:])
    dock.reach("shortlist")
    rows = visible_rows(dock.window)
    assert [row.key for row in rows] == ["R2", "R26110001"]
    assert [row.figure for row in rows] == ["Here, open", "Not here yet"]
    dock.press(Qt.Key.Key_1)
    dock.reach("receive")
    assert len(dock.events("ParcelArrived")) == 1


def test_if_it_is_none_of_these_and_the_server_is_away_its_label_is_photographed(dock: Dock) -> None:
    several(dock)
    dock.begin()
    dock.scan(SHARED)
    dock.reach("shortlist")
    dock.press(Qt.Key.Key_F8)
    assert dock.reach("discrepancy").said == "Unknown parcel"


def begin_search(dock: Dock, *rmas: Rma) -> None:
    fill(dock.data, *rmas)
    dock.begin()
    dock.press(Qt.Key.Key_F9)
    assert dock.sight.stage == "search"


def type_words(dock: Dock, text: str) -> None:
    """Letters and digits by keys, all else through the input method."""
    for char in text:
        if char.isascii():
            type_into(dock.window.windowHandle(), char)
            dock._quiet()
        else:
            event = QInputMethodEvent()
            event.setCommitString(char)
            QCoreApplication.sendEvent(QGuiApplication.focusObject(), event)


def results(dock: Dock, *numbers: str) -> None:
    """Wait until these are on the screen."""
    dock.until(lambda _sight: [row.key for row in visible_rows(dock.window)] == list(numbers))


VASE = replace(a_return("R-VASE", tracking=("YT555",)), phone_end="9876", lines=(a_return().lines[1],))


@pytest.mark.parametrize("way", ["F9", "button", "command code"])
def test_the_search_opens_by_key_button_and_command_code(dock: Dock, way: str) -> None:
    dock.begin()
    if way == "F9":
        dock.press(Qt.Key.Key_F9)
    elif way == "button":
        dock.tap("Search")
    else:
        dock.scan("DSCMD-SEARCH")
    assert dock.reach("search").stage == "search"


@pytest.mark.parametrize("words", ["9876", "T 恤 987", "shirt yt55", "白色 9876"])
def test_words_find_the_return_and_enter_twice_opens_it(dock: Dock, words: str) -> None:
    begin_search(dock, VASE)
    type_words(dock, words)
    results(dock, "R-VASE")
    dock.press(Qt.Key.Key_Return)
    dock.settle()
    results(dock, "R-VASE")
    dock.press(Qt.Key.Key_Return)
    assert dock.reach("receive").rma == "R-VASE"


@pytest.mark.parametrize("how", CHOICES)
def test_of_several_results_one_is_chosen_by_tap_key_or_command_code(dock: Dock, how: str) -> None:
    begin_search(dock, VASE)
    type_words(dock, "恤")
    results(dock, "R26110001", "R-VASE")
    if how == "key":
        dock.press(Qt.Key.Key_Return)
        dock.settle()
    CHOICES[how](dock)
    assert dock.reach("receive").rma == "R-VASE"


def test_digits_while_typing_are_words_and_no_choice(dock: Dock) -> None:
    begin_search(dock, VASE)
    type_words(dock, "恤 1")
    results(dock)
    assert dock.sight.stage == "search"


def test_gloves_find_a_return_by_the_phones_last_digits(dock: Dock) -> None:
    begin_search(dock, VASE)
    for digit in "9876":
        dock.tap(digit)
    results(dock, "R-VASE")
    tap_row(dock, 0)
    dock.reach("receive")


def test_the_input_method_is_wanted_while_searching_and_gone_afterwards(dock: Dock) -> None:
    begin_search(dock)
    query = Qt.InputMethodQuery.ImEnabled
    assert dock.window.flow.search.screen._field.inputMethodQuery(query) is True
    dock.press(Qt.Key.Key_Escape)
    dock.reach("home")
    assert QGuiApplication.focusObject() is not dock.window.flow.search.screen._field


def test_a_scan_while_searching_is_a_scan(dock: Dock) -> None:
    begin_search(dock, VASE)
    type_words(dock, "98")
    dock.scan("ORD-R26110001")
    assert dock.reach("receive").rma == "R26110001"


def test_nothing_found_and_too_little_typed_are_told_apart(dock: Dock) -> None:
    begin_search(dock)
    assert "Three letters" in dock.said
    type_words(dock, "大衣")
    dock.until(lambda _sight: "Nothing found" in dock.said)
    dock.press(Qt.Key.Key_F9)
    dock.until(lambda _sight: "Three letters" in dock.said)
    dock.press(Qt.Key.Key_Escape)
    dock.reach("home")
    assert dock.events() == []
