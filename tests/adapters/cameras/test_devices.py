"""Finding the machine's cameras by number, path and name, in a folder laid out like /dev."""

from __future__ import annotations

from pathlib import Path

import pytest

from dockstation.adapters.cameras.devices import attached_cameras, find_device
from dockstation.adapters.cameras.opencv import OpenCvCamera
from dockstation.domain.errors import DockstationError

C920 = "usb-046d_HD_Pro_Webcam_C920_8A1B2C3D"
BRIO = "usb-046d_Logitech_BRIO_11223344"
DEVICES = ("null", "zero", "full", "random", "urandom", "tty")
"""Character devices that every Linux has, to stand for video devices."""


@pytest.fixture
def dev(tmp_path: Path) -> Path:
    (tmp_path / "v4l" / "by-id").mkdir(parents=True)
    return tmp_path


def plug_in(dev: Path, number: int, name: str = "", index: int = 0) -> Path:
    """A device as udev shows it; what is really there, a link leads to."""
    node = Path("/dev") / DEVICES[number]
    (dev / f"video{number}").symlink_to(node)
    if name:
        (dev / "v4l" / "by-id" / f"{name}-video-index{index}").symlink_to(f"../../video{number}")
    return node


def unplug(dev: Path, number: int, name: str) -> None:
    (dev / f"video{number}").unlink()
    for entry in (dev / "v4l" / "by-id").glob(f"{name}*"):
        entry.unlink()


def test_a_camera_is_found_by_number_path_and_name(dev: Path) -> None:
    node = plug_in(dev, 2, C920)
    by_id = dev / "v4l" / "by-id" / f"{C920}-video-index0"
    for source in ("2", str(dev / "video2"), str(by_id), "C920", "c920_8a1b", C920):
        assert find_device(source, dev) == node, source


def test_a_name_is_found_again_under_another_number_after_a_replug(dev: Path) -> None:
    first = plug_in(dev, 0, C920)
    assert find_device("C920", dev) == first
    unplug(dev, 0, C920)
    assert find_device("C920", dev) is None
    other = plug_in(dev, 3, C920)
    assert find_device("C920", dev) == other != first


def test_the_node_for_pictures_is_taken_of_a_camera_with_several(dev: Path) -> None:
    plug_in(dev, 1, C920, index=1)
    pictures = plug_in(dev, 4, C920, index=0)
    assert find_device("C920", dev) == pictures


def test_a_name_that_fits_two_cameras_is_refused_with_both(dev: Path) -> None:
    plug_in(dev, 0, C920)
    plug_in(dev, 1, C920, index=1)
    plug_in(dev, 2, BRIO)
    with pytest.raises(DockstationError) as caught:
        find_device("046d", dev)
    assert caught.value.code == "camera.ambiguous"
    assert caught.value.facts == {"source": "046d", "names": f"{C920}, {BRIO}"}
    with pytest.raises(DockstationError) as opened:
        OpenCvCamera("046d", seconds_per_picture=1, dev=dev).open()
    assert opened.value.code == "camera.ambiguous"


def test_a_whole_name_wins_over_a_longer_one(dev: Path) -> None:
    short = plug_in(dev, 0, "usb-Cam_1")
    plug_in(dev, 1, "usb-Cam_12")
    assert find_device("usb-Cam_1", dev) == short


@pytest.mark.parametrize("source", ["9", "Brio", "/dev/video63", "", " ", "\0", "video0", "..", "by-id", "a/b", "²"])
def test_what_is_not_plugged_in_is_not_found(dev: Path, source: str) -> None:
    plug_in(dev, 0, C920)
    assert find_device(source, dev) is None


def test_what_is_no_device_is_not_taken_for_one(dev: Path) -> None:
    by_id = dev / "v4l" / "by-id"
    (dev / "video0").write_text("not a camera")
    (by_id / "usb-Gone-video-index0").symlink_to("../../video7")
    (by_id / "usb-Ring-video-index0").symlink_to("usb-Ring-video-index0")
    (by_id / "usb-File-video-index0").symlink_to("../../video0")
    for source in ("0", "Gone", "Ring", "File", str(by_id / "usb-Ring-video-index0")):
        assert find_device(source, dev) is None, source
    assert attached_cameras(dev) == ()


def test_the_attached_cameras_are_listed_by_the_name_that_config_takes(dev: Path) -> None:
    pictures = plug_in(dev, 0, C920)
    plug_in(dev, 1, C920, index=1)
    brio = plug_in(dev, 2, BRIO)
    nameless = plug_in(dev, 3)
    found = attached_cameras(dev)
    assert [(camera.name, camera.node) for camera in found[:2]] == [(C920, pictures), (BRIO, brio)]
    assert [camera.name for camera in found[2:]] == [str(dev / "video3")]
    assert [find_device(camera.name, dev) for camera in found] == [pictures, brio, nameless]


def test_a_machine_without_cameras_lists_none(tmp_path: Path) -> None:
    assert attached_cameras(tmp_path) == ()
    assert attached_cameras(tmp_path / "nowhere") == ()


@pytest.mark.parametrize("source", ["C920", "/dev/video63", "/dev/null", "/dev/v4l/by-id/usb-Gone", "97"])
def test_a_camera_that_is_not_plugged_in_is_told_by_the_name_in_config(source: str) -> None:
    with pytest.raises(DockstationError) as caught:
        OpenCvCamera(source, seconds_per_picture=1).open()
    assert caught.value.code == "camera.unavailable"
    assert caught.value.facts == {"source": source}
