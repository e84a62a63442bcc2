"""What holds for every request and every answer, before and after any route."""

from __future__ import annotations

from contextlib import suppress

from anyio import move_on_after
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dockstation.server.moment import now, rfc3339
from dockstation.server.patience import PatientBody
from dockstation.server.problems import Problem, answer
from dockstation.wire import BATCH_BYTES, FILE_BYTES, PHOTO_BYTES, SERVER_TIME_HEADER

SLACK = 64 * 1024
"""Bytes of a batch's own brackets beyond its events."""
FILES = {"/v1/rmas/import": FILE_BYTES, "/office/import": PHOTO_BYTES}
"""Where files come in; a page says itself that one is too large."""
DISCARDED = 8 * 1024 * 1024
DISCARD_SECONDS = 5
"""How much of a refused body is read, and how long, so that the client hears the answer instead of a reset."""
SLOW = Problem(408, "slow", "The body came too slowly; try again later")


class Boundary:
    """Refuses bodies of unknown length, too long or compressed; stamps every answer with the server's time."""

    def __init__(self, app: ASGIApp, body_seconds: float) -> None:
        self._app = app
        self._body_seconds = body_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return

        body = PatientBody(receive, self._body_seconds)

        async def stamped(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers[SERVER_TIME_HEADER] = rfc3339(now())
                headers.setdefault("Cache-Control", "no-store")
                headers["X-Content-Type-Options"] = "nosniff"
            await send(message)

        async def unless_given_up(message: Message) -> None:
            if not body.gave_up:  # else what the application makes of half a body is not for the sender
                await stamped(message)

        refused = _refusal(Headers(scope=scope), scope["path"])
        if refused is None:
            with suppress(ClientDisconnect):
                await self._app(scope, body, unless_given_up)
            refused = SLOW if body.gave_up else None
        else:
            await _discard(Headers(scope=scope), receive)
        if refused is not None:
            await answer(refused.status, refused.content)(scope, receive, stamped)


def _refusal(headers: Headers, path: str) -> Problem | None:
    if headers.get("content-encoding", "identity") != "identity":
        return Problem(415, "encoding", "A request's body is sent as it is, not compressed")
    if "transfer-encoding" in headers:
        return Problem(411, "length", "A request names the length of its body")
    limit = FILES.get(path, BATCH_BYTES + SLACK)
    limit = PHOTO_BYTES if path.startswith("/v1/blobs/") else limit
    if int(headers.get("content-length", "0")) > limit:
        return Problem(413, "too_large", "The body is too large", limit=limit)
    return None


async def _discard(headers: Headers, receive: Receive) -> None:
    if int(headers.get("content-length", "0")) > DISCARDED:
        return
    read, more = 0, True
    with move_on_after(DISCARD_SECONDS):
        while more and read < DISCARDED:
            message = await receive()
            read += len(message.get("body", b""))
            more = message.get("more_body", False)
