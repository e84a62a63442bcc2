"""What the server publishes of itself is what it does: a slice of ``./run torture openapi``, by a fixed seed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests

from tests.fakes.server_process import ServerProcess
from tests.torture.openapi import KEYS, Interview

OPEN = {
    ("get", "/v1/health"), ("get", "/v1/ready"), ("post", "/v1/stations/enrol"), ("post", "/v1/stations/renew"),
}  # fmt: skip
SEED = 20261126


@pytest.fixture(scope="module")
def interview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Interview]:
    folder = tmp_path_factory.mktemp("openapi")
    with ServerProcess(folder / "data") as server:
        yield Interview(server, folder)
        assert "Traceback" not in server.log


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key or "no_token")
def test_the_server_keeps_to_its_own_description(interview: Interview, key: str) -> None:
    asked = interview.ask(key, SEED, examples=2, phases="fuzzing")
    assert asked.said == ""
    assert asked.operations >= (10 if key else 37)
    assert asked.cases >= asked.operations


def test_every_call_says_whose_token_opens_it(server: ServerProcess) -> None:
    paths: dict[str, Any] = requests.get(f"{server.url}/v1/openapi.json", timeout=20).json()["paths"]
    told = {(method, path): each.get("security") for path, calls in paths.items() for method, each in calls.items()}
    assert {call for call, keys in told.items() if not keys} == OPEN
    for method, path in told:
        if (method, path) not in OPEN:
            address = server.url + path.replace("{", "").replace("}", "")
            assert requests.request(method, address, timeout=20).status_code in (401, 422), (method, path)
