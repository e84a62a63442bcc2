"""The real central server without sockets: its application, its store and its folder of photos."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any
from unittest import mock
from urllib.parse import unquote, urlsplit

from anyio._backends._asyncio import AsyncIOBackend
from fastapi import FastAPI
from starlette.types import ASGIApp, Message

from dockstation.server import moment
from dockstation.server.access import hashed
from dockstation.server.app import make_app
from dockstation.server.blobs import Blobs
from dockstation.server.boundary import Boundary
from dockstation.server.context import Context
from dockstation.server.store.database import Database, Transaction
from dockstation.server.watching import Watching
from tests.simulation.disk import Disk
from tests.simulation.machine import Machine
from tests.simulation.world import Crash, World

FILE = "server.db"
ACCESS = timedelta(minutes=4)
"""Access tokens are renewed several times in a run."""

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """A request on its way."""

    method: str
    url: str
    headers: Headers
    body: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer on its way."""

    status: int
    headers: Headers
    body: bytes


class SimDatabase(Database):
    """The server may die before and after every commit."""

    def __init__(self, path: Path, machine: Machine) -> None:
        super().__init__(path)
        self._machine = machine
        with self._engine.connect() as connection:
            said = connection.exec_driver_sql("PRAGMA synchronous").scalar_one()
        machine.disk.keeps_commits = int(said) >= 2

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        with super().writing() as work:
            work.events._connection.exec_driver_sql(self._machine.page_limit())
            yield work
            self._machine.point("before a commit")
        self._machine.point("after a commit")


class SimServer(Machine):
    """Answers requests while it is alive."""

    def __init__(self, world: World, schema: bytes) -> None:
        super().__init__(world, "server", "server")
        self.file(FILE).write_bytes(schema)
        self.disk = Disk(self.folder, self.point)
        self._loop = asyncio.new_event_loop()
        self.context = self._context()
        self._app = make_app(self.context)

    def _context(self) -> Context:
        self.database = SimDatabase(self.file(FILE), self)
        return Context(self.database, Blobs(self.file("blobs")), hashed("administrator"), ACCESS)

    def wake_up(self) -> None:
        self.database.close()
        self.context = _inner(self._app).state.context = self._context()

    def close(self) -> None:
        self.database.close()
        self._loop.close()

    def answer(self, sent: Sent, cut: float = 1.0) -> Reply | None:
        """The answer, None when the server is not there or dies of it; only that part of the body arrives."""
        if not self.alive:
            return None
        exchange = _Exchange(sent, cut)
        try:
            self._loop.run_until_complete(self._app(exchange.scope(), exchange.receive, exchange.send))
        except Crash:
            return None
        except Exception as error:  # noqa: BLE001 - whatever it is, it counts
            if not self.disk.full:
                self.world.violations.append(f"the server failed: {error!r}")
        return exchange.reply if cut >= 1.0 else None


class _Exchange:
    """One request and its answer as the application sees them."""

    def __init__(self, sent: Sent, cut: float) -> None:
        self._sent = sent
        self._body = sent.body[: int(len(sent.body) * cut)]
        self._is_whole = cut >= 1.0
        self._began = False
        self._status = 0
        self._headers: Headers = ()
        self._parts: list[bytes] = []

    def scope(self) -> dict[str, Any]:
        url = urlsplit(self._sent.url)
        headers = [(name.lower().encode(), value.encode("latin-1")) for name, value in self._sent.headers]
        return {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": self._sent.method,
            "scheme": "http", "path": unquote(url.path), "raw_path": url.path.encode(), "root_path": "",
            "query_string": url.query.encode(), "headers": headers, "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 80),
        }  # fmt: skip

    async def receive(self) -> Message:
        if self._began:
            return {"type": "http.disconnect"}
        self._began = True
        return {"type": "http.request", "body": self._body, "more_body": not self._is_whole}

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            self._headers = tuple((name.decode(), value.decode("latin-1")) for name, value in message["headers"])
        else:
            self._parts.append(message.get("body", b""))

    @property
    def reply(self) -> Reply:
        return Reply(self._status, self._headers, b"".join(self._parts))


def _inner(app: ASGIApp) -> FastAPI:
    while isinstance(app, Watching | Boundary):
        app = app._app
    assert isinstance(app, FastAPI)
    return app


@contextmanager
def virtual(server_time: Callable[[], datetime]) -> Iterator[None]:
    """Within this the server's clock is ours, and what it would do in threads it does at once."""

    class Virtual(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Any:
            return server_time().astimezone(tz or UTC)

    async def at_once(_cls: object, /, function: Callable[..., Any], args: tuple[Any, ...], **_more: object) -> Any:
        return function(*args)

    with (
        mock.patch.object(moment, "datetime", Virtual),
        mock.patch.object(AsyncIOBackend, "run_sync_in_worker_thread", classmethod(at_once)),
    ):
        yield
