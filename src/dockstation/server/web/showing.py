"""Pages out of templates, with the words, times and amounts of whoever reads them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse

from dockstation.domain.money import decimals
from dockstation.server.problems import Problem
from dockstation.server.web.languages import LANGUAGES, Words, load
from dockstation.server.web.visits import HOME, Visit

FOLDER = Path(__file__).parent / "templates"


class Pages:
    """Every template and text, read once."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            auto_reload=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._words = {language: Words(language, load(language)) for language in LANGUAGES}

    def words(self, visit: Visit) -> Words:
        """The texts in the language of a visit."""
        return self._words[visit.language]

    def show(self, visit: Visit, template: str, **facts: Any) -> HTMLResponse:
        """A page. ``problem``, if there is one, is told above it and gives the status, else ``status``."""
        words = self.words(visit)
        problem, status = facts.pop("problem", None), facts.pop("status", 200)
        zone = ZoneInfo(visit.account.zone if visit.account else "UTC")
        told = {
            "t": words,
            "visit": visit,
            "token": visit.token,
            "home": HOME,
            "languages": LANGUAGES,
            "problem": problem and in_words(words, problem),
            "done": "",
            "when": partial(when, zone=zone),
            "money": money,
            "plain": plain,
            "url": url,
        }
        content = self._environment.get_template(template).render(**told | facts)
        return HTMLResponse(content, problem.status if problem else status)


def pages_of(request: Request) -> Pages:
    """The pages of the application."""
    found = request.app.state.pages
    assert isinstance(found, Pages)
    return found


def in_words(words: Words, problem: Problem) -> str:
    """A problem in the language of whoever reads it."""
    code = str(problem.content["type"]).rpartition(":")[2]
    if not words.known(f"problem.{code}"):
        return words("problem.other", title=problem.content["title"])
    facts = {name: words.of("state", each) if name == "state" else each for name, each in problem.content.items()}
    return words(f"problem.{code}", **facts)


def url(path: str, *parts: str, **query: object) -> str:
    """A path below the office's own, each part and value quoted."""
    told = {name: str(value) for name, value in query.items() if value not in ("", None, 0)}
    where = "/".join((HOME + path, *(quote(each, safe="") for each in parts)))
    return f"{where}?{urlencode(told)}" if told else where


def to(path: str, *parts: str, **query: object) -> RedirectResponse:
    """After something was done: go there, so that going back or again sends nothing twice."""
    return RedirectResponse(url(path, *parts, **query), 303)


def when(text: str | datetime | None, zone: ZoneInfo) -> str:
    """A moment by the reader's clock, "" for none."""
    if not text:
        return ""
    try:
        moment = text if isinstance(text, datetime) else datetime.fromisoformat(text)
        return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError):
        return str(text)


def plain(amount: int, currency: str) -> str:
    """An amount of minor units as it is typed."""
    return f"{Decimal(amount).scaleb(-decimals(currency)):.{decimals(currency)}f}"


def money(amount: int, currency: str) -> str:
    """An amount of minor units as it is read."""
    return f"{Decimal(amount).scaleb(-decimals(currency)):,.{decimals(currency)}f} {currency}".strip()
