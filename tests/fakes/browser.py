"""A person at the server's page without a window: cookies are kept, forms are sent as they are shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import requests

PASSWORD = "correct horse battery"


@dataclass
class Form:
    """A form as it is shown: where it goes, and what stands in it."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)


class Reading(HTMLParser):
    """What a page says and which forms it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.texts: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []
        self._select = self._area = ""
        self._form: Form | None = None
        self.feed(page)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        told = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(told["href"])
        if tag == "form":
            self._form = Form(told["action"], told["method"])
            self.forms.append(self._form)
        elif self._form is not None:
            self._control(tag, told, {name for name, _ in attrs})

    def _control(self, tag: str, told: dict[str, str], flags: set[str]) -> None:
        assert self._form is not None
        chosen = told.get("type") not in ("radio", "checkbox") or "checked" in flags
        if tag == "input" and chosen and told.get("type") != "file":
            self._form.fields[told["name"]] = told.get("value", "")
        elif tag == "select":
            self._select = told["name"]
        elif tag == "option" and (self._select not in self._form.fields or "selected" in flags):
            self._form.fields[self._select] = told["value"]
        elif tag == "textarea":
            self._area = told["name"]
            self._form.fields[self._area] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self._area and self._form is not None:
            self._form.fields[self._area] += data


class Browser:
    """One person's browser."""

    def __init__(self, server_url: str, language: str = "en") -> None:
        self.url = server_url
        self.session = requests.Session()
        self.session.headers["Accept-Language"] = language
        self.answer = requests.Response()

    def open(self, path: str, **query: Any) -> Reading:
        """Go to a page below /office."""
        self.answer = self.session.get(f"{self.url}/office{path}", params=query, timeout=20)
        return self.page

    def further(self) -> Reading:
        """Go on in a list."""
        (link,) = [each for each in self.page.links if "after=" in each]
        self.answer = self.session.get(self.url + link, timeout=20)
        return self.page

    @property
    def page(self) -> Reading:
        is_page = "html" in self.answer.headers.get("Content-Type", "")
        return Reading(self.answer.text if is_page else "")

    @property
    def status(self) -> int:
        return self.answer.status_code

    def send(self, action: str, files: Any = None, **fields: str) -> Reading:
        """Send the form on the page that goes there, with these fields typed or pressed."""
        form = next(each for each in self.page.forms if each.action.endswith(action))
        told = form.fields | {name.replace("__", "-"): value for name, value in fields.items()}
        address = urljoin(self.answer.url, form.action)
        self.answer = self.session.post(address, data=told, files=files, timeout=20)
        return self.page

    def log_in(self, name: str, password: str = PASSWORD) -> Reading:
        self.open("/login")
        return self.send("/login", name=name, password=password)


def set_up(server_url: str, admin_token: str, name: str = "Ada") -> Browser:
    """The first administrator, logged in."""
    browser = Browser(server_url)
    browser.open("/setup")
    browser.send("/setup", admin_token=admin_token, name=name, password=PASSWORD, again=PASSWORD)
    browser.log_in(name)
    return browser
