"""The network between one station and the server: slow, lossy, and not always to our server."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPResponse

from tests.simulation.machine import Machine
from tests.simulation.server import Headers, Reply, Sent, SimServer
from tests.simulation.world import Crash

TIMEOUT = 10.0
"""Seconds that a station waits for an answer."""
FAULTS: Mapping[str, float] = {
    "a request is lost": 0.03,
    "a connection is refused": 0.03,
    "a request comes late": 0.03,
    "a request comes twice": 0.05,
    "a request is cut": 0.03,
    "an answer is lost": 0.05,
    "an answer is cut": 0.03,
    "a proxy says 503 before": 0.02,
    "a proxy says 504 after": 0.03,
    "429 with Retry-After": 0.02,
    "a portal answers": 0.03,
}
LATENCY = (0.01, 0.5)
LATE = (0.5, 120.0)
PORTAL = Reply(200, (("Content-Type", "text/html"),), b"<html><body>Please sign in to Hotel WiFi</body></html>")


class Line(HTTPAdapter):
    """What a station's HTTP client sends goes to the simulated server, or is lost."""

    def __init__(self, station: Machine, server: SimServer) -> None:
        super().__init__()
        self._station = station
        self._server = server
        self._world = station.world
        self._life = station.lives
        self._sent: set[str] = set()
        self.quiet_until = 0.0

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        sent = _sent(request)
        self._watch(sent)
        self._station.point("before sending")
        reply = self._carried(sent, self._world.one_of(FAULTS))
        self._wait(self._world.chance.uniform(*LATENCY))
        self._station.point("before hearing")
        return self.build_response(request, _response(sent, reply))

    def _wait(self, seconds: float) -> None:
        self._world.pass_time(seconds)
        if self._station.lives != self._life:
            raise Crash(self._station.name)

    def _carried(self, sent: Sent, fault: str) -> Reply:
        """The answer as it arrives at the station; raises what its HTTP client would raise."""
        chance = self._world.chance
        self._wait(chance.uniform(*LATENCY))
        if fault == "a connection is refused":
            raise requests.ConnectionError
        if fault == "a portal answers":
            return PORTAL
        if fault == "a proxy says 503 before":
            return self._asked_to_wait(503)
        if fault == "429 with Retry-After":
            return self._asked_to_wait(429)
        if fault in ("a request comes late", "a request comes twice"):
            self._world.after(chance.uniform(*LATE), lambda: self._arrives(sent))
        if fault in ("a request comes late", "a request is lost"):
            self._wait(TIMEOUT)
            raise requests.ConnectTimeout
        return self._heard(self._arrives(sent, chance.random() if fault == "a request is cut" else 1.0), fault)

    def _heard(self, reply: Reply | None, fault: str) -> Reply:
        if reply is None or fault == "a request is cut":
            raise requests.ConnectionError
        if fault == "an answer is lost":
            self._wait(TIMEOUT)
            raise requests.ReadTimeout
        if fault == "a proxy says 504 after":
            return Reply(504, (("Content-Type", "text/html"),), b"<html>Gateway Time-out</html>")
        if fault == "an answer is cut":
            return Reply(
                reply.status, reply.headers, reply.body[: int(len(reply.body) * self._world.chance.random())]
            )
        return reply

    def _arrives(self, sent: Sent, part: float = 1.0) -> Reply | None:
        self._world.note(f"{self._station.name}: {sent.method} {sent.url.partition('?')[0]} {len(sent.body)}")
        return self._server.answer(sent, part)

    def _asked_to_wait(self, status: int) -> Reply:
        seconds = self._world.chance.randint(1, 90)
        self.quiet_until = self._world.now + seconds
        return Reply(status, (("Retry-After", str(seconds)), ("Content-Type", "text/plain")), b"busy")

    def _watch(self, sent: Sent) -> None:
        """What no station may do, whatever becomes of it."""
        if self._world.now < self.quiet_until:
            self._world.violations.append(f"{self._station.name} did not wait as it was asked to")
        if not sent.url.endswith("/v1/events:batch"):
            return
        events = json.loads(sent.body)["events"]
        seqs = [(each["epoch"], each["seq"]) for each in events]
        if seqs != sorted(seqs):
            self._world.violations.append(f"{self._station.name} sent events out of order: {seqs}")


def _sent(request: requests.PreparedRequest) -> Sent:
    body: Any = request.body or b""
    assert request.method is not None
    assert request.url is not None
    return Sent(
        request.method, request.url, _headers(request.headers), body if isinstance(body, bytes) else body.read()
    )


def _headers(headers: Mapping[str, str | bytes]) -> Headers:
    return tuple((name, said if isinstance(said, str) else said.decode("latin-1")) for name, said in headers.items())


def _response(sent: Sent, reply: Reply) -> HTTPResponse:
    body = b"" if sent.method == "HEAD" else reply.body
    return HTTPResponse(
        BytesIO(body), dict(reply.headers), reply.status, preload_content=False, decode_content=False,
        request_method=sent.method,
    )  # fmt: skip
