"""What contradicts, and what was refused for good, is settled by a person of the office; both sides are kept."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import requests
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from dockstation.domain.events import Event
from dockstation.server.refusals import LONGEST
from dockstation.server.store.database import Database
from dockstation.server.store.engine import MIGRATIONS
from tests.fakes.chain import Chain, outcome, resealed
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock, rma
from tests.server.test_rma_life import MARKED, Office

Failed = Callable[[requests.Response, int, str], dict[str, Any]]


@pytest.fixture
def office(server: ServerProcess) -> Office:
    return Office(server)


@pytest.fixture
def unit(dock: Dock, name: str) -> str:
    dock.server.import_rmas([rma(name)])
    return f"U{name}"


class Contested:
    """A unit that two stations have graded differently."""

    def __init__(self, dock: Dock, unit: str) -> None:
        self.unit, self.dock, self.other = unit, dock, Dock(dock.server)
        self.chain, self.others = Chain(dock.station), Chain(self.other.station)
        self.first = self.chain.completed(outcome(unit, unit[1:], "A", by="INES"))
        self.second = self.others.completed(outcome(unit, unit[1:], "C", by="OMAR"))
        dock.send([self.first])
        self.other.send([self.second])

    def stands(self) -> list[tuple[str, str, str]]:
        told = [each for each in self.dock.server.outcomes() if each["lpn"] == self.unit and each["stands"]]
        return [(each["grade"], each["kind"], each["by"]) for each in told]


@pytest.fixture
def contested(dock: Dock, unit: str) -> Contested:
    return Contested(dock, unit)


def settle(
    office: Office, event: Event | str, verdict: str, by: str = "LEE", reason: str = "asked both", tag: str = ""
) -> requests.Response:
    about = event if isinstance(event, str) else event.id
    body = {"verdict": verdict, "by": by, "reason": reason}
    return office.ask("POST", f"/v1/reviews/{about}/settlement", tag, json=body)


def advice(office: Office, event_id: str) -> requests.Response:
    body = {"verdict": "accepted", "sum": 0, "by": "LEE"}
    return office.ask("POST", f"/v1/outcomes/{event_id}/settlement", json=body)


def open_reviews(office: Office, state: str = "open") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    more = True
    while more:
        after = found[-1]["event_id"] if found else ""
        page = office.ask("GET", "/v1/reviews", params={"state": state, "after": after, "limit": "2"}).json()
        found, more = found + page["items"], page["more"]
    return found


def test_both_sides_of_a_contested_unit_are_shown(office: Office, contested: Contested) -> None:
    (found,) = [each for each in open_reviews(office) if each["event_id"] == contested.second.id]
    assert (found["code"], found["body"]["grade"], found["outcome"]["by"]) == ("second_outcome", "C", "OMAR")
    assert (found["first"]["event_id"], found["first"]["grade"]) == (contested.first.id, "A")
    assert (found["stands"]["event_id"], found["stands"]["stands"]) == (contested.first.id, True)
    assert (found["station_name"], found["verdicts"]) == ("Dock 1", ["accepted", "put_aside"])


def test_the_second_outcome_counts_once_the_office_says_so(office: Office, contested: Contested) -> None:
    made = settle(office, contested.second, "accepted")
    assert made.status_code == 201, made.text
    assert contested.stands() == [("C", "review", "LEE")]
    stands = contested.dock.outcome(made.json()["outcome"])
    assert (stands["reason"], stands["under_review"]) == ("asked both", [])
    assert [(each["grade"], each["by"]) for each in stands["history"]] == [("A", "INES"), ("C", "OMAR")]
    assert contested.second.id not in [each["event_id"] for each in open_reviews(office)]
    assert contested.second.id in [each["event_id"] for each in open_reviews(office, "all")]


def test_the_first_outcome_stays_once_the_office_says_so(office: Office, contested: Contested) -> None:
    assert settle(office, contested.second, "put_aside").json()["outcome"] == ""
    assert contested.stands() == [("A", "rules", "INES")]
    assert advice(office, contested.first.id).status_code == 201


def test_advice_waits_until_what_contradicts_is_reviewed(
    office: Office, contested: Contested, failed: Failed
) -> None:
    told = failed(advice(office, contested.first.id), 409, "permanent")
    assert (told["type"].rpartition(":")[2], told["reviews"]) == ("awaits_review", [contested.second.id])
    assert contested.dock.outcome(contested.first.id)["under_review"] == [contested.second.id]


def test_what_the_second_station_ruled_meanwhile_counts_with_its_outcome(
    office: Office, contested: Contested
) -> None:
    signed = {"lpn": contested.unit, "by": "OMAR", "approved_by": "SUE"}
    contested.other.send([contested.others.add("DecisionApproved", signed, f"unit:{contested.unit}")])
    settle(office, contested.second, "accepted")
    (stands,) = [
        each for each in contested.dock.server.outcomes() if each["stands"] and each["lpn"] == contested.unit
    ]
    assert (stands["grade"], stands["approved_by"], stands["by"]) == ("C", "SUE", "LEE")


def test_an_outcome_that_its_station_took_back_cannot_count(
    office: Office, contested: Contested, failed: Failed
) -> None:
    contested.other.send([contested.others.add("DecisionVoided", {"lpn": contested.unit}, f"unit:{contested.unit}")])
    assert failed(settle(office, contested.second, "accepted"), 409, "permanent")["verdicts"] == ["put_aside"]
    assert settle(office, contested.second, "put_aside").status_code == 201
    assert contested.stands() == [("A", "rules", "INES")]


def test_whoever_is_second_to_settle_is_told_who_was_first(
    office: Office, contested: Contested, failed: Failed
) -> None:
    made = settle(office, contested.second, "accepted")
    assert settle(office, contested.second, "accepted").status_code == 200
    told = failed(settle(office, contested.second, "put_aside", by="KIM"), 412, "permanent")
    assert (told["settlement"]["by"], told["settlement"]["verdict"]) == ("LEE", "accepted")
    assert contested.stands() == [("C", "review", "LEE")]
    assert settle(office, contested.second, "put_aside", by="KIM", tag=made.headers["ETag"]).status_code == 201
    assert contested.stands() == [("A", "review", "KIM")]
    told = office.ask("GET", f"/v1/reviews/{contested.second.id}").json()["settlements"]
    assert [(each["place"], each["verdict"], each["by"]) for each in told] == [
        (1, "accepted", "LEE"), (2, "put_aside", "KIM"),
    ]  # fmt: skip


def test_two_who_settle_at_once_make_one_settlement(office: Office, contested: Contested) -> None:
    answers: list[int] = []

    def try_it(verdict: str) -> None:
        answers.append(settle(office, contested.second, verdict, by=verdict).status_code)

    threads = [threading.Thread(target=try_it, args=(verdict,)) for verdict in ("accepted", "put_aside")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(answers) == [201, 412]
    assert len(contested.stands()) == 1


def test_every_settlement_stands_among_the_events_of_the_office(office: Office, contested: Contested) -> None:
    settle(office, contested.second, "put_aside", reason=MARKED)
    query = {"station": contested.other.station, "epoch": "0"}
    (told,) = office.ask("GET", "/v1/events", params=query).json()["items"]
    assert (told["kind"], told["body"]["review"], told["body"]["reason"]) == (
        "ReviewSettled", contested.second.id, MARKED,
    )  # fmt: skip


def test_statistics_count_what_the_office_let_stand(office: Office, contested: Contested) -> None:
    def grades() -> dict[str, int]:
        query = {"by": "station", "limit": "500"}
        items = office.ask("GET", "/v1/statistics", params=query).json()["items"]
        ours = (contested.dock.station, contested.other.station)
        return {each["key"]: each["units"] for each in items if each["key"] in ours}

    assert grades() == {contested.dock.station: 1}
    settle(office, contested.second, "accepted")
    assert grades() == {contested.other.station: 1}


@pytest.fixture
def cancelled(dock: Dock, name: str) -> Event:
    dock.server.import_rmas([rma(name)])
    base = dock.ask("GET", "/v1/rmas/find", params={"code": name}).json()["items"][0]["version"]
    dock.server.import_rmas([rma(name, status="cancelled")])
    event = Chain(dock.station).completed(outcome(f"U{name}", name), base)
    dock.send([event])
    return event


def test_an_inspection_of_a_cancelled_return_shows_the_return_then_and_now(
    office: Office, dock: Dock, cancelled: Event, name: str
) -> None:
    dock.server.import_rmas([rma(name, status="cancelled", customer="later")])
    found = office.ask("GET", f"/v1/reviews/{cancelled.id}").json()
    told = {each: (found[each]["status"], found[each]["customer"]) for each in ("rma_base", "rma_then", "rma_now")}
    assert told["rma_base"][0] == "approved"
    assert told["rma_then"][0] == "cancelled"
    assert told["rma_now"] == ("cancelled", "later")
    assert found["first"] is None


def test_taken_as_a_fact_its_advice_can_be_settled(
    office: Office, dock: Dock, cancelled: Event, failed: Failed
) -> None:
    failed(advice(office, cancelled.id), 409, "permanent")
    stands = settle(office, cancelled, "accepted").json()["outcome"]
    assert advice(office, stands).status_code == 201
    assert failed(advice(office, cancelled.id), 409, "permanent")["stands"] == stands
    assert dock.outcome(stands)["rma_number"] == cancelled.body["rma_number"]


def test_put_aside_it_counts_no_more_until_the_unit_is_inspected_anew(
    office: Office, dock: Dock, cancelled: Event, failed: Failed, name: str
) -> None:
    void = dock.outcome(settle(office, cancelled, "put_aside").json()["outcome"])
    assert (void["kind"], void["stands"], void["by"], void["reason"]) == ("void", False, "LEE", "asked both")
    failed(advice(office, cancelled.id), 409, "permanent")
    dock.server.import_rmas([rma(name)])
    other = Dock(dock.server)
    anew = Chain(other.station)
    (result,) = other.send([anew.completed(outcome(f"U{name}", name, "D"))])
    assert result["result"] == "created"
    assert [each["grade"] for each in dock.server.outcomes() if each["stands"] and each["lpn"] == f"U{name}"] == ["D"]


def test_what_is_no_outcome_is_only_taken_note_of(office: Office, dock: Dock, failed: Failed) -> None:
    chain = Chain(dock.station)
    chain.add()
    event = resealed(chain.add(), prev_hash="f" * 64, seq=1)
    (result,) = dock.send([event])
    assert result["result"] == "needs_review"
    assert failed(settle(office, event, "accepted"), 409, "permanent")["verdicts"] == ["noted"]
    assert settle(office, event, "noted", reason="").status_code == 201


@pytest.mark.parametrize(
    ("change", "status"),
    [({"reason": " "}, 422), ({"by": ""}, 422), ({"verdict": "noted"}, 409), ({"verdict": "maybe"}, 422)],
)
def test_a_settlement_that_makes_no_sense_changes_nothing(
    office: Office, contested: Contested, failed: Failed, change: dict[str, str], status: int
) -> None:
    body = {"verdict": "accepted", "by": "LEE", "reason": "x"} | change
    path = f"/v1/reviews/{contested.second.id}/settlement"
    failed(office.ask("POST", path, json=body), status, "permanent")
    assert contested.stands() == [("A", "rules", "INES")]
    failed(settle(office, "nothing", "accepted"), 404, "permanent")
    failed(office.ask("GET", "/v1/reviews", params={"after": "nothing"}), 410, "permanent")


def refused(office: Office, dock: Dock, state: str = "open") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    more = True
    while more:
        query = {"state": state, "after": str(found[-1]["number"] if found else 0), "limit": "2"}
        page = office.ask("GET", "/v1/rejected", params=query).json()
        found, more = found + page["items"], page["more"]
    return [each for each in found if each["station"] == dock.station]


def settle_refused(office: Office, number: int, verdict: str, by: str = "LEE", tag: str = "") -> requests.Response:
    body = {"verdict": verdict, "by": by, "reason": "called the dock"}
    return office.ask("POST", f"/v1/rejected/{number}/settlement", tag, json=body)


def test_what_was_refused_for_good_is_shown_with_what_it_said(office: Office, dock: Dock, unit: str) -> None:
    body = outcome(unit, unit[1:], note="<b>'; DROP TABLE rejected; --")
    del body["grade"]
    event = Chain(dock.station).completed(body)
    dock.send([event])
    dock.send([event])
    (found,) = refused(office, dock)
    assert (found["event_id"], found["code"], found["times"], found["whole"]) == (event.id, "body", 2, True)
    assert found["problem"]["faults"] == ["grade"]
    assert "DROP TABLE rejected" in found["event"]
    assert settle_refused(office, found["number"], "done").status_code == 201
    assert settle_refused(office, found["number"], "done").status_code == 200
    dock.send([event])
    assert refused(office, dock) == []
    assert [each["times"] for each in refused(office, dock, "all")] == [3]


def test_an_event_that_was_mended_and_sent_again_needs_nobody_any_more(office: Office, dock: Dock) -> None:
    event = Chain(dock.station).add()
    dock.send([resealed(event, schema=99)])
    (found,) = refused(office, dock)
    made = settle_refused(office, found["number"], "send_again")
    dock.send([resealed(event, schema=99)])
    assert [each["open"] for each in refused(office, dock)] == [True]
    assert settle_refused(office, found["number"], "send_again", tag=made.headers["ETag"]).status_code == 201
    dock.send([resealed(event, schema=98)])
    assert [result["result"] for result in dock.send([event])] == ["created"]
    told = [each["settlements"][-1]["verdict"] for each in refused(office, dock, "all")]
    assert told == ["send_again", "accepted"]


def test_whoever_is_second_to_settle_a_refused_event_is_told(office: Office, dock: Dock, failed: Failed) -> None:
    dock.send([resealed(Chain(dock.station).add(), schema=99)])
    (found,) = refused(office, dock)
    made = settle_refused(office, found["number"], "noted")
    told = failed(settle_refused(office, found["number"], "done", by="KIM"), 412, "permanent")
    assert told["settlement"]["by"] == "LEE"
    assert settle_refused(office, found["number"], "done", by="KIM", tag=made.headers["ETag"]).status_code == 201
    failed(settle_refused(office, 2**30, "done"), 404, "permanent")


def test_an_id_that_came_with_two_contents_is_shown_too(office: Office, dock: Dock) -> None:
    event = Chain(dock.station).add()
    dock.send([event])
    twisted = resealed(event, body={"note": "twisted"})
    dock.ask("POST", "/v1/events:batch", json={"events": [twisted.as_message()]})
    (found,) = refused(office, dock)
    assert (found["code"], found["event_id"], "twisted" in found["event"]) == ("event_conflict", event.id, True)


def test_a_refused_event_of_any_size_and_shape_is_kept_within_bounds(office: Office, dock: Dock) -> None:
    chain = Chain(dock.station)
    large, deep = resealed(chain.add(body={"note": "收" * 100_000}), schema=99), chain.add(body={"note": "HERE"})
    dock.send([large])
    headers = {"Content-Type": "application/json"}
    batch = '{"events": [' + json.dumps(deep.as_message()) + "]}"
    for value in ("NaN", '"\\ud800"', "[" * 900 + "]" * 900, "9" * 3000):
        answer = dock.ask("POST", "/v1/events:batch", data=batch.replace('"HERE"', value), headers=headers)
        assert answer.json()["results"][0]["result"] == "rejected", answer.text
    found = refused(office, dock)
    assert len(found) == 5
    assert (len(found[0]["event"]), found[0]["whole"]) == (LONGEST, False)


def test_a_station_hears_what_the_office_made_of_its_own_events(
    office: Office, contested: Contested, failed: Failed
) -> None:
    bad = resealed(contested.others.add(), schema=99)
    contested.other.send([bad])
    ids = [contested.second.id, bad.id, "unknown"]
    assert contested.other.ask("POST", "/v1/events:settled", json={"ids": ids}).json()["items"] == []
    settle(office, contested.second, "put_aside")
    settle_refused(office, refused(office, contested.other)[0]["number"], "done")
    told = contested.other.ask("POST", "/v1/events:settled", json={"ids": ids}).json()["items"]
    assert {(each["id"], each["verdict"], each["by"]) for each in told} == {
        (contested.second.id, "put_aside", "LEE"), (bad.id, "done", "LEE"),
    }  # fmt: skip
    assert contested.dock.ask("POST", "/v1/events:settled", json={"ids": ids}).json()["items"] == []


def test_a_database_of_before_opens_what_waited(tmp_path: Path) -> None:
    older = create_engine(f"sqlite:///{tmp_path / 'server.db'}")
    event = Chain("s-1").completed(outcome("U1", "R-1"))
    with older.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0005")
        connection.execute(text("INSERT INTO stations VALUES ('s-1', 'Dock', '222', '', false)"))
        row = {"id": event.id, "problem": '{"type": "urn:dockstation:problem:rma_unknown"}'}
        connection.execute(text("INSERT INTO receipts VALUES (:id, 'h', 'needs_review', :problem, 'at', 1)"), row)
        told = {"id": event.id, "content": json.dumps(event.as_message())}
        connection.execute(
            text("INSERT INTO events VALUES (:id, 's-1', 1, 1, 'unit:U1', NULL, 'x', 'h', 'h', :content)"), told
        )
    older.dispose()
    with closing(Database(tmp_path / "server.db")) as database, database.reading() as work:
        assert work.reviews.open_of("U1") == (event.id,)
