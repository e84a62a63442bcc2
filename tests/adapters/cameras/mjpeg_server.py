"""A network camera: an HTTP server that streams JPEG pictures until told to hang up."""

from __future__ import annotations

import contextlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

import cv2
import numpy as np

BOUNDARY = b"--frame\r\n"


class MjpegServer:
    """Frame ``n`` is grey of brightness ``n`` mod 250, 100 a second, whoever watches."""

    def __init__(self) -> None:
        self.sent = 0
        self.stop = threading.Event()
        self.connections = 0
        self.hang_up = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.stream(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/video"

    def stream(self, handler: BaseHTTPRequestHandler) -> None:
        self.connections += 1
        handler.send_response(200)
        handler.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
        handler.end_headers()
        with contextlib.suppress(OSError):
            while not self.stop.wait(0.01) and not self.hang_up.is_set():
                handler.wfile.write(BOUNDARY + b"Content-Type: image/jpeg\r\n\r\n" + frame(self.sent) + b"\r\n")
                self.sent += 1
        self.hang_up.clear()
        handler.close_connection = True

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def frame(number: int) -> bytes:
    grey = np.full((120, 160, 3), number % 250, np.uint8)
    return bytes(cv2.imencode(".jpg", grey)[1])
