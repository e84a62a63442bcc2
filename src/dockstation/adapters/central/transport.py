"""One request and its answer: bounded in time and size, and either our server's word or a CentralFailed."""

from __future__ import annotations

import ipaddress
import json
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.cookiejar import DefaultCookiePolicy
from typing import Any, BinaryIO, TypeVar
from urllib.parse import urlsplit

import requests
from pydantic import BaseModel, ValidationError
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

from dockstation import __version__
from dockstation.application.ports.central import CentralFailed, FailureClass
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import shown
from dockstation.wire import CLASS_MEMBER, SERVER_TIME_HEADER

ANSWER_BYTES = 16 * 1024 * 1024
PATIENCE = 10
"""A whole answer may take this many times the time-out, however steadily it drips."""
BLOCK_BYTES = 256 * 1024
LONGEST_RETRY_AFTER = 3600.0

_LATER = frozenset({408, 425, 429})
_CLASSES = {401: "auth", 403: "revoked", 426: "upgrade", **dict.fromkeys((400, 409, 415, 422), "permanent")}
_CODES = {
    FailureClass.AUTH: "central.auth",
    FailureClass.REVOKED: "central.revoked",
    FailureClass.PERMANENT: "central.refused",
    FailureClass.UPGRADE: "central.upgrade",
    FailureClass.LATER: "central.busy",
}

M = TypeVar("M", bound=BaseModel)


def base_url(url: str) -> str:
    """``url`` without its last slash; raises ``central.url``, and ``central.insecure`` for HTTP beyond loopback."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise DockstationError("central.url", url=shown(url)) from None
    extras = parts.username or parts.password or parts.query or parts.fragment
    if parts.scheme not in ("http", "https") or not host or extras:
        raise DockstationError("central.url", url=shown(url if not extras else host))
    if parts.scheme == "http" and not _is_loopback(host):
        raise DockstationError("central.insecure", host=shown(host))
    return url.rstrip("/")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer. ``headers`` in any case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The content type without its parameters."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    def expect(self, *statuses: int) -> Answer:
        """This answer if it is our server's and has one of these statuses, else CentralFailed."""
        if self.status in _LATER or self.status >= 500:
            raise CentralFailed("central.busy", FailureClass.LATER, self.retry_after(), status=self.status)
        if self.status == 413:  # a proxy before our server may say so as well
            raise CentralFailed("central.too_large", FailureClass.PERMANENT)
        if SERVER_TIME_HEADER not in self.headers:
            raise not_ours()
        if self.status not in statuses:
            raise self._failure()
        return self

    def read(self, wanted: type[M]) -> M:
        """The body as a message; ``central.not_ours`` when it is none."""
        if self.media_type != "application/json":
            raise not_ours()
        try:
            return wanted.model_validate_json(self.body)
        except ValidationError:
            raise not_ours() from None  # its text may hold tokens

    def retry_after(self) -> float:
        """Seconds that the server asked to wait, 0 when it named none."""
        said = self.headers.get("Retry-After", "").strip()
        try:
            seconds = float(said) if said.isascii() and said.isdigit() else _seconds_until(said)
        except (TypeError, ValueError, OverflowError):
            return 0
        return min(max(seconds, 0.0), LONGEST_RETRY_AFTER) if math.isfinite(seconds) else 0

    def _failure(self) -> CentralFailed:
        problem = self._problem()
        said = _CLASSES.get(self.status) or problem.get(CLASS_MEMBER)
        if said not in list(FailureClass):
            return not_ours()
        failure, detail = FailureClass(said), shown(str(problem.get("title", "")), 200)
        return CentralFailed(_CODES[failure], failure, self.retry_after(), status=self.status, detail=detail)

    def _problem(self) -> Mapping[str, Any]:
        if self.media_type != "application/problem+json":
            return {}
        try:
            problem = json.loads(self.body)
        except (ValueError, RecursionError):
            return {}
        return problem if isinstance(problem, dict) else {}


def not_ours() -> CentralFailed:
    """The failure of an answer that is not our server's: a captive portal, a proxy, another program."""
    return CentralFailed("central.not_ours", FailureClass.LATER)


def _seconds_until(http_date: str) -> float:
    moment = parsedate_to_datetime(http_date)
    return (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds()


class Transport:
    """Requests to one server. ``timeout`` in seconds, for connecting and for each silence of the server."""

    def __init__(self, url: str, timeout: float) -> None:
        self._base = base_url(url)
        self._timeout = timeout
        self.ahead = 0.0
        """Seconds by which the server's clock was ahead of this one at the last answer that told its time."""
        self._session = requests.Session()
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, _InBlocks())
        self._session.headers.update({"User-Agent": f"dockstation/{__version__}", "Accept-Encoding": "gzip"})
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))

    def close(self) -> None:
        """Let go of every connection."""
        self._session.close()

    def call(
        self,
        method: str,
        path: str,
        *,
        token: str = "",
        params: Mapping[str, str] | None = None,
        body: bytes | BinaryIO | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float = 0,
        most: int = ANSWER_BYTES,
    ) -> Answer:
        """The server's answer, whatever it is, of ``most`` bytes; CentralFailed (``later``) when there is none."""
        seconds, began = timeout or self._timeout, datetime.now(UTC)
        try:
            with self._session.request(
                method,
                self._base + path,
                params=params,
                data=body,
                headers=headers,
                auth=_bearer(token),
                timeout=seconds,
                stream=True,
                allow_redirects=False,
            ) as response:
                whole = _whole(response, time.monotonic() + PATIENCE * seconds, most)
                self._compare(response.headers.get(SERVER_TIME_HEADER, ""), began)
                return Answer(response.status_code, response.headers, whole)
        except requests.exceptions.SSLError as error:
            raise CentralFailed("central.tls", FailureClass.LATER) from error
        except (requests.Timeout, TimeoutError) as error:
            raise CentralFailed("central.timeout", FailureClass.LATER) from error
        except (requests.RequestException, HTTPError, OSError) as error:
            raise CentralFailed("central.unreachable", FailureClass.LATER) from error

    def _compare(self, told: str, began: datetime) -> None:
        """The clocks; an answer that took long tells little, so half of its time is taken off."""
        try:
            server = datetime.fromisoformat(told)
        except ValueError:
            return
        if server.tzinfo is not None:
            ended = datetime.now(UTC)
            self.ahead = (server - (began + (ended - began) / 2)).total_seconds()


class _InBlocks(HTTPAdapter):
    """Sends files in large blocks: each is a read, a call and, encrypted, a record; urllib3's own hold 16 KB."""

    def init_poolmanager(self, *given: Any, **named: Any) -> None:
        super().init_poolmanager(*given, **named, blocksize=BLOCK_BYTES)


def _bearer(token: str) -> Callable[[requests.PreparedRequest], requests.PreparedRequest]:
    """Gives the token alone, so that nothing from a ``.netrc`` takes its place."""

    def give(request: requests.PreparedRequest) -> requests.PreparedRequest:
        if token:
            request.headers["Authorization"] = f"Bearer {token}"
        return request

    return give


def _whole(response: requests.Response, deadline: float, most: int) -> bytes:
    parts, size = [], 0
    while part := response.raw.read1(64 * 1024, decode_content=True):
        size += len(part)
        if size > most:
            raise not_ours()
        if time.monotonic() > deadline:
            raise TimeoutError
        parts.append(part)
    return b"".join(parts)
