"""What differs about a parcel, by its name in the glossary: by scans and command codes alone, to the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.receiving import Receiving
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import rma
from tests.ui.main_window.dock import Dock

STRANGER = "YT8812345678901"
GOOD = rma("R26990001", tracking_numbers=["SF1990000000001"])
ITEM = GOOD["lines"][0]["serials"][0]
HELD = ["ParcelArrived", "ParcelPhotographed", "DiscrepancyFound", "ParcelHeld"]


@pytest.fixture
def receiving(dock: Dock, film: Path, tmp_path: Path) -> Iterator[Receiving]:
    with ServerProcess(tmp_path / "server") as server:
        yield Receiving(dock, server, film)


def hold(receiving: Receiving) -> None:
    receiving.dock.scan(STRANGER)
    receiving.asked("unknown_parcel")
    receiving.photograph()
    receiving.confirm(then="home")


def test_unknown_parcel(receiving: Receiving) -> None:
    receiving.begin(GOOD)
    hold(receiving)
    receiving.dock.scan("SF1990000000001")
    receiving.dock.reach("receive")
    assert receiving.sent()[:4] == HELD
    (held,), (found,) = receiving.bodies("ParcelHeld"), receiving.bodies("DiscrepancyFound")
    assert (held["code"], held["reason"], held["rma_number"], held["by"]) == (STRANGER, "unknown_parcel", "", "CARL")
    assert (found["facts"]["server"], found["photos"]) == ("asked", held["photos"])
    receiving.dock._qtbot.waitUntil(lambda: receiving.photos_there(held["photos"]), timeout=10_000)
    (listed,) = receiving.server.admin("GET", "/v1/held").json()["items"]
    assert (listed["code"], listed["station"]) == (STRANGER, receiving.station)


def test_unknown_parcel_goes_on_after_a_stop_with_the_photo_taken(receiving: Receiving) -> None:
    receiving.begin(GOOD)
    receiving.dock.scan(STRANGER)
    receiving.asked("unknown_parcel")
    receiving.photograph()
    receiving.dock.window.close()
    receiving.dock.begin(badge="CARL")
    receiving.dock.scan(STRANGER)
    receiving.asked("unknown_parcel")
    receiving.confirm(then="home")
    assert receiving.sent() == HELD


def test_unknown_parcel_while_the_server_is_out_of_reach(receiving: Receiving) -> None:
    receiving.begin(GOOD)
    receiving.server.stop()
    hold(receiving)
    receiving.server.start()
    assert receiving.bodies("DiscrepancyFound")[0]["facts"]["server"] == "out_of_reach"


def test_unknown_parcel_scanned_again_while_held_counts_once(receiving: Receiving) -> None:
    receiving.begin(GOOD)
    hold(receiving)
    receiving.dock.scan(STRANGER)
    sight = receiving.dock.reach("held")
    assert (sight.banner, STRANGER in sight.said) == ("question", True)
    assert "Unknown parcel" in receiving.dock.said
    receiving.dock.scan("DSCMD-BACK")
    receiving.dock.reach("home")
    assert receiving.sent() == HELD


def test_unknown_parcel_matched_here_by_a_supervisor_alone(receiving: Receiving) -> None:
    receiving.begin(GOOD)
    hold(receiving)
    dock = receiving.dock
    dock.scan("DSCMD-HELD")
    dock.reach("held")
    assert "Only a supervisor" in dock.said
    dock.scan("DSRMA-R26990001")
    assert "Carl" in dock.until(lambda sight: sight.banner == "reject").said
    dock.scan("DSID-SUE")
    dock.until(lambda _sight: "Scan the label or type the number" in dock.said)
    dock.scan("SF1990000000001")
    dock.until(lambda _sight: "Is it this return?" in dock.said)
    dock.scan("DSCMD-CONFIRM")
    dock.until(lambda _sight: "No parcel is put aside" in dock.said)
    dock.scan("DSCMD-BACK")
    dock.reach("home")
    dock.scan(STRANGER)
    assert dock.reach("receive").rma == "R26990001"
    (matched,) = receiving.bodies("ParcelMatched")
    assert (matched["code"], matched["rma_number"], matched["by"]) == (STRANGER, "R26990001", "SUE")
    assert receiving.sent() == [*HELD, "ParcelMatched", "ParcelOpened"]
    assert receiving.server.admin("GET", "/v1/held").json()["items"] == []


def test_unknown_parcel_matched_by_the_server(receiving: Receiving) -> None:
    receiving.begin(GOOD)
    hold(receiving)
    receiving.sent()
    asked = {"parcel_code": STRANGER, "rma_number": "R26990001"}
    receiving.server.admin("POST", "/v1/held:match", json=asked)
    receiving.dock.window.sync.now()
    receiving.dock.until(lambda sight: "The server knows" in sight.said)
    receiving.dock.scan(STRANGER)
    assert receiving.dock.reach("receive").rma == "R26990001"
    (matched,) = receiving.bodies("ParcelMatched")
    assert (matched["code"], matched["rma_number"], matched["by"]) == (STRANGER, "R26990001", "server")


@pytest.mark.parametrize("status", ["cancelled", "refunded"])
def test_rma_cancelled_and_rma_refunded(receiving: Receiving, status: str) -> None:
    receiving.begin(GOOD, rma("R26990002", status=status, tracking_numbers=["SF1990000000002"]))
    receiving.dock.scan("SF1990000000002")
    receiving.asked(f"rma_{status}")
    receiving.dock.scan("DSCMD-CONFIRM")
    assert "1 photos are needed" in receiving.dock.until(lambda sight: sight.banner == "reject").said
    receiving.photograph()
    receiving.confirm(then="home")
    receiving.dock.scan("SF1990000000001")
    receiving.dock.reach("receive")
    assert receiving.sent()[:4] == HELD
    (held,) = receiving.bodies("ParcelHeld")
    assert (held["reason"], held["rma_number"]) == (f"rma_{status}", "R26990002")


def test_outside_window(receiving: Receiving) -> None:
    late = rma("R26990003", tracking_numbers=["SF1990000000003"], dispatched_at="2026-12-24T00:00:00Z")
    receiving.begin(late)
    receiving.dock.scan("SF1990000000003")
    receiving.asked("outside_window")
    receiving.confirm(then="receive")
    receiving.dock.scan("DSCMD-PAUSE")
    receiving.dock.reach("home")
    receiving.dock.scan("DSRMA-R26990003")
    receiving.dock.reach("receive")
    assert receiving.sent() == ["ParcelArrived", "DiscrepancyFound", "ParcelOpened"]
    (found,) = receiving.bodies("DiscrepancyFound")
    assert found["kind"] == "outside_window"
    assert found["facts"]["dispatched_at"].startswith("2026-12-24")


def test_flagged_customer(receiving: Receiving) -> None:
    receiving.begin(rma("R26990004", tracking_numbers=["SF1990000000004"], flags=["abusive_returns"]))
    receiving.dock.scan("SF1990000000004")
    receiving.asked("flagged_customer")
    receiving.photograph(2)
    receiving.confirm(then="receive")
    (found,) = receiving.bodies("DiscrepancyFound")
    assert (found["kind"], found["rma_number"], len(found["photos"])) == ("flagged_customer", "R26990004", 2)


def test_weight_off(receiving: Receiving) -> None:
    receiving.begin(GOOD)
    dock = receiving.dock
    dock.scan("DSCMD-DOCK")
    dock.reach("dock")
    dock.scan("SF1990000000001")
    dock.scan("DSCMD-WEIGH", "DSCMD-9", "DSCMD-0", "DSCMD-WEIGH")
    dock.settle()
    dock.scan("DSCMD-BACK")
    dock.reach("home")
    dock.scan("SF1990000000001")
    receiving.asked("weight_off")
    receiving.photograph()
    receiving.confirm(then="receive")
    (found,) = receiving.bodies("DiscrepancyFound")
    assert (found["kind"], found["facts"]) == ("weight_off", {"expected_g": "420", "weight_g": "90"})


def test_unknown_parcel_taken_in_unopened_is_put_aside_when_its_turn_comes(receiving: Receiving) -> None:
    receiving.begin(GOOD)
    dock = receiving.dock
    dock.scan("DSCMD-DOCK")
    dock.reach("dock")
    dock.scan(STRANGER, "DSCMD-BACK")
    dock.reach("home")
    dock.scan("DSCMD-HELD")
    dock.reach("held")
    assert STRANGER in dock.said
    dock.scan("DSCMD-BACK")
    dock.reach("home")
    hold(receiving)
    assert [each for each in receiving.sent() if not each.startswith("Label")] == HELD


PARCEL_KINDS = {"empty_box": 2, "parcel_damaged": 1, "parcel_wet": 1, "parcel_opened": 1, "weight_off": 1}
"""By hand, in the order of their numbers, each with the photos that it asks for."""
ITEM_KINDS = {"missing_accessory": 1, "expired": 1, "recalled": 0, "hazardous": 1, "counterfeit": 2}


@pytest.mark.parametrize("kind", PARCEL_KINDS)
def test_parcel_kinds_said_by_hand(receiving: Receiving, kind: str) -> None:
    number, photos = list(PARCEL_KINDS).index(kind) + 1, PARCEL_KINDS[kind]
    receiving.begin(GOOD)
    receiving.dock.scan("SF1990000000001")
    receiving.dock.reach("receive")
    receiving.dock.scan("DSCMD-PROBLEM")
    receiving.dock.reach("problem")
    receiving.dock.scan(f"DSCMD-{number}")
    receiving.asked(kind)
    receiving.photograph(photos)
    receiving.confirm(then="receive")
    (found,) = receiving.bodies("DiscrepancyFound")
    assert (found["kind"], found["lpn"], len(found["photos"])) == (kind, "", photos)


@pytest.mark.parametrize("kind", ITEM_KINDS)
def test_item_kinds_said_by_hand(receiving: Receiving, kind: str) -> None:
    number, photos = list(ITEM_KINDS).index(kind) + 1, ITEM_KINDS[kind]
    receiving.begin(GOOD)
    receiving.dock.scan("SF1990000000001")
    receiving.dock.reach("receive")
    receiving.dock.scan(ITEM)
    lpn = receiving.dock.until(lambda sight: bool(sight.units)).units[0][0]
    receiving.dock.scan("DSCMD-PROBLEM")
    receiving.dock.reach("problem")
    receiving.dock.scan(f"DSCMD-{number}")
    receiving.asked(kind)
    receiving.photograph(photos)
    receiving.confirm(then="receive")
    (found,) = receiving.bodies("DiscrepancyFound")
    assert (found["kind"], found["lpn"], len(found["photos"])) == (kind, lpn, photos)
