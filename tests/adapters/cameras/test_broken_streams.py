"""Network cameras that send something else than they should."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Iterator

import numpy as np
import pytest

from dockstation.adapters.cameras.opencv import OpenCvCamera
from dockstation.domain.errors import DockstationError
from tests.adapters.cameras.network_camera import (
    MULTIPART,
    NetworkCamera,
    grey,
    part,
    part_without_length,
    the_present,
)
from tests.adapters.cameras.test_replug import camera_threads

GOOD = grey(160, 120, 200)
OTHER = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n"


def noise(count: int) -> Iterator[bytes]:
    dice = random.Random(1)
    return (dice.randbytes(65_536) for _ in range(count))


def shapes(phone: NetworkCamera, wanted: int) -> list[tuple[int, ...]]:
    """The different sizes in the order in which they came, until there are ``wanted``."""
    camera = OpenCvCamera(phone.url, seconds_per_picture=1)
    camera.open()
    seen: list[tuple[int, ...]] = []
    while len(seen) < wanted:
        frame = camera.read()
        if frame is not None and frame.shape not in seen:
            seen.append(frame.shape)
    camera.close()
    return seen


def open_fails(url: str) -> DockstationError:
    with pytest.raises(DockstationError) as caught:
        OpenCvCamera(url, seconds_per_picture=1).open()
    return caught.value


@pytest.mark.parametrize(
    "pieces",
    [
        [part(GOOD[: len(GOOD) // 2]), part(GOOD)],
        [part_without_length(GOOD[:40]), part_without_length(GOOD)],
        [part(b"<html>busy</html>"), part(b""), part(GOOD)],
        [part(GOOD[:200] + b"\0" * 400), part(GOOD)],
        [b"hello?\r\n\r\n", part(GOOD)],
        [part_without_length(GOOD)],
        [b"--frame\r\nContent-Length: 99\r\n\r\n" + GOOD + b"\r\n", part(GOOD)],  # its length is not 99
    ],
    ids=["half", "half, no length", "no picture", "zeros", "a greeting", "no length", "a wrong length"],
)
def test_what_is_broken_is_passed_over_and_the_good_picture_shown(pieces: list[bytes]) -> None:
    with NetworkCamera(pieces * 100) as phone:
        camera = OpenCvCamera(phone.url, seconds_per_picture=1)
        camera.open()
        for _ in range(3):
            frame = camera.read()
            assert frame is not None
            assert frame.shape == (120, 160, 3)
            assert np.abs(frame.astype(int) - 200).max() < 8
        camera.close()
    assert phone.connections == 1


@pytest.mark.parametrize("boundary", [b'"frame"', b"--frame", b"frame; charset=x"])
def test_a_boundary_may_be_written_as_cameras_write_it(boundary: bytes) -> None:
    head = MULTIPART.replace(b"boundary=frame", b"boundary=" + boundary)
    with NetworkCamera([part(GOOD)] * 100, head=head) as phone:
        assert shapes(phone, 1) == [(120, 160, 3)]


def test_a_phone_that_is_turned_shows_its_picture_upright_and_unsqueezed() -> None:
    sizes = [(160, 120), (120, 160), (1, 1), (640, 480)]
    with NetworkCamera([part(grey(*size, 90)) for size in sizes for _ in range(20)] * 5) as phone:
        assert shapes(phone, 4) == [(height, width, 3) for width, height in sizes]


def test_a_picture_of_a_hundred_million_pixels_is_not_unpacked() -> None:
    huge = part(grey(10_000, 10_000, 128))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with NetworkCamera([huge, huge, part(GOOD)] * 30) as phone:
        assert shapes(phone, 1) == [(120, 160, 3)]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


@pytest.mark.parametrize(
    "pieces",
    [
        noise(400),
        [b"--frame\r\n" + b"X-Long: " + b"x" * 100_000],
        [b"--frame\r\nContent-Length: 999999999\r\n\r\n" + b"x" * 100_000],
        [b"--frame\r\n\r\n", *noise(400)],
    ],
    ids=["noise", "an endless head", "a length out of reason", "an endless picture"],
)
def test_garbage_instead_of_pictures_is_no_picture(pieces: list[bytes]) -> None:
    with NetworkCamera(pieces, rate=100_000) as phone:
        camera = OpenCvCamera(phone.url, seconds_per_picture=1)
        camera.open()
        assert camera.read() is None
        camera.close()


@pytest.mark.parametrize(
    ("head", "answer"),
    [
        (OTHER % b"text/html; charset=utf-8" + b"<html>Log in, please</html>", "text/html"),
        (OTHER % b"image/jpeg" + GOOD, "image/jpeg"),
        (OTHER % (b"text/" + b"\xff" * 300), "?"),
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "404"),
        (b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n", "500"),
        (b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n", "302"),
    ],
    ids=["a page", "a still", "odd bytes", "404", "500", "a redirection to a file"],
)
def test_an_address_that_is_no_stream_is_told_with_what_it_answers(head: bytes, answer: str) -> None:
    with NetworkCamera([], head=head) as phone:
        error = open_fails(phone.url.replace("http://", "http://admin:secret@") + "?token=secret")
    assert error.code == "camera.no_stream"
    assert error.facts == {"source": phone.url, "answer": answer}


@pytest.mark.parametrize(
    "head", [b"SSH-2.0-OpenSSH\r\n\r\n", b"\xff" * 9000, b"", OTHER % b"application/octet-stream" + GOOD * 3]
)
def test_what_speaks_no_http_or_sends_no_film_is_unavailable(head: bytes) -> None:
    with NetworkCamera([], head=head) as phone:
        error = open_fails(phone.url)
    assert error.code == "camera.unavailable"


def test_an_answer_that_drips_in_is_not_waited_for() -> None:
    with NetworkCamera([b"X"] * 2000, head=b"HTTP/1.1 200 OK\r\n", rate=10) as phone:
        start = time.monotonic()
        error = open_fails(phone.url)
        assert time.monotonic() - start < 7
        while camera_threads():
            phone.pause(0.01)
    assert error.code == "camera.unavailable"


def test_a_closed_stream_that_drips_on_is_let_go() -> None:
    with NetworkCamera([b"X"] * 2000, rate=10) as phone:
        camera = OpenCvCamera(phone.url, seconds_per_picture=1)
        camera.open()
        assert camera.read() is None
        camera.close()
        while camera_threads():
            phone.pause(0.01)


@pytest.mark.parametrize("scheme", ["Basic", "Digest"])
def test_a_password_in_the_address_opens_the_stream(scheme: str) -> None:
    with NetworkCamera(login=("admin", "p@ss:w/rd"), scheme=scheme) as phone:
        camera = OpenCvCamera(phone.url.replace("http://", "http://admin:p%40ss%3Aw%2Frd@"), seconds_per_picture=1)
        camera.open()
        assert camera.read() is not None
        camera.close()


@pytest.mark.parametrize("scheme", ["Basic", "Digest", "Negotiate"])
@pytest.mark.parametrize("login", ["", "admin:wrong@"])
def test_a_wrong_password_is_told_and_not_shown(
    scheme: str, login: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with NetworkCamera(login=("admin", "secret"), scheme=scheme) as phone:
        error = open_fails(phone.url.replace("http://", "http://" + login))
    assert error.code == "camera.denied"
    assert error.facts == {"source": phone.url}
    assert "wrong" not in caplog.text + "".join(capfd.readouterr())


@pytest.mark.parametrize("url", ["http://[half", "http://", "http://host:port/", "http://a b/", "rtsp://[half"])
def test_an_address_that_is_none_is_told_as_missing(url: str) -> None:
    assert open_fails(url).code == "camera.unavailable"


def test_nothing_is_written_to_the_error_output_about_broken_pictures(capfd: pytest.CaptureFixture[str]) -> None:
    broken = bytearray(the_present())
    broken[900:950] = b"\x5a" * 50
    with NetworkCamera([bytes(broken), part(GOOD[:300]), *noise(3), part(GOOD)] * 20) as phone:
        shapes(phone, 1)
    assert "".join(capfd.readouterr()) == ""
