"""Parcels that stations put aside are listed, and the office says whose they are."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.fakes.chain import Chain
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock, rma


def held(dock: Dock, chain: Chain, code: str, **more: Any) -> None:
    body = {"parcel_id": f"p-{code}", "code": code, "reason": "unknown_parcel", "rma_number": "", "photos": []} | more
    dock.send([chain.add("ParcelHeld", body, f"parcel:p-{code}")])


def listed(server: ServerProcess, station: str, **query: Any) -> list[dict[str, Any]]:
    items = server.admin("GET", "/v1/held", params=query).json()["items"]
    return [each for each in items if each["station"] == station]


def match(server: ServerProcess, code: str, number: str) -> requests.Response:
    headers = {"Authorization": f"Bearer {server.admin_token}"}
    asked = {"parcel_code": code, "rma_number": number}
    return requests.post(server.url + "/v1/held:match", json=asked, headers=headers, timeout=20)


def test_a_held_parcel_is_listed_with_its_photos_until_it_is_matched(
    server: ServerProcess, dock: Dock, name: str
) -> None:
    chain = Chain(dock.station)
    held(dock, chain, f"A-{name}", photos=[{"sha256": "a" * 64}])
    held(dock, chain, f"B-{name}", reason="rma_cancelled", rma_number=name)
    first, second = listed(server, dock.station)
    assert (first["code"], first["reason"], first["photos"]) == (f"A-{name}", "unknown_parcel", ["a" * 64])
    assert (second["reason"], second["rma_number"], second["matched_to"]) == ("rma_cancelled", name, "")
    assert listed(server, dock.station, after=first["event_id"]) == [second]
    dock.send([chain.add("ParcelMatched", {"code": f"A-{name}"}, f"parcel:p-A-{name}")])
    assert listed(server, dock.station) == [second]


def test_a_parcel_held_again_is_listed_once(server: ServerProcess, dock: Dock, name: str) -> None:
    chain = Chain(dock.station)
    held(dock, chain, name)
    dock.send([chain.add("ParcelMatched", {}, f"parcel:p-{name}")])
    held(dock, chain, name, reason="rma_refunded")
    assert [each["reason"] for each in listed(server, dock.station)] == ["rma_refunded"]


def test_a_match_gives_the_code_to_the_return_and_is_news_to_the_stations(
    server: ServerProcess, dock: Dock, name: str
) -> None:
    server.import_rmas([rma(name)])
    held(dock, Chain(dock.station), f"X-{name}")
    before = dock.ask("GET", "/v1/rmas/find", params={"code": name}).json()["items"][0]
    answer = match(server, f"X-{name}", name).json()
    (found,) = dock.ask("GET", "/v1/rmas/find", params={"code": f"X-{name}"}).json()["items"]
    assert (found["number"], found["tracking_numbers"]) == (name, [*before["tracking_numbers"], f"X-{name}"])
    assert found["version"] == answer["version"] > before["version"]
    assert [each["matched_to"] for each in listed(server, dock.station)] == [name]
    assert match(server, f"X-{name}", name).json() == answer


def test_what_nobody_holds_or_knows_is_not_matched(server: ServerProcess, dock: Dock, failed: Any, name: str) -> None:
    server.import_rmas([rma(name), rma(f"{name}-2")])
    assert failed(match(server, f"X-{name}", name), 404, "permanent")["type"].endswith(":held")
    held(dock, Chain(dock.station), f"T-{name}")
    assert failed(match(server, f"T-{name}", "R-NONE"), 404, "permanent")["type"].endswith(":rma")
    taken = failed(match(server, f"T-{name}", f"{name}-2"), 409, "permanent")
    assert (taken["type"].rpartition(":")[2], taken["rma_number"]) == ("code_taken", name)


@pytest.mark.parametrize("asked", [{}, {"parcel_code": "", "rma_number": "R1"}, {"parcel_code": "x" * 129}])
def test_a_match_that_makes_no_sense_is_refused(server: ServerProcess, failed: Any, asked: dict[str, str]) -> None:
    headers = {"Authorization": f"Bearer {server.admin_token}"}
    failed(requests.post(server.url + "/v1/held:match", json=asked, headers=headers, timeout=20), 422, "permanent")


def test_a_station_may_not_match(dock: Dock, failed: Any) -> None:
    failed(dock.ask("POST", "/v1/held:match", json={"parcel_code": "X", "rma_number": "R1"}), 401, "auth")


def test_a_body_in_another_form_spoils_no_list(server: ServerProcess, dock: Dock, name: str) -> None:
    chain = Chain(dock.station)
    dock.send([chain.add("ParcelHeld", {"code": 7}, "parcel:strange")])
    held(dock, chain, name)
    assert [each["code"] for each in listed(server, dock.station)] == [name]
