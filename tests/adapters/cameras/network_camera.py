"""A phone or network camera that sends JPEG pictures over HTTP, well or badly."""

from __future__ import annotations

import base64
import hashlib
import socket
import time
from collections.abc import Callable, Iterable
from itertools import repeat

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.adapters.cameras.plug import Plug

MULTIPART = b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n"
NONCE = "c2FsdA"
_BITS = 32


def jpeg(picture: NDArray[np.uint8]) -> bytes:
    return bytes(cv2.imencode(".jpg", picture)[1])


def grey(width: int, height: int, value: int) -> bytes:
    return jpeg(np.full((height, width, 3), value, np.uint8))


def part(picture: bytes) -> bytes:
    return b"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n%s\r\n" % (len(picture), picture)


def part_without_length(picture: bytes) -> bytes:
    return b"--frame\r\nContent-Type: image/jpeg\r\n\r\n" + picture + b"\r\n"


def now_ms() -> int:
    return time.monotonic_ns() // 1_000_000 % (1 << _BITS)


def stamped(number: int, width: int = 320, height: int = 240) -> NDArray[np.uint8]:
    """``number`` as eight by four black and white fields."""
    bits = np.array([(number >> bit) & 1 for bit in range(_BITS)], np.uint8).reshape(4, 8)
    fields = cv2.resize(bits * 255, (width, height), interpolation=cv2.INTER_NEAREST)
    return np.asarray(cv2.cvtColor(fields, cv2.COLOR_GRAY2BGR), np.uint8)


def stamp(frame: NDArray[np.uint8]) -> int:
    """The number that ``stamped`` drew."""
    height, width = frame.shape[:2]
    rows, columns = (np.arange(4) * 2 + 1) * height // 8, (np.arange(8) * 2 + 1) * width // 16
    bits = frame[np.ix_(rows, columns)].mean(axis=2).ravel() > 127
    return sum(1 << bit for bit in np.flatnonzero(bits).tolist())


class NetworkCamera(Plug):
    """Sends ``head``, then each of ``pieces`` (a function is called for its bytes), ``rate`` a second.

    Without ``pieces``, pictures that carry the moment of their sending. ``login`` is (user, password), asked for in
    the way ``scheme`` says.
    """

    def __init__(
        self,
        pieces: Iterable[bytes] | None = None,
        *,
        head: bytes = MULTIPART,
        rate: float = 60,
        login: tuple[str, str] | None = None,
        scheme: str = "Basic",
    ) -> None:
        super().__init__()
        self.head = head
        self.pieces: Iterable[bytes | Callable[[], bytes]] = repeat(the_present) if pieces is None else pieces
        self.rate = rate
        self.login = login
        self.scheme = scheme
        self.last_request = b""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/video"

    def talk(self, line: socket.socket) -> None:
        self.last_request = self.heard(line)
        if not self.pause(0):
            return
        if self.login and not self._is_let_in(self.last_request.decode()):
            asks = f'{self.scheme} realm="camera", nonce="{NONCE}"'
            self.say(line, f"HTTP/1.1 401 No\r\nWWW-Authenticate: {asks}\r\nContent-Length: 0\r\n\r\n".encode())
            return
        self.say(line, self.head)
        for piece in self.pieces:
            self.say(line, piece() if callable(piece) else piece)
            if not self.pause(1 / self.rate):
                return

    def _is_let_in(self, heard: str) -> bool:
        user, password = self.login or ("", "")
        if self.scheme == "Basic":
            return base64.b64encode(f"{user}:{password}".encode()).decode() in heard
        proof = _digest(f"{_digest(f'{user}:camera:{password}')}:{NONCE}:{_digest('GET:/video')}")
        return f'response="{proof}"' in heard


def the_present() -> bytes:
    return part(jpeg(stamped(now_ms())))


def _digest(text: str) -> str:
    return hashlib.md5(text.encode()).hexdigest()
