"""Another system that is told by webhooks: a real HTTP server that checks each signature itself."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

SECONDS = 20


@dataclass(frozen=True)
class Told:
    """One request as it came."""

    message: str
    timestamp: int
    signatures: tuple[str, ...]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found

    def signed_by(self, secret: str) -> bool:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        content = f"{self.message}.{self.timestamp}.".encode() + self.body
        mine = base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
        return f"v1,{mine}" in self.signatures


Reply = Callable[[BaseHTTPRequestHandler], None]


def say(status: int, **headers: str) -> Reply:
    """An answer without a body."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in ({"Content-Length": "0"} | headers).items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()

    return answer


class Receiver:
    """Listens as long as its ``with``. ``answers`` are used up first, then everything is answered with 204."""

    def __init__(self, *answers: Reply, port: int = 0) -> None:
        self.answers = list(answers)
        self.told: list[Told] = []
        self.released = threading.Event()
        self._came = threading.Condition()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                receiver._take(self)

            def do_GET(self) -> None:
                receiver._take(self)

            def do_HEAD(self) -> None:
                receiver._take(self)

            def do_PUT(self) -> None:
                receiver._take(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/told?by=dockstation"

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def _take(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers.get("Content-Length", "0")))
        headers = request.headers
        told = Told(
            headers.get("webhook-id", ""),
            int(headers.get("webhook-timestamp", "0")),
            tuple(headers.get("webhook-signature", "").split()),
            body,
        )
        with self._came:
            answer = self.answers.pop(0) if self.answers else say(204)
            self.told.append(told)
            self._came.notify_all()
        with suppress(OSError):  # the other side has hung up
            answer(request)

    def wait(self, count: int, kind: str = "") -> list[Told]:
        """What came, of a kind, once there is so much of it."""
        with self._came:
            assert self._came.wait_for(lambda: len(self._of(kind)) >= count, SECONDS), [
                each.body for each in self.told
            ]
            return self._of(kind)

    def _of(self, kind: str) -> list[Told]:
        return [each for each in self.told if not kind or each.json["type"] == kind]

    def hang(self, _request: BaseHTTPRequestHandler) -> None:
        """An answer that does not come before the test is over."""
        self.released.wait(SECONDS)
