"""A rush of parcels at the door: scanned one after the other, counted once, looked at."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.ui.main_window.hands import Sight
from tests.ui.looking import collect
from tests.ui.main_window.dock import Dock
from tests.ui.main_window.pictures import blank_picture, label_picture

KNOWN = "SF1234567890123"
RUSH = tuple(f"YT88123456{n:05}" for n in range(1, 31))


def begin(dock: Dock) -> Sight:
    dock.begin()
    dock.press(Qt.Key.Key_F8)
    return dock.reach("dock")


def taken_in(dock: Dock, code: str) -> Sight:
    dock.scan(code)
    return dock.until(lambda sight: sight.parcel == code)


def test_parcels_scanned_without_a_pause_are_all_counted_once_and_in_order(dock: Dock) -> None:
    begin(dock)
    dock.scan(*RUSH)
    dock.until(lambda sight: sight.run == len(RUSH))
    assert [body["code"] for body in dock.events("ParcelArrived")] == list(RUSH)
    assert str(len(RUSH)) in dock.said


def test_a_known_parcel_shows_whose_it_is_and_a_stranger_that_nobody_knows_it(dock: Dock) -> None:
    begin(dock)
    taken_in(dock, KNOWN)
    assert "R26110001" in dock.said
    assert "王**" in dock.said
    assert "Expected" in dock.said
    assert "SF" in dock.said
    taken_in(dock, RUSH[0])
    assert "Nobody knows this parcel" in dock.said


def test_the_same_parcel_again_is_said_with_the_time_it_came_and_counted_once(
    dock: Dock, printer: VirtualPrinter
) -> None:
    begin(dock)
    taken_in(dock, KNOWN)
    taken_in(dock, RUSH[0])
    dock.scan("DSRMA-R26110001")
    sight = dock.until(lambda sight: sight.banner == "question")
    assert KNOWN in sight.said
    assert "Counted once" in sight.said
    assert (sight.run, sight.parcel) == (2, KNOWN)
    dock._qtbot.waitUntil(lambda: dock.sounds.played[-1:] == ["question"])
    assert len(dock.events("ParcelArrived")) == 2


def test_the_count_goes_on_after_a_restart_and_begins_anew_after_leaving(dock: Dock) -> None:
    begin(dock)
    dock.scan(*RUSH[:3])
    dock.until(lambda sight: sight.run == 3)
    dock.window.close()
    assert begin(dock).run == 3
    taken_in(dock, RUSH[3])
    assert dock.sight.run == 4
    dock.press(Qt.Key.Key_F8)
    dock.reach("home")
    dock.scan("DSCMD-DOCK")
    assert dock.reach("dock").run == 0
    assert "Today: 4" in dock.said


@pytest.mark.parametrize(
    ("word", "key", "kind"),
    [
        ("DAMAGED", Qt.Key.Key_2, "parcel_damaged"),
        ("WET", Qt.Key.Key_3, "parcel_wet"),
        ("OPENED", Qt.Key.Key_4, "parcel_opened"),
    ],
)
def test_a_parcel_that_is_not_intact_must_be_photographed_and_the_scans_meanwhile_wait(
    dock: Dock, film: Path, word: str, key: Qt.Key, kind: str
) -> None:
    dock.configure(camera=film)
    begin(dock)
    taken_in(dock, KNOWN)
    if word == "WET":
        dock.press(key)
    else:
        dock.scan(f"DSCMD-{word}")
    dock.until(lambda sight: sight.asking == "photo")
    dock.scan(*RUSH[:2])
    dock.until(lambda sight: "Scans that wait: 2" in dock.said)
    assert dock.sight.run == 1
    dock._qtbot.waitUntil(lambda: dock.window.camera.newest is not None, timeout=10_000)
    dock.scan("DSCMD-PHOTO")
    sight = dock.until(lambda sight: sight.run == 3)
    assert sight.asking == ""
    (found,) = dock.events("DiscrepancyFound")
    (photo,) = dock.events("ParcelPhotographed")
    assert (found["kind"], found["rma_number"]) == (kind, "R26110001")
    assert found["photos"] == [{"sha256": photo["sha256"]}]
    assert [body["condition"] for body in dock.events("ParcelConditionNoted")] == [word.lower()]
    assert [body["code"] for body in dock.events("ParcelArrived")] == [KNOWN, *RUSH[:2]]


def test_a_photo_that_is_due_is_due_after_a_restart(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    begin(dock)
    taken_in(dock, KNOWN)
    dock.scan("DSCMD-WET")
    dock.until(lambda sight: sight.asking == "photo")
    dock.window.close()
    assert begin(dock).asking == "photo"
    dock._qtbot.waitUntil(lambda: dock.window.camera.newest is not None, timeout=10_000)
    dock.press(Qt.Key.Key_Space)
    sight = dock.until(lambda sight: sight.asking == "")
    assert (sight.banner, "there may be nothing in it" in sight.said) == ("question", True)
    assert [body["kind"] for body in dock.events("DiscrepancyFound")] == ["parcel_wet"]


def test_a_slip_of_the_finger_is_put_right_by_intact(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    begin(dock)
    taken_in(dock, KNOWN)
    dock.tap("Damaged")
    dock.until(lambda sight: sight.asking == "photo")
    dock.scan(RUSH[0])
    dock.tap("Intact")
    dock.until(lambda sight: sight.run == 2)
    assert dock.events("DiscrepancyFound") == []
    assert [body["condition"] for body in dock.events("ParcelConditionNoted")] == ["damaged", "intact"]


def test_what_was_recorded_is_withdrawn_when_the_parcel_turns_out_to_be_intact(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    begin(dock)
    taken_in(dock, KNOWN)
    dock.scan("DSCMD-DAMAGED")
    dock.until(lambda sight: sight.asking == "photo")
    dock._qtbot.waitUntil(lambda: dock.window.camera.newest is not None, timeout=10_000)
    dock.tap("Take the photo")
    dock.until(lambda sight: sight.asking == "")
    dock.scan("DSCMD-INTACT")
    dock._qtbot.waitUntil(lambda: len(dock.events("DiscrepancyWithdrawn")) == 1, timeout=10_000)
    dock.until(lambda sight: sight.asking == "")


def test_a_label_before_the_camera_takes_its_parcel_in_once(dock: Dock, tmp_path: Path) -> None:
    film = tmp_path / "label"
    film.mkdir()
    blank_picture(film / "1.png")
    dock.configure(camera=film, cooldown=0)
    begin(dock)
    label_picture(film / "1.png")  # not earlier: at home it would be opened
    dock.until(lambda sight: sight.run == 1)
    assert dock.sight.parcel == KNOWN
    dock.scan("DSRMA-R26110001")
    dock.until(lambda _sight: "Counted once" in dock.said)
    assert len(dock.events("ParcelArrived")) == 1


def test_the_way_to_the_dock_is_not_taken_while_a_label_is_being_opened(dock: Dock) -> None:
    dock.begin()
    gate, stages = threading.Event(), collect(dock.window.flow.stage_changed)
    dock.hold("store", lambda: gate.wait(20))
    dock.scan("DSRMA-R26110001")
    dock.press(Qt.Key.Key_F8)
    gate.set()
    dock.settle()
    assert stages == [("receive",)]


def test_nobody_leaves_while_scans_wait(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    begin(dock)
    taken_in(dock, KNOWN)
    dock.scan("DSCMD-WET", RUSH[0])
    dock.until(lambda sight: "Scans that wait: 1" in dock.said)
    dock.scan("DSCMD-BACK")
    assert "wait to be counted" in dock.until(lambda sight: sight.banner == "reject").said
    assert dock.sight.stage == "dock"


def test_a_parcel_is_refused_with_reason_and_photo(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    begin(dock)
    taken_in(dock, KNOWN)
    dock.scan("DSCMD-REFUSED")
    dock.until(lambda sight: sight.asking == "reason")
    dock.scan("DSCMD-2")
    dock.until(lambda sight: sight.asking == "photo")
    dock._qtbot.waitUntil(lambda: dock.window.camera.newest is not None, timeout=10_000)
    dock.scan("DSCMD-PHOTO")
    dock.until(lambda sight: sight.asking == "")
    (refused,) = dock.events("ParcelRefused")
    assert (refused["reason"], len(refused["photos"])) == ("not_ours", 1)
    dock.scan("DSCMD-WET")
    assert "Nothing can be noted" in dock.until(lambda sight: sight.banner == "reject").said


def test_a_refusal_can_be_given_up(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    begin(dock)
    taken_in(dock, KNOWN)
    dock.scan("DSCMD-REFUSED", RUSH[0], "DSCMD-BACK")
    dock.until(lambda sight: sight.run == 2)
    assert dock.events("ParcelRefused") == []


def test_without_a_camera_the_record_says_so_and_the_line_goes_on(dock: Dock) -> None:
    begin(dock)
    taken_in(dock, KNOWN)
    dock.scan("DSCMD-WET")
    dock._qtbot.waitUntil(lambda: len(dock.events("DiscrepancyFound")) == 1, timeout=10_000)
    assert dock.events("DiscrepancyFound")[0]["facts"] == {"photos": "no_camera"}
    dock.scan("DSCMD-REFUSED", "DSCMD-1")
    dock._qtbot.waitUntil(lambda: len(dock.events("ParcelRefused")) == 1, timeout=10_000)
    assert dock.until(lambda sight: sight.asking == "").stage == "dock"


def test_nothing_is_noted_of_no_parcel(dock: Dock) -> None:
    begin(dock)
    dock.scan("DSCMD-WET")
    assert "No parcel has been scanned" in dock.until(lambda sight: sight.banner == "reject").said


def test_every_parcel_gets_its_label_while_the_next_are_scanned(
    dock: Dock, printer: VirtualPrinter, tray: Path
) -> None:
    begin(dock)
    dock.scan(*RUSH[:8])
    dock._qtbot.waitUntil(lambda: len(dock.events("LabelSent")) == 8, timeout=20_000)
    assert [body["code"] for body in dock.events("LabelSent")] == list(RUSH[:8])
    dock.until(lambda sight: "label sent" in dock.said)
    dock.scan("DSCMD-PRINT")
    dock._qtbot.waitUntil(lambda: len(dock.events("LabelSent")) == 9, timeout=20_000)
    assert dock.events("LabelSent")[-1]["copy"] == 1


def test_labels_of_parcels_come_out_of_their_own_printer(dock: Dock, printer: VirtualPrinter, tmp_path: Path) -> None:
    with VirtualPrinter(tmp_path / "big") as big:
        file = dock.config / "printers.toml"
        label = file.read_text("utf-8")
        file.write_text(
            label + "\n" + label.replace("[label]", "[big]").replace(str(printer.port), str(big.port)), "utf-8"
        )
        dock.set_in("labels", 'parcel_printer = "big"')
        begin(dock)
        taken_in(dock, KNOWN)
        dock._qtbot.waitUntil(lambda: len(dock.events("LabelSent")) == 1, timeout=10_000)
    assert [body["printer"] for body in dock.events("LabelSent")] == ["big"]
    assert len(list((tmp_path / "big").glob("label-*.png"))) == 1


def test_a_printer_that_is_away_stops_no_parcel_is_said_once_and_gets_what_waited(dock: Dock, tmp_path: Path) -> None:
    begin(dock)
    dock.scan(*RUSH[:3])
    dock.until(lambda sight: sight.run == 3 and sight.banner == "reject")
    assert "was not printed" in dock.sight.said
    dock.until(lambda sight: "Labels still to print: 3" in dock.said)
    with VirtualPrinter(tmp_path / "printer") as printer:
        dock.window.close()
        dock.set_printer(printer.port)
        begin(dock)
        dock._qtbot.waitUntil(lambda: len(dock.events("LabelSent")) == 3, timeout=20_000)
        dock.until(lambda sight: "Labels still to print" not in dock.said)


def test_a_station_that_wants_no_labels_prints_none(dock: Dock, printer: VirtualPrinter) -> None:
    config = dock.config / "station.toml"
    config.write_text(config.read_text("utf-8") + "\n[dock]\nprint_label = false\n", "utf-8")
    begin(dock)
    dock.scan(*RUSH[:2])
    dock.until(lambda sight: sight.run == 2)
    dock.scan("DSCMD-PRINT")
    dock.settle()
    assert dock.events("LabelQueued") == []


def test_a_parcel_taken_in_here_is_opened_from_home(dock: Dock) -> None:
    begin(dock)
    taken_in(dock, KNOWN)
    dock.press(Qt.Key.Key_Backspace)
    dock.reach("home")
    dock.scan("DSRMA-R26110001")
    assert dock.reach("receive").parcel == KNOWN
    assert len(dock.events("ParcelArrived")) == 1


def test_a_weight_is_typed_where_there_is_no_scale(dock: Dock) -> None:
    begin(dock)
    taken_in(dock, KNOWN)
    dock.press(Qt.Key.Key_F2)
    dock.until(lambda sight: sight.asking == "weight")
    for key in (Qt.Key.Key_9, Qt.Key.Key_Backspace, Qt.Key.Key_8, Qt.Key.Key_0):
        dock.press(key)
    dock.scan("DSCMD-5")
    dock.until(lambda sight: "805 g" in dock.said)
    dock.scan("DSCMD-CONFIRM")
    dock.until(lambda sight: sight.asking == "")
    assert [(body["weight_g"], body["how"]) for body in dock.events("ParcelWeighed")] == [(805, "hand")]
    assert "0.805 kg" in dock.said


def test_the_next_parcel_gives_up_a_weight_that_was_only_begun(dock: Dock) -> None:
    begin(dock)
    taken_in(dock, KNOWN)
    dock.scan("DSCMD-WEIGH", "DSCMD-7", RUSH[0])
    sight = dock.until(lambda sight: sight.run == 2)
    assert sight.asking == ""
    assert dock.events("ParcelWeighed") == []


def test_a_weight_far_from_the_goods_is_said(dock: Dock) -> None:
    begin(dock)
    taken_in(dock, KNOWN)
    dock.scan("DSCMD-WEIGH", "DSCMD-9", "DSCMD-0", "DSCMD-WEIGH")
    dock.until(lambda sight: "0.090 kg, expected about 0.780 kg" in dock.said)
