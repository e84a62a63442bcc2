"""Where the server's database is, as it was written and as it may be told."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from dockstation.domain.errors import DockstationError

POSTGRESQL = "postgresql+psycopg"
SPELLINGS = {"postgres": POSTGRESQL, "postgresql": POSTGRESQL, POSTGRESQL: POSTGRESQL, "sqlite": "sqlite"}


def address(where: str | Path) -> URL:
    """The address of an SQLite file or of a URL; ``server.database_url``, which tells nothing of it, for others."""
    if isinstance(where, Path):
        return URL.create("sqlite", database=str(where))
    try:
        url = make_url(where)
        return url.set(drivername=SPELLINGS[url.drivername])
    except (ArgumentError, ValueError, KeyError):
        raise DockstationError("server.database_url") from None  # what stands in the cause may hold the password


def host_of(url: URL) -> str:
    """The machine or the folder of the socket, as a person calls it."""
    host = url.host or str(url.query.get("host", "")) or "localhost"
    return f"{host}:{url.port}" if url.port else host


def without_secrets(text: str, url: URL) -> str:
    """The text without the password, however it came to be in there."""
    secrets = (url.password, url.query.get("password"))
    for each in secrets:
        text = text.replace(str(each), "***") if each else text
    return text
