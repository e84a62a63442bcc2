"""Setting the station up in its window: settings and enrolment."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dockstation.settings import StationSettings, load_station
from dockstation.ui.main_window.window import MainWindow
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import rma
from tests.ui.looking import said
from tests.ui.main_window.dock import Dock

COMMENT = "# Ours: ask Wang before changing it\n"


def settings(dock: Dock, way: str = "0") -> MainWindow:
    """The page, by its key or its code from home."""
    window = dock.begin("SUE")
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


def test_what_does_not_fit_is_refused_in_words_and_changes_nothing(dock: Dock) -> None:
    file = dock.config / "station.toml"
    before = file.read_text("utf-8")
    settings(dock, "DSCMD-SETTINGS")
    dock.tap("Station")
    dock.tap("Volume")
    enter(dock, "101")
    assert "volume must be 0–100" in dock.until(lambda sight: sight.banner == "reject").said
    assert file.read_text("utf-8") == before
    enter(dock, "30")
    dock.until(lambda _sight: "percent: 30" in dock.said)
    assert in_file(dock).sounds.volume == 30


def test_what_counts_later_is_said_and_the_station_starts_again_when_asked(dock: Dock) -> None:
    window = settings(dock)
    asked: list[bool] = []
    window.crash.restart_asked.connect(asked.append)
    assert "Start again" not in dock.said
    dock.tap("Scale")
    dock.tap("Speed of the scale")
    enter(dock, "4800")
    dock.until(lambda sight: "after a restart" in sight.said)
    dock.press(Qt.Key.Key_Escape)
    dock.until(lambda _sight: "Start again now" in dock.said)
    dock.press(Qt.Key.Key_Return)
    assert asked == [False]
    assert in_file(dock).scale.baud == 4800


def test_a_password_in_an_address_is_neither_shown_nor_lost(dock: Dock) -> None:
    dock.set_in("camera", 'still_url = "http://dock:s3cret@camera/snap.jpg"')
    settings(dock)
    dock.tap("Camera")
    dock.press(Qt.Key.Key_8)
    dock.reach("settings_entry")
    field = dock.window.set_up.pages.entry.screen._field
    assert field.text() == "http://dock:•••@camera/snap.jpg"
    dock.tap("OK")
    dock.reach("settings")
    assert in_file(dock).camera.still_url == "http://dock:s3cret@camera/snap.jpg"
    assert "s3cret" not in dock.said


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


@pytest.mark.parametrize("way", ["0", "DSCMD-SETTINGS"])
def test_an_inspector_is_told_that_this_is_not_for_them(dock: Dock, way: str) -> None:
    dock.begin("ANNA")
    dock.scan(way) if len(way) > 1 else dock.press(Qt.Key.Key_0)
    assert "may not do this as inspector" in dock.until(lambda sight: sight.banner == "reject").said
    assert dock.sight.stage == "home"


def test_a_station_is_enrolled_by_scanning_the_servers_code_and_works_with_it_at_once(
    dock: Dock, tmp_path: Path
) -> None:
    with ServerProcess(tmp_path / "server") as server:
        server.import_rmas([rma("R26990001", tracking_numbers=["SF990001"])])
        shutil.rmtree(dock.data)
        window = settings(dock)
        dock.tap("Server")
        dock.press(Qt.Key.Key_1)
        dock.reach("settings_entry")
        code = server.enrolment_code()
        dock.scan(f"DSENROL-QR4A-PGLW-44GF@{server.url}")
        assert "wrong, used or expired" in dock.until(lambda sight: sight.banner == "reject").said
        assert in_file(dock).server.url != server.url
        dock.press(Qt.Key.Key_Escape)
        dock.scan(f"DSENROL-{code}@{server.url}")
        dock.until(lambda sight: sight.network == "online" and server.url in dock.said)
        assert in_file(dock).server.url == server.url
        assert code not in said(window)
        dock.press(Qt.Key.Key_1)
        enter(dock, code)
        assert "wrong, used or expired" in dock.until(lambda sight: sight.banner == "reject").said
        server.stop()
        enter(dock, code)
        assert "cannot be reached" in dock.until(lambda sight: "cannot be reached" in sight.said).said
        enter(dock, "R26990001")
        assert "no enrolment code" in dock.until(lambda sight: "no enrolment" in sight.said).said
