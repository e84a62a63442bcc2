"""Who may open and send what: one table, asked of every route."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests
from fastapi.routing import APIRoute

from dockstation.server.web import site
from tests.fakes.browser import Browser
from tests.fakes.server_process import ServerProcess
from tests.server.web.conftest import People

ALL, OFFICE, ADMINISTRATOR = ("viewer", "office", "administrator"), ("office", "administrator"), ("administrator",)
TABLE = {
    ("GET", "/"): ALL,
    ("GET", "/rmas"): ALL,
    ("GET", "/rma"): ALL,
    ("GET", "/rma/label.pdf"): ALL,
    ("POST", "/rma/move"): OFFICE,
    ("GET", "/rma/new"): OFFICE,
    ("POST", "/rma/new"): OFFICE,
    ("GET", "/rma/change"): OFFICE,
    ("POST", "/rma/change"): OFFICE,
    ("GET", "/import"): OFFICE,
    ("POST", "/import"): OFFICE,
    ("POST", "/import/take"): OFFICE,
    ("GET", "/outcomes"): ALL,
    ("GET", "/outcomes/{event_id}"): ALL,
    ("POST", "/outcomes/{event_id}/settlement"): OFFICE,
    ("GET", "/photos/{sha256}"): ALL,
    ("GET", "/photos/{sha256}/small"): ALL,
    ("GET", "/held"): ALL,
    ("POST", "/held"): OFFICE,
    ("GET", "/review"): ALL,
    ("GET", "/review/{event_id}"): ALL,
    ("POST", "/review/{event_id}"): OFFICE,
    ("GET", "/rejected"): ALL,
    ("POST", "/rejected"): OFFICE,
    ("GET", "/statistics"): ALL,
    ("GET", "/stations"): ALL,
    ("POST", "/stations/code"): ADMINISTRATOR,
    ("POST", "/stations/revoke"): ADMINISTRATOR,
    ("GET", "/accounts"): ADMINISTRATOR,
    ("POST", "/accounts"): ADMINISTRATOR,
    ("POST", "/accounts/change"): ADMINISTRATOR,
    ("POST", "/accounts/password"): ADMINISTRATOR,
    ("GET", "/me"): ALL,
    ("POST", "/me/password"): ALL,
    ("POST", "/me/zone"): ALL,
    ("POST", "/logout"): ALL,
}
OPEN = {
    ("GET", "/login"), ("POST", "/login"), ("GET", "/setup"), ("POST", "/setup"), ("GET", "/language/{language}")
}  # fmt: skip


def routes() -> set[tuple[str, str]]:
    found = (each for part in site.PARTS for each in part.routes().routes if isinstance(each, APIRoute))
    return {(method, each.path) for each in found for method in each.methods or ()}


def ask(browser: Browser | None, server: ServerProcess, method: str, path: str) -> requests.Response:
    where = path.replace("{event_id}", "none").replace("{sha256}", "0" * 64)
    session = browser.session if browser else requests.Session()
    return session.request(method, f"{server.url}/office{where}", data={}, timeout=20, allow_redirects=False)


def test_the_table_knows_every_route() -> None:
    assert routes() == set(TABLE) | OPEN


@pytest.mark.parametrize("role", ALL)
def test_a_role_may_what_the_table_says_and_nothing_else(people: People, server: ServerProcess, role: str) -> None:
    for (method, path), roles in TABLE.items():
        answer = ask(people[role], server, method, path)
        refused = "Your role does not allow this" in answer.text
        assert refused == (role not in roles), (method, path, answer.status_code)
        assert answer.status_code == 403 or not refused


def test_whoever_is_not_logged_in_may_nothing(server: ServerProcess, people: People) -> None:
    for method, path in TABLE:
        answer = ask(None, server, method, path)
        assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (303, "/office/login"), path


def test_a_page_shows_nobody_what_they_may_not(people: People) -> None:
    viewer = people["viewer"]
    for path in ("/", "/rmas", "/stations", "/held"):
        shown = viewer.open(path)
        assert {each.action.rpartition("/office")[2] for each in shown.forms} <= {"/logout", "/rmas"}
        assert not {"Accounts", "New return", "Import a file"} & set(shown.texts)


def test_an_account_that_may_no_longer_log_in_is_out_at_once(people: People, server: ServerProcess) -> None:
    administrator, name = people["administrator"], "Uma"
    administrator.open("/accounts")
    administrator.send("/accounts", name=name, role="office", password="a good long one")
    other = Browser(server.url)
    other.log_in(name, "a good long one")
    assert "Overview" in other.open("/").text
    form = next(each for each in administrator.open("/accounts").forms if each.fields.get("name") == name)
    told = form.fields | {"role": "office", "disabled": "yes"}
    administrator.session.post(server.url + form.action, data=told, timeout=20)
    assert "Log in" in other.open("/").text
    other.log_in(name, "a good long one")
    assert other.status == 401


def test_the_package_carries_what_the_page_is_made_of() -> None:
    home = Path(site.__file__).parent
    found = {each.parent.name for each in home.rglob("*") if each.suffix in (".html", ".css", ".toml", ".svg")}
    assert found == {"templates", "static", "texts"}


@pytest.mark.parametrize("text", ["a\0b", "x" * 5000])
def test_what_nobody_can_type_is_told_and_changes_nothing(people: People, text: str) -> None:
    office = people["office"]
    for path, action, field in (("/rma/new", "/rma/new", "customer"), ("/import", "/import/take", "sha256")):
        token = office.open(path).forms[-1].fields["token"]
        told = {"token": token, "act": "take", field: text}
        answer = office.session.post(f"{office.url}/office{action}", data=told, timeout=20)
        assert answer.status_code == 422
        assert "Nothing was done" in answer.text
    for path in ("/rmas", "/outcomes"):
        office.open(path, q=text)
        assert office.status in (200, 422)
