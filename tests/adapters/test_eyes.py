"""The camera and the decoder as one: what is looked at can be read and photographed."""

from __future__ import annotations

from functools import partial

import cv2
import numpy as np
import pytest

from dockstation.adapters.cameras.develop import develop
from dockstation.adapters.decoders.agreement import AgreementFilter
from dockstation.adapters.eyes import CameraEyes
from dockstation.domain.errors import DockstationError
from tests.fakes.camera import FakeCamera
from tests.fakes.decoder import FakeDecoder, code


def a_frame(width=640, height=360):
    frame = np.zeros((height, width, 3), np.uint8)
    frame[:, : width // 2] = (0, 128, 255)
    return frame


def eyes(*answers, frames=None):
    camera = FakeCamera([a_frame()] if frames is None else frames)
    photo = partial(develop, quality=90)
    return CameraEyes(camera, FakeDecoder(*answers), AgreementFilter().agreed, photo), camera


def test_a_camera_that_is_not_there_is_said_when_it_is_opened():
    seeing, _ = eyes(frames=[])
    with pytest.raises(DockstationError, match=r"camera\.unavailable"):
        seeing.open()


def test_there_is_nothing_to_see_before_it_is_opened_and_after_it_is_closed():
    seeing, camera = eyes()
    assert seeing.look() is None
    seeing.open()
    assert seeing.look() is not None
    seeing.close()
    assert seeing.look() is None
    assert not camera.is_open


def test_a_code_counts_only_when_a_second_frame_agrees():
    seeing, _ = eyes((code("DSRMA-R1"),))
    frame = a_frame()
    assert seeing.codes(frame) == ()
    assert seeing.codes(frame) == (code("DSRMA-R1"),)


def test_codes_that_frames_disagree_about_do_not_count():
    seeing, _ = eyes((code("SF1"),), (code("SF7"),), (), ())
    assert [seeing.codes(a_frame()) for _ in range(3)] == [(), (), ()]


def test_a_photo_has_the_size_and_the_colours_of_what_was_seen():
    seeing, _ = eyes()
    seeing.open()
    frame = seeing.look()
    assert frame is not None
    shot = seeing.shot(frame)
    assert (shot.width, shot.height) == (640, 360)
    decoded = cv2.imdecode(np.frombuffer(shot.data, np.uint8), cv2.IMREAD_COLOR)
    assert decoded is not None
    assert np.abs(decoded[180, 100].astype(int) - [0, 128, 255]).max() < 8
    assert shot.data == seeing.shot(frame).data
