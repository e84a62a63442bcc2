"""Expected returns come in from the administrator and go out to the stations."""

from __future__ import annotations

import secrets
from typing import Any

import pytest
import requests

from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock, rma


def pulled(dock: Dock, number: str) -> dict[str, Any]:
    (found,) = dock.ask("GET", "/v1/rmas/find", params={"code": number}).json()["items"]
    assert isinstance(found, dict)
    return found


def test_what_comes_again_unchanged_is_not_news(server: ServerProcess, dock: Dock, name: str) -> None:
    assert server.import_rmas([rma(name)]) == 1
    version = pulled(dock, name)["version"]
    assert server.import_rmas([rma(name)]) == 0
    assert pulled(dock, name)["version"] == version
    assert server.import_rmas([rma(name, status="refunded")]) == 1
    assert pulled(dock, name)["version"] > version


def test_a_code_that_an_rma_lost_finds_it_no_more(server: ServerProcess, dock: Dock, name: str) -> None:
    server.import_rmas([rma(name)])
    server.import_rmas([rma(name, tracking_numbers=[f"NEW-{name}"])])
    assert dock.ask("GET", "/v1/rmas/find", params={"code": f"T-{name}"}).json()["items"] == []
    assert pulled(dock, f"NEW-{name}")["number"] == name


@pytest.mark.parametrize(
    "text", ["'; DROP TABLE rmas; --", "<script>alert(1)</script>", '{{7*7}} %s \\ " \u202e', "名前\n\t", "NUL \0."]
)
def test_texts_are_texts_whatever_they_look_like(server: ServerProcess, dock: Dock, name: str, text: str) -> None:
    server.import_rmas([rma(name, customer=text, order_number=f"{name}{text}")])
    assert pulled(dock, name)["customer"] == text
    assert pulled(dock, f"{name}{text}")["number"] == name


def test_an_import_with_a_mistake_stores_nothing_and_names_the_place(
    server: ServerProcess, dock: Dock, failed: Any, name: str
) -> None:
    items = [rma(name), rma(f"{name}-2", currency="Yuan")]
    headers = {"Authorization": f"Bearer {server.admin_token}"}
    answer = requests.post(server.url + "/v1/rmas:import", json={"items": items}, headers=headers, timeout=20)
    problem = failed(answer, 422, "permanent")
    assert problem["faults"][0]["where"] == "body.items.1.currency"
    assert dock.ask("GET", "/v1/rmas/find", params={"code": name}).json()["items"] == []


def test_a_page_is_as_small_as_asked_and_its_cursor_goes_on(server: ServerProcess, dock: Dock, name: str) -> None:
    server.import_rmas([rma(f"{name}-{count}") for count in range(3)])
    seen: list[str] = []
    cursor, more = "", True
    while more:
        page = dock.ask("GET", "/v1/rmas", params={"cursor": cursor, "limit": 2}).json()
        assert len(page["items"]) <= 2
        seen += [each["number"] for each in page["items"]]
        cursor, more = page["cursor"], page["more"]
    assert [each for each in seen if each.startswith(name)] == [f"{name}-{count}" for count in range(3)]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("change", ["ffffffff-1", "nonsense", "-", "1", "-1", "１"])
def test_a_cursor_that_is_not_this_databases_is_gone(dock: Dock, failed: Any, change: str) -> None:
    failed(dock.ask("GET", "/v1/rmas", params={"cursor": change}), 410, "permanent")


@pytest.mark.parametrize("number", ["99999999", "9" * 40, "-1", "²"])
def test_a_cursor_ahead_of_the_database_is_gone(dock: Dock, failed: Any, number: str) -> None:
    database = dock.ask("GET", "/v1/rmas").json()["cursor"].partition("-")[0]
    failed(dock.ask("GET", "/v1/rmas", params={"cursor": f"{database}-{number}"}), 410, "permanent")


@pytest.mark.parametrize("query", ["limit=0", "limit=501", "limit=x", f"cursor={'x' * 129}"])
def test_a_query_that_makes_no_sense_is_refused(dock: Dock, failed: Any, query: str) -> None:
    failed(dock.ask("GET", f"/v1/rmas?{query}"), 422, "permanent")


def test_a_long_page_travels_compressed(server: ServerProcess, dock: Dock, name: str) -> None:
    server.import_rmas([rma(f"{name}-{count}") for count in range(20)])
    assert dock.ask("GET", "/v1/rmas").headers["Content-Encoding"] == "gzip"


def test_times_without_a_zone_are_utc(server: ServerProcess, dock: Dock, name: str) -> None:
    server.import_rmas([rma(name, due_at="2026-11-25T08:00:00", window_ends="2026-11-25T08:00:00+08:00")])
    found = pulled(dock, name)
    assert (found["due_at"], found["window_ends"]) == ("2026-11-25T08:00:00Z", "2026-11-25T00:00:00Z")


def test_a_code_too_long_to_be_asked_for_is_no_hindrance(server: ServerProcess, dock: Dock, name: str) -> None:
    endless = "".join(secrets.token_hex(500) for _ in range(20))
    assert server.import_rmas([rma(name, order_number=endless)]) == 1
    assert pulled(dock, name)["order_number"] == endless
