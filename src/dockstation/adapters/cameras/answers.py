"""What a network camera answers over HTTP."""

from __future__ import annotations

import base64
import socket
import threading
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib import request
from urllib.error import HTTPError

from dockstation.adapters.cameras.address import shown, without_login
from dockstation.adapters.cameras.live import OPEN_S, READ_S
from dockstation.domain.errors import DockstationError


class _Connection(HTTPConnection):
    """Gives the head of an answer five seconds in all, however slowly it drips."""

    def getresponse(self) -> HTTPResponse:
        cut = threading.Timer(OPEN_S, self._cut)
        cut.start()
        try:
            answer = super().getresponse()
        finally:
            late = not cut.is_alive()
            cut.cancel()
        if late:
            answer.close()
            raise HTTPException
        return answer

    def _cut(self) -> None:
        with suppress(OSError, AttributeError):  # closed meanwhile
            self.sock.shutdown(socket.SHUT_RDWR)


class _Handler(request.HTTPHandler):
    def http_open(self, req: request.Request) -> HTTPResponse:
        return self.do_open(_Connection, req)


def answer_of(url: str) -> HTTPResponse:
    """The answer to a GET of ``url``, which may carry a login, with its body still to come.

    Raises ``camera.unavailable``, ``camera.denied``, and ``camera.no_stream`` with the status.
    """
    address, login = without_login(url)
    try:
        asked = request.Request(address)  # noqa: S310 - the opener knows nothing but HTTP
        try:
            return _asked(asked)
        except HTTPError as refusal:
            refusal.close()
            if refusal.code != 401 or not login:
                raise
            challenges = refusal.headers.get_all("WWW-Authenticate", [])
        asked.add_unredirected_header("Authorization", _proof(asked, login, challenges))
        return _asked(asked)
    except HTTPError as refusal:
        refusal.close()
        raise _refused(url, refusal.code) from None
    except (OSError, HTTPException, ValueError):
        raise DockstationError("camera.unavailable", source=shown(url)) from None


def _asked(asked: request.Request) -> HTTPResponse:
    """HTTP alone, past any proxy: a camera stands in the same building, and a redirection leads to no file."""
    opener = request.OpenerDirector()
    for handler in (
        _Handler,
        request.HTTPDefaultErrorHandler,
        request.HTTPErrorProcessor,
        request.HTTPRedirectHandler,
        request.UnknownHandler,
    ):
        opener.add_handler(handler())
    answer = opener.open(asked, timeout=READ_S)
    if not isinstance(answer, HTTPResponse):
        raise HTTPException
    return answer


def _proof(asked: request.Request, login: tuple[str, str], challenges: list[str]) -> str:
    """What proves the login in the way that the camera asks for; plain only where nothing better is offered."""
    ways = {scheme.lower(): rest for scheme, _, rest in (each.partition(" ") for each in challenges)}
    if "digest" in ways:
        logins = request.HTTPPasswordMgrWithDefaultRealm()
        logins.add_password(None, asked.full_url, *login)
        facts = request.parse_keqv_list(request.parse_http_list(ways["digest"]))
        return f"Digest {request.HTTPDigestAuthHandler(logins).get_authorization(asked, facts)}"
    return f"Basic {base64.b64encode(':'.join(login).encode()).decode()}"


def _refused(url: str, status: int) -> DockstationError:
    if status in {401, 403}:
        return DockstationError("camera.denied", source=shown(url))
    return DockstationError("camera.no_stream", source=shown(url), answer=str(status))
