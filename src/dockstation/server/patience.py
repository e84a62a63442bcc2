"""Who opens a connection has to say what is wanted: bytes that drip in for ever hold nobody up."""

from __future__ import annotations

import asyncio
from typing import Any

from anyio import move_on_after
from starlette.types import Message, Receive
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

HEADER_SECONDS = 20.0
BODY_SHARE = 1.5
"""So many times as much for a silence within a body; a cut upload goes on where it was cut."""
WHOLE_BODY_SECONDS = 900.0


class PatientProtocol(H11Protocol):
    """uvicorn's own, which waits for ever for the end of a request's head."""

    header_seconds = HEADER_SECONDS
    _limit: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop()
        super().connection_lost(exc)

    def _watch(self) -> None:
        if not self._is_waiting():
            self._stop()
        elif self._limit is None:
            self._limit = self.loop.call_later(self.header_seconds, self._give_up)

    def _stop(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None

    def _give_up(self) -> None:
        if self._is_waiting():
            self.transport.close()

    def _is_waiting(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle  # None before the first request, whatever its type says
        return cycle is None or cycle.response_complete


def protocol(header_seconds: float) -> type[PatientProtocol]:
    """The protocol with that patience."""
    return type("Patient", (PatientProtocol,), {"header_seconds": header_seconds})


class PatientBody:
    """A request's body, read as if its sender had gone where it comes too slowly."""

    def __init__(self, receive: Receive, seconds: float) -> None:
        self._receive = receive
        self._seconds = seconds
        self._whole = False
        self.gave_up = False
        self._until = asyncio.get_running_loop().time() + WHOLE_BODY_SECONDS

    async def __call__(self) -> Message:
        if self._whole:  # who waits now waits for the other side to go
            return await self._receive()
        left = self._until - asyncio.get_running_loop().time()
        message: Message = {"type": "http.disconnect"}
        with move_on_after(min(self._seconds, max(0.0, left))) as limit:
            message = await self._receive()
        self.gave_up = limit.cancelled_caught
        self._whole = message["type"] != "http.request" or not message.get("more_body", False)
        return message
