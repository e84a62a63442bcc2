"""Enrolment, renewal and refusal, against the real server."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from dockstation.adapters.central.credentials import Credentials, Tokens
from dockstation.adapters.central.http import HttpCentral, enrol
from dockstation.application.ports.central import CentralFailed, FailureClass
from dockstation.domain.errors import DockstationError
from tests.adapters.central.conftest import TOKENS, Connect
from tests.fakes.canned_server import TIME, CannedServer, answer
from tests.fakes.chain import Chain
from tests.fakes.server_process import ServerProcess

AUTH, REVOKED = FailureClass.AUTH, FailureClass.REVOKED


@pytest.fixture
def tokens(server: ServerProcess, credentials: Credentials) -> Tokens:
    """An enrolled station's, saved."""
    found = enrol(server.url, server.enrolment_code(), "Dock 1", timeout=10)
    credentials.save(found)
    return found


def stale(tokens: Tokens) -> Tokens:
    return replace(tokens, access_token="too-old")


def test_an_old_access_token_is_renewed_once_and_the_new_one_kept(
    server: ServerProcess, credentials: Credentials, tokens: Tokens, connect: Connect
) -> None:
    credentials.save(stale(tokens))
    event = Chain(tokens.station).add()
    (result,) = connect(server.url).send_events([event])
    assert result.event_id == event.id
    kept = credentials.load()
    assert kept is not None
    assert kept.access_token not in ("too-old", tokens.access_token)
    assert kept.refresh_token != tokens.refresh_token
    assert server.events(tokens.station)[0]["times_received"] == 1


def test_threads_that_need_new_tokens_at_once_renew_once(
    server: ServerProcess, credentials: Credentials, tokens: Tokens, connect: Connect
) -> None:
    credentials.save(stale(tokens))
    central, seen = connect(server.url), []

    def pull() -> None:
        central.pull_rmas("")
        seen.append(credentials.load())

    threads = [threading.Thread(target=pull) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(seen) == 4
    assert len({each.access_token for each in seen if each}) == 1


def test_tokens_that_are_no_good_any_more_ask_for_enrolment(
    server: ServerProcess, credentials: Credentials, tokens: Tokens, connect: Connect
) -> None:
    credentials.save(replace(stale(tokens), refresh_token="too-old-as-well"))
    with pytest.raises(CentralFailed) as failed:
        connect(server.url).send_events([Chain(tokens.station).add()])
    assert (failed.value.code, failed.value.failure) == ("central.auth", AUTH)
    assert "too-old" not in str(failed.value)


def test_a_new_enrolment_counts_at_once(
    server: ServerProcess, credentials: Credentials, tokens: Tokens, connect: Connect
) -> None:
    central = connect(server.url)
    credentials.save(TOKENS)
    with pytest.raises(CentralFailed):
        central.pull_rmas("")
    credentials.save(tokens)
    assert central.pull_rmas("").more is False


def test_a_revoked_station_stops_and_says_so(server: ServerProcess, tokens: Tokens, connect: Connect) -> None:
    server.revoke(tokens.station)
    with pytest.raises(CentralFailed) as failed:
        connect(server.url).pull_rmas("")
    assert (failed.value.code, failed.value.failure) == ("central.revoked", REVOKED)


def test_tokens_that_cannot_be_saved_are_not_used(
    server: ServerProcess, credentials: Credentials, tokens: Tokens, connect: Connect, tmp_path: Path
) -> None:
    credentials.save(stale(tokens))
    in_the_way = tmp_path / "credentials.json.new"
    in_the_way.mkdir()
    with pytest.raises(CentralFailed) as failed:
        connect(server.url).pull_rmas("")
    assert (failed.value.code, failed.value.failure) == ("credentials.not_saved", FailureClass.LATER)
    in_the_way.rmdir()
    assert connect(server.url).pull_rmas("").more is False


def test_a_refused_renewal_never_blames_what_was_to_be_sent(connect: Connect) -> None:
    unauthorised = answer("401 Unauthorized", b"{}", "application/problem+json", TIME + "Connection: close\r\n")
    with CannedServer(unauthorised) as server, pytest.raises(CentralFailed) as failed:
        connect(server.url).send_events([Chain("station-1").add()])
    assert failed.value.failure is AUTH
    assert [each.split()[1] for each in server.requests] == [b"/v1/events:batch", b"/v1/stations/renew"]


def test_without_enrolment_nothing_is_asked(tmp_path: Path) -> None:
    with CannedServer(answer("200 OK")) as server:
        central = HttpCentral(server.url, Credentials(tmp_path / "none.json"), 10)
        with pytest.raises(CentralFailed) as failed:
            central.pull_rmas("")
        central.close()
        assert (failed.value.code, failed.value.failure) == ("central.not_enrolled", AUTH)
        assert server.requests == []


def test_damaged_credentials_ask_for_enrolment(tmp_path: Path, connect: Connect) -> None:
    (tmp_path / "credentials.json").write_text("{")
    with pytest.raises(CentralFailed) as failed:
        connect("http://127.0.0.1:9").pull_rmas("")
    assert (failed.value.code, failed.value.failure) == ("credentials.damaged", AUTH)


@pytest.mark.parametrize("code", ["AAAA-AAAA-AAAA", "", "x" * 500, "'; DROP TABLE stations; --"])
def test_a_wrong_enrolment_code_is_told(server: ServerProcess, code: str) -> None:
    with pytest.raises(CentralFailed) as failed:
        enrol(server.url, code, "Dock 1", timeout=10)
    assert (failed.value.code, failed.value.failure) == ("central.enrolment_code", AUTH)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://rma.example.com", "central.insecure"),
        ("http://192.168.1.20:8470", "central.insecure"),
        ("ftp://localhost", "central.url"),
        ("localhost:8470", "central.url"),
        ("http://", "central.url"),
        ("http://[::1", "central.url"),
        ("http://localhost:99999", "central.url"),
        ("https://user:secret@rma.example.com", "central.url"),
        ("https://rma.example.com/?a=b", "central.url"),
    ],
)
def test_an_address_that_is_unsafe_or_none_is_refused(url: str, code: str) -> None:
    with pytest.raises(DockstationError) as failed:
        enrol(url, "AAAA", "Dock 1", timeout=10)
    assert failed.value.code == code
    assert "secret" not in str(failed.value)


@pytest.mark.parametrize("change", ['"lpn_prefix": "OIZ"', '"access_token": "a\\r\\nb"', '"station": 7'])
def test_tokens_that_could_not_be_used_are_not_taken(change: str) -> None:
    body = f'{{"station": "s", "lpn_prefix": "222", "access_token": "a", "refresh_token": "hidden", \
"access_expires_at": "2026-11-20T00:00:00Z", {change}}}'.encode()
    with CannedServer(answer("201 Created", body)) as server, pytest.raises(CentralFailed) as failed:
        enrol(server.url, "AAAA", "Dock 1", timeout=10)
    assert failed.value.code == "central.not_ours"
    assert "hidden" not in str(failed.value)
