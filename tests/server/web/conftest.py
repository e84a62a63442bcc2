"""Three people of the office at one server, one of each role; what differs on PostgreSQL is asked of the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import pytest

from tests.fakes.browser import PASSWORD, Browser, set_up
from tests.fakes.server_process import ServerProcess

People = Mapping[str, Browser]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path_factory.mktemp("office") / "data") as process:
        yield process


@pytest.fixture(scope="session")
def people(server: ServerProcess) -> People:
    """A browser for each role, logged in."""
    administrator = set_up(server.url, server.admin_token)
    found = {"administrator": administrator}
    for role, name in (("viewer", "Vera"), ("office", "Otto")):
        administrator.open("/accounts")
        administrator.send("/accounts", name=name, role=role, password=PASSWORD)
        found[role] = Browser(server.url)
        found[role].log_in(name)
    return MappingProxyType(found)


@pytest.fixture
def office(people: People) -> Browser:
    return people["office"]


@pytest.fixture
def administrator(people: People) -> Browser:
    return people["administrator"]


@pytest.fixture
def number(name: str) -> str:
    return name.upper()
