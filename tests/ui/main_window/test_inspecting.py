"""Answers, photos and people at the checklist."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.ui import theme
from dockstation.ui.widgets import BigButton
from tests.fakes.returns import IMEI
from tests.ui.looking import buttons
from tests.ui.main_window.dock import LABEL, Dock

LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def test_two_taps_on_an_answer_in_one_moment_answer_once(dock: Dock) -> None:
    dock.begin()
    dock.start_inspection()
    answer = next(each for each in buttons(dock.window) if "Opened" in each.text())
    for _ in range(2):
        QTest.mouseClick(answer, LEFT)
    dock.until(lambda sight: sight.question == "screen")
    dock.settle()
    assert [event["question"] for event in dock.events("QuestionAnswered")] == ["packaging"]


def test_the_second_tap_of_a_double_tap_does_not_answer_the_next_question(dock: Dock) -> None:
    dock.begin()
    dock.start_inspection()
    answer = next(each for each in buttons(dock.window) if "Opened" in each.text())
    place = answer.mapTo(dock.window, answer.rect().center())
    dock.tap("Opened")
    dock.until(lambda sight: sight.question == "screen")
    _second_tap(dock, place)
    dock.settle()
    assert dock.sight.question == "screen"
    dock.tap("Light scratches")
    dock.until(lambda sight: sight.step == "photo")


def _second_tap(dock: Dock, place: QPoint) -> None:
    """What Qt makes of a tap that comes right after one at the same place."""
    dock._qtbot.waitUntil(lambda: isinstance(dock.window.childAt(place), BigButton))
    hit = dock.window.childAt(place)
    assert isinstance(hit, BigButton)
    at, none = QPointF(hit.rect().center()), Qt.KeyboardModifier.NoModifier
    for kind, held in ((QEvent.Type.MouseButtonDblClick, LEFT), (QEvent.Type.MouseButtonRelease, NO_BUTTON)):
        QCoreApplication.sendEvent(hit, QMouseEvent(kind, at, hit.mapToGlobal(at), LEFT, held, none))


def test_an_answer_given_while_the_one_before_is_being_written_is_not_taken(dock: Dock) -> None:
    dock.begin()
    dock.start_inspection()
    gate = threading.Event()
    dock.hold("store", lambda: gate.wait(20))
    dock.tap("Opened")
    dock.tap("Still sealed")
    dock.press(Qt.Key.Key_3)
    gate.set()
    dock.until(lambda sight: sight.question == "screen")
    assert [event["answer"] for event in dock.events("QuestionAnswered")] == ["opened"]


def test_a_photo_without_a_camera_is_refused_in_words_and_taken_once_it_is_there(
    dock: Dock, film: Path, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    shutil.move(film, away)
    dock.configure(camera=film)
    window = dock.begin()
    window.camera._retry.setInterval(50)
    dock._qtbot.waitUntil(lambda: "cannot be opened" in window.flow.home.screen.camera.accessibleName())
    dock.start_inspection()
    dock.press(Qt.Key.Key_1)
    dock.until(lambda sight: sight.step == "photo")
    dock.press(Qt.Key.Key_Space)
    assert "The camera gave no picture" in dock.until(lambda sight: sight.banner == "reject").said
    assert (dock.events("PhotoTaken"), dock.sight.step) == ([], "photo")
    shutil.move(away, film)
    dock._qtbot.waitUntil(lambda: window.camera.newest is not None, timeout=10_000)
    dock.tap("Take the photo")
    sight = dock.until(lambda sight: sight.step == "done")
    assert sight.said.startswith("Photo taken: there may be nothing in it.")
    assert sight.photos == 1
    assert len(dock.files()) == 1


def test_no_camera_set_up_is_said_in_the_language_of_the_moment(dock: Dock) -> None:
    window = dock.begin()
    assert "No camera is set up" in window.flow.home.screen.camera.accessibleName()
    dock.press(Qt.Key.Key_F12)
    assert "没有设置相机" in window.flow.home.screen.camera.accessibleName()


def test_a_camera_that_goes_away_says_so_and_its_last_picture_is_no_photo(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    window = dock.begin()
    dock._qtbot.waitUntil(lambda: window.camera.newest is not None)
    (film / "1.png").unlink()
    dock._qtbot.waitUntil(lambda: "gives no picture" in window.flow.home.screen.camera.accessibleName())
    assert window.camera.newest is None


def test_a_clerk_may_count_but_not_inspect_until_an_inspector_comes(dock: Dock) -> None:
    dock.begin(badge="CARL")
    dock.count_phone()
    dock.press(Qt.Key.Key_Return)
    sight = dock.until(lambda sight: sight.banner == "reject")
    assert ("Carl" in sight.said, sight.stage) == (True, "receive")
    dock.scan("DSID-ANNA")
    dock.until(lambda sight: sight.said == "Signed in: Anna")
    dock.press(Qt.Key.Key_Return)
    dock.reach("inspect")
    assert dock.events("InspectionStarted")[0]["by"] == "ANNA"


def test_another_persons_badge_takes_over_where_the_work_stands(dock: Dock) -> None:
    dock.begin()
    before = dock.start_inspection()
    dock.scan("DSID-CARL")
    sight = dock.until(lambda sight: "Carl" in sight.said)
    assert (sight.stage, sight.question) == ("inspect", before.question)
    dock.tap("Opened")
    dock.until(lambda sight: sight.banner == "reject")
    assert dock.events("QuestionAnswered") == []


@pytest.mark.parametrize("leave", ["button", "key", "code"])
def test_work_is_paused_at_every_stage_and_waits_at_home(dock: Dock, leave: str) -> None:
    dock.begin()
    dock.count_phone()
    _leave(dock, leave)
    dock.scan(LABEL)
    dock.reach("receive")
    dock.press(Qt.Key.Key_Return)
    dock.reach("inspect")
    _leave(dock, "button" if leave == "key" else leave)
    assert "Waiting: 1, late: 1" in dock.said


def _leave(dock: Dock, how: str) -> None:
    if how == "button":
        dock.tap("Pause")
    elif how == "key":
        dock.press(Qt.Key.Key_Backspace)
    else:
        dock.scan("DSCMD-PAUSE")
    dock.reach("home")


def test_language_and_theme_change_at_every_stage_without_losing_the_place(
    dock: Dock, film: Path, printer: VirtualPrinter
) -> None:
    dock.configure(camera=film)
    window = dock.begin()
    _turn(dock, "请扫描退货面单", "Scan a return label")
    dock.open_parcel()
    _turn(dock, "星河手机 12", "Galaxy River Phone 12")
    dock.press(Qt.Key.Key_F4)
    _turn(dock, "输入编码", "Type the code")
    dock.press(Qt.Key.Key_Escape)
    dock.scan(IMEI)
    dock.until(lambda sight: bool(sight.units))
    dock.press(Qt.Key.Key_Return)
    dock.reach("inspect")
    _turn(dock, "原包装怎么样？", "How is the original box?")
    dock._qtbot.waitUntil(lambda: window.camera.newest is not None)
    dock.decide()
    dock.until(lambda sight: sight.print_state == "sent")
    _turn(dock, "重新上架", "Restock")


def _turn(dock: Dock, chinese: str, english: str) -> None:
    before, size = dock.sight, dock.window.size()
    dock.press(Qt.Key.Key_F12)
    dock.press(Qt.Key.Key_F11)
    QCoreApplication.processEvents()
    assert chinese in dock.said
    assert theme.tokens() is theme.DARK
    dock.press(Qt.Key.Key_F11)
    assert theme.tokens() is theme.CONTRAST
    dock.press(Qt.Key.Key_F11)
    dock.press(Qt.Key.Key_F12)
    assert english in dock.said
    after = dock.sight
    assert (after.stage, after.question, after.lpn, after.units) == (
        before.stage, before.question, before.lpn, before.units,
    )  # fmt: skip
    assert dock.window.size() == size


def test_a_standing_refusal_is_said_again_in_the_other_language(dock: Dock) -> None:
    dock.begin()
    dock.scan("^XA")
    dock.until(lambda sight: sight.banner == "reject")
    dock.press(Qt.Key.Key_F12)
    assert (dock.sight.banner, "扫描" in dock.sight.said) == ("reject", True)


def test_changing_the_language_while_the_next_screen_comes_does_not_turn_back(dock: Dock) -> None:
    dock.begin()
    dock.count_phone()
    gate = threading.Event()
    dock.hold("store", lambda: gate.wait(20))
    dock.tap("Inspect")
    dock.press(Qt.Key.Key_F12)
    gate.set()
    dock.reach("inspect")
    dock.settle()
    assert dock.sight.stage == "inspect"
    assert "原包装怎么样" in dock.said
