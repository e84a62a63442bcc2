"""A half-done unit goes to somebody else: on purpose, or because another person takes it up."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.main_window.dock import Dock

BEN = '\n[[people]]\nbadge = "BEN"\nname = "Ben"\nrole = "inspector"\n'


@pytest.fixture
def shared(dock: Dock) -> Dock:
    """A station at which Anna and Ben inspect."""
    path = dock.config / "station.toml"
    path.write_text(path.read_text("utf-8") + BEN, "utf-8")
    dock.begin()
    return dock


def ask(dock: Dock, how: str) -> None:
    if how == "button":
        dock.tap("Hand over")
    elif how == "key":
        dock.press(Qt.Key.Key_F8)
    else:
        dock.scan("DSCMD-HANDOVER")
    dock.reach("hand_over")


@pytest.mark.parametrize("how", ["button", "key", "code"])
def test_a_unit_is_handed_over_with_a_reason_and_waits_with_it(shared: Dock, how: str) -> None:
    shared.start_inspection()
    ask(shared, how)
    shared.scan("DSCMD-2")
    shared.reach("home")
    assert [each["note"] for each in shared.events("UnitHandedOver")] == ["second_opinion"]
    assert "Second opinion (Anna)" in shared.said


def test_the_next_person_takes_it_up_and_reads_the_reason(shared: Dock) -> None:
    lpn = shared.start_inspection().lpn
    shared.press(Qt.Key.Key_1)
    ask(shared, "code")
    shared.press(Qt.Key.Key_1)
    shared.reach("home")
    shared.scan("DSID-BEN")
    shared.settle()
    assert shared.sight.stage == "home"
    shared.scan(lpn)
    sight = shared.reach("inspect")
    assert "Anna handed it over: Shift ended" in shared.window.banner.text()
    assert len(sight.answers) == 1
    assert [(each["from"], each["to"]) for each in shared.events("UnitTakenOver")] == [("ANNA", "BEN")]


def test_back_keeps_the_unit(shared: Dock) -> None:
    shared.start_inspection()
    ask(shared, "button")
    shared.scan("DSCMD-BACK")
    shared.reach("inspect")
    assert shared.events("UnitHandedOver") == []


def test_no_reason_is_chosen_beforehand(shared: Dock) -> None:
    shared.start_inspection()
    ask(shared, "button")
    shared.press(Qt.Key.Key_Return)
    shared.until(lambda sight: sight.banner == "reject")
    assert shared.sight.stage == "hand_over"
    assert shared.events("UnitHandedOver") == []


def test_a_decided_unit_is_handed_over(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    dock.begin()
    dock.decide()
    dock.until(lambda sight: sight.stage == "decision")
    ask(dock, "code")
    dock.scan("DSCMD-3")
    dock.reach("home")
    assert [each["note"] for each in dock.events("UnitHandedOver")] == ["supervisor"]


def test_who_signs_in_next_goes_on_with_what_was_left_and_it_is_written_down(shared: Dock) -> None:
    shared.start_inspection()
    shared.scan("DSCMD-PAUSE")
    shared.reach("home")
    shared.scan("DSID-BEN")
    shared.reach("inspect")
    assert [(each["from"], each["to"]) for each in shared.events("UnitTakenOver")] == [("ANNA", "BEN")]


def test_the_reasons_are_in_the_language_of_the_moment(shared: Dock) -> None:
    shared.start_inspection()
    ask(shared, "code")
    shared.press(Qt.Key.Key_F12)
    shared.until(lambda _sight: shared.window.desk.language == "zh_CN")
    assert "请人复核" in shared.said
