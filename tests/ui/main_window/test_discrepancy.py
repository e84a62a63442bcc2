"""The page of one difference: its evidence, and leaving it."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import Qt

from dockstation.application.record_discrepancy import Found
from dockstation.domain.discrepancy import Discrepancy, DiscrepancyKind
from dockstation.ui.main_window.window import MainWindow
from tests.ui.main_window.dock import Dock

WRONG = DiscrepancyKind.WRONG_ITEM
DOUBT = DiscrepancyKind.COUNTERFEIT


def begin(dock: Dock, kind: DiscrepancyKind) -> list[Discrepancy]:
    """The page on the screen, asked for from the open parcel; what is recorded comes into the list."""
    window = dock.begin()
    if window.camera.set_up:
        dock._qtbot.waitUntil(lambda: window.camera.newest is not None)
    dock.open_parcel()
    return ask(dock, window, kind)


def ask(dock: Dock, window: MainWindow, kind: DiscrepancyKind) -> list[Discrepancy]:
    recorded: list[Discrepancy] = []
    found = Found(kind, window.flow.receive.parcel_id, "R26110001", facts={"expected": "phone", "found": "shirt"})

    def then(discrepancy: Discrepancy) -> None:
        recorded.append(discrepancy)
        window.flow.receive.enter(discrepancy.parcel_id)

    window.flow.discrepancy.ask(found, lambda use, by, complete: use.record_discrepancy(complete, by), then)
    dock.reach("discrepancy")
    return recorded


def test_by_scans_alone_photos_and_an_answer_make_a_record(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    recorded = begin(dock, WRONG)
    assert "0 of 1 photos" in dock.said
    dock.scan("DSCMD-CONFIRM")
    assert "1 photos are needed" in dock.until(lambda sight: sight.banner == "reject").said
    dock.scan("DSCMD-PHOTO")
    dock.until(lambda sight: sight.photos == 1)
    dock.scan("DSCMD-CONFIRM")
    assert "Choose what is likely" in dock.until(lambda sight: sight.banner == "reject").said
    dock.scan("DSCMD-2")
    dock.until(lambda _sight: "Everything is there" in dock.said)
    dock.scan("DSCMD-CONFIRM")
    dock.reach("receive")
    (event,) = dock.events("DiscrepancyFound")
    assert (event["kind"], event["answer"], len(event["photos"])) == ("wrong_item", "sent_by_us", 1)
    assert [each.answer for each in recorded] == ["sent_by_us"]


def test_keys_do_the_same_and_esc_leaves_to_where_it_came_from(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    begin(dock, WRONG)
    dock.press(Qt.Key.Key_Space)
    dock.until(lambda sight: sight.photos == 1)
    dock.press(Qt.Key.Key_1)
    dock.press(Qt.Key.Key_Escape)
    dock.reach("receive")
    assert dock.events("DiscrepancyFound") == []
    ask(dock, dock.window, WRONG)
    dock.press(Qt.Key.Key_3)
    dock.press(Qt.Key.Key_Return)
    dock.reach("receive")
    assert dock.events("DiscrepancyFound")[0]["answer"] == "unclear"


def test_photos_taken_before_a_stop_are_there_after_it(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    begin(dock, DOUBT)
    dock.tap("Take the photo")
    dock.until(lambda sight: sight.photos == 1)
    dock.window.close()
    begin(dock, DOUBT)
    assert "1 of 2 photos: the whole item" in dock.said


def test_the_shutter_does_not_wait_and_says_what_may_be_wrong_with_a_photo(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    begin(dock, DOUBT)
    gate = threading.Event()
    dock.hold("photos", lambda: gate.wait(20))
    for _ in range(2):
        dock.press(Qt.Key.Key_Space)
    dock.press(Qt.Key.Key_Escape)  # not while they are being written
    gate.set()
    sight = dock.until(lambda sight: sight.photos == 2)
    assert (sight.stage, sight.banner) == ("discrepancy", "question")
    assert "there may be nothing in it. Take another one" in sight.said


def test_a_station_without_a_camera_records_and_the_record_says_so(dock: Dock) -> None:
    begin(dock, DOUBT)
    assert "This station has no camera" in dock.said
    dock.scan("DSCMD-PHOTO")
    assert "No camera is set up" in dock.until(lambda sight: sight.banner == "reject").said
    dock.press(Qt.Key.Key_Return)
    dock.reach("receive")
    (event,) = dock.events("DiscrepancyFound")
    assert (event["photos"], event["facts"]["photos"]) == ([], "no_camera")


def test_a_camera_without_a_picture_is_no_excuse(dock: Dock, tmp_path: Path) -> None:
    dock.configure(camera=tmp_path / "away")
    window = dock.begin()
    dock.open_parcel()
    ask(dock, window, DOUBT)
    dock.press(Qt.Key.Key_Space)
    assert "The camera gave no picture" in dock.until(lambda sight: sight.banner == "reject").said
    dock.press(Qt.Key.Key_Return)
    assert "2 photos are needed" in dock.until(lambda sight: "needed" in sight.said).said
    dock.scan("DSCMD-BACK")
    dock.reach("receive")


def test_the_page_is_said_in_both_languages_and_keeps_its_place(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    begin(dock, WRONG)
    dock.press(Qt.Key.Key_1)
    dock.press(Qt.Key.Key_F12)
    assert "客户寄错了商品" in dock.said
    assert dock.window.flow.discrepancy.view is not None
    assert dock.window.flow.discrepancy.view.answer == "sent_by_customer"
    dock.scan("DSCMD-PAUSE")
    dock.reach("home")
