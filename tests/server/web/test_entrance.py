"""Who gets in, how long they stay, and what a page never gives away."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import Problem
from dockstation.server.store.database import Database
from dockstation.server.web.passwords import Passwords
from dockstation.server.web.people import People
from tests.fakes.browser import PASSWORD, Browser, set_up
from tests.fakes.server_process import ServerProcess

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
ELSEWHERE = ["https://evil.example/", "//evil.example", "/office/../v1/x//", "/\\evil", "javascript:alert(1)"]


@pytest.fixture(scope="module")
def lone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server on which Ada alone has an account."""
    with ServerProcess(tmp_path_factory.mktemp("lone") / "data") as process:
        yield process


@pytest.fixture(scope="module")
def ada(lone: ServerProcess) -> Browser:
    browser = Browser(lone.url)
    assert browser.open("/").forms[0].action.endswith("/setup"), "nobody can log in yet"
    told = {"name": "Ada", "password": PASSWORD, "again": PASSWORD}
    browser.send("/setup", admin_token="wrong", **told)
    assert browser.status == 401
    browser.send("/setup", admin_token=lone.admin_token, **told | {"again": "another one"})
    assert browser.status == 422
    return set_up(lone.url, lone.admin_token)


def end_of(server: ServerProcess, column: str, moment: str = "2020-01-01T00:00:00.000Z") -> None:
    with closing(sqlite3.connect(server.data / "server.db", timeout=10)) as database, database:
        database.execute(f"UPDATE office_sessions SET {column} = ?", (moment,))


def test_the_first_administrator_is_made_once(lone: ServerProcess, ada: Browser) -> None:
    other = Browser(lone.url)
    assert other.open("/setup").forms[0].action.endswith("/login")
    other.send("/login", name="Mallory", password=PASSWORD)
    token = other.page.forms[0].fields["token"]
    told = {"token": token, "admin_token": lone.admin_token, "name": "Mallory", "password": PASSWORD}
    answer = other.session.post(f"{lone.url}/office/setup", data=told | {"again": PASSWORD}, timeout=20)
    assert answer.status_code == 409
    assert "Mallory" not in ada.open("/accounts").text


def test_whoever_is_not_logged_in_gets_to_the_login_and_on_to_what_they_wanted(
    lone: ServerProcess, ada: Browser
) -> None:
    other = Browser(lone.url)
    assert "Log in" in other.open("/rmas", q="R-1").text
    other.send("/login", name=" aDA ", password=PASSWORD)
    assert other.answer.url.endswith("/office/rmas?q=R-1")


@pytest.mark.parametrize("where", ELSEWHERE)
def test_nobody_is_sent_elsewhere(lone: ServerProcess, ada: Browser, where: str) -> None:
    answer = ada.session.get(
        f"{lone.url}/office/language/en", params={"back": where}, timeout=20, allow_redirects=False
    )
    assert answer.headers["Location"] == "/office/"
    assert where not in Browser(lone.url).open("/login", next=where).forms[0].fields["next"]


def test_a_session_holds_at_every_process_and_over_a_restart(lone: ServerProcess, ada: Browser) -> None:
    with ServerProcess(lone.data) as second:
        cookies = {each.name: str(each.value) for each in ada.session.cookies}
        there = Browser(second.url)
        there.session.cookies.update(cookies)
        assert "Overview" in there.open("/").text
    lone.stop()
    lone.start()
    assert "Overview" in ada.open("/").text


def test_cookies_are_for_no_script_and_no_other_site(lone: ServerProcess, ada: Browser) -> None:
    other = Browser(lone.url)
    other.open("/login")
    form = other.page.forms[0].fields | {"name": "ada", "password": PASSWORD}
    headers = {"X-Forwarded-Proto": "https"}
    answer = other.session.post(
        f"{lone.url}/office/login", data=form, headers=headers, timeout=20, allow_redirects=False
    )
    said = answer.headers["Set-Cookie"]
    assert all(
        each in said for each in ("dockstation-session=", "HttpOnly", "SameSite=lax", "Secure", "Path=/office")
    )
    assert "Secure" not in Browser(lone.url).session.get(f"{lone.url}/office/login", timeout=20).headers["Set-Cookie"]


def test_every_answer_forbids_what_a_page_does_not_need(lone: ServerProcess, ada: Browser) -> None:
    for path in ("/", "/login", "/nothing", "/static/page.css"):
        ada.open(path)
        policy = ada.answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src 'self'")
        assert "unsafe" not in policy
        assert ada.answer.headers["X-Frame-Options"] == "DENY"
        assert ada.answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_style_sheet_is_not_sent_again_while_it_is_the_same(lone: ServerProcess, ada: Browser) -> None:
    ada.open("/static/page.css")
    headers = {"If-None-Match": ada.answer.headers["ETag"]}
    assert ada.session.get(ada.answer.url, headers=headers, timeout=20).status_code == 304
    ada.open("/")
    assert ada.answer.headers["Cache-Control"] == "no-store"


def test_a_form_that_no_page_of_this_session_made_does_nothing(lone: ServerProcess, ada: Browser) -> None:
    other = set_up_again(lone)
    foreign = other.open("/accounts").forms[-1].fields
    told = {"name": "Eve", "role": "viewer", "password": PASSWORD}
    for token in ({}, {"token": "x.y"}, {"token": foreign["token"]}):
        answer = ada.session.post(f"{lone.url}/office/accounts", data=told | token, timeout=20)
        assert answer.status_code == 403
        assert "Nothing was done" in answer.text
    assert "Eve" not in ada.open("/accounts").text


def set_up_again(server: ServerProcess) -> Browser:
    browser = Browser(server.url)
    browser.log_in("Ada")
    return browser


def test_logging_out_ends_the_session_at_the_server(lone: ServerProcess, ada: Browser) -> None:
    other = set_up_again(lone)
    cookies = other.session.cookies.copy()
    other.open("/")
    assert "You are logged out" in other.send("/logout").text
    other.session.cookies = cookies
    assert "Log in" in other.open("/").text


@pytest.mark.parametrize("column", ["used_at", "created_at"])
def test_a_session_ends_when_it_was_not_used_or_is_old(lone: ServerProcess, column: str) -> None:
    other = set_up_again(lone)
    end_of(lone, column)
    assert "Log in" in other.open("/").text


def test_a_new_password_ends_all_other_sessions(lone: ServerProcess) -> None:
    one, other = set_up_again(lone), set_up_again(lone)
    new = "another long sentence"
    one.open("/me")
    one.send("/me/password", old="wrong", password=new, again=new)
    assert one.status == 422
    assert "The password is changed" in one.send("/me/password", old=PASSWORD, password=new, again=new).text
    assert "Log in" in other.open("/").text
    one.send("/me/password", old=new, password=PASSWORD, again=PASSWORD)


def test_no_password_and_no_session_lies_in_the_database(lone: ServerProcess) -> None:
    other = set_up_again(lone)
    stored = lone.stored
    assert b"$argon2id$" in stored
    for each in (PASSWORD, str(other.session.cookies["dockstation-session"])):
        assert each.encode() not in stored


def test_the_page_speaks_the_browsers_language_until_another_is_chosen(lone: ServerProcess, ada: Browser) -> None:
    other = Browser(lone.url, "fr, zh-CN;q=0.9, en;q=0.5")
    assert "登录" in other.open("/login").text
    assert "Log in" in other.open("/language/en", back="/office/login").text
    assert "Log in" in other.open("/login").text
    assert "登录" in other.open("/language/zh_CN").text


@pytest.fixture
def accounts(tmp_path: Path) -> Iterator[tuple[People, Database]]:
    with closing(Database(tmp_path / "server.db")) as database:
        people = People(database, Passwords(QUICK))
        people.add("Ada", "administrator", PASSWORD)
        yield people, database


def test_wrong_passwords_cost_more_and_more_time_and_the_right_one_waits_too(
    accounts: tuple[People, Database], tmp_path: Path
) -> None:
    people, _ = accounts
    asked = []
    for _ in range(9):
        with pytest.raises(Problem) as refused:
            people.log_in("Ada", "wrong", "10.0.0.1")
        if refused.value.status == 429:
            asked.append(refused.value.content["retry_after"])
            with closing(sqlite3.connect(tmp_path / "server.db")) as database, database:
                database.execute("UPDATE office_guesses SET wait_until = ?", (rfc3339(now()),))
    assert asked == [2, 4]
    people.log_in("Ada", PASSWORD, "10.0.0.2")
    with pytest.raises(Problem) as refused:
        people.log_in("Ada", "wrong", "10.0.0.1")
    assert refused.value.status == 401
    with pytest.raises(Problem) as refused:
        people.log_in("Ada", PASSWORD, "10.0.0.1")
    assert refused.value.status == 429


def test_the_last_administrator_stays(accounts: tuple[People, Database]) -> None:
    people, _ = accounts
    for role, disabled in (("viewer", False), ("administrator", True)):
        with pytest.raises(Problem) as refused:
            people.change("ada", role, disabled=disabled)
        assert refused.value.status == 409
    people.add("Bob", "administrator", PASSWORD)
    people.change("ada", "viewer", disabled=True)
    with pytest.raises(Problem) as refused:
        people.log_in("Ada", PASSWORD, "")
    assert refused.value.status == 401


@pytest.mark.parametrize(
    ("name", "role", "password"),
    [
        ("", "viewer", PASSWORD),
        ("x" * 65, "viewer", PASSWORD),
        ("a\0b", "viewer", PASSWORD),
        (" ADA", "viewer", PASSWORD),
        ("Bob", "king", PASSWORD),
        ("Bob", "viewer", "short"),
        ("Bob", "viewer", "x" * 201),
        ("a long name", "viewer", "A long NAME"),
    ],
)
def test_an_account_that_makes_no_sense_is_not_made(
    accounts: tuple[People, Database], name: str, role: str, password: str
) -> None:
    people, _ = accounts
    with pytest.raises(Problem):
        people.add(name, role, password)
    assert [each.name for each in people.all()] == ["Ada"]
