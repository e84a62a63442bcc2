"""What the station makes of answers: of our server's failures, of other programs' pages, and of silence."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dockstation.application.ports.central import CentralFailed, FailureClass
from dockstation.wire import BATCH_BYTES, PHOTO_BYTES
from tests.adapters.central.conftest import Connect
from tests.fakes.canned_server import TIME, CannedServer, answer
from tests.fakes.chain import Chain
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import rma

LATER, PERMANENT = FailureClass.LATER, FailureClass.PERMANENT
REVOKED, UPGRADE = FailureClass.REVOKED, FailureClass.UPGRADE
PROBLEM = "application/problem+json"
EMPTY_PAGE = b'{"items": [], "cursor": "x-1", "more": false}'


def pull(connect: Connect, *parts: bytes, timeout: float = 10, **more: Any) -> CentralFailed:
    """The failure of a pull that gets these bytes for an answer."""
    with CannedServer(*parts, **more) as server, pytest.raises(CentralFailed) as failed:
        connect(server.url, timeout).pull_rmas("")
    return failed.value


def test_a_page_of_our_server_is_read(connect: Connect) -> None:
    items = [
        rma("R1", type="rma", version=7, due_at="2026-11-25T08:00:00"),
        {"type": "tombstone", "number": "R2", "version": 8},
    ]
    body = json.dumps({"items": items, "cursor": "x-8", "more": True, "to come": 1}).encode()
    with CannedServer(answer("200 OK", body)) as server:
        page = connect(server.url).pull_rmas("")
    assert ([each.number for each in page.items], page.removed) == (["R1"], ("R2",))
    assert (page.cursor, page.more, page.items[0].version) == ("x-8", True, 7)
    assert page.items[0].due_at == datetime(2026, 11, 25, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "not_ours",
    [
        answer("200 OK", b"<html>Please log in</html>", "text/html", ""),
        answer("200 OK", b"<html>Please log in</html>", "text/html"),
        answer("200 OK", EMPTY_PAGE, headers=""),
        answer("200 OK", b"{}"),
        answer("200 OK", b"\xff\xfe\x00"),
        answer("200 OK", b"[" * 100_000),
        answer("200 OK", b'{"items": [{"type": "rma"}], "cursor": "", "more": false}'),
        answer("404 Not Found", b"<html>", "text/html", ""),
        answer("401 Unauthorized", b"<html>", "text/html", ""),
        answer("403 Forbidden", b"<html>Blocked</html>", "text/html", ""),
        answer("410 Gone", b"{}", PROBLEM),
        answer("418 I'm a teapot", b'{"class": "fun"}', PROBLEM),
        answer("418 I'm a teapot", b"[" * 100_000, PROBLEM),
        answer("302 Found", headers=TIME + "Location: /elsewhere\r\n"),
    ],
)
def test_what_is_not_our_servers_word_is_not_believed(connect: Connect, not_ours: bytes) -> None:
    failure = pull(connect, not_ours)
    assert (failure.code, failure.failure) == ("central.not_ours", LATER)


@pytest.mark.parametrize(
    ("status", "code", "failure"),
    [
        ("400 Bad Request", "central.refused", PERMANENT),
        ("403 Forbidden", "central.revoked", REVOKED),
        ("408 Request Timeout", "central.busy", LATER),
        ("409 Conflict", "central.refused", PERMANENT),
        ("413 Content Too Large", "central.too_large", PERMANENT),
        ("415 Unsupported Media Type", "central.refused", PERMANENT),
        ("422 Unprocessable Content", "central.refused", PERMANENT),
        ("425 Too Early", "central.busy", LATER),
        ("426 Upgrade Required", "central.upgrade", UPGRADE),
        ("429 Too Many Requests", "central.busy", LATER),
        ("500 Internal Server Error", "central.busy", LATER),
        ("503 Service Unavailable", "central.busy", LATER),
        ("499 Whatever", "central.upgrade", UPGRADE),  # unknown: the problem's own word counts
    ],
)
def test_each_status_asks_for_what_the_protocol_says(
    connect: Connect, status: str, code: str, failure: FailureClass
) -> None:
    body = b'{"class": "upgrade", "title": "because\\u001b[31m"}'
    seen = pull(connect, answer(status, body, PROBLEM, TIME + "Retry-After: 7\r\n"))
    assert (seen.code, seen.failure) == (code, failure)
    assert seen.facts.get("detail", "because‹ESC›[31m") == "because‹ESC›[31m"
    assert seen.retry_after == (0 if code == "central.too_large" else 7)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("0", 0), ("99999999999", 3600), ("-5", 0), ("nan", 0), ("inf", 0), ("soon", 0), ("²", 0),
     ("Fri, 01 Jan 2100 00:00:00 GMT", 3600), ("Fri, 01 Jan 1999 00:00:00 GMT", 0)],
)  # fmt: skip
def test_the_time_to_wait_is_bounded_whatever_was_said(connect: Connect, said: str, seconds: float) -> None:
    failure = pull(connect, answer("503 Service Unavailable", headers=f"Retry-After: {said}\r\n"))
    assert failure.retry_after == seconds


def test_a_broken_off_answer_is_no_answer(connect: Connect) -> None:
    failure = pull(connect, answer("200 OK", EMPTY_PAGE)[:-5])
    assert (failure.code, failure.failure) == ("central.unreachable", LATER)


@pytest.mark.parametrize("junk", [b"", b"SSH-2.0-OpenSSH_9.2\r\n", b"HTTP/1.1 200 OK\r\n\x00" + b"x" * 100_000])
def test_what_is_not_http_is_no_answer(connect: Connect, junk: bytes) -> None:
    assert pull(connect, junk).failure is LATER


def test_a_silent_server_is_waited_for_only_so_long(connect: Connect) -> None:
    assert pull(connect, b"HTTP/1.1 200 OK\r\n", timeout=0.2, hold=True).code == "central.timeout"


def test_a_dripping_server_is_waited_for_only_so_long(connect: Connect) -> None:
    head = answer("200 OK", b" " * 100_000)[:-100_000]
    assert pull(connect, head, *[b" "] * 1000, timeout=0.1, pause=0.02).code == "central.timeout"


def test_a_small_answer_that_unpacks_to_a_huge_one_is_not_taken(connect: Connect) -> None:
    bomb = gzip.compress(b" " * 64 * 1024 * 1024)
    assert (
        pull(connect, answer("200 OK", bomb, headers=TIME + "Content-Encoding: gzip\r\n")).code == "central.not_ours"
    )


def test_a_server_without_tls_behind_an_https_address_is_told(server: ServerProcess, connect: Connect) -> None:
    with pytest.raises(CentralFailed) as failed:
        connect(server.url.replace("http:", "https:")).pull_rmas("")
    assert (failed.value.code, failed.value.failure) == ("central.tls", LATER)


def test_the_token_follows_no_redirect(connect: Connect) -> None:
    with CannedServer(answer("200 OK", EMPTY_PAGE)) as other:
        pull(connect, answer("307 Temporary Redirect", headers=f"{TIME}Location: {other.url}/\r\n"))
        assert other.requests == []


def test_the_token_travels_in_its_header_alone(connect: Connect) -> None:
    headers = TIME + "Set-Cookie: a=b\r\nConnection: close\r\n"
    with CannedServer(answer("200 OK", EMPTY_PAGE, headers=headers)) as server:
        central = connect(server.url)
        central.pull_rmas("")
        central.pull_rmas("x-1")
    for request in server.requests:
        assert request.count(b"access-secret") == 1
        assert b"\r\nAuthorization: Bearer access-secret\r\n" in request
        assert b"refresh-secret" not in request
        assert b"Cookie" not in request


@pytest.mark.parametrize("results", [[], ["a"], ["b", "a"], ["a", "b", "c"]])
def test_results_that_are_not_of_the_events_sent_are_not_believed(connect: Connect, results: list[str]) -> None:
    chain = Chain("station-1")
    events = {"a": chain.add(), "b": chain.add(), "c": chain.add()}
    said = [{"id": events[each].id, "result": "created", "received_at": ""} for each in results]
    body = json.dumps({"results": said, "server_time": ""}).encode()
    with CannedServer(answer("200 OK", body)) as server, pytest.raises(CentralFailed) as failed:
        connect(server.url).send_events([events["a"], events["b"]])
    assert failed.value.code == "central.not_ours"


def test_a_bare_yes_is_no_proof_that_the_server_has_a_photo(connect: Connect, tmp_path: Path) -> None:
    path = tmp_path / "photo"
    path.write_bytes(b"x")
    sha256 = hashlib.sha256(b"x").hexdigest()
    wrong = f"Repr-Digest: sha-256=:{base64.b64encode(bytes(32)).decode()}:\r\n"
    for said in ("200 OK", "201 Created", "412 Precondition Failed"):
        for headers in (TIME, TIME + wrong, ""):
            with CannedServer(answer(said, headers=headers)) as server:
                central = connect(server.url)
                with pytest.raises(CentralFailed):
                    central.has_photo(sha256)
                with pytest.raises(CentralFailed):
                    central.put_photo(sha256, path)


def test_what_is_too_large_is_not_even_sent(connect: Connect, tmp_path: Path) -> None:
    path = tmp_path / "photo"
    with path.open("wb") as file:
        file.truncate(PHOTO_BYTES + 1)
    with CannedServer(answer("200 OK")) as server:
        with pytest.raises(CentralFailed) as failed:
            connect(server.url).put_photo("0" * 64, path)
        assert (failed.value.code, failed.value.failure) == ("central.too_large", PERMANENT)
        with pytest.raises(CentralFailed) as failed:
            connect(server.url).send_events([Chain("station-1").add(body={"note": "x" * BATCH_BYTES})])
        assert (failed.value.code, failed.value.failure) == ("central.too_large", PERMANENT)
        assert server.requests == []


@pytest.mark.parametrize(
    ("body", "failure"),
    [
        (b"<html>Please log in</html>", PERMANENT),
        (b"\x89PNG another picture", PERMANENT),
        (b"\x89PNG" + bytes(2 * 1024 * 1024), LATER),
    ],
)
def test_a_picture_with_another_hash_or_without_end_is_not_taken(
    connect: Connect, body: bytes, failure: FailureClass
) -> None:
    name = hashlib.sha256(b"\x89PNG this picture").hexdigest()
    with CannedServer(answer("200 OK", body, "image/png")) as server, pytest.raises(CentralFailed) as failed:
        connect(server.url).get_picture(name)
    assert (failed.value.code, failed.value.failure) == ("central.not_ours", failure)


def test_how_far_the_clocks_are_apart_is_seen_in_any_answer(connect: Connect) -> None:
    ahead = datetime.now(UTC) + timedelta(minutes=7)
    told = f"Dockstation-Server-Time: {ahead:%Y-%m-%dT%H:%M:%S.000Z}\r\n"
    with CannedServer(answer("200 OK", EMPTY_PAGE, headers=told)) as server:
        central = connect(server.url)
        assert central.clock_ahead() == 0
        central.pull_rmas("")
    assert 415 < central.clock_ahead() < 425
