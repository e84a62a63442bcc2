"""Parcels at the door, by scans and command codes alone, to the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.receiving import Receiving
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import rma
from tests.ui.main_window.dock import Dock

STRANGER = "YT8812345678901"
TRACKED = "SF1990000000001"
GOOD = rma("R26990001", tracking_numbers=[TRACKED])
GOODS_G = sum(line["quantity"] * line["weight_g"] for line in GOOD["lines"])


@pytest.fixture
def receiving(dock: Dock, film: Path, tmp_path: Path) -> Iterator[Receiving]:
    with ServerProcess(tmp_path / "server") as server:
        receiving = Receiving(dock, server, film)
        receiving.begin(GOOD)
        dock.scan("DSCMD-DOCK")
        dock.reach("dock")
        yield receiving


def arrive(receiving: Receiving, code: str) -> None:
    before = receiving.dock.sight.run
    receiving.dock.scan(code)
    receiving.dock.until(lambda sight: sight.run == before + 1)


def asked_for(receiving: Receiving, asking: str) -> None:
    receiving.dock.until(lambda sight: sight.asking == asking)


@pytest.mark.parametrize("condition", ["damaged", "wet", "opened"])
def test_parcel_damaged_wet_or_opened_in_transit(receiving: Receiving, condition: str) -> None:
    arrive(receiving, TRACKED)
    receiving.dock.scan(f"DSCMD-{condition.upper()}")
    asked_for(receiving, "photo")
    receiving.dock.scan(STRANGER, "DSCMD-PHOTO")
    asked_for(receiving, "")
    receiving.dock.until(lambda sight: sight.run == 2)
    told = [each for each in receiving.sent() if not each.startswith("Label")]
    assert told == [
        "ParcelArrived",
        "ParcelConditionNoted",
        "ParcelPhotographed",
        "DiscrepancyFound",
        "ParcelArrived",
    ]
    (noted,), (found,) = receiving.bodies("ParcelConditionNoted"), receiving.bodies("DiscrepancyFound")
    assert (noted["condition"], noted["rma_number"]) == (condition, "R26990001")
    assert (found["kind"], found["code"], found["by"]) == (f"parcel_{condition}", TRACKED, "CARL")
    receiving.dock._qtbot.waitUntil(lambda: receiving.photos_there(found["photos"]), timeout=10_000)


def test_the_same_parcel_again(receiving: Receiving) -> None:
    arrive(receiving, TRACKED)
    arrive(receiving, STRANGER)
    receiving.dock.scan(STRANGER, "DSRMA-R26990001")
    receiving.dock.until(lambda sight: sight.parcel == TRACKED and "Counted once" in receiving.dock.said)
    assert receiving.dock.sight.run == 2
    assert [body["code"] for body in receiving.bodies("ParcelArrived")] == [TRACKED, STRANGER]


@pytest.mark.parametrize(("number", "reason"), [(1, "destroyed"), (2, "not_ours")])
def test_parcel_refused(receiving: Receiving, number: int, reason: str) -> None:
    arrive(receiving, TRACKED)
    receiving.dock.scan("DSCMD-REFUSED")
    asked_for(receiving, "reason")
    receiving.dock.scan(f"DSCMD-{number}")
    asked_for(receiving, "photo")
    receiving.dock.scan("DSCMD-PHOTO")
    asked_for(receiving, "")
    (refused,) = receiving.bodies("ParcelRefused")
    assert (refused["code"], refused["reason"], refused["by"]) == (TRACKED, reason, "CARL")
    assert len(refused["photos"]) == 1
    receiving.dock._qtbot.waitUntil(lambda: receiving.photos_there(refused["photos"]), timeout=10_000)


def test_weight_far_from_expected(receiving: Receiving) -> None:
    arrive(receiving, TRACKED)
    receiving.dock.scan("DSCMD-WEIGH", "DSCMD-7", "DSCMD-CONFIRM")
    receiving.dock.until(lambda _sight: "0.007 kg, expected about" in receiving.dock.said)
    receiving.dock.scan("DSCMD-BACK")
    receiving.dock.reach("home")
    receiving.dock.scan(TRACKED)
    receiving.asked("weight_off")
    receiving.photograph()
    receiving.confirm(then="receive")
    (weighed,), (found,) = receiving.bodies("ParcelWeighed"), receiving.bodies("DiscrepancyFound")
    assert (weighed["weight_g"], weighed["how"]) == (7, "hand")
    assert (found["kind"], found["facts"]["expected_g"]) == ("weight_off", str(GOODS_G))


def test_parcels_taken_in_without_the_server_reach_it_later(receiving: Receiving) -> None:
    receiving.server.stop()
    arrive(receiving, TRACKED)
    arrive(receiving, STRANGER)
    receiving.server.start()
    told = receiving.bodies("ParcelArrived")
    assert [(body["code"], body["rma_number"], body["carrier"]) for body in told] == [
        (TRACKED, "R26990001", "sf"),
        (STRANGER, "", "yto"),
    ]


def test_weight_far_from_expected_of_a_parcel_that_lies_open(receiving: Receiving) -> None:
    receiving.dock.scan("DSCMD-BACK")
    receiving.dock.reach("home")
    receiving.dock.scan(TRACKED)
    receiving.dock.reach("receive")
    receiving.dock.scan("DSCMD-WEIGH")
    receiving.dock.reach("weighing")
    receiving.dock.scan("DSCMD-9", "DSCMD-CONFIRM")
    receiving.asked("weight_off")
    receiving.photograph()
    receiving.confirm(then="receive")
    (weighed,), (found,) = receiving.bodies("ParcelWeighed"), receiving.bodies("DiscrepancyFound")
    assert (weighed["weight_g"], weighed["how"]) == (9, "hand")
    assert (found["kind"], found["facts"]["weight_g"]) == ("weight_off", "9")


def test_a_parcel_noted_as_wet_and_left_without_its_photo_is_asked_about_before_it_is_opened(
    receiving: Receiving,
) -> None:
    arrive(receiving, TRACKED)
    receiving.dock.scan("DSCMD-WET")
    asked_for(receiving, "photo")
    receiving.dock.scan("DSCMD-BACK")
    receiving.dock.reach("home")
    receiving.dock.scan(TRACKED)
    receiving.asked("parcel_wet")
    receiving.photograph()
    receiving.confirm(then="receive")
    assert [body["kind"] for body in receiving.bodies("DiscrepancyFound")] == ["parcel_wet"]
