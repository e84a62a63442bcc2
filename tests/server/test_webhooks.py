"""Other systems are told what happened: signed, at least once, in order, and whatever the server goes through."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, get_args

import pytest
import requests

from dockstation.server.metrics import Metrics
from dockstation.server.store.database import Database
from dockstation.server.store.outbox import Notice
from dockstation.server.store.webhooks import Webhook
from dockstation.server.webhooks.addresses import Refused, is_public, target
from dockstation.server.webhooks.deliverer import Deliverer, Pace
from dockstation.server.webhooks.sending import Attempt
from dockstation.server.webhooks.signing import new_secret
from dockstation.wire.webhooks import Kind
from tests.fakes.chain import Chain, outcome, photo_names
from tests.fakes.receiver import Receiver, say
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock, rma

KINDS = get_args(Kind)
WHEN = "2026-11-20T08:30:00.000Z"


def subscribe(server: ServerProcess, url: str, *kinds: str) -> dict[str, Any]:
    told = {"url": url, "kinds": kinds or KINDS}
    made: dict[str, Any] = server.admin("POST", "/v1/webhooks", json=told).json()
    return made


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as one:
        yield one


@pytest.fixture
def hook(server: ServerProcess, receiver: Receiver) -> Iterator[dict[str, Any]]:
    made = subscribe(server, receiver.url)
    yield made
    server.admin("DELETE", f"/v1/webhooks/{made['id']}")


def test_everything_that_happens_is_told_signed_and_in_order(
    server: ServerProcess, dock: Dock, receiver: Receiver, hook: dict[str, Any], name: str
) -> None:
    server.import_rmas([rma(name)])
    photos = [hashlib.sha256(data.encode()).hexdigest() for data in (f"{name}1", f"{name}2")]
    chain, lpn = Chain(dock.station), f"U{name}"
    done = chain.completed(outcome(lpn, name, photos=photo_names(*photos)))
    held = chain.add("ParcelHeld", {"parcel_id": "P", "code": "C1", "reason": "unknown_code"}, f"parcel:{name}")
    odd = chain.completed(outcome(f"{lpn}X", "unknown"))
    dock.send([done, held, odd])
    for data in (f"{name}1", f"{name}2", f"{name}1"):
        dock.ask("PUT", f"/v1/blobs/{hashlib.sha256(data.encode()).hexdigest()}", data=data)
    settled = {"verdict": "accepted", "sum": 1, "by": "LEE", "reason": ""}
    server.admin("POST", f"/v1/outcomes/{done.id}/settlement", json=settled)
    dock.send([chain.add("DecisionVoided", {"lpn": lpn, "by": "KIM", "reason": "wrong_item"}, f"unit:{lpn}")])
    all_told = receiver.wait(10)
    assert all(each.signed_by(hook["secret"]) for each in all_told)
    assert len({each.message for each in all_told}) == 10
    about = [
        each.json for each in all_told if lpn in (each.json["data"].get("lpn"), each.json["data"].get("aggregate"))
    ]
    assert [each["type"] for each in about] == [
        "outcome.arrived", "outcome.complete", "advice.settled", "outcome.changed", "outcome.complete",
    ]  # fmt: skip
    assert [each["data"].get("complete") for each in about] == [False, True, None, True, True]
    assert about[3]["data"]["kind"] == "void"
    assert about[3]["data"]["stands"] is False
    others = {each.json["type"]: each.json["data"] for each in all_told}
    assert (others["rma.changed"]["number"], others["rma.changed"]["act"]) == (name, "imported")
    assert others["parcel.held"]["code"] == "C1"
    assert others["review.opened"]["event_id"] == odd.id
    assert others["review.opened"]["problem"]["type"] == "urn:dockstation:problem:rma_unknown"


def test_an_outcome_whose_last_photos_come_at_once_is_complete_once(
    server: ServerProcess, receiver: Receiver, hook: dict[str, Any], name: str
) -> None:
    docks = Dock(server), Dock(server)
    photos = [[f"{name}{n}{side}".encode() for side in "ab"] for n in range(6)]
    chain = Chain(docks[0].station)
    names = [photo_names(*(hashlib.sha256(each).hexdigest() for each in pair)) for pair in photos]
    done = [chain.completed(outcome(f"U{name}{n}", "", photos=each)) for n, each in enumerate(names)]
    docks[0].send(done)

    def put(side: int) -> None:
        for pair in photos:
            docks[side].ask("PUT", f"/v1/blobs/{hashlib.sha256(pair[side]).hexdigest()}", data=pair[side])

    with ThreadPoolExecutor() as pool:
        list(pool.map(put, (0, 1)))
    told = receiver.wait(6, "outcome.complete")
    assert sorted(each.json["data"]["event_id"] for each in told) == sorted(each.id for each in done)


def test_a_kind_that_nobody_wants_and_a_subscription_that_is_off_or_gone_are_told_nothing(
    server: ServerProcess, name: str
) -> None:
    with Receiver() as receiver, Receiver() as off, Receiver() as gone:
        hook = subscribe(server, receiver.url, "rma.changed")
        other, deleted = subscribe(server, off.url, "rma.changed"), subscribe(server, gone.url, "rma.changed")
        quiet = {"url": off.url, "kinds": ["rma.changed"], "enabled": False}
        server.admin("PUT", f"/v1/webhooks/{other['id']}", json=quiet)
        server.admin("DELETE", f"/v1/webhooks/{deleted['id']}")
        dock = Dock(server)
        dock.send([Chain(dock.station).completed(outcome(f"U{name}", ""))])
        server.import_rmas([rma(name)])
        assert [each.json["type"] for each in receiver.wait(1)] == ["rma.changed"]
        assert (off.told, gone.told) == ([], [])
        for each in (hook, other):
            server.admin("DELETE", f"/v1/webhooks/{each['id']}")
        headers = {"Authorization": f"Bearer {server.admin_token}"}
        assert requests.get(f"{server.url}/v1/webhooks/{hook['id']}", headers=headers, timeout=20).status_code == 404


def test_the_secret_is_shown_once_and_a_new_one_signs_beside_the_old(
    server: ServerProcess, receiver: Receiver, hook: dict[str, Any]
) -> None:
    path = f"/v1/webhooks/{hook['id']}"
    fresh = server.admin("POST", f"{path}/secret").json()["secret"]
    server.admin("POST", f"{path}/test")
    (told,) = receiver.wait(1)
    assert told.json["type"] == "webhook.test"
    assert told.signed_by(hook["secret"])
    assert told.signed_by(fresh)
    assert not told.signed_by(new_secret())
    said = "".join(server.admin("GET", each).text for each in ("/v1/webhooks", path, f"{path}/deliveries"))
    assert not [each for each in (hook["secret"], fresh) if each in said + server.log]


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("ftp://example.com/", "webhook_url"),
        ("http://u:p@127.0.0.1/", "webhook_url"),
        ("http:///x", "webhook_url"),
        ("http://127.0.0.1:99999/", "webhook_url"),
        ("http://[::1/", "webhook_url"),
        ("http://127.0.0.1/a b", "webhook_url"),
        ("http://127.0.0.1/\r\nx: y", "webhook_url"),
        ("http://nowhere.invalid/", "webhook_unresolved"),
    ],
)
def test_an_address_that_cannot_be_told_is_refused(server: ServerProcess, failed: Any, url: str, code: str) -> None:
    headers = {"Authorization": f"Bearer {server.admin_token}"}
    told = {"url": url, "kinds": ["rma.changed"]}
    answer = requests.post(f"{server.url}/v1/webhooks", json=told, headers=headers, timeout=20)
    assert failed(answer, 422, "permanent")["type"].rpartition(":")[2] == code


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://localhost/", "http://2130706433/", "http://[::1]/", "http://[::ffff:10.0.0.1]/",
     "http://169.254.169.254/", "http://192.168.1.1/", "http://0.0.0.0/", "http://[fe80::1]/", "http://100.64.0.1/",
     "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://224.0.0.1/"],
)  # fmt: skip
def test_the_inner_network_is_out_of_reach_unless_config_opens_it(url: str) -> None:
    with pytest.raises(Refused, match="private"):
        target(url, private=False)
    assert target(url, private=True).address


def test_public_addresses_are_within_reach() -> None:
    assert is_public("93.184.215.14")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


def test_two_subscriptions_of_one_address_are_refused(
    server: ServerProcess, failed: Any, receiver: Receiver, hook: dict[str, Any]
) -> None:
    headers = {"Authorization": f"Bearer {server.admin_token}"}
    told = {"url": receiver.url, "kinds": ["rma.changed"]}
    answer = requests.post(f"{server.url}/v1/webhooks", json=told, headers=headers, timeout=20)
    assert failed(answer, 409, "permanent")["id"] == hook["id"]


def test_what_happened_before_a_kill_is_told_after_the_restart(server: ServerProcess, name: str) -> None:
    with Receiver() as receiver:
        url, port = receiver.url, receiver.port
    hook = subscribe(server, url, "rma.changed")
    server.import_rmas([rma(f"{name}{n}") for n in range(5)])
    server.kill()
    server.start()
    with Receiver(port=port) as receiver:
        told = receiver.wait(5)
        assert {each.json["data"]["number"] for each in told} == {f"{name}{n}" for n in range(5)}
        assert all(each.signed_by(hook["secret"]) for each in told)
    server.admin("DELETE", f"/v1/webhooks/{hook['id']}")


def test_two_servers_on_one_database_tell_each_thing_in_order(
    server: ServerProcess, receiver: Receiver, hook: dict[str, Any], name: str
) -> None:
    with ServerProcess(server.data, database=server.database) as other:
        for turn in range(4):
            for n, here in enumerate((server, other)):
                here.import_rmas([rma(f"{name}{n}-{k}", order_number=f"SO-{turn}") for k in range(10)])
        told = receiver.wait(80)
    assert len({each.message for each in told}) == 80 == len(receiver.told)
    versions: dict[str, list[int]] = {}
    for each in told:
        versions.setdefault(each.json["data"]["number"], []).append(each.json["data"]["version"])
    assert all(each == sorted(each) for each in versions.values())
    assert len(versions) == 20


# One deliverer, without a server around it: quick in what takes hours.
QUICK = Pace(poll=0.02, attempt=0.4, lease=0.6, shortest_wait=0.01, longest_wait=0.05, longest_rest=0.05, give_up=60)


class Desk:
    """A database with one subscription."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.metrics = Metrics()

    def subscribe(self, url: str) -> None:
        with self.database.writing() as work:
            work.webhooks.add(Webhook("wh", url, ("rma.changed",), True, new_secret(), WHEN))

    def note(self, aggregate: str, *facts: int) -> None:
        with self.database.writing() as work:
            work.outbox.note(*(Notice("rma.changed", aggregate, WHEN, {"fact": each}) for each in facts))

    @contextmanager
    def delivering(self, pace: Pace = QUICK, private: bool = True) -> Iterator[Deliverer]:
        deliverer = Deliverer(self.database, self.metrics, private=private, pace=pace)
        deliverer.start()
        try:
            yield deliverer
        finally:
            deliverer.stop()

    def states(self) -> list[tuple[str, str, int]]:
        with self.database.reading() as work:
            return [(each.state, each.why, each.status) for each in work.deliveries.listed("wh", "", 0, 100)]

    def until(self, state: str) -> None:
        ended = threading.Event()
        for _ in range(500):
            if self.states()[0][0] == state:
                return
            ended.wait(0.02)
        raise AssertionError(self.states())


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    where = request.getfixturevalue("postgres").database() if request.param == "postgresql" else tmp_path / "x.db"
    with closing(Database(where)) as database:
        yield Desk(database)


LATER = Pace(
    poll=0.02, attempt=0.4, lease=0.6, shortest_wait=0.01, longest_wait=0.05, longest_rest=0.05, give_up=10**9
)


def test_a_receiver_in_trouble_is_told_again_under_the_same_name_and_nothing_overtakes(desk: Desk) -> None:
    def huge(request: Any) -> None:
        say(500, Content_Length="99999999999")(request)
        while True:
            request.wfile.write(bytes(1 << 20))

    with Receiver(say(500), huge, say(302, Location="/elsewhere")) as receiver:
        receiver.answers.append(receiver.hang)
        desk.subscribe(receiver.url)
        desk.note("rma:1", 1, 2)
        with desk.delivering(LATER):
            told = receiver.wait(6)
        assert [each.json["data"]["fact"] for each in told] == [1, 1, 1, 1, 1, 2]
        assert len({each.message for each in told}) == 2
        assert {(each[0], each[2]) for each in desk.states()} == {("delivered", 204)}


def test_a_receiver_that_drips_its_answer_is_cut_off_in_time(desk: Desk) -> None:
    def drip(request: Any) -> None:
        while True:
            request.wfile.write(b"H")
            threading.Event().wait(0.05)

    with Receiver(drip) as receiver:
        reply = Attempt(target(receiver.url, private=True), 0.4).post(b"{}", {})
    assert (reply.status, reply.why) == (0, "timeout")


def test_what_a_process_took_and_died_with_is_told_by_another(desk: Desk) -> None:
    with Receiver() as receiver:
        desk.subscribe(receiver.url)
        desk.note("rma:1", 1)
        dead = Deliverer(desk.database, desk.metrics, private=True, pace=LATER)
        with desk.database.writing() as work:
            (taken,) = dead._leased(work, 8)
        dead._send(taken)  # told, and killed before it could say so
        with desk.delivering(LATER):
            first, second = receiver.wait(2)
        assert (first.message, first.body) == (second.message, second.body)
        assert desk.states() == [("delivered", "", 204)]


def test_a_receiver_that_never_comes_back_is_given_up_and_can_be_told_by_hand(desk: Desk) -> None:
    with Receiver(say(500)) as receiver:
        desk.subscribe(receiver.url)
        desk.note("rma:1", 1)  # made long ago
        with desk.delivering():
            desk.until("given_up")
            assert desk.states() == [("given_up", "status", 500)]
            with desk.database.writing() as work:
                work.deliveries.again(1, WHEN)
            desk.until("delivered")


def test_a_receiver_that_is_gone_for_good_is_switched_off(desk: Desk) -> None:
    with Receiver(say(410)) as receiver:
        desk.subscribe(receiver.url)
        desk.note("rma:1", 1)
        with desk.delivering(LATER):
            desk.until("given_up")
    with desk.database.reading() as work:
        assert [each.enabled for each in work.webhooks.all()] == [False]


def test_a_name_that_leads_inside_by_the_time_of_sending_gets_nothing(desk: Desk) -> None:
    with Receiver() as receiver:
        desk.subscribe(receiver.url)
        desk.note("rma:1", 1)
        with desk.delivering(private=False):
            desk.until("given_up")
        assert (desk.states(), receiver.told) == ([("given_up", "private", 0)], [])


def test_a_receiver_says_how_long_to_wait(desk: Desk) -> None:
    with Receiver(say(503, Retry_After="3600")) as receiver:
        desk.subscribe(receiver.url)
        desk.note("rma:1", 1)
        desk.note("rma:2", 2)
        with desk.delivering(Pace(poll=0.02, give_up=10**9, for_one=1)):
            receiver.wait(1)
            for _ in range(200):
                if desk.states()[0][2]:
                    break
                threading.Event().wait(0.02)
            with desk.database.reading() as work:
                (hook,), (first, second) = work.webhooks.all(), work.deliveries.listed("wh", "", 0, 9)
        assert hook.rests_until > first.tried_at
        assert first.due_at[:13] != first.tried_at[:13]
        assert second.tries == 0


def test_what_waits_is_measured(server: ServerProcess, receiver: Receiver, hook: dict[str, Any]) -> None:
    receiver.answers.append(receiver.hang)
    server.admin("POST", f"/v1/webhooks/{hook['id']}/test")
    receiver.wait(1)
    text = server.admin("GET", "/metrics").text
    assert re.search(r"^dockstation_webhooks_waiting 1.0$", text, re.MULTILINE)
    assert re.search(r"^dockstation_webhooks_oldest_seconds [0-9.e-]+$", text, re.MULTILINE)
    receiver.released.set()
