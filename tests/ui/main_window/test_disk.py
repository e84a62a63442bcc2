"""Little room on a real disk: said in words, nothing new begins, and the work goes on by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dockstation.domain.unit import UnitState
from tests.fakes.returns import IMEI
from tests.fakes.small_disk import MB, SmallDisk, small_disk
from tests.ui.main_window.dock import Dock

NOTICE, LOW = "Disk full", "Disk: little room"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "small", 64) as disk:
        yield disk


@pytest.fixture
def dock(small: SmallDisk, qapp: QApplication, qtbot: QtBot, filled: Path, film: Path) -> Iterator[Dock]:
    """A station whose data lies on the small disk."""
    dock = Dock(small.root / "dock", qapp, qtbot, filled)
    dock.configure(camera=film, cooldown=0)
    path = dock.config / "station.toml"
    path.write_text(path.read_text("utf-8") + "\n[disk]\nwarn_mb = 40\nstop_mb = 20\nballast_mb = 8\n", "utf-8")
    yield dock
    dock.close()


def look(dock: Dock) -> None:
    """The next look is due."""
    dock.window.status._disk._keep()


def test_a_disk_with_little_room_is_said_calmly_and_the_work_goes_on(dock: Dock, small: SmallDisk) -> None:
    small.fill(leave=30 * MB)
    dock.begin()
    dock.until(lambda sight: LOW in dock.said and sight.banner == "info")
    assert "MB left. Tell your administrator" in dock.said
    dock.count_phone()
    assert dock.sight.units


def test_nothing_new_begins_on_a_full_disk_and_all_goes_on_when_there_is_room(dock: Dock, small: SmallDisk) -> None:
    dock.begin()
    dock.open_parcel()
    small.fill(leave=15 * MB)
    look(dock)
    dock.until(lambda sight: NOTICE in dock.said and sight.banner == "reject")
    assert "nothing new is begun below 20 MB" in dock.said
    dock.hands.acknowledge()
    dock.scan(IMEI)
    dock.until(lambda sight: sight.banner == "reject")
    assert not dock.sight.units
    small.empty()
    look(dock)
    dock.until(lambda sight: NOTICE not in dock.said and sight.banner == "accept")
    dock.scan(IMEI)
    assert dock.until(lambda sight: bool(sight.units)).units


def test_what_is_open_is_finished_with_the_last_byte_gone(dock: Dock, small: SmallDisk) -> None:
    dock.begin()
    dock.start_inspection()
    look(dock)
    dock.until(lambda _sight: (dock.data / "ballast").exists())
    small.fill()
    dock.decide()
    assert not (dock.data / "ballast").exists()
    assert dock.read(lambda work: len(work.units.in_states([UnitState.DECIDED]))) == 1
