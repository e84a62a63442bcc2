"""Exposure and focus of webcams that have them, and of those that do not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import pytest

from dockstation.adapters.cameras.capture import DeviceSource, open_device
from dockstation.adapters.cameras.controls import Control, Controls
from dockstation.adapters.cameras.live import LiveCapture
from dockstation.adapters.cameras.opencv import OpenCvCamera
from dockstation.domain.errors import DockstationError
from tests.adapters.cameras.webcam import EXPOSURE, FOCUS, Webcam

SIZE = (1920, 1080)


def opened(webcam: Webcam, exposure: str | float = "auto", focus: str | float = "auto") -> Controls:
    controls = Controls(exposure=exposure, focus=focus)
    DeviceSource(webcam, SIZE, controls)
    return controls


def test_left_to_itself_a_camera_sets_exposure_and_focus_by_itself() -> None:
    webcam = Webcam({**EXPOSURE, **FOCUS, cv2.CAP_PROP_AUTO_EXPOSURE: 1.0, cv2.CAP_PROP_AUTOFOCUS: 0.0})
    controls = opened(webcam)
    assert controls.found() == {"exposure": Control(True, 156), "focus": Control(True, 30)}
    assert controls.unsupported() == ()


def test_a_camera_whose_automatic_is_the_other_mode_gets_that() -> None:
    webcam = Webcam({**EXPOSURE, cv2.CAP_PROP_AUTO_EXPOSURE: 1.0}, exposure_modes=(0, 1))
    assert opened(webcam).found() == {"exposure": Control(True, 156)}


@pytest.mark.parametrize("value", ["120", "120.4", 120, " 120 "])
def test_a_number_sets_it_by_hand(value: str | float) -> None:
    controls = opened(Webcam({**EXPOSURE, **FOCUS}), exposure=value, focus="0")
    assert controls.found() == {"exposure": Control(False, 120), "focus": Control(False, 0)}
    assert controls.unsupported() == ()


def test_what_the_driver_made_of_a_number_is_read_back() -> None:
    controls = opened(Webcam({**EXPOSURE}), exposure="100000")
    assert controls.found() == {"exposure": Control(False, 250)}


def test_a_camera_without_the_control_is_left_alone_and_says_so() -> None:
    webcam = Webcam(EXPOSURE)
    controls = opened(webcam, exposure="100", focus="10")
    assert controls.found() == {"exposure": Control(False, 100)}
    assert controls.unsupported() == ("focus",)
    assert not {prop for prop, _value in webcam.turned} & {cv2.CAP_PROP_FOCUS, cv2.CAP_PROP_AUTOFOCUS}


def test_a_camera_without_any_control_is_no_fault_when_none_was_asked_for() -> None:
    webcam = Webcam({})
    controls = opened(webcam)
    assert (controls.found(), controls.unsupported(), webcam.turned) == ({}, (), [])


def test_a_camera_with_a_value_and_no_switch_takes_the_value() -> None:
    controls = opened(Webcam({cv2.CAP_PROP_FOCUS: 5.0}), focus="40")
    assert controls.found() == {"focus": Control(False, 40)}
    assert controls.unsupported() == ()


def test_a_camera_that_refuses_the_number_says_so() -> None:
    webcam = Webcam(EXPOSURE, exposure_modes=(3,))  # cannot be set by hand
    controls = opened(webcam, exposure="100")
    assert controls.unsupported() == ("exposure",)
    assert controls.found() == {"exposure": Control(True, 156)}


@pytest.mark.parametrize("value", ["", "bright", "nan", "inf", "-inf", "1,5", float("nan")])
def test_what_is_neither_automatic_nor_a_number_is_refused(value: str | float) -> None:
    with pytest.raises(DockstationError) as caught:
        OpenCvCamera("0", seconds_per_picture=1, focus=value)
    assert caught.value.code == "camera.control"
    assert caught.value.facts == {"name": "focus", "value": str(value)}


def test_an_unknown_control_or_value_changes_nothing() -> None:
    controls = Controls(exposure="auto", focus="auto")
    for name, value in (("zoom", "1"), ("focus", "near")):
        with pytest.raises(DockstationError):
            controls.want(name, value)
    webcam = Webcam({**EXPOSURE, **FOCUS})
    DeviceSource(webcam, SIZE, controls)
    assert all(control.auto for control in controls.found().values())


def test_one_spoiled_frame_is_no_unplugging() -> None:
    webcam = Webcam({})
    source = DeviceSource(webcam, SIZE, Controls())
    webcam.spoiled = 1
    assert source.read() is not None
    webcam.spoiled = 2
    assert source.read() is None


class Desk:
    """A place to plug webcams in, and a camera opened there by name."""

    def __init__(self, dev: Path) -> None:
        self.by_id = dev / "v4l" / "by-id"
        self.by_id.mkdir(parents=True)
        self.webcams: list[Webcam] = []
        self.controls = Controls(exposure="100", focus="auto")
        self.dev = dev

    def plug_in(self, node: str) -> Webcam:
        self.webcams.append(Webcam({**EXPOSURE, **FOCUS}))
        (self.by_id / "usb-C920-video-index0").symlink_to(node)
        return self.webcams[-1]

    def unplug(self) -> None:
        (self.by_id / "usb-C920-video-index0").unlink()
        self.webcams[-1].unplugged.set()

    def open(self) -> LiveCapture:
        return LiveCapture(lambda: open_device("C920", SIZE, self.controls, self.dev, self._node), "C920")

    def _node(self, _name: str) -> Webcam:
        return self.webcams[-1]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def opens(desk: Desk) -> Iterator[Callable[[], LiveCapture]]:
    captures: list[LiveCapture] = []

    def one() -> LiveCapture:
        captures.append(desk.open())
        return captures[-1]

    yield one
    for capture in captures:
        capture.close()


def wait(capture: LiveCapture, done: Callable[[], bool]) -> None:
    """Look on until it is so; the test's own limit ends it otherwise."""
    while not done():
        capture.read()


def test_a_replugged_camera_is_set_as_before(desk: Desk, opens: Callable[[], LiveCapture]) -> None:
    first = desk.plug_in("/dev/null")
    capture = opens()
    assert capture.read() is not None
    desk.unplug()
    wait(capture, lambda: first.released)
    second = desk.plug_in("/dev/zero")
    wait(capture, lambda: second.reads > 0)
    assert capture.read() is not None
    assert second.get(cv2.CAP_PROP_EXPOSURE) == 100
    assert desk.controls.found()["exposure"] == Control(False, 100)


def test_a_control_is_turned_between_frames_by_the_thread_that_reads(
    desk: Desk, opens: Callable[[], LiveCapture]
) -> None:
    webcam = desk.plug_in("/dev/null")
    capture = opens()
    desk.controls.want("focus", 77)
    wait(capture, lambda: webcam.get(cv2.CAP_PROP_FOCUS) == 77)
    desk.controls.want("focus", "auto")
    wait(capture, lambda: desk.controls.found()["focus"].auto)
    assert webcam.turned_by == {"camera"}


def test_closing_frees_the_device(desk: Desk, opens: Callable[[], LiveCapture]) -> None:
    webcam = desk.plug_in("/dev/null")
    opens().close()
    assert webcam.released
