"""What somebody sends who means harm: a clear answer or none, nothing of it stored, and the server lives."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
import requests

from tests.fakes.chain import Chain, outcome, resealed
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock, rma
from tests.server.test_rma_life import MARKED, Office

Failed = Callable[[requests.Response, int, str], dict[str, Any]]
NASTY = (
    MARKED,
    "\u202egnp.exe\u200b",
    "\x1b[2J\x07",
    "=cmd|'/C calc'!A1",
    "../../etc/passwd",
    "a\0b",
    "x\ud800y",
    "收" * 100,
)
PATIENCE = 0.3


@pytest.fixture
def office(server: ServerProcess) -> Iterator[Office]:
    yield Office(server)
    assert requests.get(f"{server.url}/v1/ready", timeout=20).status_code == 200


def told(server: ServerProcess, request: bytes, rest: float = 20) -> bytes:
    """All that comes back for these bytes until the server closes."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=rest) as wire:
        wire.sendall(request)
        found = b""
        try:
            while part := wire.recv(65536):
                found += part
        except ConnectionResetError:
            pass
    return found


def head(*lines: str, path: str = "/v1/enrolment-codes") -> str:
    return "\r\n".join([f"POST {path} HTTP/1.1", "Host: x", "Connection: close", *lines, "", ""])


SECOND = "POST /v1/enrolment-codes HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"


@pytest.mark.parametrize(
    "lines",
    [
        ("Content-Length: 4", "Transfer-Encoding: chunked"),
        ("Transfer-Encoding: chunked", "Content-Length: 4"),
        ("Content-Length: 4", "Content-Length: 90"),
        ("Content-Length: 4, 90",),
        ("Content-Length: -4",),
        ("Content-Length: +4",),
        ("Content-Length: 0x4",),
        ("Content-Length: " + "9" * 5000,),
        ("Transfer-Encoding : chunked",),
        ("Transfer-Encoding: xchunked",),
        ("Transfer-Encoding: chunked, identity",),
        ("X: a\0b",),
        ("X: " + "a" * 200_000,),
        ("Content-Encoding: br",),
    ],
)
def test_a_request_that_is_two_at_once_is_none(server: ServerProcess, lines: tuple[str, ...]) -> None:
    token = f"Authorization: Bearer {server.admin_token}"
    answer = told(server, (head(token, *lines) + "0\r\n\r\n" + SECOND).encode())
    assert re.match(rb"HTTP/1.1 4\d\d ", answer) or not answer
    assert answer.count(b"HTTP/1.1 ") <= 1
    assert b'"code"' not in answer
    assert requests.get(f"{server.url}/v1/ready", timeout=20).status_code == 200


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path_factory.mktemp("hasty") / "data", patience=PATIENCE) as process:
        yield process
        assert "Traceback" not in process.log


@pytest.mark.parametrize("begun", ["", "POST /v1/events:batch HTTP/1.1\r\nHost: x\r\nX-Slow: "])
def test_who_never_says_what_is_wanted_is_not_waited_for(hasty: ServerProcess, begun: str) -> None:
    assert told(hasty, begun.encode(), 5) == b""


def test_a_connection_that_stays_open_between_two_requests_is_kept(hasty: ServerProcess) -> None:
    asked = b"GET /v1/health HTTP/1.1\r\nHost: x\r\n\r\n"
    with socket.create_connection(("127.0.0.1", hasty.port), timeout=5) as wire:
        wire.sendall(asked)
        answer = b""
        while not answer.endswith(b"}"):
            answer += wire.recv(65536)
        wire.settimeout(3 * PATIENCE)
        with pytest.raises(TimeoutError):
            wire.recv(1)
        wire.settimeout(5)
        wire.sendall(asked)
        assert wire.recv(65536).startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize("path", ["/v1/events:batch", "/v1/rmas:import", "/v1/blobs/" + "a" * 64])
def test_a_body_that_never_ends_is_not_waited_for(hasty: ServerProcess, path: str) -> None:
    dock = Dock(hasty)
    key = hasty.admin_token if "import" in path else dock.tokens["access_token"]
    method = "PUT" if "blobs" in path else "POST"
    lines = (f"Authorization: Bearer {key}", "Content-Length: 100", "Content-Type: application/json")
    answer = told(hasty, (head(*lines, path=path).replace("POST", method, 1) + '{"').encode(), 10)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b'"class":"later"' in answer
    assert hasty.events(dock.station) == []


def spread(number: str, text: str) -> dict[str, Any]:
    """An RMA with this in every text of it."""
    line = rma(number)["lines"][0] | {
        "line_id": text, "sku": text, "name": {text: text}, "category": text, "serials": [text], "flags": [text],
        "accessories": [{"name": text, "count": 1, "value": 0}],
    }  # fmt: skip
    return {
        "order_number": text, "customer": text, "tracking_numbers": [text], "flags": [text], "lines": [line],
    }  # fmt: skip


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_every_text_of_a_return_is_a_text_or_refused(
    office: Office, dock: Dock, name: str, text: str, failed: Failed
) -> None:
    number, headers = name.upper(), {"Content-Type": "application/json"}
    body = rma(number) | spread(number, text) | {"by": "LEE", "reason": text}
    answer = office.ask("POST", "/v1/rmas", key=number, data=json.dumps(body).encode(), headers=headers)
    if answer.status_code != 201:
        assert text in ("a\0b", "x\ud800y")
        failed(answer, 422, "permanent")
        failed(office.ask("GET", f"/v1/rmas/{number}"), 404, "permanent")
        return
    found = office.ask("GET", f"/v1/rmas/{number}")
    assert (found.headers["Content-Type"], found.headers["X-Content-Type-Options"]) == ("application/json", "nosniff")
    told = found.json()["rma"]
    assert {name: told[name] for name in ("order_number", "customer")} == {"order_number": text, "customer": text}
    assert told["lines"][0]["name"] == {text: text}
    office.move(number, "approve", found.headers["ETag"], reason=text)
    assert [each["number"] for each in dock.ask("GET", "/v1/rmas/find", params={"code": text}).json()["items"]]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_every_text_of_an_event_is_a_text_or_rejected(office: Office, dock: Dock, name: str, text: str) -> None:
    body = outcome(f"U{name}", name) | dict.fromkeys(("serial", "grade", "reason", "by", "line_id", "note"), text)
    chain, headers = Chain(dock.station), {"Content-Type": "application/json"}
    changes: list[dict[str, Any]] = [
        {"kind": text}, {"aggregate": text}, {"boot": text, "at": text}, {"body": body},
    ]  # fmt: skip
    for number, members in enumerate(changes):
        event = chain.completed(outcome(f"U{name}{number}", name)).as_message() | members
        with suppress(ValueError):  # what has no canonical form no station can seal
            event = resealed(chain.completed(outcome(f"U{name}{number}", name)), **members).as_message()
        sent = json.dumps({"events": [event]}).encode()
        answer = dock.ask("POST", "/v1/events:batch", data=sent, headers=headers)
        assert answer.status_code in (200, 422), answer.text
    assert office.ask("GET", "/v1/rejected", params={"state": "all"}).status_code == 200
    assert office.ask("GET", "/v1/reviews", params={"state": "all"}).status_code == 200
    assert office.ask("GET", "/v1/events", params={"station": dock.station}).status_code == 200


@pytest.mark.parametrize(
    "trick", ["..%2F..%2Fadmin-token", "%2e%2e/%2e%2e/admin-token", "%00", "%ff", "%E2%80%AE", "'--", "a" * 9000]
)
@pytest.mark.parametrize(
    "path", ["/v1/rmas/{0}", "/v1/rmas/{0}/label.pdf", "/v1/outcomes/{0}/settlement", "/v1/reviews/{0}"]
)
def test_a_name_in_an_address_is_only_a_name(
    server: ServerProcess, office: Office, failed: Failed, path: str, trick: str
) -> None:
    answer = office.ask("GET", path.format(trick))
    failed(answer, answer.status_code, "permanent")
    assert answer.status_code in (404, 405, 422)
    assert server.admin_token not in answer.text


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "text/html", "image/png", "json"]
)
def test_a_body_of_another_kind_is_not_taken_for_json(office: Office, failed: Failed, name: str, kind: str) -> None:
    body = json.dumps({"items": [rma(name)]}).encode()
    failed(office.ask("POST", "/v1/rmas:import", data=body, headers={"Content-Type": kind}), 422, "permanent")
    failed(office.ask("GET", f"/v1/rmas/{name}"), 404, "permanent")


@pytest.mark.parametrize(
    "value",
    [
        "9" * 400,
        "9" * 5000,
        "1e400",
        "NaN",
        "-Infinity",
        "true",
        '"5"',
        "[" * 5000 + "]" * 5000,
        '{"a":' * 900 + "1" + "}" * 900,
    ],
)
def test_a_number_that_is_none_is_refused(office: Office, failed: Failed, name: str, value: str) -> None:
    line = json.dumps({"items": [rma(name)]}).replace('"unit_value": 199900', f'"unit_value": {value}')
    assert value in line
    answer = office.ask("POST", "/v1/rmas:import", data=line.encode(), headers={"Content-Type": "application/json"})
    failed(answer, answer.status_code, "permanent")
    assert answer.status_code in (400, 422)
    failed(office.ask("GET", f"/v1/rmas/{name}"), 404, "permanent")


def test_of_two_members_of_one_name_the_hash_covers_what_is_stored(server: ServerProcess, dock: Dock) -> None:
    chain, headers = Chain(dock.station), {"Content-Type": "application/json"}
    event = json.dumps(chain.add(body={"note": "sealed"}).as_message())
    twice = [event.replace('{"note": "sealed"}', each) for each in (
        '{"note": "sealed", "note": "slipped in"}', '{"note": "slipped in", "note": "sealed"}',
    )]  # fmt: skip
    said = []
    for each in twice:
        body = f'{{"events": [{each}]}}'.encode()
        answer = dock.ask("POST", "/v1/events:batch", data=body, headers=headers)
        said += [result["result"] for result in answer.json()["results"]]
    assert said == ["rejected", "created"]
    assert [each["body"] for each in server.events(dock.station)] == [{"note": "sealed"}]


def test_ten_thousand_of_anything_are_no_harm(office: Office, dock: Dock, name: str) -> None:
    many = [f"{name}{n}" for n in range(10_000)]
    line = rma(name)["lines"][0] | {"serials": many}
    office.ask("POST", "/v1/rmas:import", json={"items": [rma(name, lines=[line], tracking_numbers=many)]})
    (found,) = dock.ask("GET", "/v1/rmas/find", params={"code": many[-1]}).json()["items"]
    assert found["tracking_numbers"] == many
    body = outcome(f"U{name}", name, photos=[{"sha256": "a" * 64}] * 10_000)
    assert [each["result"] for each in dock.send([Chain(dock.station).completed(body)])] == ["rejected"]
