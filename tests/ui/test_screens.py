"""What a clerk and an inspector see and can do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dockstation.application.ports.store import PrintState
from dockstation.domain.text import Text
from dockstation.domain.unit import UnitState
from dockstation.ui.screens.decision import DecisionScreen
from dockstation.ui.screens.home import HomeScreen
from dockstation.ui.screens.inspect import InspectScreen
from dockstation.ui.screens.receive import ReceiveScreen
from dockstation.ui.widgets import RowList, Screen, TextLabel
from tests.ui import gallery, samples
from tests.ui.looking import buttons, collect, said, tap, visible_rows
from tests.ui.reach import displaced, unnamed

T = TypeVar("T", bound=Screen)


def shown(qtbot: QtBot, screen: T) -> T:
    qtbot.addWidget(screen)
    screen.resize(1280, 648)
    screen.show()
    return screen


def test_home_asks_for_a_scan_and_lists_what_waits(qtbot: QtBot) -> None:
    screen = shown(qtbot, HomeScreen())
    screen.show_home(samples.home(), "en")
    assert "Scan a return label" in said(screen)
    assert "1284" in said(screen)
    assert visible_rows(screen)[0].tone == "late"
    assert "K7M42340X" in visible_rows(screen)[0].detail


def test_a_waiting_unit_is_chosen_by_tapping_it(qtbot: QtBot) -> None:
    screen = shown(qtbot, HomeScreen())
    screen.show_home(samples.home(2), "en")
    assert "Late" in said(screen)
    rows = next(each for each in screen.findChildren(RowList) if each.isVisible())
    with qtbot.waitSignal(screen.unit_chosen) as chosen:
        place = rows.visualRect(rows.model().index(1, 0)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["K7M42341X"]


def test_home_without_work_says_so(qtbot: QtBot) -> None:
    screen = shown(qtbot, HomeScreen())
    screen.show_home(samples.home(0), "en")
    assert "Nothing is waiting" in said(screen)


def test_found_starts_at_nought_and_nothing_can_be_inspected_yet(qtbot: QtBot) -> None:
    screen = shown(qtbot, ReceiveScreen())
    screen.show_receive(samples.receive(0), "en")
    assert [row.figure for row in visible_rows(screen)] == ["0 of 2", "0 of 3"]
    assert not any("Inspect" in each.text() for each in buttons(screen))
    asked = collect(screen.inspect_asked)
    screen.confirm()
    assert asked == []


def test_the_newest_unit_is_offered_for_inspection(qtbot: QtBot) -> None:
    screen = shown(qtbot, ReceiveScreen())
    screen.show_receive(samples.receive(2), "en")
    asked = collect(screen.inspect_asked)
    tap(screen, "Inspect K7M42341X")
    screen.confirm()
    assert asked == [("K7M42341X",), ("K7M42341X",)]
    assert "2 of 2" in said(screen)
    assert "3 still to find" in said(screen)


def test_a_parcel_can_be_done_with(qtbot: QtBot) -> None:
    screen = shown(qtbot, ReceiveScreen())
    screen.show_receive(samples.receive(1), "en")
    asked = collect(screen.way_asked)
    for text in ("Done with this parcel", "Pick by name", "Undo", "Void"):
        tap(screen, text)
    assert asked == [("NEXT",), ("PICK",), ("UNDO",), ("VOID",)]


def test_one_question_at_a_time_with_nothing_chosen_beforehand(qtbot: QtBot) -> None:
    screen = shown(qtbot, InspectScreen())
    screen.show_inspect(samples.inspect({}), "en", ())
    assert "How is the original box?" in said(screen)
    assert "Sealed: the maker" in said(screen)
    assert "Question 1 of" in said(screen)
    assert not any(each.property("marked") for each in buttons(screen))


def test_tap_and_number_give_the_same_answer(qtbot: QtBot) -> None:
    screen = shown(qtbot, InspectScreen())
    screen.show_inspect(samples.inspect({}), "en", ())
    given = collect(screen.answer_given)
    tap(screen, "Opened")
    screen.choose(2)
    screen.choose(9)
    assert given == [("packaging", "opened")] * 2


def test_an_answer_given_before_is_marked(qtbot: QtBot) -> None:
    screen = shown(qtbot, InspectScreen())
    screen.show_inspect(samples.inspect({"packaging": "opened", "screen": "deep"}, ("screen",), "screen"), "en", ())
    assert [each.text() for each in buttons(screen) if each.property("marked")] == ["Deep scratch"]


def test_a_photo_step_says_why_and_the_shutter_takes_it(qtbot: QtBot) -> None:
    screen = shown(qtbot, InspectScreen())
    screen.show_inspect(samples.inspect({"packaging": "opened", "serial": "na", "screen": "light"}), "en", ())
    assert "Photo needed because: Light scratches" in said(screen)
    asked, given = collect(screen.photo_asked), collect(screen.answer_given)
    tap(screen, "Take the photo")
    screen.confirm()
    screen.choose(1)
    assert (asked, given) == ([("screen",)] * 2, [])


def test_confirming_while_a_question_is_open_decides_nothing(qtbot: QtBot) -> None:
    screen = shown(qtbot, InspectScreen())
    screen.show_inspect(samples.inspect({}), "en", ())
    decided = collect(screen.decide_asked)
    screen.confirm()
    assert decided == []
    assert not any("Decide" in each.text() for each in buttons(screen))


def test_all_answered_shows_the_answers_and_decides(qtbot: QtBot, tmp_path: Path) -> None:
    screen = shown(qtbot, InspectScreen())
    screen.show_inspect(
        samples.inspect(samples.ANSWERS, ("screen", "overall.front", "overall.back")), "en", [tmp_path / "gone.jpg"]
    )
    assert [row.figure for row in visible_rows(screen) if row.figure] == ["Minor"]
    decided = collect(screen.decide_asked)
    tap(screen, "Decide")
    screen.confirm()
    assert len(decided) == 2


def test_an_endless_name_of_an_item_does_not_grow_the_screens(qtbot: QtBot) -> None:
    line = replace(samples.PHONE, name=Text({"en": "<b>x</b>\n " * 2000}))
    inspecting, deciding = shown(qtbot, InspectScreen()), shown(qtbot, DecisionScreen())
    inspecting.show_inspect(replace(samples.inspect({}), line=line), "en", ())
    deciding.show_decision(replace(samples.decision(None), line=line), "en")
    QApplication.processEvents()
    for screen in (inspecting, deciding):
        assert (screen.width(), screen.height()) == (1280, 648)


def test_back_and_pause_are_there_at_every_question(qtbot: QtBot) -> None:
    screen = shown(qtbot, InspectScreen())
    screen.show_inspect(samples.inspect({"packaging": "opened"}), "en", ())
    with qtbot.waitSignals([screen.back_asked, screen.paused]):
        tap(screen, "Back")
        tap(screen, "Pause")


def test_a_language_change_keeps_the_place(qtbot: QtBot, qapp: QApplication) -> None:
    screen = shown(qtbot, InspectScreen())
    answers = {"packaging": "opened", "serial": "na"}
    screen.show_inspect(samples.inspect(answers), "en", ())
    with gallery.chinese(qapp):
        assert "暂停" in said(screen)
        assert "Is the screen scratched" in said(screen)
        screen.show_inspect(samples.inspect(answers), "zh_CN", ())
        assert "屏幕有划痕" in said(screen)
    assert "Pause" in said(screen)


def test_the_decision_says_grade_place_and_every_reason(qtbot: QtBot) -> None:
    screen = shown(qtbot, DecisionScreen())
    view = samples.decision(None)
    screen.show_decision(view, "en")
    told = said(screen)
    assert view.decision.grade in told
    assert view.disposition.word.in_language("en") in told
    for reason in view.decision.reasons()[:4]:
        assert reason.reason.in_language("en") in told
    assert "Light scratches (Minor)" in told


def test_a_deduction_is_said_in_money(qtbot: QtBot) -> None:
    screen = shown(qtbot, DecisionScreen())
    screen.show_decision(samples.deducted(), "en")
    assert "CNY 389.90 deducted" in said(screen)


@pytest.mark.parametrize(
    ("state", "signal"),
    [
        (None, "print_asked"),
        (PrintState.QUEUED, "print_asked"),
        (PrintState.SENT, "confirmed"),
        (PrintState.FAILED, "reprint_asked"),
        (PrintState.UNKNOWN, "confirmed"),
    ],
)
def test_confirming_does_what_the_label_waits_for(qtbot: QtBot, state: PrintState | None, signal: str) -> None:
    screen = shown(qtbot, DecisionScreen())
    screen.show_decision(samples.decision(state), "en")
    with qtbot.waitSignal(getattr(screen, signal)):
        screen.confirm()


@pytest.mark.parametrize("state", [PrintState.SENDING, PrintState.CONFIRMED])
def test_confirming_does_nothing_while_sending_or_when_the_label_is_there(qtbot: QtBot, state: PrintState) -> None:
    screen = shown(qtbot, DecisionScreen())
    screen.show_decision(samples.decision(state, unit=UnitState.LABELLED), "en")
    signals = (screen.print_asked, screen.reprint_asked, screen.confirmed, screen.next_asked)
    heard = [collect(each) for each in signals]
    screen.confirm()
    assert heard == [[], [], [], []]


def test_an_unknown_print_is_never_printed_again_unless_asked(qtbot: QtBot) -> None:
    screen = shown(qtbot, DecisionScreen())
    screen.show_decision(samples.decision(PrintState.UNKNOWN), "en")
    assert "Did the label come out?" in said(screen)
    with qtbot.waitSignal(screen.reprint_asked):
        tap(screen, "print again")


def test_with_the_label_in_hand_the_bin_is_named(qtbot: QtBot) -> None:
    screen = shown(qtbot, DecisionScreen())
    screen.show_decision(samples.decision(PrintState.CONFIRMED, unit=UnitState.LABELLED), "en")
    assert "Put it into DISCOUNT-1" in said(screen)
    assert "Then scan the code on the bin." in said(screen)


def test_after_the_bin_comes_the_next_item(qtbot: QtBot) -> None:
    screen = shown(qtbot, DecisionScreen())
    screen.show_decision(samples.decision(PrintState.CONFIRMED, unit=UnitState.PUT_AWAY), "en")
    with qtbot.waitSignal(screen.next_asked):
        screen.confirm()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("name", gallery.SCENES)
def test_every_scene_fits_the_usual_screen_confirms_in_its_corner_and_is_named(
    qtbot: QtBot, qapp: QApplication, name: str, language: str
) -> None:
    with gallery.chinese(qapp, on=language == "zh_CN"):
        window = gallery.window(gallery.SCENES[name], language)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        assert (window.width(), window.height()) == (1280, 800)
        for button in buttons(window):
            assert min(button.width(), button.height()) >= 62, button.text()
            assert button.height() >= button.heightForWidth(button.width()) or "\n" in button.text()
        for label in window.findChildren(TextLabel):
            if label.isVisible() and label.text():
                assert label.font().pixelSize() >= 18
                assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
        assert list(displaced(window)) == []
        assert list(unnamed(window, language)) == []
