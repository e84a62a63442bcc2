"""The scanner self-test in the station: what it hears is its own, and what it learns counts from then on."""

from __future__ import annotations

from PySide6.QtCore import Qt

from dockstation.domain.self_test import PAGE
from tests.ui.main_window.dock import LABEL, Dock


def test_nothing_scanned_during_the_test_reaches_the_work(dock: Dock) -> None:
    dock.begin()
    dock.scan(PAGE[0].text)
    dock.reach("self_test")
    dock.scan(LABEL)
    dock.settle()
    assert (dock.sight.stage, dock.sight.banner, dock.events()) == ("self_test", "reject", [])
    dock.press(Qt.Key.Key_Escape)
    dock.press(Qt.Key.Key_Escape)
    dock.reach("home")
    dock.open_parcel()


def test_a_substitute_for_gs_is_learned_and_said_in_both_languages(dock: Dock) -> None:
    dock.begin()
    for code in PAGE:
        dock.scan(code.text.replace("\x1d", "|"))
    dock.until(lambda _sight: "20 of 20" in dock.said)
    dock.press(Qt.Key.Key_F12)
    assert "20 / 20" in dock.said
    dock.press(Qt.Key.Key_Return)
    dock.reach("home")
    assert dock.window.wedge.profile.separator == "|"


def test_a_learned_prefix_counts_at_once_and_after_the_next_start(dock: Dock) -> None:
    dock.begin()
    dock.press(Qt.Key.Key_F7)
    dock.reach("self_test")
    for code in PAGE:
        dock.scan("~" + code.text)
    dock.until(lambda _sight: "20 of 20" in dock.said)
    dock.press(Qt.Key.Key_Return)
    dock.reach("home")
    dock.scan(f"~{LABEL}")
    dock.reach("receive")
    dock.window.close()
    dock.begin()
    dock.scan(f"~{LABEL}")
    dock.reach("receive")


def test_a_scanner_can_be_tested_before_anybody_has_signed_in(dock: Dock) -> None:
    dock.begin(badge="")
    dock.scan(PAGE[0].text)
    dock.reach("self_test")
    dock.press(Qt.Key.Key_Escape)
    dock.reach("home")
