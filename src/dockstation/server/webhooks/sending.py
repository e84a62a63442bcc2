"""One attempt to tell one receiver: to the address that was checked, within a time, and no redirect followed."""

from __future__ import annotations

import http.client
import math
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from dockstation.server.webhooks.addresses import Target

LONGEST_WAIT = 24 * 3600
"""Seconds; a receiver that names more is asked again by then."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of an attempt: HTTP's status, 0 without one; ``why`` it failed; seconds that were asked for."""

    status: int
    why: str = ""
    retry_after: float = 0.0

    @property
    def good(self) -> bool:
        """Whether the receiver has it."""
        return 200 <= self.status < 300


class Attempt:
    """Posts once; ``cut`` ends it from another thread. Nothing of the answer is read beyond its head."""

    def __init__(self, target: Target, seconds: float) -> None:
        self._line = _Pinned(target, seconds)
        self._path = target.path
        self._seconds = seconds
        self._cut = threading.Event()

    def post(self, body: bytes, headers: Mapping[str, str]) -> Reply:
        """Send it and wait for the answer, ``seconds`` for all of it."""
        watch = threading.Timer(self._seconds, self.cut)
        watch.daemon = True
        watch.start()
        with closing(self._line) as line:
            try:
                line.request("POST", self._path, body, dict(headers))
                answer = line.getresponse()
                return _reply(answer)
            except Exception as error:  # noqa: BLE001 - whatever a stranger sends is an attempt that failed
                return Reply(0, "timeout" if self._cut.is_set() else _why(error))
            finally:
                watch.cancel()

    def cut(self) -> None:
        """End it now."""
        self._cut.set()
        self._line.cut()


class _Pinned(http.client.HTTPConnection):
    """Names the host, and connects to the address that was checked: the name could mean another one by now."""

    def __init__(self, target: Target, seconds: float) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self._target = target
        if target.tls:
            self.default_port = 443

    def connect(self) -> None:
        self.sock = socket.create_connection((self._target.address, self._target.port), self.timeout)
        if self._target.tls:
            context = ssl.create_default_context()
            name = self._target.host
            self.sock = context.wrap_socket(self.sock, server_hostname=name, do_handshake_on_connect=False)
            self.sock.do_handshake()

    def cut(self) -> None:
        line = self.sock
        if line is not None:
            with suppress(OSError):
                socket.socket.shutdown(line, socket.SHUT_RDWR)  # TLS's own would take its state from the other thread


def _reply(answer: http.client.HTTPResponse) -> Reply:
    if 200 <= answer.status < 300:
        return Reply(answer.status)
    why = "redirect" if 300 <= answer.status < 400 else "status"
    return Reply(answer.status, why, _seconds(answer.headers.get("Retry-After", "")))


def _seconds(text: str) -> float:
    try:
        asked = float(text) if text.isdigit() else (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return 0.0
    return min(max(asked, 0.0), LONGEST_WAIT) if math.isfinite(asked) else 0.0


def _why(error: Exception) -> str:
    if isinstance(error, ssl.SSLError):
        return "tls"
    if isinstance(error, TimeoutError):
        return "timeout"
    return "connection" if isinstance(error, OSError) else "answer"
