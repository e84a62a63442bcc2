"""Whatever a reader delivers: one answer each, loud when it is refused, and nothing else happens."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.fakes.canned_server import CannedServer
from tests.fakes.returns import IMEI, SHIRT_GTIN
from tests.ui.main_window.dock import LABEL, Dock, enrol

GARBAGE = {
    "control characters": "\x01\x02\x1b[2J\x7f",
    "a printer command": "^XA^FO9,9^FDx^FS~JA^XZ",
    "a path": "../../../../etc/passwd",
    "emoji": "😀📦你好",
    "markup": "<img src=x onerror=alert(1)>",
    "SQL": "' OR 1=1; DROP TABLE units; --",
    "a template": "{0.__class__}{error}",
    "one character": "x",
    "spaces": "   ",
    "ten thousand characters": "A" * 10_000,
}


@pytest.mark.parametrize("code", GARBAGE.values(), ids=GARBAGE)
def test_garbage_is_refused_until_acknowledged_and_leaves_no_trace(dock: Dock, code: str) -> None:
    dock.begin()
    before = dock.files()
    dock.scan(code)
    dock.until(lambda sight: sight.banner == "reject")
    dock.settle()
    assert (dock.sight.stage, dock.events(), dock.files()) == ("home", [], before)
    dock._qtbot.waitUntil(lambda: dock.sounds.played[-1:] == ["reject"])
    dock.open_parcel()
    assert dock.sight.banner == "reject"
    dock.press(Qt.Key.Key_Escape)
    assert dock.sight.banner == ""


def test_a_refusal_stays_while_good_scans_go_on_behind_it(dock: Dock) -> None:
    dock.begin()
    dock.scan("4006381333931", LABEL, IMEI)
    sight = dock.until(lambda sight: bool(sight.units))
    assert (sight.stage, sight.banner) == ("receive", "reject")
    assert "4006381333931" in sight.said
    QTest.mouseClick(dock.window.banner, Qt.MouseButton.LeftButton, pos=QPoint(400, 40))
    assert dock.sight.banner == ""


def test_whoever_goes_on_at_the_screen_has_read_the_refusal(dock: Dock) -> None:
    dock.begin()
    dock.count_phone()
    dock.scan(LABEL)
    dock.until(lambda sight: sight.banner == "reject")
    dock.tap("Inspect")
    assert dock.reach("inspect").banner == ""


def test_the_enter_of_a_scan_never_presses_the_button_of_the_screen(dock: Dock) -> None:
    dock.begin()
    dock.count_phone()
    dock.scan(LABEL, "DSBIN-A1")
    dock.until(lambda sight: sight.banner == "reject")
    dock.settle()
    assert dock.sight.stage == "receive"
    assert dock.events("InspectionStarted") == []


def test_the_same_code_at_once_again_is_said_and_counted_once(dock: Dock) -> None:
    dock.configure(cooldown=60_000)
    dock.begin()
    dock.open_parcel()
    dock.scan(SHIRT_GTIN, SHIRT_GTIN)
    dock.until(lambda sight: "Already read" in sight.said)
    dock.settle()
    assert len(dock.events("UnitReceived")) == 1


def test_one_serial_number_counts_once_for_ever(dock: Dock) -> None:
    dock.configure(cooldown=0)
    dock.begin()
    dock.open_parcel()
    dock.scan(IMEI, IMEI)
    dock.until(lambda sight: sight.banner == "reject")
    assert "counted in this parcel already" in dock.sight.said
    assert len(dock.events("UnitReceived")) == 1


def test_thirty_scans_during_a_slow_look_up_are_all_answered_in_their_order(dock: Dock) -> None:
    with CannedServer(hold=True) as slow:
        dock.configure(url=slow.url)
        enrol(dock.data)
        dock.begin()
        codes = [f"DSRMA-R2612{n:04}" for n in range(30)]
        dock.scan("4006381333931", *codes)
        dock._qtbot.waitUntil(lambda: "asking the server" in dock.sight.said)
        assert dock.sight.busy
    dock.until(lambda sight: sight.rma == "R26120029")
    assert [f"DSRMA-{event['rma_number']}" for event in dock.events("ParcelArrived")] == codes
    assert "4006381333931" in dock.sight.said


def test_more_scans_than_can_wait_are_refused_aloud(dock: Dock) -> None:
    dock.begin()
    gate = threading.Event()
    dock.hold("store", lambda: gate.wait(20))
    dock.scan(*(f"DSRMA-R2612{n:04}" for n in range(70)))
    assert "More than 64 scans" in dock.sight.said
    gate.set()
    dock.settle()
    assert len(dock.events("ParcelArrived")) == 65


def test_a_label_scanned_at_the_counting_leads_to_its_own_parcel(dock: Dock) -> None:
    dock.begin()
    dock.open_parcel()
    dock.scan("DSRMA-R26120007")
    dock.until(lambda sight: sight.rma == "R26120007")


def test_a_code_that_is_not_expected_at_a_question_is_refused_and_the_question_stays(dock: Dock) -> None:
    dock.begin()
    before = dock.start_inspection()
    dock.scan(LABEL)
    sight = dock.until(lambda sight: sight.banner == "reject")
    assert (sight.stage, sight.question) == ("inspect", before.question)


def test_a_scan_while_nothing_is_shown_to_confirm_confirms_nothing(dock: Dock) -> None:
    dock.begin()
    dock.scan("DSCMD-CONFIRM", "DSCMD-7", "DSCMD-NONSENSE")
    dock.settle()
    assert (dock.sight.stage, dock.events()) == ("home", [])


def test_the_label_of_a_parcel_that_is_done_says_so(dock: Dock) -> None:
    dock.begin()
    dock.scan("DSRMA-R26120001")
    dock.reach("receive")
    dock.tap("Done with this parcel")
    dock.reach("home")
    dock.scan("DSRMA-R26120002", "DSCMD-NEXT", "DSRMA-R26120001")
    dock.until(lambda sight: sight.stage == "home" and sight.banner == "reject")
    assert "finished already" in dock.sight.said
    assert len(dock.events("ParcelClosed")) == 2
