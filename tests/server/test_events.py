"""What happened at the docks comes in once, whole, and is never refused because the business has moved on."""

from __future__ import annotations

import hashlib
import json
import secrets
import threading
from dataclasses import replace
from typing import Any

import pytest
import requests

from dockstation.domain.events import Event
from tests.fakes.chain import Chain, outcome, photo_names, resealed
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock, rma


def code(result: dict[str, Any]) -> str:
    return str(result["problem"]["type"]).rpartition(":")[2]


def test_a_server_killed_in_the_middle_has_each_event_once_after_all_is_sent_again(
    server: ServerProcess, dock: Dock
) -> None:
    chain, under_way = Chain(dock.station), threading.Event()
    batches: list[list[Event]] = []
    acknowledged: set[str] = set()

    def send_until_cut_off() -> None:
        while True:
            batches.append([chain.add() for _ in range(50)])
            try:
                acknowledged.update(each["id"] for each in dock.send(batches[-1]))
            except requests.RequestException:
                return
            if len(batches) == 3:
                under_way.set()

    sender = threading.Thread(target=send_until_cut_off)
    sender.start()
    assert under_way.wait(20)
    server.kill()
    sender.join(20)
    server.start()
    sent = [each.id for batch in batches for each in batch]
    stored = [each["id"] for each in server.events(dock.station)]
    assert stored == sent[: len(stored)]
    assert len(stored) % 50 == 0
    assert acknowledged <= set(stored)
    said = [each["result"] for batch in batches for each in dock.send(batch)]
    assert said == ["duplicate"] * len(stored) + ["created"] * (len(sent) - len(stored))
    assert [each["id"] for each in server.events(dock.station)] == sent


def test_many_stations_at_once_lose_nothing(server: ServerProcess) -> None:
    docks = [Dock(server) for _ in range(4)]
    results: dict[str, list[str]] = {}

    def send(dock: Dock) -> None:
        chain = Chain(dock.station)
        batches = [[chain.add() for _ in range(20)] for _ in range(5)]
        results[dock.station] = [each["result"] for batch in batches for each in dock.send(batch)]

    threads = [threading.Thread(target=send, args=(dock,)) for dock in docks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert results == {dock.station: ["created"] * 100 for dock in docks}


def test_a_repeat_is_counted_and_a_gap_is_seen(server: ServerProcess, dock: Dock) -> None:
    chain = Chain(dock.station)
    events = [chain.add() for _ in range(3)]
    for _ in range(3):
        dock.send([events[0], events[2]])
    listed = server.events(dock.station)
    assert [(each["seq"], each["times_received"]) for each in listed] == [(1, 3), (3, 3)]


def test_an_event_is_listed_with_the_body_that_the_station_sealed(server: ServerProcess, dock: Dock) -> None:
    event = Chain(dock.station).add("ParcelHeld", {"code": "SF1", "facts": {"reason": "unknown"}})
    dock.send([event])
    assert [(each["kind"], each["body"]) for each in server.events(dock.station)] == [("ParcelHeld", event.body)]


def test_an_event_twice_in_one_batch_counts_once(dock: Dock) -> None:
    event = Chain(dock.station).add()
    assert [each["result"] for each in dock.send([event, event])] == ["created", "duplicate"]


def test_the_event_to_blame_for_a_refused_batch_is_named_and_the_server_says_so_in_its_log(
    server: ServerProcess, dock: Dock, failed: Any
) -> None:
    event = Chain(dock.station).add()
    dock.send([event])
    twisted = resealed(event, body={"note": "twisted"})
    answer = dock.ask("POST", "/v1/events:batch", json={"events": [twisted.as_message()]})
    assert failed(answer, 422, "permanent")["event"] == event.id
    assert f"event {event.id} of station {dock.station} came again" in server.log


def test_members_that_the_server_does_not_know_are_covered_by_the_hash(dock: Dock) -> None:
    chain = Chain(dock.station)
    known, tampered = chain.add().as_message(), chain.add().as_message() | {"since": "next year"}
    answer = dock.ask("POST", "/v1/events:batch", json={"events": [known, tampered]})
    assert [each["result"] for each in answer.json()["results"]] == ["created", "rejected"]


def test_an_event_of_a_schema_to_come_is_rejected_with_the_advice_to_upgrade(dock: Dock) -> None:
    event = resealed(Chain(dock.station).add(), schema=99)
    (result,) = dock.send([event])
    assert (result["result"], code(result), result["problem"]["class"]) == ("rejected", "schema", "upgrade")


def test_two_events_cannot_have_one_place_in_the_chain(dock: Dock) -> None:
    one, other = Chain(dock.station).add(), Chain(dock.station).add()
    results = dock.send([one, other])
    assert [each["result"] for each in results] == ["created", "rejected"]
    assert (code(results[1]), results[1]["problem"]["event"]) == ("seq", one.id)


def test_a_station_restored_from_a_backup_goes_on_in_a_new_epoch(dock: Dock) -> None:
    events = [Chain(dock.station).add(), Chain(dock.station, epoch=2).add()]
    assert [each["result"] for each in dock.send(events)] == ["created", "created"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_an_event_that_does_not_fit_the_chain_is_kept_for_review(dock: Dock, order: tuple[int, int]) -> None:
    chain = Chain(dock.station)
    events = [chain.add(), resealed(chain.add(), prev_hash="f" * 64)]
    results = dock.send([events[place] for place in order])
    assert [each["result"] for each in results] == ["created", "needs_review"]
    assert code(results[1]) == "chain"


def raw(event: Event, old: str, new: str) -> bytes:
    return json.dumps({"events": [event.as_message()]}).replace(old, new).encode()


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e400", "9" * 30, '"\\ud800"', "[" * 400 + "]" * 400])
def test_a_body_that_has_no_canonical_form_is_rejected_alone(dock: Dock, value: str) -> None:
    event = Chain(dock.station).add(body={"note": "HERE"})
    headers = {"Content-Type": "application/json"}
    answer = dock.ask("POST", "/v1/events:batch", data=raw(event, '"HERE"', value), headers=headers)
    assert [each["result"] for each in answer.json()["results"]] == ["rejected"]


@pytest.mark.parametrize("changes", [{"seq": 10**30}, {"epoch": 2**63}])
def test_a_place_that_no_database_can_hold_is_rejected_alone(dock: Dock, changes: dict[str, Any]) -> None:
    good, odd = Chain(dock.station).add(), Chain(dock.station).add().as_message() | changes
    body = json.dumps({"events": [odd, good.as_message()]})
    answer = dock.ask("POST", "/v1/events:batch", data=body, headers={"Content-Type": "application/json"})
    assert [each["result"] for each in answer.json()["results"]] == ["rejected", "created"]


def test_events_in_the_wrong_order_are_all_told_of_in_their_own(server: ServerProcess, dock: Dock) -> None:
    chain = Chain(dock.station)
    events = [chain.add(aggregate="unit:1") for _ in range(4)]
    dock.send(events[3:])
    results = dock.send([events[2], events[1], events[0], events[1], events[3]])
    waits = ["waiting_predecessor"] * 2
    assert [each["result"] for each in results] == [*waits, "created", "duplicate", "duplicate"]
    told = [(each["result"], each["times_received"]) for each in server.events(dock.station)]
    assert told == [("created", 1), ("created", 2), ("created", 1), ("created", 2)]


@pytest.mark.parametrize("nonsense", [b"", b"[]", b"{", b"null", b"[" * 200_000, b"\xff\xfe", b'{"events": []}'])
def test_nonsense_is_refused(dock: Dock, failed: Any, nonsense: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = dock.ask("POST", "/v1/events:batch", data=nonsense, headers=headers)
    failed(answer, answer.status_code, "permanent")
    assert answer.status_code in (400, 422)


def test_what_a_mistaken_event_said_is_not_echoed(dock: Dock, failed: Any) -> None:
    event = Chain(dock.station).add().as_message() | {"id": "secret-looking"}
    answer = dock.ask("POST", "/v1/events:batch", json={"events": [event]})
    assert failed(answer, 422, "permanent")["faults"][0]["where"] == "body.events.0.id"
    assert "secret-looking" not in answer.text


def test_an_outcome_is_listed_with_what_was_decided(server: ServerProcess, dock: Dock, name: str) -> None:
    server.import_rmas([rma(name)])
    event = Chain(dock.station).completed(outcome(f"U{name}", name, deduction=700))
    dock.send([event])
    found = dock.outcome(event.id)
    assert (found["station"], found["lpn"], found["rma_number"]) == (dock.station, f"U{name}", name)
    assert (found["grade"], found["disposition"], found["deduction"]) == ("B", "discount", 700)
    assert (found["primary"], found["complete"], found["photos"]) == (True, True, [])


def test_outcomes_come_after_the_last_one_seen(server: ServerProcess, dock: Dock, failed: Any, name: str) -> None:
    server.import_rmas([rma(name)])
    chain = Chain(dock.station)
    events = [chain.completed(outcome(f"U{name}{count}", name)) for count in range(3)]
    dock.send(events)
    query = {"after": events[0].id, "limit": 1}
    page = server.admin("GET", "/v1/outcomes", params=query).json()
    assert ([each["event_id"] for each in page["items"]], page["more"]) == ([events[1].id], True)
    headers = {"Authorization": f"Bearer {server.admin_token}"}
    unknown = requests.get(server.url + "/v1/outcomes?after=x", headers=headers, timeout=20)
    failed(unknown, 410, "permanent")


def test_an_outcome_with_parts_missing_is_rejected_with_the_place(dock: Dock, name: str) -> None:
    body = outcome(f"U{name}", "", photos=[{"sha256": "../../etc/passwd"}])
    del body["grade"]
    (result,) = dock.send([Chain(dock.station).completed(body)])
    assert (result["result"], code(result)) == ("rejected", "body")
    assert set(result["problem"]["faults"]) == {"grade", "photos.0.sha256"}


def test_an_outcome_that_waits_is_not_told_before_its_turn(server: ServerProcess, dock: Dock, name: str) -> None:
    server.import_rmas([rma(name)])
    chain = Chain(dock.station)
    started = chain.add("InspectionStarted", {"lpn": f"U{name}"}, f"unit:U{name}")
    done = chain.completed(outcome(f"U{name}", name))
    dock.send([done])
    assert done.id not in [each["event_id"] for each in server.outcomes()]
    dock.send([started])
    assert dock.outcome(done.id)["primary"]


@pytest.mark.parametrize("status", ["cancelled", "refunded"])
def test_an_rma_closed_meanwhile_means_review_with_the_servers_state(
    server: ServerProcess, dock: Dock, name: str, status: str
) -> None:
    server.import_rmas([rma(name, status=status)])
    event = Chain(dock.station).completed(outcome(f"U{name}", name))
    (result,) = dock.send([event])
    assert (result["result"], code(result)) == ("needs_review", f"rma_{status}")
    assert result["problem"]["rma"]["status"] == status
    assert dock.outcome(event.id)["primary"]


def test_an_rma_that_the_server_never_had_means_review(dock: Dock, name: str) -> None:
    (result,) = dock.send([Chain(dock.station).completed(outcome(f"U{name}", name))])
    assert (result["result"], code(result)) == ("needs_review", "rma_unknown")


@pytest.mark.parametrize(
    ("change", "result"),
    [
        ({"customer": "李四"}, "created"),
        ({"due_at": "2027-01-01T00:00:00Z"}, "created"),
        ({"window_ends": "2026-11-01T00:00:00Z"}, "needs_review"),
        ({"return_type": "quality"}, "needs_review"),
        ({"lines": [rma("x")["lines"][0] | {"serials": ["OTHER"]}]}, "needs_review"),
        ({"lines": [rma("x")["lines"][0] | {"line_id": "2"}]}, "needs_review"),
    ],
)
def test_an_rma_changed_meanwhile_means_review_only_where_it_touches_the_inspection(
    server: ServerProcess, dock: Dock, name: str, change: dict[str, Any], result: str
) -> None:
    server.import_rmas([rma(name)])
    base = dock.ask("GET", "/v1/rmas/find", params={"code": name}).json()["items"][0]["version"]
    server.import_rmas([rma(name, **change)])
    (said,) = dock.send([Chain(dock.station).completed(outcome(f"U{name}", name), base)])
    assert said["result"] == result
    assert result == "created" or code(said) == "rma_changed"


def test_two_stations_that_disagree_about_a_unit_are_both_kept(server: ServerProcess, dock: Dock, name: str) -> None:
    server.import_rmas([rma(name)])
    other = Dock(server)
    first = Chain(dock.station).completed(outcome(f"U{name}", name, "A"))
    second = Chain(other.station).completed(outcome(f"U{name}", name, "C"))
    assert [each["result"] for each in dock.send([first])] == ["created"]
    (result,) = other.send([second])
    assert (result["result"], code(result)) == ("needs_review", "second_outcome")
    assert (result["problem"]["first"]["station"], result["problem"]["first"]["grade"]) == (dock.station, "A")
    assert (dock.outcome(first.id)["primary"], dock.outcome(second.id)["primary"]) == (True, False)


def test_an_outcome_is_complete_when_all_its_photos_have_come(server: ServerProcess, dock: Dock, name: str) -> None:
    server.import_rmas([rma(name)])
    data = [f"{name}{count}".encode() for count in range(2)]
    names = [hashlib.sha256(each).hexdigest() for each in data]
    event = Chain(dock.station).completed(outcome(f"U{name}", name, photos=photo_names(*names, names[0])))
    dock.send([event])
    for sha256, each in zip(names, data, strict=True):
        assert not dock.outcome(event.id)["complete"]
        assert dock.ask("PUT", f"/v1/blobs/{sha256}", data=each).status_code == 201
    found = dock.outcome(event.id)
    assert found["complete"]
    assert found["photos"] == [{"sha256": each, "stored": True} for each in names]


def test_texts_of_events_are_texts(server: ServerProcess, dock: Dock) -> None:
    hostile = "unit:'; DROP TABLE events; --<script>"
    event = Chain(dock.station).add(aggregate=hostile)
    dock.send([event])
    assert [each["aggregate"] for each in server.events(dock.station)] == [hostile]


def test_another_stations_events_are_not_taken(dock: Dock) -> None:
    chain = Chain(dock.station)
    mine, foreign = chain.add(), replace(chain.add(), station="other")
    results = dock.send([mine, foreign])
    assert [each["result"] for each in results] == ["created", "rejected"]
    assert code(results[1]) == "foreign_station"


def test_an_inspection_may_hold_any_character(server: ServerProcess, dock: Dock, name: str) -> None:
    event = Chain(dock.station).completed(outcome(name, "", serial="A\0B"))
    assert [each["result"] for each in dock.send([event])] == ["created"]
    (stored,) = server.events(dock.station)
    assert stored["body"]["serial"] == "A\0B"


def test_a_predecessor_that_is_no_id_is_refused_for_good(dock: Dock, failed: Any) -> None:
    event = resealed(Chain(dock.station).add(), prev_event="".join(secrets.token_hex(500) for _ in range(20)))
    failed(dock.ask("POST", "/v1/events:batch", json={"events": [event.as_message()]}), 422, "permanent")
