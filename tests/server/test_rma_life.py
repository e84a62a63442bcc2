"""An RMA from the request to its end, led by the office, and what of it reaches the stations."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import requests
import zxingcpp
from alembic import command
from alembic.config import Config
from PIL import Image
from sqlalchemy import create_engine, text

from dockstation.server.store.database import Database
from dockstation.server.store.engine import MIGRATIONS
from dockstation.wire import RmaMessage
from tests.fakes.chain import Chain, outcome
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock, rma

Failed = Callable[[requests.Response, int, str], dict[str, Any]]
MARKED = "'; DROP TABLE rmas; --<script>alert(1)</script>{{7*7}}"


class Office:
    """Somebody with the administrator's token."""

    def __init__(self, server: ServerProcess) -> None:
        self._server = server

    def ask(self, method: str, path: str, tag: str = "", key: str = "", **more: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {self._server.admin_token}"} | more.pop("headers", {})
        headers |= {"If-Match": tag} if tag else {}
        headers |= {"Idempotency-Key": key} if key else {}
        return requests.request(method, self._server.url + path, headers=headers, timeout=20, **more)

    def create(self, number: str, /, key: str = "", **changes: Any) -> requests.Response:
        return self.ask("POST", "/v1/rmas", key=key or number, json=rma(number) | {"by": "LEE"} | changes)

    def change(self, number: str, tag: str, /, **changes: Any) -> requests.Response:
        return self.ask("PUT", f"/v1/rmas/{number}", tag, json=rma(number) | {"by": "LEE"} | changes)

    def move(self, number: str, move: str, tag: str, reason: str = "agreed", by: str = "LEE") -> requests.Response:
        return self.ask("POST", f"/v1/rmas/{number}/moves", tag, json={"move": move, "by": by, "reason": reason})

    def moved(self, number: str, *moves: str) -> str:
        """Makes an RMA and takes it through these moves; its tag."""
        answer = self.create(number)
        for each in moves:
            answer = self.move(number, each, answer.headers["ETag"])
        assert answer.ok, answer.text
        return answer.headers["ETag"]


@pytest.fixture
def office(server: ServerProcess) -> Office:
    return Office(server)


@pytest.fixture
def number(name: str) -> str:
    return name.upper()


def pulled(dock: Dock, number: str) -> list[dict[str, Any]]:
    """What the station's next syncs bring of this RMA."""
    found: list[dict[str, Any]] = []
    cursor, more = "", True
    while more:
        page = dock.ask("GET", "/v1/rmas", params={"cursor": cursor}).json()
        found += [each for each in page["items"] if each["number"] == number]
        cursor, more = page["cursor"], page["more"]
    return found


def test_stations_hear_of_an_rma_once_it_is_approved(office: Office, dock: Dock, number: str) -> None:
    tag = office.create(number).headers["ETag"]
    assert pulled(dock, number) == []
    assert dock.ask("GET", "/v1/rmas/find", params={"code": f"T-{number}"}).json()["items"] == []
    assert office.move(number, "approve", tag).json()["state"] == "approved"
    (found,) = pulled(dock, number)
    assert (found["number"], found["status"], found["lines"][0]["accessories"][0]["value"]) == (
        number, "approved", 4900,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("moves", "state", "told"),
    [
        (("refuse",), "refused", "cancelled"),
        (("approve", "cancel"), "cancelled", "cancelled"),
        (("approve", "refund"), "refunded", "refunded"),
        (("refuse", "reopen"), "approved", "approved"),
    ],
)
def test_every_end_of_an_rma_reaches_the_dock(
    office: Office, dock: Dock, number: str, moves: tuple[str, ...], state: str, told: str
) -> None:
    office.moved(number, *moves)
    found = office.ask("GET", f"/v1/rmas/{number}").json()
    assert found["state"] == state
    assert [each["act"] for each in found["changes"]] == ["created", *moves]
    assert [each["status"] for each in pulled(dock, number)] == [told]


def test_a_move_that_is_not_open_says_which_are(office: Office, failed: Failed, number: str) -> None:
    tag = office.moved(number, "approve", "refund")
    problem = failed(office.move(number, "approve", tag), 409, "permanent")
    assert (problem["type"], problem["state"], problem["moves"]) == (
        "urn:dockstation:problem:move", "refunded", [],
    )  # fmt: skip
    failed(office.change(number, tag, customer="李四"), 409, "permanent")


def test_who_refuses_says_why(office: Office, failed: Failed, number: str) -> None:
    tag = office.moved(number)
    assert failed(office.move(number, "refuse", tag, reason=" "), 422, "permanent")["type"].endswith(":reason")


def test_of_two_who_change_the_same_version_the_second_is_told(
    office: Office, dock: Dock, failed: Failed, number: str
) -> None:
    tag = office.moved(number, "approve")
    assert office.change(number, tag, customer="李四").ok
    failed(office.change(number, tag, customer="王五"), 412, "permanent")
    failed(office.move(number, "cancel", tag), 412, "permanent")
    failed(office.move(number, "cancel", ""), 428, "permanent")
    assert [each["customer"] for each in pulled(dock, number)] == ["李四"]


def test_what_is_sent_again_after_a_lost_answer_counts_once(office: Office, failed: Failed, number: str) -> None:
    first, again = office.create(number), office.create(number)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    tag = first.headers["ETag"]
    assert office.move(number, "approve", tag).json() == office.move(number, "approve", tag).json()
    failed(office.move(number, "approve", tag, by="KIM"), 412, "permanent")
    failed(office.create(f"{number}-2", key=number), 422, "permanent")
    failed(office.create(number, key=f"{number}-other"), 409, "permanent")


def test_changes_tell_who_what_and_why(office: Office, number: str) -> None:
    tag = office.moved(number)
    office.change(number, tag, customer="李四", reason=MARKED)
    told = office.ask("GET", f"/v1/rmas/{number}").json()["changes"]
    assert [(each["act"], each["by"], each["reason"]) for each in told] == [
        ("created", "LEE", ""), ("changed", "LEE", MARKED),
    ]  # fmt: skip


def test_the_office_lists_what_waits_for_approval(office: Office, number: str) -> None:
    office.moved(number)
    office.moved(f"{number}-2", "approve")
    page = office.ask("GET", "/v1/rmas:list", params={"state": "requested", "after": number[:-1]}).json()["items"]
    assert number in [each["rma"]["number"] for each in page]
    assert f"{number}-2" not in [each["rma"]["number"] for each in page]


@pytest.mark.parametrize("field", ["customer", "order_number", "by", "reason"])
def test_hostile_texts_stay_texts(office: Office, number: str, field: str) -> None:
    assert office.create(number, **{field: MARKED}).status_code == 201
    found = office.ask("GET", f"/v1/rmas/{number}").json()
    assert MARKED in (found["rma"].get(field), found["changes"][0].get(field))


@pytest.mark.parametrize(
    "change",
    [
        {"by": ""},
        {"reason": "a\0b"},
        {"lines": []},
        {"lines": [rma("X")["lines"][0] | {"quantity": 1_000_000_000}]},
        {"lines": [rma("X")["lines"][0] | {"unit_value": -1}]},
        {"lines": rma("X")["lines"] * 2},
        {"window_ends": "2026-02-30T00:00:00Z"},
        {"window_ends": "0001-01-01T00:00:00+14:00"},
        {"number": "<b>"},
        {"tracking_numbers": ["x" * 129]},
    ],
)
def test_what_makes_no_sense_is_refused_and_stores_nothing(
    office: Office, failed: Failed, number: str, change: dict[str, Any]
) -> None:
    failed(office.create(number, **change), 422, "permanent")
    failed(office.ask("GET", f"/v1/rmas/{number}"), 404, "permanent")


def test_a_station_leads_no_rmas(dock: Dock, failed: Failed, number: str) -> None:
    for method, path in (("POST", "/v1/rmas"), ("GET", f"/v1/rmas/{number}"), ("GET", "/v1/rmas:list")):
        failed(dock.ask(method, path, json={}), 401, "auth")


def read_codes(page: bytes, folder: Path) -> list[str]:
    """What a scanner reads on the printed page."""
    (folder / "label.pdf").write_bytes(page)
    subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", "label.pdf", "label"], cwd=folder, check=True)
    return [each.text for each in zxingcpp.read_barcodes(Image.open(folder / "label.png"))]


def test_an_approved_rma_has_a_label_that_is_read_as_its_code(
    office: Office, failed: Failed, number: str, tmp_path: Path
) -> None:
    tag = office.create(number, order_number=MARKED).headers["ETag"]
    failed(office.ask("GET", f"/v1/rmas/{number}/label.pdf"), 409, "permanent")
    office.move(number, "approve", tag)
    answer = office.ask("GET", f"/v1/rmas/{number}/label.pdf")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert read_codes(answer.content, tmp_path) == [f"DSRMA-{number}"]
    words = subprocess.run(["pdftotext", "label.pdf", "-"], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert {"退货部", "<b>1 Dock Road</b>", number} <= set(words.stdout.splitlines())


@pytest.fixture
def event_id(office: Office, dock: Dock, number: str) -> str:
    """An outcome of an item worth 1999.00 that advises to keep 150.00 back."""
    office.moved(number, "approve")
    event = Chain(dock.station).completed(outcome(f"U{number}", number))
    dock.send([event])
    return event.id


def settle(office: Office, event_id: str, verdict: str, sum_: int, tag: str = "", **more: Any) -> requests.Response:
    body = {"verdict": verdict, "sum": sum_, "by": "LEE", "reason": "called the customer"} | more
    return office.ask("POST", f"/v1/outcomes/{event_id}/settlement", tag, json=body)


def test_an_advice_is_settled_once_however_often_it_is_sent(office: Office, dock: Dock, event_id: str) -> None:
    first, again = settle(office, event_id, "accepted", 184_900), settle(office, event_id, "accepted", 184_900)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json() == dock.outcome(event_id)["settlement"]


def test_a_later_settlement_replaces_the_one_it_names_and_both_are_kept(
    office: Office, failed: Failed, event_id: str
) -> None:
    tag = settle(office, event_id, "accepted", 184_900).headers["ETag"]
    failed(settle(office, event_id, "refused", 0), 412, "permanent")
    assert settle(office, event_id, "changed", 190_000, tag, resolution="exchange", reason=MARKED).status_code == 201
    failed(settle(office, event_id, "refused", 0, tag), 412, "permanent")
    told = office.ask("GET", f"/v1/outcomes/{event_id}/settlement").json()["items"]
    assert [(each["verdict"], each["sum"], each["reason"]) for each in told] == [
        ("accepted", 184_900, "called the customer"), ("changed", 190_000, MARKED),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"sum": 199_901}, "sum"),
        ({"sum": -1}, "invalid"),
        ({"sum": 10**30}, "invalid"),
        ({"by": ""}, "invalid"),
        ({"resolution": "exchange"}, "resolution"),
        ({"verdict": "refused", "reason": ""}, "reason"),
        ({"reason": "x" * 1001}, "invalid"),
    ],
)
def test_a_settlement_that_makes_no_sense_is_refused(
    office: Office, failed: Failed, event_id: str, change: dict[str, Any], why: str
) -> None:
    answer = office.ask(
        "POST", f"/v1/outcomes/{event_id}/settlement", json={"verdict": "accepted", "sum": 1, "by": "LEE"} | change
    )
    assert failed(answer, 422, "permanent")["type"].endswith(f":{why}")
    assert office.ask("GET", f"/v1/outcomes/{event_id}/settlement").json()["items"] == []


def test_what_does_not_stand_is_not_settled(office: Office, dock: Dock, failed: Failed, number: str) -> None:
    chain = Chain(dock.station)
    done = chain.completed(outcome(f"U{number}", number))
    dock.send([done, chain.add("DecisionVoided", {"lpn": f"U{number}", "by": "INES"}, f"unit:U{number}")])
    failed(settle(office, done.id, "accepted", 0), 409, "permanent")
    failed(settle(office, "nothing", "accepted", 0), 404, "permanent")


def test_a_database_of_before_keeps_what_stations_were_told(tmp_path: Path) -> None:
    older = create_engine(f"sqlite:///{tmp_path / 'server.db'}")
    with older.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
        for version, (number, status) in enumerate([("R-1", "approved"), ("R-2", "cancelled")], 1):
            told = RmaMessage.model_validate(rma(number, status=status, customer='"status":"refunded"'))
            row = {"number": number, "version": version, "content": told.model_dump_json(exclude={"version"})}
            for table in ("rmas", "rma_versions"):
                connection.execute(text(f"INSERT INTO {table} VALUES (:number, :version, :content)"), row)
    older.dispose()
    with closing(Database(tmp_path / "server.db")) as database, database.reading() as work:
        assert [each.state for each in work.rmas.listed("", "", 9)] == ["approved", "cancelled"]
        assert [each.state for each in work.rmas.changes("R-2", 9)] == ["cancelled"]
        assert len(work.rmas.page(0, 9)[0]) == 2


def test_what_may_go_wrong_is_published(server: ServerProcess) -> None:
    paths = requests.get(server.url + "/v1/openapi.json", timeout=20).json()["paths"]
    told = paths["/v1/rmas/{number}/moves"]["post"]["responses"]
    assert {"200", "404", "409", "412", "422", "428"} <= set(told)
    assert set(paths["/v1/rmas/import"]["post"]["requestBody"]["content"]) >= {"text/csv", "application/json"}
    assert "application/pdf" in paths["/v1/rmas/{number}/label.pdf"]["get"]["responses"]["200"]["content"]
