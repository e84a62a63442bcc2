"""Who may ask the server, and how stations come and go."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock


def test_anybody_may_ask_whether_the_server_lives(server: ServerProcess) -> None:
    answer = requests.get(server.url + "/v1/health", timeout=20)
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/rmas"),
        ("GET", "/v1/rmas/find?code=x"),
        ("POST", "/v1/rmas:import"),
        ("POST", "/v1/rmas/import?by=x"),
        ("POST", "/v1/rmas"),
        ("GET", "/v1/rmas:list"),
        ("PUT", "/v1/rmas/x"),
        ("POST", "/v1/rmas/x/moves"),
        ("GET", "/v1/rmas/x/label.pdf"),
        ("POST", "/v1/outcomes/x/settlement"),
        ("POST", "/v1/events:batch"),
        ("GET", "/v1/events?station=x"),
        ("GET", "/v1/outcomes"),
        ("GET", "/v1/held"),
        ("GET", "/metrics"),
        ("POST", "/v1/held:match"),
        ("PUT", f"/v1/blobs/{'0' * 64}"),
        ("GET", f"/v1/blobs/{'0' * 64}"),
        ("PATCH", f"/v1/blobs/{'0' * 64}"),
        ("POST", "/v1/enrolment-codes"),
        ("POST", "/v1/stations/x:revoke"),
    ],
)
@pytest.mark.parametrize("token", [None, "Bearer wrong", "Bearer ", "Basic YTpi"])
def test_nothing_else_is_answered_without_a_good_token(
    server: ServerProcess, failed: Any, method: str, path: str, token: str | None
) -> None:
    headers = {"Authorization": token} if token else {}
    answer = requests.request(method, server.url + path, headers=headers, timeout=20)
    failed(answer, 401, "auth")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_station_is_not_the_administrator(dock: Dock, failed: Any) -> None:
    failed(dock.ask("GET", "/v1/outcomes"), 401, "auth")


def test_a_refresh_token_is_no_access_token(dock: Dock, failed: Any) -> None:
    dock.tokens["access_token"] = dock.tokens["refresh_token"]
    failed(dock.ask("GET", "/v1/rmas"), 401, "auth")


def test_a_revoked_station_is_told_so(server: ServerProcess, dock: Dock, failed: Any) -> None:
    assert dock.ask("GET", "/v1/rmas").status_code == 200
    server.revoke(dock.station)
    failed(dock.ask("GET", "/v1/rmas"), 403, "revoked")
    failed(renew(server, dock.tokens["refresh_token"]), 403, "revoked")


def test_two_stations_have_their_own_names_and_licence_plates(server: ServerProcess) -> None:
    one, two = server.enrol(), server.enrol()
    assert one["station"] != two["station"]
    assert one["lpn_prefix"] != two["lpn_prefix"]


def test_an_enrolment_code_is_good_once_however_it_is_typed(server: ServerProcess, failed: Any) -> None:
    code = server.enrolment_code()
    typed = {"code": code.replace("-", "").lower(), "name": "Dock 1"}
    assert requests.post(server.url + "/v1/stations/enrol", json=typed, timeout=20).status_code == 201
    failed(requests.post(server.url + "/v1/stations/enrol", json=typed, timeout=20), 401, "auth")


def test_codes_and_access_tokens_grow_too_old(tmp_path: Path, failed: Any) -> None:
    with ServerProcess(tmp_path / "data", access_minutes=0) as server:
        dock = Dock(server)
        failed(dock.ask("GET", "/v1/rmas"), 401, "auth")
        server.stop()
    with ServerProcess(tmp_path / "data", enrolment_code_minutes=0) as server:
        body = {"code": server.enrolment_code(), "name": "Dock 1"}
        failed(requests.post(server.url + "/v1/stations/enrol", json=body, timeout=20), 401, "auth")


def renew(server: ServerProcess, refresh_token: str) -> requests.Response:
    return requests.post(server.url + "/v1/stations/renew", json={"refresh_token": refresh_token}, timeout=20)


def test_power_lost_during_two_renewals_does_not_lock_a_station_out(server: ServerProcess, failed: Any) -> None:
    first = server.enrol()["refresh_token"]
    renew(server, first)  # the answer never reached the disk
    renew(server, first)  # nor did this one
    kept = renew(server, first).json()["refresh_token"]
    lost = renew(server, kept).json()["refresh_token"]  # this proves that the station has it: the first is done with
    failed(renew(server, first), 401, "auth")
    again = renew(server, kept)
    assert again.status_code == 200
    assert again.json()["refresh_token"] not in (kept, lost)


def test_of_two_answers_to_one_renewal_either_may_be_the_one_that_was_kept(
    server: ServerProcess, failed: Any
) -> None:
    first = server.enrol()["refresh_token"]
    one, other = (renew(server, first).json()["refresh_token"] for _ in range(2))
    assert renew(server, one).status_code == 200
    failed(renew(server, other), 401, "auth")
    failed(renew(server, first), 401, "auth")


def test_renewal_keeps_the_stations_name_and_prefix(server: ServerProcess) -> None:
    before = server.enrol()
    after = renew(server, before["refresh_token"]).json()
    assert (after["station"], after["lpn_prefix"]) == (before["station"], before["lpn_prefix"])
    assert after["access_token"] != before["access_token"]


def test_no_secret_lies_in_the_database_and_the_admin_token_is_its_owners(server: ServerProcess) -> None:
    code, tokens = server.enrolment_code(), server.enrol()
    stored = server.stored
    assert tokens["station"].encode() in stored
    for secret in (tokens["access_token"], tokens["refresh_token"], code, code.replace("-", ""), server.admin_token):
        assert secret.encode() not in stored
    assert stat.S_IMODE((server.data / "admin-token").stat().st_mode) == 0o600
    assert stat.S_IMODE(server.data.stat().st_mode) & 0o077 == 0
