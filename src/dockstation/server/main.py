"""Running the server."""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import platformdirs
import uvicorn

from dockstation.domain.errors import DockstationError
from dockstation.server.access import admin_token, hashed
from dockstation.server.app import make_app
from dockstation.server.blobs import Blobs
from dockstation.server.context import Context
from dockstation.server.log import speak_json
from dockstation.server.patience import HEADER_SECONDS, protocol
from dockstation.server.store.database import Database
from dockstation.server.store.engine import CONNECTIONS

ADMIN_TOKEN = "admin-token"  # noqa: S105 - the file's name
BACKLOG = 128
GRACE_SECONDS = 5
KEEP_ALIVE_SECONDS = 75  # longer than stations wait between two syncs


def serve(
    data: Path | None,
    database_url: str | None,
    host: str,
    port: int,
    access_minutes: int = 60,
    enrolment_code_minutes: int = 60,
    return_address: tuple[str, ...] = (),
    connections: int = CONNECTIONS,
    log: str = "text",
    patience: float = HEADER_SECONDS,
    ready: Callable[[int], None] | None = None,
) -> None:
    """Serve until SIGTERM or SIGINT; port 0 takes a free one, ``ready`` gets it once connections are accepted.

    ``data`` holds photos, the administrator's token and, without a ``database_url``, the database; without
    ``data`` that is the user's own data folder. ``connections`` to PostgreSQL at once; ``log`` is "json" or
    "text"; ``patience`` in seconds for a request's head, half as much again for a silence in its body. Raises
    ``server.port``, ``server.data`` and what ``Database`` raises.
    """
    if log == "json":
        speak_json()
    folder = data or platformdirs.user_data_path("dockstation-server")
    with closing(_listener(host, port)) as listener:
        try:
            blobs, admin = Blobs(folder / "blobs"), hashed(admin_token(folder / ADMIN_TOKEN))
        except (OSError, UnicodeDecodeError) as error:
            raise DockstationError("server.data", folder=str(folder), why=type(error).__name__) from error
        with closing(Database(database_url or folder / "server.db", connections)) as database:
            lives = timedelta(minutes=access_minutes), timedelta(minutes=enrolment_code_minutes)
            _run(Context(database, blobs, admin, *lives, return_address, patience), listener, ready)


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's wait off only for sockets that name TCP; with it each answer takes 40 ms longer
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name != "nt":  # there it would share the port with a server that lives
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        listener.close()
        why = getattr(error, "strerror", None) or type(error).__name__
        raise DockstationError("server.port", host=host, port=port, why=why) from error
    return listener


def _run(context: Context, listener: socket.socket, ready: Callable[[int], None] | None) -> None:
    config = uvicorn.Config(
        make_app(context),
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        proxy_headers=False,
        server_header=False,
        http=protocol(context.patience),
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    _Server(config, ready).run([listener])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[int], None] | None) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self._ready is not None and sockets:
            self._ready(sockets[0].getsockname()[1])

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """As uvicorn's own, but a signal that has been obeyed is not raised once more."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        stops = (signal.SIGINT, signal.SIGTERM)
        before = {each: signal.signal(each, self.handle_exit) for each in stops}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)
