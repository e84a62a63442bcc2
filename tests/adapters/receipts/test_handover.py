"""What is handed over is there whole or not at all, and takes nobody's place."""

from __future__ import annotations

import re
import resource
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from dockstation.adapters.receipts.handover import HandoverFiles
from dockstation.domain.errors import DockstationError

FILES = HandoverFiles()


def breaking() -> Iterator[tuple[str, bytes]]:
    yield "one.txt", b"1"
    raise DockstationError("photo.missing")


@pytest.mark.parametrize("name", ["claim.zip", "claim"])
def test_what_fails_halfway_leaves_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(DockstationError, match=r"photo\.missing"):
        FILES.save_all(tmp_path / name, breaking(), overwrite=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["claim.zip", "claim", "claim.pdf"])
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(DockstationError, match=r"disk\.failed"):
        FILES.save_all(tmp_path / "file" / name, [("one.txt", b"1")], overwrite=True)


def test_a_file_that_came_meanwhile_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "claim.zip"

    def members() -> Iterator[tuple[str, bytes]]:
        yield "one.txt", b"1"
        target.write_bytes(b"another's")

    with pytest.raises(DockstationError, match=r"report\.exists"):
        FILES.save_all(target, members(), overwrite=False)
    assert target.read_bytes() == b"another's"
    assert list(tmp_path.iterdir()) == [target]


def test_a_report_gets_a_name_that_is_free_in_a_folder_that_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "shared" / "reports"
    told = [FILES.save_into(folder, "K7M1", data).name for data in (b"1", b"2", b"3")]
    assert told == ["K7M1.pdf", "K7M1-2.pdf", "K7M1-3.pdf"]
    assert [(folder / each).read_bytes() for each in told] == [b"1", b"2", b"3"]


@pytest.fixture
def narrow() -> Iterator[None]:
    """No file grows beyond a hundred bytes, as on a disk with no room for more."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("narrow")
def test_a_report_for_which_there_is_no_room_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(DockstationError, match=r"disk\.full"):
        FILES.save_into(tmp_path, "K7M1", b"1" * 101)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_filled_and_a_zip_replaced_when_it_may_be(tmp_path: Path) -> None:
    (tmp_path / "claim").mkdir()
    FILES.save_all(tmp_path / "claim", [("photos/one.jpg", b"1")], overwrite=False)
    assert (tmp_path / "claim" / "photos" / "one.jpg").read_bytes() == b"1"
    for data in (b"1", b"2"):
        FILES.save_all(tmp_path / "claim.zip", [("one.txt", data)], overwrite=True)
    with zipfile.ZipFile(tmp_path / "claim.zip") as packed:
        assert packed.read("one.txt") == b"2"


@pytest.mark.parametrize("name", ["../out.txt", "/etc/passwd", "a/../../b", "C:\\x", "a\\b", ""])
def test_no_name_leads_out_of_the_place(tmp_path: Path, name: str) -> None:
    for target in (tmp_path / "claim.zip", tmp_path / "claim"):
        with pytest.raises(ValueError, match=f"^{re.escape(name)}$"):
            FILES.save_all(target, [(name, b"1")], overwrite=False)
    assert list(tmp_path.iterdir()) == []
