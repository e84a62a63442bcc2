"""Two stations and one real server: half-done work goes from one to the other, and a quarrel is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dockstation.adapters.central.credentials import Credentials
from dockstation.adapters.central.http import HttpCentral, enrol
from dockstation.application.ports.store import Note
from dockstation.application.sync import Sync
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Role
from tests.application.desk import INSPECTOR, Desk, a_shot
from tests.contracts.test_central import as_message
from tests.fakes.returns import a_return
from tests.fakes.server_process import ServerProcess

BOB = Operator("BOB", "Bob", Role.INSPECTOR)


class Dock:
    """A station's store and use cases, enrolled at the server."""

    def __init__(self, folder: Path, server: ServerProcess, name: str, first_id: int) -> None:
        folder.mkdir()
        credentials = Credentials(folder / "credentials.json")
        tokens = enrol(server.url, server.enrolment_code(), name, timeout=20)
        credentials.save(tokens)
        self.desk = Desk(folder)
        self.desk.clock._ids = first_id
        self.central = HttpCentral(server.url, credentials, timeout=20)
        self.station = tokens.station
        with self.desk.store.unit_of_work() as work:
            work.notes.set(Note.STATION, tokens.station)
            work.notes.set(Note.LPN_PREFIX, tokens.lpn_prefix)
            work.rmas.remove(["R26110001"])
            work.commit()

    def sync(self) -> None:
        sync = Sync(self.desk.store, self.desk.clock, self.central, self.desk.photos)
        while sync.once().more:
            pass

    def finish(self, lpn: str, by: Operator, **answers: str) -> None:
        """The rest of the checklist, and the decision."""
        self.desk.finish(lpn, by=by, **answers)
        self.desk.decide(lpn, by)

    def close(self) -> None:
        self.central.close()
        self.desk.store.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path / "server") as server:
        server.import_rmas([as_message(a_return())])
        yield server


@pytest.fixture
def docks(tmp_path: Path, server: ServerProcess) -> Iterator[tuple[Dock, Dock]]:
    first = Dock(tmp_path / "first", server, "Dock 1", 0)
    second = Dock(tmp_path / "second", server, "Dock 2", 900_000)
    first.sync()
    yield first, second
    first.close()
    second.close()


def half_done(dock: Dock) -> str:
    lpn = dock.desk.counted()
    dock.desk.inspect.begin(lpn, INSPECTOR)
    dock.desk.inspect.answer(lpn, "packaging", "opened", INSPECTOR)
    dock.desk.inspect.answer(lpn, "screen", "light", INSPECTOR)
    dock.desk.inspect.photograph(lpn, "screen", a_shot("screen"), INSPECTOR)
    return lpn


def test_the_second_station_finishes_what_the_first_began(server: ServerProcess, docks: tuple[Dock, Dock]) -> None:
    first, second = docks
    lpn = half_done(first)
    first.sync()
    unit, taken = second.desk.take_over(second.central, lpn, BOB) or pytest.fail("unknown")
    assert (taken.badge, taken.station) == (INSPECTOR.badge, "Dock 1")
    second.finish(unit.lpn, BOB)
    second.sync()
    (outcome,) = server.outcomes()
    assert (outcome["station"], outcome["lpn"], outcome["primary"], outcome["complete"]) == (
        second.station, lpn, True, True,
    )  # fmt: skip
    kinds = [each["kind"] for each in server.events(second.station)]
    assert (kinds[0], kinds[-1]) == ("UnitTakenOver", "InspectionCompleted")
    assert {each["result"] for each in server.events(second.station)} == {"created"}


def test_both_go_on_and_the_server_keeps_the_second_result_for_review(
    server: ServerProcess, docks: tuple[Dock, Dock]
) -> None:
    first, second = docks
    lpn = half_done(first)
    first.sync()
    second.desk.take_over(second.central, lpn, BOB)
    second.finish(lpn, BOB, housing="dented@corner")
    second.sync()
    first.finish(lpn, INSPECTOR)
    first.sync()
    outcomes = {each["station"]: each for each in server.outcomes()}
    assert outcomes[first.station]["grade"] != outcomes[second.station]["grade"]
    assert [outcomes[each.station]["primary"] for each in docks] == [False, True]
    last = server.events(first.station)[-1]
    assert (last["kind"], last["result"]) == ("InspectionCompleted", "needs_review")


def test_once_decided_there_it_stays_there(docks: tuple[Dock, Dock]) -> None:
    first, second = docks
    lpn = half_done(first)
    first.finish(lpn, INSPECTOR)
    first.sync()
    with pytest.raises(DockstationError, match=r"unit\.done_elsewhere"):
        second.desk.take_over(second.central, lpn, BOB)
    assert second.desk.kinds() == []


def test_what_the_first_station_has_not_sent_yet_cannot_come_along(docks: tuple[Dock, Dock]) -> None:
    first, second = docks
    lpn = half_done(first)
    assert second.desk.take_over(second.central, lpn, BOB) is None
