"""A station's credentials, and a real server for those tests that need one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dockstation.adapters.central.credentials import Credentials, Tokens
from dockstation.adapters.central.http import HttpCentral
from tests.fakes.server_process import ServerProcess

TOKENS = Tokens("station-1", "2A4", "access-secret", datetime(2026, 11, 20, tzinfo=UTC), "refresh-secret")

Connect = Callable[..., HttpCentral]


@pytest.fixture
def credentials(tmp_path: Path) -> Credentials:
    found = Credentials(tmp_path / "credentials.json")
    found.save(TOKENS)
    return found


@pytest.fixture
def connect(credentials: Credentials) -> Iterator[Connect]:
    """Gives an HttpCentral for a URL, and closes it in the end."""
    opened: list[HttpCentral] = []

    def central(url: str, timeout: float = 10) -> HttpCentral:
        opened.append(HttpCentral(url, credentials, timeout))
        return opened[-1]

    yield central
    for each in opened:
        each.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path_factory.mktemp("central-adapter") / "data") as process:
        yield process
