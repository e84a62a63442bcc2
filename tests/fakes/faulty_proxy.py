"""A bad line to a server: requests and answers are lost, cut, delayed, or come twice, at once or much later."""

from __future__ import annotations

import random
import socket
import threading
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from typing import BinaryIO, Self

CONNECT_SECONDS = 5
LATE = (0.02, 1.5)
SLOW = (0.02, 0.3)


class Fault(StrEnum):
    """What befalls a request or its answer; where bytes are missing the connection is gone as well."""

    REQUEST_LOST = "request lost"
    REQUEST_CUT = "request cut"
    ANSWER_LOST = "answer lost"
    ANSWER_CUT = "answer cut"
    TWICE = "request twice at once"
    AGAIN_LATER = "request again later"
    SLOW = "slow"


BAD: Mapping[Fault, float] = {
    Fault.REQUEST_LOST: 0.04,
    Fault.REQUEST_CUT: 0.04,
    Fault.ANSWER_LOST: 0.05,
    Fault.ANSWER_CUT: 0.05,
    Fault.TWICE: 0.06,
    Fault.AGAIN_LATER: 0.06,
    Fault.SLOW: 0.05,
}


class FaultyProxy:
    """Hands whole HTTP requests on to ``port``. ``rates`` are shares of all requests, ``delay`` s for each.

    What has happened stands in ``faults``.
    """

    def __init__(self, port: int, seed: int, rates: Mapping[Fault, float] = BAD, delay: float = 0) -> None:
        self._port = port
        self._chance = random.Random(seed)
        self._rates, self._delay = rates, delay
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.faults: Counter[str] = Counter()
        self.requests = 0

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def rates(self, rates: Mapping[Fault, float]) -> None:
        """How often faults come from here on."""
        self._rates = rates

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                near.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=self._serve, args=(near,), daemon=True).start()

    def _serve(self, near: socket.socket) -> None:
        """One request after the other until a fault, or one side, ends the connection."""
        with near, near.makefile("rb") as reader, suppress(OSError, ValueError):
            time.sleep(self._delay)  # the handshake takes a round trip as well
            while (request := _message(reader)) and self._hand_on(near, request):
                pass

    def _hand_on(self, near: socket.socket, request: bytes) -> bool:
        """Whether the connection lives on."""
        self.requests += 1
        fault = self._one_of()
        time.sleep(self._delay + (self._chance.uniform(*SLOW) if fault is Fault.SLOW else 0))
        if fault is Fault.REQUEST_LOST:
            return False
        if fault is Fault.REQUEST_CUT:
            self._ask(request[: self._chance.randrange(len(request))], whole=False)
            return False
        if fault is Fault.TWICE:
            threading.Thread(target=self._again, args=(request, 0.0), daemon=True).start()
        answer = self._ask(request)
        if fault is Fault.AGAIN_LATER:
            late = self._chance.uniform(*LATE)
            threading.Thread(target=self._again, args=(request, late), daemon=True).start()
        if fault is Fault.ANSWER_CUT:
            near.sendall(answer[: self._chance.randrange(len(answer))])
        if not answer or fault in (Fault.ANSWER_LOST, Fault.ANSWER_CUT):
            return False
        near.sendall(answer)
        return True

    def _one_of(self) -> Fault | None:
        dice = self._chance.random()
        for fault, rate in self._rates.items():
            dice -= rate
            if dice < 0:
                self.faults[fault.value] += 1
                return fault
        return None

    def _again(self, request: bytes, seconds: float) -> None:
        time.sleep(seconds)
        with suppress(OSError, ValueError):
            self._ask(request)

    def _ask(self, request: bytes, *, whole: bool = True) -> bytes:
        """The server's whole answer; b"" when there is none, or when the request is not sent whole."""
        with socket.create_connection(("127.0.0.1", self._port), CONNECT_SECONDS) as far:
            far.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            far.sendall(request)
            if not whole:
                return b""
            far.settimeout(None)
            with far.makefile("rb") as reader:
                return _message(reader, bodiless=request.startswith(b"HEAD "))


def _message(reader: BinaryIO, *, bodiless: bool = False) -> bytes:
    """Head and body of one HTTP message; b"" when it does not come whole."""
    head, length = b"", 0
    while line := reader.readline():
        head += line
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
        if line == b"\r\n":
            body = b"" if bodiless else reader.read(length)
            return head + body if bodiless or len(body) == length else b""
    return b""
