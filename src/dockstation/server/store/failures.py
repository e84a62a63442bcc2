"""What a database's failure means, for people: which of host, user and name is wrong."""

from __future__ import annotations

import re

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from dockstation.domain.errors import DockstationError
from dockstation.server.store.address import host_of, without_secrets

LONGEST = 120
SIGNS = {
    "server.database_name": r'database ".*" does not exist',
    "server.database_user": r"authentication failed|no password supplied|pg_hba\.conf|role \".*\" does not exist",
    "server.database_host": r"resolve host|refused|No such file|time-?out|timed out|unreachable|No route",
}
"""Connections that fail carry no SQLSTATE; their texts are those of libpq, and of a server that speaks English."""


class Unavailable(Exception):  # noqa: N818 - it may be there again in a moment
    """The database does not answer now; ``str`` is why, without secrets."""


def reason(error: DBAPIError, url: URL) -> str:
    """The database's own words, on one line, without what precedes the cause."""
    first = (str(error.orig).splitlines() or [""])[0].rpartition("failed: ")[2]
    kept = without_secrets(first.removeprefix("FATAL:").strip(), url)[:LONGEST]
    return kept if url.get_backend_name() != "sqlite" else type(error.orig).__name__


def failure(error: DBAPIError, url: URL) -> DockstationError:
    """The failure to open a database."""
    why = reason(error, url)
    for code, signs in SIGNS.items():
        if url.get_backend_name() != "sqlite" and re.search(signs, str(error.orig)):
            return DockstationError(
                code, host=host_of(url), name=url.database or "", user=url.username or "", why=why
            )
    return DockstationError("server.database", why=why)
