"""Photos on a real disk: killed, full, in the way."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dockstation.adapters.photos.folder import PhotoFolder, PhotoShelf
from dockstation.domain.errors import DockstationError

SAVE_FOR_EVER = """
import os, sys
from pathlib import Path
from dockstation.adapters.photos.folder import PhotoFolder, PhotoShelf
photos = PhotoFolder(Path(sys.argv[1]))
while True:
    print(photos.save(os.urandom(200_000)), flush=True)
"""

SAVE_WITHOUT_ROOM = """
import resource, sys
from pathlib import Path
from dockstation.adapters.photos.folder import PhotoFolder, PhotoShelf
from dockstation.domain.errors import DockstationError
photos = PhotoFolder(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
try:
    photos.save(bytes(100_000))
except DockstationError as error:
    print(error.code)
print(photos.save(b"small"))
"""


def command(code: str, root: Path) -> list[str]:
    return [sys.executable, "-c", code, str(root)]


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": "src"}


def photos_in(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def test_photos_lie_in_folders_by_the_beginning_of_their_name(tmp_path: Path) -> None:
    photos = PhotoFolder(tmp_path / "new" / "photos")
    name = photos.save(b"front")
    assert photos.path(name) == tmp_path / "new" / "photos" / name[:2] / f"{name}.jpg"
    assert photos_in(tmp_path) == [photos.path(name)]


def test_killed_in_the_middle_only_whole_photos_remain(tmp_path: Path) -> None:
    for round_ in range(4):
        with subprocess.Popen(
            command(SAVE_FOR_EVER, tmp_path), env=environment(), stdout=subprocess.PIPE, text=True
        ) as saver:
            assert saver.stdout is not None
            promised = [saver.stdout.readline().strip() for _ in range(3 + 5 * round_)]
            saver.kill()
        photos = PhotoFolder(tmp_path)
        for name in promised:
            assert hashlib.sha256(photos.read(name)).hexdigest() == name
        for path in photos_in(tmp_path):
            assert hashlib.sha256(path.read_bytes()).hexdigest() == path.stem


def test_what_a_crash_left_half_written_is_cleared(tmp_path: Path) -> None:
    PhotoFolder(tmp_path)
    (half,) = [path for path in tmp_path.iterdir() if path.is_dir()]
    (half / "12ab.part").write_bytes(b"half a pho")
    PhotoFolder(tmp_path)
    assert photos_in(tmp_path) == []


def test_a_full_disk_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    done = subprocess.run(
        command(SAVE_WITHOUT_ROOM, tmp_path), env=environment(), capture_output=True, text=True, check=True
    )
    small = hashlib.sha256(b"small").hexdigest()
    assert done.stdout.split() == ["disk.full", small]
    assert [path.stem for path in photos_in(tmp_path)] == [small]


def test_a_disk_that_refuses_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    photos = PhotoFolder(tmp_path)
    name = hashlib.sha256(b"front").hexdigest()
    (tmp_path / name[:2]).write_text("a file where a folder should be")
    with pytest.raises(DockstationError) as caught:
        photos.save(b"front")
    assert caught.value.code == "disk.failed"
    assert caught.value.facts["folder"] == str(tmp_path)
    assert photos_in(tmp_path) == [tmp_path / name[:2]]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "photos").write_text("a file")
    with pytest.raises(DockstationError) as caught:
        PhotoFolder(tmp_path / "photos")
    assert caught.value.code == "disk.failed"


def test_reading_beside_the_station_leaves_alone_what_it_is_writing(tmp_path: Path) -> None:
    folder = PhotoFolder(tmp_path)
    name = folder.save(b"jpeg")
    arriving = tmp_path / "incoming" / "half.part"
    arriving.write_bytes(b"jp")
    assert PhotoShelf(tmp_path).read(name) == b"jpeg"
    assert arriving.exists()
