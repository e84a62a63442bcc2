"""Photos at the station: a burst, the page that shows them, marks, discarding, taking again."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest

from dockstation.ui.main_window.trigger import MOST_WAITING
from tests.ui.main_window.dock import Dock

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def scratched(dock: Dock, film: Path) -> Dock:
    """At the photo of a scratched screen, with a camera."""
    dock.configure(camera=film)
    return at_the_scratch(dock)


def at_the_scratch(dock: Dock) -> Dock:
    window = dock.begin()
    dock.start_inspection()
    dock.press(Key.Key_2)
    dock.until(lambda sight: sight.question == "screen")
    dock.press(Key.Key_2)
    dock.until(lambda sight: sight.step == "photo")
    if window.camera.set_up:
        dock._qtbot.waitUntil(lambda: window.camera.newest is not None)
    return dock


def shoot(dock: Dock) -> None:
    before = len(dock.events("PhotoTaken"))
    dock.press(Key.Key_Space)
    dock._qtbot.waitUntil(lambda: len(dock.events("PhotoTaken")) > before)
    dock.settle()


def look(dock: Dock) -> None:
    dock.press(Key.Key_F7)
    dock.reach("photos")


def test_a_burst_loses_no_photo_and_says_when_it_is_too_fast(scratched: Dock) -> None:
    gate = threading.Event()
    scratched.hold("photos", lambda: gate.wait(20))
    for _ in range(MOST_WAITING + 2):
        scratched.press(Key.Key_Space)
    scratched._qtbot.waitUntil(lambda: "still being written" in scratched.sight.said)
    gate.set()
    scratched.settle()
    taken = scratched.events("PhotoTaken")
    assert len(taken) == MOST_WAITING
    assert {event["question"] for event in taken} == {"screen"}
    assert len(scratched.files()) >= 1


def test_no_answer_is_taken_while_a_photo_is_being_written(scratched: Dock) -> None:
    gate = threading.Event()
    scratched.hold("photos", lambda: gate.wait(20))
    scratched.press(Key.Key_Space)
    scratched.press(Key.Key_Backspace)
    assert scratched.sight.busy
    gate.set()
    assert scratched.until(lambda sight: sight.question == "housing").photos == 1


def test_a_mark_is_set_moved_named_and_removed_by_keys(scratched: Dock) -> None:
    shoot(scratched)
    look(scratched)
    scratched.press(Key.Key_1)
    scratched.press(Key.Key_Return)
    scratched._qtbot.waitUntil(lambda: len(scratched.events("PhotoMarked")) == 1)
    scratched.settle()
    assert scratched.events("PhotoMarked")[-1]["marks"][0]["defect"] == "screen_scratch"
    scratched.press(Key.Key_Right)
    scratched.press(Key.Key_Down)
    scratched.press(Key.Key_Backspace)
    scratched.reach("inspect")
    (moved,) = scratched.events("PhotoMarked")[-1]["marks"]
    assert (moved["x"], moved["y"]) == (0.51, 0.51)
    look(scratched)
    scratched.press(Key.Key_Tab)
    scratched.press(Key.Key_Delete)
    scratched._qtbot.waitUntil(lambda: scratched.events("PhotoMarked")[-1]["marks"] == [])


def test_a_box_is_drawn_with_a_finger(scratched: Dock) -> None:
    shoot(scratched)
    look(scratched)
    screen = scratched.window.flow.photos.screen
    scratched._qtbot.waitUntil(lambda: not screen.picture._image.isNull())
    scratched.tap("Box")
    size = screen.picture.size()
    middle = QPoint(size.width() // 2, size.height() // 2)
    QTest.mousePress(screen.picture, LEFT, pos=middle - QPoint(60, 40))
    QTest.mouseMove(screen.picture, middle)
    QTest.mouseRelease(screen.picture, LEFT, pos=middle + QPoint(60, 40))
    scratched._qtbot.waitUntil(lambda: len(scratched.events("PhotoMarked")) == 1)
    (mark,) = scratched.events("PhotoMarked")[0]["marks"]
    assert mark["kind"] == "box"
    assert (mark["x"] < 0.5 < mark["x2"], mark["y"] < 0.5 < mark["y2"]) == (True, True)


def test_a_discarded_photo_is_asked_for_again(scratched: Dock) -> None:
    shoot(scratched)
    look(scratched)
    scratched.tap("Discard")
    scratched.reach("inspect")
    sight = scratched.until(lambda sight: sight.step == "photo")
    assert (sight.question, sight.photos) == ("screen", 0)
    assert len(scratched.files()) == 1


def test_a_photo_taken_again_takes_the_place_of_the_first(scratched: Dock) -> None:
    shoot(scratched)
    look(scratched)
    scratched.tap("Take again")
    scratched.reach("inspect")
    assert (scratched.sight.question, scratched.sight.step) == ("screen", "photo")
    shoot(scratched)
    assert [event["question"] for event in scratched.events("PhotoDiscarded")] == ["screen"]
    assert (scratched.sight.question, scratched.sight.photos) == ("housing", 1)


def test_the_newest_photo_of_the_strip_opens_by_a_tap(scratched: Dock) -> None:
    shoot(scratched)
    strip = scratched.window.flow.inspect.screen.photos
    QTest.mouseClick(strip, LEFT, pos=QPoint(20, 20))
    scratched.reach("photos")
    scratched.press(Key.Key_Backspace)
    scratched.reach("inspect")


def test_a_dropped_picture_is_a_photo_where_one_is_asked_for(scratched: Dock, tmp_path: Path) -> None:
    picture = tmp_path / "phone.jpg"
    Image.new("RGB", (400, 300), "red").save(picture)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    scratched.window._offer(mime)
    scratched.until(lambda sight: sight.question == "housing")
    (taken,) = scratched.events("PhotoTaken")
    assert taken["sha256"] == hashlib.sha256(picture.read_bytes()).hexdigest()
    scratched.window._offer(mime)
    assert "No photo is asked for" in scratched.until(lambda sight: sight.banner == "reject").said


def test_a_camera_that_gives_no_full_picture_costs_no_photo_and_says_so(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    dock.set_in("camera", "still_width = 3840", "still_height = 2160")
    shoot(at_the_scratch(dock))
    assert "the camera gave no full picture, the live one was kept" in dock.sight.said
