"""One process that serves."""

from __future__ import annotations

import gc
import signal
import socket
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import uvicorn

from dockstation.domain.errors import DockstationError
from dockstation.server.access import admin_token, hashed
from dockstation.server.app import make_app
from dockstation.server.blobs import Blobs, make_durable
from dockstation.server.context import Context
from dockstation.server.log import speak_json
from dockstation.server.patience import protocol
from dockstation.server.photo_store import PhotoStore
from dockstation.server.s3_photos import S3Photos
from dockstation.server.setup import Setup
from dockstation.server.store.database import Database
from dockstation.server.webhooks.deliverer import Deliverer

ADMIN_TOKEN = "admin-token"  # noqa: S105 - the file's name
GRACE_SECONDS = 5
KEEP_ALIVE_SECONDS = 75  # longer than stations wait between two syncs


@contextmanager
def opened(setup: Setup) -> Iterator[Context]:
    """Everything that a server needs, its database up to date; raises what ``serve`` raises but for the port."""
    if setup.log == "json":
        speak_json()
    try:
        blobs = _photos(setup.photos, setup.s3_endpoint, setup.folder)
        admin = hashed(admin_token(setup.folder / ADMIN_TOKEN))
    except (OSError, UnicodeDecodeError) as error:
        raise DockstationError("server.data", folder=str(setup.folder), why=type(error).__name__) from error
    with closing(Database(setup.database_url or setup.folder / "server.db", setup.connections)) as database:
        lives = timedelta(minutes=setup.access_minutes), timedelta(minutes=setup.enrolment_code_minutes)
        yield Context(database, blobs, admin, *lives, setup.return_address, setup.webhooks_to_private, setup.patience)


def _photos(url: str, endpoint: str, folder: Path) -> PhotoStore:
    if not url:
        return Blobs(folder / "blobs")
    make_durable(folder / "incoming")
    return S3Photos(url, endpoint, folder / "incoming")


def run(
    context: Context,
    listener: socket.socket,
    ready: Callable[[int], None] | None,
    started: Callable[[Callable[[], None]], None] | None = None,
) -> None:
    """Answer until SIGTERM or SIGINT, or until what ``started`` gets is called; ``ready`` gets the port."""
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
    deliverer = Deliverer(context.database, context.metrics, private=context.webhooks_to_private)
    deliverer.start()
    gc.freeze()  # what is loaded stays: no need to look through it for garbage again and again
    try:
        server = _Server(config, ready)
        if started is not None:
            started(server.end)
        server.run([listener])
    finally:
        deliverer.stop()


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[int], None] | None) -> None:
        super().__init__(config)
        self._ready = ready

    def end(self) -> None:
        """Stop as SIGTERM does; from any thread."""
        self.should_exit = True

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
