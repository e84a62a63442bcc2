"""Backups are made beside the work; that there is none is said to a supervisor, once, and stays in the strip."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dockstation.adapters.store.backups.shelf import DATABASE, Shelf
from dockstation.bootstrap.backups import open_backups
from tests.ui.main_window.dock import Dock

NOTICE = "No backup"


@pytest.fixture
def share(dock: Dock, tmp_path: Path) -> Path:
    """Where backups go; not connected yet."""
    share = tmp_path / "share"
    path = dock.config / "station.toml"
    path.write_text(f'{path.read_text("utf-8")}\n[backup]\nfolder = "{share}"\nevery_minutes = 60\n', "utf-8")
    return share


def test_a_station_makes_a_backup_after_its_start_while_a_person_works(dock: Dock, share: Path) -> None:
    share.mkdir()
    dock.begin()
    dock.count_phone()
    dock.until(lambda _sight: bool(Shelf(share / "S1").all()))
    assert NOTICE not in dock.said
    dock.window.close()
    dock.begin()
    dock.count_phone()
    assert len(Shelf(share / "S1").all()) == 1  # the next is due in an hour


def test_that_no_backup_can_be_made_stays_in_the_strip_and_is_said_to_a_supervisor_once(
    dock: Dock, share: Path
) -> None:
    dock.begin()
    dock.until(lambda _sight: NOTICE in dock.said)
    assert dock.sight.banner != "reject"
    dock.scan("DSID-SUE")
    dock.until(lambda sight: sight.banner == "reject")
    assert "The backup folder" in dock.said
    dock.press(Qt.Key.Key_Escape)
    again(dock)
    assert dock.sight.banner != "reject"
    dock.tap(NOTICE)
    dock.until(lambda _sight: "The backup folder" in dock.said)
    share.mkdir()
    again(dock)
    dock.until(lambda _sight: NOTICE not in dock.said)
    assert Shelf(share / "S1").all()


def again(dock: Dock) -> None:
    """The next try is due."""
    loop = dock.window.status._backups
    loop._next = loop._began
    loop._look()
    dock.until(lambda _sight: not loop._running)


def test_a_backup_that_hangs_is_said_when_it_is_late(dock: Dock, share: Path) -> None:
    dock.begin("SUE")
    loop = dock.window.status._backups
    dock.until(lambda _sight: not loop._running)
    loop._trouble, loop._running = None, True
    loop._began = loop._last = loop._began.replace(year=2025)
    loop._look()
    assert "The last good backup is of 2025-" in dock.said


def test_a_damaged_database_is_set_aside_and_the_newest_good_backup_is_named_until_one_is_brought_back(
    dock: Dock, share: Path
) -> None:
    share.mkdir()
    backups = open_backups(dock.place)
    assert backups is not None
    made = backups.run().backup
    ruined = b"no database at all" + bytes(5000)
    (dock.data / DATABASE).write_bytes(ruined)
    for _ in range(2):  # and never begins anew by itself
        dock.begin(ready=False)
        dock._qtbot.waitUntil(lambda: "The data was damaged" in dock.said)
        assert made.folder.name in dock.said
        dock.window.close()
    (aside,) = dock.data.glob("set-aside-*")
    assert (aside / DATABASE).read_bytes() == ruined
