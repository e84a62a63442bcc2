"""The station's settings, changed in its window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from dockstation.settings import StationSettings, load_station
from dockstation.ui.main_window.window import MainWindow
from tests.ui.main_window.dock import Dock

COMMENT = "# Ours: ask Wang before changing it\n"


def settings(dock: Dock, way: str = "0") -> MainWindow:
    """The page, by its key or its code from home."""
    dock.govern()
    window = dock.begin("BOSS")
    dock.scan(way) if len(way) > 1 else dock.press(Qt.Key.Key_0)
    dock.reach("settings")
    return window


def in_file(dock: Dock) -> StationSettings:
    return load_station(dock.place.folders)


def enter(dock: Dock, text: str) -> None:
    """What a keyboard types on the page of a value."""
    dock.reach("settings_entry")
    dock.window.set_up.pages.entry.screen._field.setText(text)
    dock.tap("OK")


def test_a_setting_is_changed_by_its_number_and_counts_at_once_with_every_comment_kept(dock: Dock) -> None:
    file = dock.config / "station.toml"
    file.write_text(COMMENT + file.read_text("utf-8"), "utf-8")
    window = settings(dock)
    dock.tap("Work")
    dock.tap("Print a label for each parcel: Yes")
    dock.tap("No")
    dock.until(lambda _sight: "each parcel: No" in dock.said)
    assert "in use" in dock.sight.said
    assert not window.flow.dock.labels.enabled
    dock.press(Qt.Key.Key_Escape)
    dock.tap("Station")
    dock.tap("Language: English")
    dock.scan("DSCMD-2")
    dock.until(lambda _sight: window.desk.language == "zh_CN")
    assert "语言" in dock.said
    assert file.read_text("utf-8").startswith(COMMENT)
    assert (in_file(dock).dock.print_label, in_file(dock).station.language) == (False, "zh_CN")


def test_what_does_not_fit_is_refused_in_words_and_what_counts_later_is_said(dock: Dock) -> None:
    dock.set_in("camera", 'still_url = "http://dock:s3cret@camera/snap.jpg"')
    file = dock.config / "station.toml"
    window = settings(dock, "DSCMD-SETTINGS")
    before = file.read_text("utf-8")
    asked: list[bool] = []
    window.crash.restart_asked.connect(asked.append)
    assert "Start again" not in dock.said
    dock.tap("Scale")
    dock.tap("Speed of the scale")
    enter(dock, "fast")
    assert "baud must be 300–4000000" in dock.until(lambda sight: sight.banner == "reject").said
    assert file.read_text("utf-8") == before
    enter(dock, "4800")
    dock.until(lambda sight: "after a restart" in sight.said)
    dock.press(Qt.Key.Key_Escape)
    a_password_is_neither_shown_nor_lost(dock)
    dock.until(lambda _sight: "Start again now" in dock.said)
    dock.press(Qt.Key.Key_Return)
    assert asked == [False]
    assert in_file(dock).scale.baud == 4800


def a_password_is_neither_shown_nor_lost(dock: Dock) -> None:
    dock.tap("Camera")
    dock.press(Qt.Key.Key_8)
    dock.reach("settings_entry")
    assert dock.window.set_up.pages.entry.screen._field.text() == "http://dock:•••@camera/snap.jpg"
    dock.tap("OK")
    dock.reach("settings")
    assert in_file(dock).camera.still_url == "http://dock:s3cret@camera/snap.jpg"
    assert "s3cret" not in dock.said
    dock.press(Qt.Key.Key_Escape)


def test_another_camera_shows_its_picture_at_once(dock: Dock, film: Path) -> None:
    window = settings(dock)
    assert not window.camera.set_up
    dock.tap("Camera")
    dock.press(Qt.Key.Key_2)
    enter(dock, str(film))
    dock.reach("settings")
    dock._qtbot.waitUntil(lambda: window.camera.newest is not None, timeout=10_000)
    dock.press(Qt.Key.Key_1)
    dock.reach("camera_set_up")
    dock._qtbot.waitUntil(lambda: "picture is sharp" in dock.said or "Mend this" in dock.said, timeout=10_000)
    dock.press(Qt.Key.Key_2)
    dock._qtbot.waitUntil(lambda: not window.camera.set_up, timeout=10_000)
    assert in_file(dock).camera.source == ""


def test_an_inspector_is_told_that_this_is_not_for_them(dock: Dock) -> None:
    dock.begin("ANNA")
    dock.tap("Settings")
    assert "may not do this as inspector" in dock.until(lambda sight: sight.banner == "reject").said
    assert dock.sight.stage == "home"
