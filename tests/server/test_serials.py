"""Which units came with a serial number, for the station that has just counted an item with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from dockstation.server.store.database import Database
from dockstation.server.store.engine import MIGRATIONS
from tests.fakes.chain import WHEN, Chain
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock

Check = Callable[[requests.Response, int, str], dict[str, Any]]


def test_another_station_hears_where_it_came_before(server: ServerProcess, dock: Dock, name: str) -> None:
    chain, about = Chain(dock.station), f"unit:{name}"
    dock.send([chain.add("UnitReceived", {"rma_number": "R1", "serial": f"SN{name}"}, about)])
    dock.send([chain.add("InspectionStarted", {"checklist": "phone", "version": 1}, about)])
    (told,) = Dock(server).ask("GET", f"/v1/serials/SN{name}").json()["items"]
    assert told == {
        "lpn": name, "station": dock.station, "station_name": "Dock 1", "rma_number": "R1",
        "received_at": WHEN.at, "state": "inspecting",
    }  # fmt: skip


def test_units_of_several_stations_come_in_the_order_in_which_the_server_heard_of_them(
    server: ServerProcess, dock: Dock, name: str
) -> None:
    second, body = Dock(server), {"rma_number": "R1", "serial": f"SN{name}"}
    second.send([Chain(second.station).add("UnitReceived", body, f"unit:{name}1")])
    dock.send([Chain(dock.station).add("UnitReceived", body, f"unit:{name}0")])
    told = dock.ask("GET", f"/v1/serials/SN{name}").json()["items"]
    assert [(each["lpn"], each["station"]) for each in told] == [
        (f"{name}1", second.station), (f"{name}0", dock.station),
    ]  # fmt: skip


def test_a_serial_number_that_nobody_has_told_of_is_no_failure(dock: Dock, name: str) -> None:
    assert dock.ask("GET", f"/v1/serials/SN{name}").json() == {"items": []}


def test_a_station_that_voids_a_unit_it_took_over_takes_it_back(server: ServerProcess, dock: Dock, name: str) -> None:
    second, about = Dock(server), f"unit:{name}"
    dock.send([Chain(dock.station).add("UnitReceived", {"serial": f"SN{name}"}, about)])
    second.send([Chain(second.station).add("UnitVoided", {"serial": f"SN{name}"}, about)])
    assert dock.ask("GET", f"/v1/serials/SN{name}").json() == {"items": []}


def test_it_is_for_stations_only(server: ServerProcess, dock: Dock, failed: Check) -> None:
    failed(requests.get(f"{server.url}/v1/serials/SN1", timeout=20), 401, "auth")
    server.revoke(dock.station)
    failed(dock.ask("GET", "/v1/serials/SN1"), 403, "revoked")


@pytest.mark.parametrize("serial", ["", "x" * 257])
def test_what_no_serial_number_looks_like_is_refused(dock: Dock, failed: Check, serial: str) -> None:
    failed(dock.ask("GET", f"/v1/serials/{serial}"), 422, "permanent")


def test_one_with_a_line_break_is_not_found_and_the_description_says_so(
    server: ServerProcess, dock: Dock, failed: Check
) -> None:
    failed(dock.ask("GET", "/v1/serials/a%0Ab"), 404, "permanent")
    described = requests.get(f"{server.url}/v1/openapi.json", timeout=20).json()
    assert "404" in described["paths"]["/v1/serials/{serial}"]["get"]["responses"]


def test_what_came_before_the_update_is_known_after_it(tmp_path: Path) -> None:
    """Two units with one serial number, one of them voided, and one whose event still waits."""
    chain = Chain("S1")
    kept = [chain.add("UnitReceived", {"rma_number": f"R{n}", "serial": "SN"}, f"unit:U{n}") for n in (1, 2, 3)]
    kept.append(chain.add("UnitVoided", {"serial": "SN"}, "unit:U2"))
    waiting = chain.add("UnitReceived", {"serial": "SN"}, "unit:U4")
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'server.db'}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        connection.exec_driver_sql("INSERT INTO stations VALUES ('S1', 'Dock 1', 'K7M', '2026-11-20', 0)")
        for event in (*kept, waiting):
            result = "waiting_predecessor" if event is waiting else "created"
            _store(connection, event.as_message(), result)
    engine.dispose()
    database = Database(tmp_path / "server.db")
    with database.reading() as work:
        assert [(each.lpn, each.rma_number) for each in work.serials.units("SN", 9)] == [("U1", "R1"), ("U3", "R3")]
    database.close()


def _store(connection: sa.Connection, event: dict[str, Any], result: str) -> None:
    receipt = (event["id"], event["hash"], result, "", "2026-11-20T08:30:01.000Z", 1)
    connection.exec_driver_sql("INSERT INTO receipts VALUES (?, ?, ?, ?, ?, ?)", receipt)
    names = ("id", "station", "epoch", "seq", "aggregate", "prev_event", "kind", "hash", "prev_hash")
    values = (*(event[name] for name in names), json.dumps(event))
    connection.exec_driver_sql("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
