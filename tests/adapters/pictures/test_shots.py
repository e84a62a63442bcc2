"""A folder of another camera: what comes into it after the beginning counts, once, whole, and stays where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from dockstation.adapters.pictures.arrivals import GRACE_S
from dockstation.adapters.pictures.shots import ShotFolder
from dockstation.domain.errors import DockstationError


class Tether:
    """The folder, the station that watches it, and the clock on the wall."""

    def __init__(self, folder: Path) -> None:
        self.now = 0.0
        self.folder = folder
        self.folder.mkdir(exist_ok=True)
        self.shots = ShotFolder(folder, lambda: self.now)

    def put(self, name: str, content: bytes = b"picture") -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    def look(self) -> list[str]:
        return [path.name for path in self.shots.look()]

    def arrived(self) -> list[str]:
        self.look()
        return self.look()


@pytest.fixture
def tether(tmp_path: Path) -> Tether:
    return Tether(tmp_path / "camera")


def test_what_was_there_at_the_beginning_never_counts_even_when_it_grows(tether: Tether) -> None:
    tether.put("1.jpg", b"half")
    assert tether.arrived() == []
    tether.put("1.jpg", b"half and half")
    tether.put("2.jpg")
    assert tether.arrived() == ["2.jpg"]


def test_a_new_beginning_makes_all_of_it_old_and_tells_what_came_meanwhile(tether: Tether) -> None:
    tether.look()
    tether.put("1.jpg")
    assert [path.name for path in tether.shots.begin()] == ["1.jpg"]
    assert tether.arrived() == []
    assert tether.shots.begin() == ()


def test_a_picture_counts_once_nobody_writes_it_any_more(tether: Tether) -> None:
    tether.look()
    for content in (b"", b"a", b"ab"):
        tether.put("1.jpg", content)
        assert tether.look() == []
    assert tether.look() == ["1.jpg"]


def test_a_picture_is_taken_once_and_left_where_it_is(tether: Tether) -> None:
    tether.look()
    path = tether.put("1.jpg")
    tether.arrived()
    assert tether.shots.settle(path, taken=True)
    assert tether.arrived() == []
    tether.put("1.jpg", b"with a remark of the camera's program")
    assert tether.arrived() == []
    assert path.exists()


def test_what_cannot_be_read_is_refused_once_nobody_can_still_be_writing_it(tether: Tether) -> None:
    tether.look()
    path = tether.put("1.jpg", b"half")
    tether.arrived()
    assert not tether.shots.settle(path, taken=False)
    assert tether.arrived() == []
    tether.now += GRACE_S
    assert tether.look() == ["1.jpg"]
    assert tether.shots.settle(path, taken=False)
    assert tether.look() == []


def test_a_sensors_own_file_is_met_only_without_a_picture_beside_it(tether: Tether) -> None:
    tether.look()
    for name in ("1.CR3", "1.JPG", "2.NEF", "notes.txt", ".3.jpg", "4.jpg.part"):
        tether.put(name)
    assert sorted(tether.arrived()) == ["1.JPG", "2.NEF"]


def test_a_folder_that_is_away_is_said_and_what_it_holds_when_it_comes_is_old(tether: Tether) -> None:
    tether.put("1.jpg")
    tether.folder.rename(tether.folder.with_name("away"))
    with pytest.raises(DockstationError, match=r"pictures\.no_folder"):
        tether.look()
    tether.folder.with_name("away").rename(tether.folder)
    assert tether.arrived() == []
