"""The station comes up, or says clearly why it does not."""

from __future__ import annotations

import sqlite3
import threading

from PySide6.QtCore import Qt

from tests.ui.looking import said
from tests.ui.main_window.dock import LABEL, Dock

BAD_RULES = "[restock\n"


def test_while_it_starts_it_says_so_and_a_scan_made_then_is_not_lost(dock: Dock) -> None:
    gate = threading.Event()
    parts = dock.parts()
    window = dock.begin(ready=False, open_use_cases=lambda: (gate.wait(20), parts.open_use_cases())[1])
    assert "Starting" in dock.said
    dock.scan(LABEL)
    gate.set()
    assert dock.reach("receive").rma == "R26110001"
    assert window.size().toTuple() == (1280, 800)


def test_a_broken_config_is_named_on_the_screen_and_mended_without_a_restart(dock: Dock) -> None:
    file = dock.config / "dispositions.toml"
    file.write_text(BAD_RULES)
    window = dock.begin(ready=False)
    dock._qtbot.waitUntil(lambda: "cannot start" in dock.said)
    assert "dispositions.toml, line 1" in dock.said
    dock.scan(LABEL)
    assert dock.sight.banner == "reject"
    file.unlink()
    with dock._qtbot.waitSignal(window.ready):
        dock.press(Qt.Key.Key_Return)
    dock.reach("home")
    dock.open_parcel()


def test_why_it_cannot_start_is_said_in_either_language(dock: Dock) -> None:
    (dock.config / "dispositions.toml").write_text(BAD_RULES)
    dock.begin(ready=False)
    dock._qtbot.waitUntil(lambda: "cannot start" in dock.said)
    dock.press(Qt.Key.Key_F12)
    dock._qtbot.waitUntil(lambda: "工位无法启动" in dock.said)
    assert "第 1 行" in dock.said
    assert "重试" in dock.said


def test_data_of_a_newer_version_is_left_alone_and_said(dock: Dock) -> None:
    with sqlite3.connect(dock.data / "station.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    dock.begin(ready=False)
    dock._qtbot.waitUntil(lambda: "newer version" in dock.said)
    assert "cannot start" in dock.said


def test_somebody_who_gives_up_closes_it_by_the_button(dock: Dock) -> None:
    (dock.config / "dispositions.toml").write_text(BAD_RULES)
    window = dock.begin(ready=False)
    dock._qtbot.waitUntil(lambda: "cannot start" in dock.said)
    dock.tap("Close")
    assert not window.isVisible()


def test_without_a_badge_it_asks_for_one_and_does_nothing_else(dock: Dock) -> None:
    dock.begin(badge="")
    assert "Scan your badge" in dock.said
    assert "Nobody signed in" in dock.said
    dock.scan(LABEL)
    assert "Nobody is signed in" in dock.until(lambda sight: sight.banner == "reject").said
    assert dock.events() == []
    dock.scan("DSID-ANNA")
    dock.until(lambda sight: sight.said == "Signed in: Anna")
    assert "Scan a return label" in dock.said


def test_changing_the_language_before_anybody_signed_in_is_no_mistake(dock: Dock) -> None:
    dock.begin(badge="")
    dock.press(Qt.Key.Key_F12)
    dock._qtbot.waitUntil(lambda: "请扫描工牌" in dock.said)
    assert dock.sight.banner == ""


def test_an_unknown_badge_is_refused_and_the_person_before_stays(dock: Dock) -> None:
    dock.begin()
    dock.scan("DSID-NOBODY")
    assert "NOBODY" in dock.until(lambda sight: sight.banner == "reject").said
    assert "Anna" in dock.said


def test_the_window_keeps_its_size_on_every_screen(dock: Dock) -> None:
    window = dock.begin()
    for name in ("start", "home", "receive", "inspect", "decision", "typing"):
        window.pages.turn_to(name)
        said(window)
        assert window.size().toTuple() == (1280, 800), name
    window.pages.typing.setMinimumHeight(2000)
    said(window)
    assert window.size().toTuple() == (1280, 800)
