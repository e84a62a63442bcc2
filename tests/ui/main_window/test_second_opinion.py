"""Another inspector looks without sight of the first; then both stand side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dockstation.domain.opinion import OpinionState
from dockstation.settings.policy import load_policy
from tests.application.desk import Desk
from tests.ui.looking import visible_rows
from tests.ui.main_window.dock import Dock

PEOPLE = """
[inspection]
second_opinion_percent = 100

[[people]]
badge = "DEMO"
name = "Demo"
role = "inspector"

[[people]]
badge = "BEN"
name = "Ben"
role = "inspector"
"""
OF_THE_FIRST = ("Grade", "Discount", "Demo", "Opened")


@pytest.fixture
def again(dock: Dock, film: Path) -> Dock:
    """Every unit is inspected by a second person here."""
    dock.configure(camera=film)
    config = dock.config / "station.toml"
    config.write_text(config.read_text("utf-8") + PEOPLE, "utf-8")
    return dock


def desk_of(dock: Dock) -> Desk:
    return Desk(dock.data, load_policy(dock.place.folders), opinion_percent=100)


@pytest.fixture
def first(again: Dock) -> str:
    """Demo found an opened box: grade B, to be sold at a discount."""
    return decided(again, packaging="opened")


def decided(dock: Dock, **answers: str) -> str:
    desk = desk_of(dock)
    lpn = desk.decided(**answers)
    desk.store.close()
    return lpn


def begin(dock: Dock, badge: str) -> None:
    window = dock.begin(badge)
    dock._qtbot.waitUntil(lambda: window.camera.newest is not None)


def inspect_sealed(dock: Dock, lpn: str) -> None:
    """Ben finds the seal whole, and takes the photo."""
    dock.scan(lpn)
    dock.reach("inspect")
    dock.press(Qt.Key.Key_1)
    dock.until(lambda sight: sight.step == "photo")
    dock.press(Qt.Key.Key_Space)
    dock.until(lambda sight: sight.step == "done")
    dock.press(Qt.Key.Key_Return)
    dock.reach("overruling")


def test_the_second_inspector_sees_nothing_of_the_first(again: Dock, first: str) -> None:
    begin(again, "BEN")
    assert again.sight.stage == "home"
    again.scan(first)
    sight = again.reach("inspect")
    assert (sight.question, sight.answers, sight.photos) == ("packaging", (), 0)
    assert "Second opinion  ·  Question 1 of" in again.said
    for word in ("REPEAT", "PHOTOS"):
        again.scan(f"DSCMD-{word}")
        again.until(lambda sight: sight.banner == "reject")
        again.press(Qt.Key.Key_Escape)
    again.press(Qt.Key.Key_F2)
    assert not [each for each in OF_THE_FIRST if each in again.said]
    assert {row.title for row in visible_rows(again.window)} == {"–"}


def test_where_two_differ_it_is_said_who_decides_and_the_first_decision_stands(again: Dock, first: str) -> None:
    begin(again, "BEN")
    inspect_sealed(again, first)
    assert "What Demo found decides, until a supervisor settles it" in again.said
    shown = {row.detail: (row.title, row.figure) for row in visible_rows(again.window)}
    assert shown["How is the original box?"] == ("Demo: Opened, box in good shape  |  Ben: Still sealed", "differs")
    assert shown["Grade"] == ("Demo: B  |  Ben: A", "differs")
    assert shown["Disposition"] == ("Demo: Discount  |  Ben: Restock", "differs")
    assert again.events("LabelQueued") == []
    again.press(Qt.Key.Key_Return)
    again._qtbot.waitUntil(lambda: bool(again.events("LabelQueued")), timeout=10_000)
    assert again.reach("decision").lpn == first
    assert "Discount" in again.said
    (body,) = again.events("SecondOpinionGiven")
    assert (body["by"], body["first_by"], body["differing"]) == ("BEN", "DEMO", ["packaging", "grade", "disposition"])


def test_where_both_agree_there_is_nothing_to_settle(again: Dock) -> None:
    lpn = decided(again, packaging="sealed")
    begin(again, "BEN")
    inspect_sealed(again, lpn)
    assert "Both found the same" in again.said
    assert {row.figure for row in visible_rows(again.window)} == {"alike"}
    again.scan("DSCMD-BACK")
    again.reach("decision")
    assert again.read(lambda work: work.second_opinions.find(lpn)).state is OpinionState.GIVEN


def test_the_first_inspector_is_told_to_leave_it_to_somebody_else(again: Dock, first: str) -> None:
    begin(again, "DEMO")
    again.scan(first)
    again.reach("decision")
    assert "Put it where the second inspector finds it" in again.said
    again.scan("DSBIN-DISCOUNT-1")
    assert "waits for a second inspector" in again.until(lambda sight: sight.banner == "reject").said
    again.press(Qt.Key.Key_Return)
    again.reach("home")
    assert "Second opinion" in again.said


def test_the_next_persons_badge_hides_the_first_decision_at_once(again: Dock, first: str) -> None:
    begin(again, "DEMO")
    again.scan(first)
    again.reach("decision")
    again.scan("DSID-BEN")
    assert again.reach("inspect").answers == ()
    assert "Discount" not in again.said


def test_a_second_inspection_goes_on_where_it_was_cut_off(again: Dock, first: str) -> None:
    begin(again, "BEN")
    again.scan(first)
    again.reach("inspect")
    again.press(Qt.Key.Key_1)
    again.until(lambda sight: sight.step == "photo")
    again.window.close()
    begin(again, "BEN")
    assert again.reach("inspect").answers == (("packaging", "sealed"),)
    assert "Second opinion  ·  Question 2 of 2" in again.said
    assert again.read(lambda work: work.inspections.get(first)).answers["packaging"] == "opened"


def test_the_figures_of_agreement_are_those_of_the_events(again: Dock, first: str) -> None:
    desk = desk_of(again)
    desk.looked_at_again(first, packaging="sealed")
    desk.store.close()
    begin(again, "ANNA")
    again.scan("DSCMD-PAUSE", "DSCMD-AGREEMENT")
    assert "Anna" in again.until(lambda sight: sight.banner == "reject").said
    again.press(Qt.Key.Key_Escape)
    again.scan("DSID-SUE", "DSCMD-PAUSE", "DSCMD-AGREEMENT")
    again.reach("overruling")
    (one,), (other,) = again.events("InspectionCompleted"), again.events("SecondOpinionGiven")
    both = set(one["answers"]) & set(other["answers"])
    alike = sum(one["answers"][each] == other["answers"][each] for each in both)
    alike += sum(one[each] == other[each] for each in ("grade", "disposition"))
    figures = {row.title: (row.detail, row.figure) for row in visible_rows(again.window)}
    assert figures["How is the original box?"] == ("0 of 1 alike", "0%")
    told = f"{alike} of {len(both) + 2} alike"
    assert {figures["Demo"][0], figures["Ben"][0]} == {told}
    again.tap("Where two differ: 1")
    again._qtbot.waitUntil(lambda: f"{first}: Demo, Ben" in again.said)
    again.press(Qt.Key.Key_1)
    again._qtbot.waitUntil(lambda: "two inspections" in again.said)
    again.press(Qt.Key.Key_Return)
    again._qtbot.waitUntil(lambda: "Settled" in again.said and "Agreement of inspectors" in again.said)
    assert again.read(lambda work: work.second_opinions.find(first)).state is OpinionState.SETTLED


def test_a_supervisor_may_go_on_without_it_with_a_reason(again: Dock, first: str) -> None:
    begin(again, "SUE")
    again.scan(first)
    again.reach("overruling")
    assert "Discount" not in again.said
    again.press(Qt.Key.Key_2)
    again._qtbot.waitUntil(lambda: "without a second opinion" in again.said)
    again.press(Qt.Key.Key_1)
    again.reach("decision")
    again._qtbot.waitUntil(lambda: bool(again.events("LabelQueued")), timeout=10_000)
    assert again.events("SecondOpinionWaived") == [{"lpn": first, "reason": "nobody_else", "by": "SUE"}]
