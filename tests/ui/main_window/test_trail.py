"""The last five scans stand below the banner, each with its answer."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt

from tests.fakes.returns import IMEI
from tests.ui.main_window.dock import LABEL, Dock


def trail(dock: Dock) -> list[str]:
    return dock.window._scans.shown()


def answers(dock: Dock) -> list[str]:
    return [code.answer for _number, code in dock.window._trail._last]


def test_the_newest_scan_says_what_it_is_and_the_others_follow(dock: Dock) -> None:
    dock.begin()
    dock.scan(LABEL, IMEI, "DSCMD-NONSENSE")
    dock.settle()
    assert trail(dock) == ["Command · DSCMD-NONSENSE", IMEI, LABEL]
    assert answers(dock) == ["reject", "accept", "accept"]


def test_a_scan_is_there_at_once_and_gets_its_answer_when_the_work_is_done(dock: Dock) -> None:
    dock.begin()
    gate = threading.Event()
    dock.hold("store", lambda: gate.wait(20))
    dock.scan(LABEL, "", IMEI, "\x01")
    assert trail(dock)[0].startswith("Unknown code")
    assert answers(dock) == ["", "", ""]
    gate.set()
    dock.settle()
    assert answers(dock) == ["reject", "accept", "accept"]


def test_what_no_code_can_be_is_refused_without_blaming_the_scan_under_way(dock: Dock) -> None:
    dock.begin()
    gate = threading.Event()
    dock.hold("store", lambda: gate.wait(20))
    dock.scan(LABEL, "   ")
    assert answers(dock) == ["reject", ""]
    gate.set()
    dock.settle()
    assert answers(dock) == ["reject", "accept"]


def test_a_tap_long_after_a_scan_changes_nothing_about_it(dock: Dock) -> None:
    dock.begin()
    dock.scan("DSRMA-R26120001", "DSBIN-A1")
    dock.until(lambda sight: sight.banner == "reject")
    dock.settle()
    dock.tap("Done with this parcel")
    dock.reach("home")
    assert answers(dock) == ["reject", "accept"]


def test_five_are_shown_and_a_badge_keeps_its_secret(dock: Dock) -> None:
    dock.begin()
    dock.scan(*(f"DSRMA-R2612{n:04}" for n in range(5)), "DSID-ANNA")
    dock.settle()
    assert len(trail(dock)) == 5
    assert trail(dock)[0] == "Badge · •••"


def test_the_words_follow_the_language(dock: Dock) -> None:
    dock.begin()
    dock.scan(LABEL)
    dock.settle()
    dock.press(Qt.Key.Key_F12)
    assert trail(dock)[0] == f"退货标签 · {LABEL}"
