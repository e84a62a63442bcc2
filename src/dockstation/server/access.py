"""Who may ask: stations by their access tokens, the administrator by the token in the data folder."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request
from filelock import FileLock

from dockstation.server.context import context_of
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import Problem
from dockstation.server.store.stations import ACCESS, Token


def hashed(secret: str) -> str:
    """How a secret is stored: SHA-256, enough for what is random and long."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def admin_token(path: Path) -> str:
    """The administrator's token; a new one at the first start, in a file that only its owner may read."""
    with FileLock(f"{path}.lock"):  # of several servers that start at once none reads half of it
        if not path.exists():
            _write_token(path)
        return path.read_text("ascii").strip()


def _write_token(path: Path) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:  # noqa: PTH123 - pathlib cannot give a mode
        file.write(secrets.token_urlsafe(32) + "\n")
        file.flush()
        os.fsync(file.fileno())


async def bearer(request: Request) -> str:
    """The token that came with the request; 401 without one. A coroutine, for others are given threads."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Problem(401, "no_token", "This needs a token")
    return token.strip()


def require_admin(request: Request, token: Annotated[str, Depends(bearer)]) -> None:
    """401 unless the administrator asks."""
    if not is_admin(request, token):
        raise wrong(request, "not_admin", "This needs the administrator's token")


def is_admin(request: Request, token: str) -> bool:
    """Whether this is the administrator's token."""
    return hmac.compare_digest(hashed(token), context_of(request).admin_hash)


def require_station(request: Request, token: Annotated[str, Depends(bearer)]) -> Token:
    """The station that asks; 401 unless its access token is good, 403 once it is revoked."""
    found = good_token(request, token, ACCESS)
    request.state.station = found.station  # for the log
    return found


def admin_or_station(request: Request, token: Annotated[str, Depends(bearer)]) -> bool:
    """Whether it is the administrator who asks; 401 and 403 unless a station does."""
    by_admin = is_admin(request, token)
    if not by_admin:
        require_station(request, token)
    return by_admin


def wrong(request: Request, code: str, title: str) -> Problem:
    """401 for a token or code that is wrong; 429 for an address that has shown too many."""
    wait = context_of(request).guesses.wrong(request.client.host if request.client else "")
    if wait:
        return Problem(429, "guesses", "Too many wrong tokens or codes; try again later", retry_after=wait)
    return Problem(401, code, title)


def good_token(request: Request, secret: str, kind: str) -> Token:
    """The token with this secret, of this kind, in time, of a station that is not revoked."""
    with context_of(request).database.glancing() as work:
        token = work.stations.token(hashed(secret))
    title = "The token is not known, or is too old"
    if token is None or token.kind != kind:
        raise wrong(request, "token", title)
    if token.expires_at <= rfc3339(now()):
        raise Problem(401, "token", title)  # no guess: once it was right
    if token.revoked:
        raise Problem(403, "revoked", "The station has been revoked")
    return token


Station = Annotated[Token, Depends(require_station)]
"""A parameter of this type makes a route one for stations."""
ByAdmin = Annotated[bool, Depends(admin_or_station)]
"""A parameter of this type makes a route one for both."""
