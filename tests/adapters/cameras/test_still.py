"""A network camera's full pictures: kept as they came; without one the live picture is kept and says so."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dockstation.adapters.cameras.jpeg import encode_jpeg
from dockstation.adapters.cameras.still import still_or_live
from dockstation.domain.shot import Doubt
from tests.adapters.cameras.benches import item


@contextmanager
def camera(body: bytes, status: int = 200) -> Iterator[str]:
    """The address of a camera that answers this."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/snapshot.jpg"
    finally:
        server.shutdown()
        server.server_close()


LIVE = item(1)[::2, ::2].copy()


def test_the_full_picture_is_the_photo_byte_by_byte() -> None:
    full = encode_jpeg(item(1), 95)
    with camera(full) as url:
        shot = still_or_live(LIVE, url, 90)
    assert (shot.data, shot.width, shot.height, shot.warnings) == (full, 1280, 720, ())


@pytest.mark.parametrize(("body", "status"), [(b"", 200), (b"<html>", 200), (b"busy", 503), (b"no", 401)])
def test_without_a_full_picture_the_live_one_is_kept_and_says_so(body: bytes, status: int) -> None:
    with camera(body, status) as url:
        shot = still_or_live(LIVE, url, 90)
    assert (shot.width, shot.height) == (640, 360)
    assert Doubt.NO_STILL in shot.warnings


def test_a_camera_that_is_away_costs_no_photo() -> None:
    with camera(b"") as url:
        pass
    assert still_or_live(LIVE, url, 90).warnings[-1] is Doubt.NO_STILL
