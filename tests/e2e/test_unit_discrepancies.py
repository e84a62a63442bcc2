"""What differs about an item or a line, by its name in the glossary: by scans and codes alone, to the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.receiving import Receiving
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import rma
from tests.ui.main_window.dock import Dock

TRACKING = "SF1990000000001"
SHIRT, PHONE = "06901234567892", "06923450657713"
IMEI, OTHER_IMEI = "356938035643809", "490154203237518"
STRANGER = "4006381333931"


def line(line_id: str, **changes: Any) -> dict[str, Any]:
    expected: dict[str, Any] = rma("R0")["lines"][0]
    return expected | {"line_id": line_id} | changes


def shirts(quantity: int = 2, **changes: Any) -> dict[str, Any]:
    more = {"sku": "TS-M-WH", "gtin": SHIRT, "category": "clothing", "quantity": quantity, "serials": []}
    return line("2", **more | {"accessories": [], "flags": []} | changes)


def phone(**changes: Any) -> dict[str, Any]:
    more = {"sku": "PH-12", "gtin": PHONE, "category": "phone", "quantity": 1, "serials": [IMEI], "flags": []}
    return line("1", **more | changes)


def a_return(*lines: dict[str, Any], number: str = "R26990001", tracking: str = TRACKING) -> dict[str, Any]:
    return rma(number, tracking_numbers=[tracking], lines=list(lines), flags=[])


@pytest.fixture
def receiving(dock: Dock, film: Path, tmp_path: Path) -> Iterator[Receiving]:
    with ServerProcess(tmp_path / "server") as server:
        yield Receiving(dock, server, film)


def opened(receiving: Receiving, *lines: dict[str, Any]) -> None:
    receiving.begin(a_return(*lines))
    receiving.dock.scan(TRACKING)
    receiving.dock.reach("receive")


def count(receiving: Receiving, *codes: str) -> None:
    """Items that nothing differs about."""
    for code in codes:
        before = len(receiving.dock.sight.units)
        receiving.dock.scan(code)
        receiving.dock.until(lambda sight, n=before + 1: sight.stage == "receive" and len(sight.units) == n)  # type: ignore[misc]  # lambda


def shown(receiving: Receiving, kind: str, photos: int = 1, answer: int = 0, then: str = "receive") -> None:
    """Its page, with the evidence that it asks for."""
    receiving.asked(kind)
    receiving.photograph(photos)
    if answer:
        receiving.dock.scan(f"DSCMD-{answer}")
    receiving.confirm(then)


def found(receiving: Receiving, kind: str, photos: int = 1) -> dict[str, Any]:
    """The one difference that the server has got, with its photos."""
    (body,) = [each for each in receiving.bodies("DiscrepancyFound") if each["kind"] == kind]
    assert len(body["photos"]) == photos
    receiving.dock._qtbot.waitUntil(lambda: receiving.photos_there(body["photos"]), timeout=10_000)
    return body


def closed(receiving: Receiving) -> list[tuple[int, ...]]:
    (body,) = receiving.bodies("ParcelClosed")
    names = ("expected", "found", "missing", "later", "extra")
    return [tuple(each[name] for name in names) for each in body["lines"]]


def close(receiving: Receiving) -> None:
    receiving.dock.scan("DSCMD-CONFIRM")
    receiving.dock.reach("home")


def problem(receiving: Receiving, kind: str) -> None:
    """What only a person sees, chosen by its number."""
    receiving.dock.scan("DSCMD-PROBLEM")
    receiving.dock.reach("problem")
    kinds = [each.value for each in receiving.dock.window.flow.problem.kinds]
    receiving.dock.scan(f"DSCMD-{kinds.index(kind) + 1}")


def test_missing(receiving: Receiving) -> None:
    opened(receiving, phone(), shirts())
    count(receiving, IMEI, SHIRT)
    receiving.dock.scan("DSCMD-NEXT")
    receiving.dock.reach("asking")
    receiving.dock.scan("DSCMD-1")
    shown(receiving, "missing", then="asking")
    close(receiving)
    body = found(receiving, "missing")
    assert (body["line_id"], body["lpn"], body["facts"]["missing"]) == ("2", "", "1")
    assert closed(receiving) == [(1, 1, 0, 0, 0), (2, 1, 1, 0, 0)]


def test_missing_that_comes_in_another_parcel(receiving: Receiving) -> None:
    opened(receiving, shirts())
    count(receiving, SHIRT)
    receiving.dock.scan("DSCMD-NEXT")
    receiving.dock.reach("asking")
    receiving.dock.scan("DSCMD-2")
    receiving.dock.until(lambda sight: "Close parcel" in sight.question)
    close(receiving)
    assert closed(receiving) == [(2, 1, 0, 1, 0)]
    assert receiving.bodies("DiscrepancyFound") == []


def test_missing_accessory(receiving: Receiving) -> None:
    opened(receiving, phone())
    count(receiving, IMEI)
    problem(receiving, "missing_accessory")
    shown(receiving, "missing_accessory")
    assert found(receiving, "missing_accessory")["lpn"] == receiving.dock.sight.units[0][0]


def test_extra(receiving: Receiving) -> None:
    opened(receiving, shirts(1))
    count(receiving, SHIRT)
    receiving.dock.scan(SHIRT)
    shown(receiving, "extra")
    receiving.dock.scan("DSCMD-NEXT")
    receiving.dock.reach("home")
    body = found(receiving, "extra")
    assert (body["line_id"], body["facts"]["found"]) == ("2", "2")
    assert receiving.bodies("UnitReceived")[-1]["line_id"] == ""
    assert closed(receiving) == [(1, 1, 0, 0, 1)]


def test_wrong_item(receiving: Receiving) -> None:
    opened(receiving, shirts())
    receiving.dock.scan(STRANGER)
    shown(receiving, "wrong_item", answer=2)
    body = found(receiving, "wrong_item")
    (unit,) = receiving.bodies("UnitReceived")
    assert (body["answer"], body["lpn"]) == ("sent_by_us", unit["lpn"])
    assert (unit["line_id"], unit["found_as"]) == ("", "0" + STRANGER)


def test_serial_mismatch(receiving: Receiving) -> None:
    opened(receiving, phone())
    receiving.dock.scan(PHONE)
    receiving.dock.reach("asking")
    receiving.dock.scan(OTHER_IMEI)
    shown(receiving, "serial_mismatch", answer=1)
    body = found(receiving, "serial_mismatch")
    assert (body["answer"], body["facts"]) == ("our_mis_shipment", {"expected": IMEI, "found": OTHER_IMEI})
    assert receiving.bodies("UnitReceived")[0]["serial"] == OTHER_IMEI


def test_serial_before(receiving: Receiving) -> None:
    again = a_return(phone(), number="R26990002", tracking="SF1990000000002")
    receiving.begin(a_return(phone()), again)
    receiving.dock.scan(TRACKING)
    receiving.dock.reach("receive")
    count(receiving, IMEI)
    receiving.dock.scan("DSCMD-NEXT")
    receiving.dock.reach("home")
    receiving.dock.scan("SF1990000000002")
    receiving.dock.reach("receive")
    receiving.dock.scan(IMEI)
    shown(receiving, "serial_before", answer=1)
    first, second = receiving.bodies("UnitReceived")
    body = found(receiving, "serial_before")
    assert (body["answer"], body["lpn"]) == ("returned_again", second["lpn"])
    assert body["facts"]["other_lpn"] == first["lpn"]


def test_expired(receiving: Receiving) -> None:
    opened(receiving, shirts())
    receiving.dock.scan(f"(01){SHIRT}(17)240131")
    shown(receiving, "expired")
    body = found(receiving, "expired")
    assert (body["facts"]["use_by"], body["line_id"]) == ("2024-01-31", "2")


@pytest.mark.parametrize(("kind", "photos"), [("recalled", 0), ("hazardous", 1)])
def test_recalled_and_hazardous(receiving: Receiving, kind: str, photos: int) -> None:
    opened(receiving, shirts(flags=[kind]))
    receiving.dock.scan(SHIRT)
    shown(receiving, kind, photos)
    assert found(receiving, kind, photos)["lpn"] == receiving.bodies("UnitReceived")[0]["lpn"]


def test_counterfeit(receiving: Receiving) -> None:
    opened(receiving, shirts())
    count(receiving, SHIRT)
    problem(receiving, "counterfeit")
    shown(receiving, "counterfeit", photos=2)
    assert found(receiving, "counterfeit", photos=2)["lpn"] == receiving.dock.sight.units[0][0]


def test_empty_box(receiving: Receiving) -> None:
    opened(receiving, phone(), shirts())
    receiving.dock.scan("DSCMD-NEXT")
    receiving.dock.reach("asking")
    receiving.dock.scan("DSCMD-1")
    shown(receiving, "empty_box", photos=2, then="asking")
    close(receiving)
    assert found(receiving, "empty_box", photos=2)["lpn"] == ""
    assert closed(receiving) == [(1, 0, 1, 0, 0), (2, 0, 2, 0, 0)]


def test_wrong_item_is_inspected_like_any_other_and_waits_for_its_owner(receiving: Receiving) -> None:
    receiving.begin(a_return(shirts()), badge="ANNA")
    dock = receiving.dock
    dock.scan(TRACKING)
    dock.reach("receive")
    dock.scan(STRANGER)
    shown(receiving, "wrong_item", answer=1)
    dock.scan("DSCMD-CONFIRM")
    dock.reach("inspect")
    while (sight := dock.until(lambda sight: bool(sight.step))).step != "done":
        dock.scan("DSCMD-1" if sight.step == "answer" else "DSCMD-CONFIRM")
        dock.until(lambda after, before=sight: (after.question, after.step) != (before.question, before.step))  # type: ignore[misc]  # lambda
    dock.scan("DSCMD-CONFIRM")
    dock.reach("decision")
    assert "InspectionCompleted" in receiving.sent()
    (outcome,) = receiving.server.outcomes()
    assert (outcome["line_id"], outcome["disposition"], outcome["resolution"]) == ("", "quarantine", "refuse")
