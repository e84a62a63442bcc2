"""For those who look after the server: every request is timed and logged, and ``/metrics`` tells."""

from __future__ import annotations

import time
from typing import Any

import uuid_utils
from fastapi import APIRouter, Depends, Response
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dockstation.server import log
from dockstation.server.access import require_admin
from dockstation.server.context import Here
from dockstation.server.metrics import Metrics


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter()
    admin = [Depends(require_admin)]  # behind a proxy every address is loopback's, which proves nothing
    text: dict[int | str, dict[str, Any]] = {200: {"content": {"text/plain": {"schema": {"type": "string"}}}}}
    router.add_api_route(
        "/metrics", metrics, methods=["GET"], dependencies=admin, response_class=Response, responses=text
    )
    return router


def metrics(here: Here) -> Response:
    """What this process has counted since it started."""
    return Response(here.metrics.text(), media_type=CONTENT_TYPE_LATEST)


class Watching:
    """Stands before everything else, names each request, times it and logs it, without what was sent."""

    def __init__(self, app: ASGIApp, counted: Metrics) -> None:
        self._app = app
        self._counted = counted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        status, begun, name = 0, time.perf_counter(), str(uuid_utils.uuid7())

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = name
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            if scope["type"] == "http":
                self._ended(scope, status, time.perf_counter() - begun, name)

    def _ended(self, scope: Scope, status: int, seconds: float, name: str) -> None:
        route = getattr(scope.get("route"), "path", "")
        self._counted.answered(scope["method"], route, status, seconds)
        told = {"method": scope["method"], "route": route, "status": status, "ms": round(seconds * 1000, 1)}
        told |= {"station": scope.get("state", {}).get("station", ""), "request_id": name}
        log.requests.info("request", extra={"request": told})
