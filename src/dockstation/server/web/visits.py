"""Who asks: cookies, sessions, and the token that every form carries."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from starlette.datastructures import FormData, UploadFile

from dockstation.server.access import hashed
from dockstation.server.context import Context, context_of
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import Problem
from dockstation.server.store.accounts import Account
from dockstation.server.web.languages import chosen
from dockstation.server.web.roles import may

HOME = "/office"
SESSION, VISIT, LANGUAGE = "dockstation-session", "dockstation-visit", "dockstation-language"
IDLE, LONGEST = timedelta(hours=2), timedelta(hours=12)
"""How long a session lives unused, and at all."""
NOTED = timedelta(minutes=1)
"""A session's use is written down this often."""
FIELDS = 500
YEAR_SECONDS = 365 * 24 * 3600


class LogIn(Exception):  # noqa: N818 - it is what to do
    """Only for those who are logged in."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request of a browser: ``secret`` is the cookie that its forms are bound to."""

    language: str
    path: str
    secret: str
    session: str = ""
    account: Account | None = None

    @property
    def who(self) -> Account:
        """Whoever is logged in."""
        if self.account is None:
            raise LogIn
        return self.account

    def may(self, role: str) -> bool:
        return self.account is not None and may(self.account.role, role)

    def token(self) -> str:
        """A new token for a form: another one each time, so that compressed pages give nothing away."""
        once = secrets.token_hex(16)
        return f"{once}.{_sealed(self.secret, once)}"

    def sent(self, token: str) -> bool:
        """Whether a form with this token came from a page of ours."""
        once, _, seal = token.partition(".")
        return bool(self.secret) and hmac.compare_digest(seal.encode(), _sealed(self.secret, once).encode())


def _sealed(secret: str, once: str) -> str:
    return hmac.new(secret.encode(), b"form:" + once.encode(), hashlib.sha256).hexdigest()


def visit_of(request: Request) -> Visit:
    """The visit, with the account where its session is good."""
    cookies = request.cookies
    language = chosen(cookies.get(LANGUAGE, ""), request.headers.get("accept-language", ""))
    path = f"{HOME}{request.scope['path'].removeprefix(HOME)}"
    if query := request.url.query:
        path += f"?{query}"
    token = cookies.get(SESSION, "")
    account = _account(context_of(request), hashed(token)) if token else None
    visit = Visit(language, path, cookies.get(VISIT, ""))
    if account is not None:
        visit = Visit(language, path, token, hashed(token), account)
    request.state.visit = visit  # for what fails later
    return visit


def _account(here: Context, session: str) -> Account | None:
    at = now()
    with here.database.reading() as work:
        found = work.logins.session(session)
    good = found and found.used_at > rfc3339(at - IDLE) and found.created_at > rfc3339(at - LONGEST)
    if found is None or not good or found.account.disabled:
        return None
    if found.used_at <= rfc3339(at - NOTED):
        with here.database.writing() as work:
            work.logins.used(session, rfc3339(at))
    return found.account


Visited = Annotated[Visit, Depends(visit_of)]


def needs(role: str) -> Callable[[Visit], None]:
    """A dependency that lets in whoever has this role at least; sends others to the login."""

    def check(visit: Visited) -> None:
        if visit.account is None:
            raise LogIn
        if not visit.may(role):
            raise Problem(403, "role", "This needs another role", role=role)

    return check


class Form:
    """The fields of a form, each a text without spaces around it."""

    def __init__(self, data: FormData) -> None:
        self._data = data

    def __call__(self, name: str, most: int = 4000) -> str:
        """The first value of a field, "" where there is none; 422 for one that is far too long."""
        value = self._data.get(name)
        text = value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""
        if "\0" in text:
            raise Problem(422, "unseen", "A text holds a character that cannot be seen")
        if len(text) > most:
            raise Problem(422, "long", "A text is too long", most=most)
        return text

    def raw(self, name: str) -> str:
        """A password, with its spaces."""
        value = self._data.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int:
        """A whole number, 0 for what is none."""
        text = self(name)
        return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0

    def file(self, name: str) -> UploadFile | None:
        """An uploaded file."""
        value = self._data.get(name)
        return value if isinstance(value, UploadFile) else None


async def form_of(request: Request, visit: Visited) -> AsyncIterator[Form]:
    """The form that was sent; 403 unless a page of ours sent it."""
    async with request.form(max_files=1, max_fields=FIELDS) as data:
        form = Form(data)
        if not visit.sent(form("token")):
            raise Problem(403, "form", "The form is not one of this session")
        yield form


Typed = Annotated[Form, Depends(form_of)]


def keep(request: Request, answer: Response, name: str, value: str, *, seconds: int | None = None) -> None:
    """Set a cookie that scripts cannot read and other sites' forms do not carry."""
    more: dict[str, Any] = {"httponly": True, "samesite": "lax", "path": HOME, "max_age": seconds}
    answer.set_cookie(name, value, secure=request.url.scheme == "https" or behind_https(request), **more)


def behind_https(request: Request) -> bool:
    """Whether a proxy says that the browser speaks HTTPS to it. A lie makes a cookie stricter, never laxer."""
    return request.headers.get("x-forwarded-proto", "").partition(",")[0].strip().lower() == "https"
