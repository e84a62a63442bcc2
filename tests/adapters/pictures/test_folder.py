"""A folder that phones upload to: every picture once, whole, the oldest first, and nothing else is touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dockstation.adapters.pictures.arrivals import GRACE_S, MOST_WAITING
from dockstation.adapters.pictures.folder import WatchedFolder
from dockstation.application.ports.pictures import Outcome
from dockstation.domain.errors import DockstationError


class Watch:
    """A watched folder and the clock on the wall."""

    def __init__(self, folder: Path) -> None:
        self.now = 0.0
        self.folder = folder
        self.folder.mkdir(exist_ok=True)
        self.watched = WatchedFolder(folder, lambda: self.now)

    def upload(self, name: str, content: bytes = b"picture", age: int = 0) -> Path:
        path = self.folder / name
        path.write_bytes(content)
        os.utime(path, (1_700_000_000 - age, 1_700_000_000 - age))
        return path

    def look(self) -> list[str]:
        return [path.name for path in self.watched.look()]

    def arrived(self) -> list[str]:
        self.look()
        return self.look()


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    return Watch(tmp_path / "phones")


def test_a_picture_counts_once_nobody_has_written_to_it_between_two_looks(watch: Watch) -> None:
    watch.upload("1.jpg", b"half")
    assert watch.look() == []
    watch.upload("1.jpg", b"half and half")
    assert watch.look() == []
    assert watch.look() == ["1.jpg"]


def test_the_oldest_comes_first(watch: Watch) -> None:
    watch.upload("a.jpg", age=1)
    watch.upload("b.jpg", age=3)
    watch.upload("c.jpg", age=2)
    assert watch.arrived() == ["b.jpg", "c.jpg", "a.jpg"]


def test_only_so_many_are_met_at_a_time_and_the_others_later(watch: Watch) -> None:
    for n in range(MOST_WAITING + 3):
        watch.upload(f"{n:03}.jpg", age=500 - n)
    first = watch.arrived()
    assert len(first) == MOST_WAITING
    for name in first:
        watch.watched.settle(watch.folder / name, Outcome.READ)
    assert watch.look() == ["064.jpg", "065.jpg", "066.jpg"]


@pytest.mark.parametrize("outcome", Outcome)
def test_a_settled_picture_lies_in_its_subfolder_and_is_not_met_after_a_restart(
    watch: Watch, outcome: Outcome
) -> None:
    watch.upload("1.jpg", b"the picture")
    watch.arrived()
    watch.now = GRACE_S
    assert watch.watched.settle(watch.folder / "1.jpg", outcome)
    assert (watch.folder / outcome / "1.jpg").read_bytes() == b"the picture"
    assert Watch(watch.folder).arrived() == []


def test_a_picture_of_the_same_name_never_replaces_the_one_before(watch: Watch) -> None:
    for n in range(3):
        watch.upload("IMG_1.jpg", f"{n}".encode(), age=n)
        watch.arrived()
        watch.watched.settle(watch.folder / "IMG_1.jpg", Outcome.READ)
    kept = sorted((each.name, each.read_bytes()) for each in (watch.folder / "read").iterdir())
    assert kept == [("IMG_1-2.jpg", b"1"), ("IMG_1-3.jpg", b"2"), ("IMG_1.jpg", b"0")]


def test_an_upload_that_cannot_be_read_yet_is_kept_until_it_stands_still(watch: Watch) -> None:
    path = watch.upload("1.jpg", b"half")
    watch.arrived()
    assert not watch.watched.settle(path, Outcome.REFUSED)
    assert watch.look() == []
    watch.upload("1.jpg", b"whole picture")
    assert watch.arrived() == ["1.jpg"]
    watch.now += GRACE_S
    assert watch.look() == ["1.jpg"]
    assert watch.watched.settle(path, Outcome.REFUSED)
    assert (watch.folder / "refused" / "1.jpg").exists()


def test_an_empty_file_is_an_upload_that_has_not_begun(watch: Watch) -> None:
    watch.upload("1.jpg", b"")
    assert watch.arrived() == []
    watch.now += GRACE_S
    assert watch.look() == ["1.jpg"]


def test_what_is_no_picture_is_left_alone(watch: Watch, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"elsewhere")
    watch.upload("notes.txt")
    watch.upload(".hidden.jpg")
    watch.upload("1.jpg.part")
    (watch.folder / "folder.jpg").mkdir()
    (watch.folder / "folder.jpg" / "inner.jpg").write_bytes(b"inner")
    (watch.folder / "link.png").symlink_to(secret)
    os.mkfifo(watch.folder / "pipe.png")
    watch.now = GRACE_S
    assert watch.arrived() == []


def test_a_folder_that_is_away_is_said_and_watched_again_once_it_is_back(watch: Watch) -> None:
    away = watch.folder.with_name("away")
    watch.upload("1.jpg")
    watch.folder.rename(away)
    for _ in range(2):
        with pytest.raises(DockstationError, match=r"pictures\.no_folder") as failure:
            watch.look()
        assert failure.value.facts == {"folder": str(watch.folder)}
    away.rename(watch.folder)
    assert watch.arrived() == ["1.jpg"]


def test_a_subfolder_that_leads_elsewhere_takes_nothing(watch: Watch, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (watch.folder / "read").symlink_to(elsewhere)
    watch.upload("1.jpg")
    watch.arrived()
    with pytest.raises(DockstationError, match=r"pictures\.not_moved"):
        watch.watched.settle(watch.folder / "1.jpg", Outcome.READ)
    assert list(elsewhere.iterdir()) == []


def test_a_picture_that_has_to_stay_is_met_once_and_again_only_when_it_is_another(watch: Watch) -> None:
    (watch.folder / "read").write_bytes(b"somebody's file")
    path = watch.upload("1.jpg")
    watch.arrived()
    with pytest.raises(DockstationError, match=r"pictures\.not_moved") as failure:
        watch.watched.settle(path, Outcome.READ)
    assert failure.value.facts == {"file": str(path)}
    assert watch.arrived() == []
    watch.upload("1.jpg", b"another picture")
    assert watch.arrived() == ["1.jpg"]


def test_of_two_stations_at_one_folder_only_one_has_a_picture(watch: Watch) -> None:
    path = watch.upload("1.jpg")
    other = Watch(watch.folder)
    assert watch.arrived() == other.arrived() == ["1.jpg"]
    assert watch.watched.settle(path, Outcome.READ)
    assert not other.watched.settle(path, Outcome.READ)
    assert other.look() == []


def test_names_of_any_kind_are_kept(watch: Watch) -> None:
    name = "a\nb\x1b[2J " + "长" * 60 + ".jpg"
    watch.upload(name)
    assert watch.arrived() == [name]
    for _ in range(2):
        watch.watched.settle(watch.upload(name), Outcome.NO_CODE)
    assert len(list((watch.folder / "no-code").iterdir())) == 2
