"""Where a unit stands, for the station that goes on with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import requests

from tests.fakes.chain import Chain
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock

Check = Callable[[requests.Response, int, str], dict[str, Any]]


def test_another_station_reads_what_the_first_has_sent(server: ServerProcess, dock: Dock, name: str) -> None:
    chain, about = Chain(dock.station), f"unit:{name}"
    dock.send(
        [
            chain.add("UnitReceived", {"rma_number": "R1", "line_id": "1", "by": "OTTO"}, about),
            chain.add("InspectionStarted", {"checklist": "phone", "version": 1, "by": "OTTO"}, about),
            chain.add("QuestionAnswered", {"question": "power", "answer": "pass", "by": "OTTO"}, about),
        ]
    )
    told = Dock(server).ask("GET", f"/v1/units/{name}").json()
    assert (told["lpn"], told["station"], told["station_name"], told["by"]) == (name, dock.station, "Dock 1", "OTTO")
    assert (told["rma_number"], told["state"], told["answers"]) == ("R1", "inspecting", {"power": "pass"})


def test_the_station_that_took_it_over_has_it_from_then_on(server: ServerProcess, dock: Dock, name: str) -> None:
    about, second = f"unit:{name}", Dock(server)
    dock.send([Chain(dock.station).add("UnitReceived", {"rma_number": "R1", "by": "OTTO"}, about)])
    taken = {"from": "OTTO", "from_station": dock.station, "to": "BOB", "by": "BOB"}
    second.send([Chain(second.station).add("UnitTakenOver", taken, about)])
    told = dock.ask("GET", f"/v1/units/{name}").json()
    assert (told["station"], told["by"], told["rma_number"]) == (second.station, "BOB", "R1")


def test_a_unit_of_which_nobody_has_told_is_not_found(dock: Dock, failed: Check) -> None:
    failed(dock.ask("GET", "/v1/units/K7M22222T"), 404, "permanent")


def test_it_is_for_stations_only(server: ServerProcess, dock: Dock, failed: Check) -> None:
    failed(requests.get(f"{server.url}/v1/units/K7M22222T", timeout=20), 401, "auth")
    server.revoke(dock.station)
    failed(dock.ask("GET", "/v1/units/K7M22222T"), 403, "revoked")


def test_a_name_that_is_too_long_is_refused(dock: Dock, failed: Check) -> None:
    failed(dock.ask("GET", f"/v1/units/{'x' * 65}"), 422, "permanent")
