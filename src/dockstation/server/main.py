"""Running the server."""

from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import closing

from dockstation.domain.errors import DockstationError
from dockstation.server.process import opened, run
from dockstation.server.setup import Setup
from dockstation.server.workers import supervise

BACKLOG = 128


def serve(
    setup: Setup, host: str, port: int, workers: int = 1, ready: Callable[[int], None] | None = None,
    *, attended: bool = False,
) -> None:  # fmt: skip
    """Serve until SIGTERM or SIGINT; port 0 takes a free one, ``ready`` gets it once connections are accepted.

    ``workers`` are processes that share the port. One that is ``attended`` ends as well when its standard input does,
    which whoever started it holds. Raises ``server.port``, ``server.data``, what ``S3Photos`` and
    ``Database`` raise.
    """
    with closing(_listener(host, port)) as listener:
        with opened(setup) as context:  # before workers are started, too: what is wrong is said once
            if workers == 1:
                run(context, listener, ready, _attend if attended else None)
                return
        supervise(setup, listener, workers, ready)


def _attend(end: Callable[[], None]) -> None:
    def watch() -> None:
        while os.read(handle, 1):
            pass
        end()

    handle = sys.stdin.fileno()
    threading.Thread(target=watch, daemon=True).start()


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
