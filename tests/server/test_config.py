"""An administrator publishes checklists, rules, labels and people; stations read them from where they left off."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from dockstation.settings import shipped
from tests.fakes.published import PIN_HASH, checklist, person, rules
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock

Failed = Callable[[requests.Response, int, str], dict[str, Any]]
on_one_database = pytest.mark.parametrize("server", ["sqlite"], indirect=True)
"""For what never reaches it."""
TOML = {"Content-Type": "application/toml"}
WRONG = 'answers.hole == "fail"'


@pytest.fixture
def goods(name: str) -> str:
    """A category that no other test has."""
    return name.lower()


def ask(server: ServerProcess, method: str, path: str, **more: Any) -> requests.Response:
    headers = {"Authorization": f"Bearer {server.admin_token}"} | more.pop("headers", {})
    return requests.request(method, server.url + path, headers=headers, timeout=30, **more)


def draft(kind: str, name: str, content: str | None, before: int = 0) -> dict[str, Any]:
    return {"kind": kind, "name": name, "content": content, "before": before}


def publish(server: ServerProcess, *drafts: dict[str, Any], **more: Any) -> requests.Response:
    return ask(server, "POST", "/v1/config:publish", json={"documents": drafts, "by": "office"} | more)


def both(goods: str, **changes: Any) -> list[dict[str, Any]]:
    return [draft("checklists", goods, checklist(goods, **changes)), draft("rules", goods, rules(goods))]


def put(server: ServerProcess, path: str, text: str, match: str | None = None) -> requests.Response:
    headers = TOML | ({"If-Match": match} if match else {})
    return ask(server, "PUT", path, data=text.encode(), headers=headers, params={"by": "office"})


def pulled(dock: Dock) -> tuple[list[dict[str, Any]], str]:
    found, cursor, more = [], "", True
    while more:
        page = dock.ask("GET", "/v1/config", params={"cursor": cursor}).json()
        found += page["items"]
        cursor, more = page["cursor"], page["more"]
    return found, cursor


def test_what_is_published_comes_to_a_station_word_for_word(server: ServerProcess, dock: Dock, goods: str) -> None:
    _, cursor = pulled(dock)
    answer = publish(server, *both(goods))
    assert answer.status_code == 200, answer.text
    page = dock.ask("GET", "/v1/config", params={"cursor": cursor})
    items = {(each["kind"], each["name"]): each for each in page.json()["items"]}
    assert items["checklists", goods]["content"] == checklist(goods)
    assert items["rules", goods]["content"] == rules(goods)
    assert {each["version"] for each in items.values()} == {each["version"] for each in answer.json()["items"]}
    assert page.headers["ETag"] == f'"{page.json()["cursor"]}"'


def test_a_station_that_has_everything_gets_304(dock: Dock, server: ServerProcess, goods: str) -> None:
    _, cursor = pulled(dock)
    match = {"If-None-Match": f'"{cursor}"'}
    answer = dock.ask("GET", "/v1/config", params={"cursor": cursor}, headers=match)
    assert (answer.status_code, answer.content) == (304, b"")
    ask(server, "PUT", f"/v1/people/{goods.upper()}", json=person())
    assert dock.ask("GET", "/v1/config", params={"cursor": cursor}, headers=match).status_code == 200


@pytest.mark.parametrize("cursor", ["elsewhere-1", "1", "x" * 100])
def test_a_cursor_that_is_not_known_begins_again(dock: Dock, cursor: str, failed: Failed) -> None:
    failed(dock.ask("GET", "/v1/config", params={"cursor": cursor}), 410, "permanent")


@on_one_database
def test_a_mistake_is_refused_with_document_line_and_what_was_meant_and_nothing_is_published(
    server: ServerProcess, dock: Dock, goods: str, failed: Failed
) -> None:
    text = rules(goods, WRONG)
    line = text[: text.index(WRONG)].count("\n") + 1
    answer = publish(server, draft("checklists", goods, checklist(goods)), draft("rules", goods, text))
    fault = failed(answer, 422, "permanent")["faults"][0]
    assert (fault["file"], fault["line"], fault["code"]) == (f"rules/{goods}.toml", line, "settings.condition_name")
    assert fault["facts"]["meant"].startswith("whole")
    assert goods not in {each["name"] for each in pulled(dock)[0]}


@on_one_database
def test_what_is_no_toml_is_refused_with_its_line(server: ServerProcess, goods: str, failed: Failed) -> None:
    answer = put(server, f"/v1/config/checklists/{goods}", 'id = "x"\nversion = = 1\n')
    fault = failed(answer, 422, "permanent")["faults"][0]
    assert (fault["file"], fault["line"], fault["code"]) == (f"checklists/{goods}.toml", 2, "settings.syntax")


@on_one_database
def test_a_label_is_tried_out_before_any_station_prints_it(server: ServerProcess, goods: str, failed: Failed) -> None:
    good = (shipped("config") / "labels" / "container.toml").read_text("utf-8")
    assert put(server, f"/v1/config/labels/{goods}", good).status_code == 200
    bad = re.sub(r"(?m)^width = .*$", "width = 1", good, count=1)
    fault = failed(put(server, f"/v1/config/labels/{goods}x", bad), 422, "permanent")["faults"][0]
    assert (fault["file"], fault["line"] > 0) == (f"labels/{goods}x.toml", True)


def test_who_rests_on_an_old_version_is_refused_and_the_same_text_again_is_no_change(
    server: ServerProcess, goods: str, failed: Failed
) -> None:
    publish(server, *both(goods))
    path, second = f"/v1/config/checklists/{goods}", checklist(goods, version=2)
    first = ask(server, "GET", path).headers["ETag"]
    failed(put(server, path, second), 428, "permanent")
    told = put(server, path, second, first)
    assert told.status_code == 200, told.text
    again = put(server, path, second, first)
    assert (again.status_code, again.headers["ETag"]) == (200, told.headers["ETag"])
    failed(put(server, path, checklist(goods, version=3), first), 412, "permanent")
    failed(publish(server, draft("checklists", goods, checklist(goods, version=3))), 412, "permanent")
    history = ask(server, "GET", f"{path}/versions").json()["items"]
    assert [f'"{each["version"]}"' for each in history] == [told.headers["ETag"], first]
    before = ask(server, "GET", path, params={"version": first.strip('"')}).json()
    assert (before["content"], before["by"]) == (checklist(goods), "office")


def test_of_two_that_cannot_both_be_published_at_once_one_is_refused(
    server: ServerProcess, dock: Dock, goods: str
) -> None:
    drafts = [
        [draft("checklists", f"{goods}{n}", checklist(goods).replace(f'id = "{goods}"', f'id = "{goods}{n}"'))]
        for n in "ab"
    ]
    with ThreadPoolExecutor(2) as both_at_once:
        answers = [each.status_code for each in both_at_once.map(lambda each: publish(server, *each), drafts)]
    assert sorted(answers) == [200, 422]
    assert len([each for each in pulled(dock)[0] if each["name"].startswith(goods)]) == 1


@on_one_database
def test_a_dry_run_says_what_would_change_and_changes_nothing(server: ServerProcess, dock: Dock, goods: str) -> None:
    _, cursor = pulled(dock)
    told = publish(server, *both(goods), dry_run=True).json()
    assert ([(each["kind"], each["name"]) for each in told["items"]], told["dry_run"]) == (
        [("checklists", goods), ("rules", goods)], True,
    )  # fmt: skip
    assert pulled(dock)[1] == cursor


def test_what_is_withdrawn_is_told_to_stations_and_what_others_need_stays(
    server: ServerProcess, dock: Dock, goods: str, failed: Failed
) -> None:
    publish(server, *both(goods))
    path = f"/v1/config/checklists/{goods}"
    match = {"If-Match": ask(server, "GET", path).headers["ETag"]}
    failed(ask(server, "DELETE", path, headers=match, params={"by": "office"}), 422, "permanent")
    versions = {each["kind"]: each["version"] for each in pulled(dock)[0] if each["name"] == goods}
    gone = [draft(kind, goods, None, versions[kind]) for kind in ("checklists", "rules")]
    assert publish(server, *gone).status_code == 200
    assert [(each["gone"], each["content"]) for each in pulled(dock)[0] if each["name"] == goods] == [(True, "")] * 2
    failed(ask(server, "GET", path), 404, "permanent")


def test_the_hash_of_a_pin_is_told_to_stations_alone(server: ServerProcess, dock: Dock, name: str) -> None:
    path = f"/v1/people/{name.upper()}"
    answers = [ask(server, "PUT", path, json=person()), ask(server, "GET", path), ask(server, "GET", "/v1/people")]
    assert [each.status_code for each in answers] == [200, 200, 200]
    assert not any("argon2" in each.text for each in answers)
    assert answers[1].json()["has_pin"] is True
    (item,) = [each for each in pulled(dock)[0] if each["name"] == name.upper()]
    assert (item["kind"], PIN_HASH in item["content"]) == ("people", True)
    assert "argon2" not in server.log


def test_a_person_changed_without_a_pin_keeps_it(server: ServerProcess, dock: Dock, name: str) -> None:
    path = f"/v1/people/{name.upper()}"
    first = ask(server, "PUT", path, json=person())
    match = {"If-Match": first.headers["ETag"]}
    changed = person("Benjamin", active=False)
    del changed["pin"]
    assert ask(server, "PUT", path, json=changed, headers=match).json()["has_pin"] is True
    (item,) = [each for each in pulled(dock)[0] if each["name"] == name.upper()]
    assert (PIN_HASH in item["content"], '"active":false' in item["content"]) == (True, True)


@on_one_database
@pytest.mark.parametrize(
    "changes",
    [{"pin": "4711"}, {"pin": PIN_HASH.replace("m=65536", "m=99999999")}, {"roles": []}, {"roles": ["god"]}],
)
def test_a_pin_itself_or_a_hash_that_takes_for_ever_is_refused(
    server: ServerProcess, name: str, changes: dict[str, Any], failed: Failed
) -> None:
    answer = ask(server, "PUT", f"/v1/people/{name.upper()}", json=person(**changes))
    assert "4711" not in str(failed(answer, 422, "permanent"))


@pytest.mark.parametrize("path", ["/v1/config:list", "/v1/people", "/v1/config/checklists/x", "/v1/people/X"])
def test_stations_may_not_publish_or_look_at_people(dock: Dock, path: str, failed: Failed) -> None:
    failed(dock.ask("GET", path), 401, "auth")


@on_one_database
@pytest.mark.parametrize("name", ["..%2Fx", "A", "x%2Fy", "a.b.c", ".x", "con%00"])
def test_a_name_that_is_no_file_of_config_is_refused(server: ServerProcess, name: str) -> None:
    assert put(server, f"/v1/config/checklists/{name}", "x").status_code in (404, 422)
    assert put(server, "/v1/config/dispositions/mine", "x").status_code == 422
