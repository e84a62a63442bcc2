"""Counting and closing at the window, by scans, keys and touch: what has to be known is asked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.domain.rma import Rma
from dockstation.domain.unit import UnitState
from tests.fakes.returns import IMEI, SHIRT_GTIN, a_return
from tests.ui.main_window.dock import LABEL, Dock

PHONE = "6923450657713"
OTHER_IMEI = "490154203237518"
STRANGER = "4006381333931"


def other_return() -> Rma:
    rma = a_return("R26110002", tracking=("YT9876543210987",))
    return replace(rma, lines=(replace(rma.lines[0], serials=(OTHER_IMEI,)),))


def expect(dock: Dock, *rmas: Rma) -> None:
    store = SqlStore(dock.data / "station.db")
    with store.unit_of_work() as work:
        work.rmas.put(rmas)
        work.commit()
    store.close()


def counted(dock: Dock, units: int) -> None:
    dock.until(lambda sight: sight.stage == "receive" and len(sight.units) == units)


def evidence(dock: Dock, kind: str, photos: int = 1, answer: str = "") -> None:
    """The page of a difference, done by command codes."""
    dock.until(lambda sight: sight.discrepancy == kind)
    for taken in range(photos):
        dock.scan("DSCMD-PHOTO")
        dock.until(lambda sight, wanted=taken + 1: sight.photos == wanted)  # type: ignore[misc]  # lambda
    if answer:
        dock.scan(f"DSCMD-{answer}")
    dock.settle()
    dock.scan("DSCMD-CONFIRM")


@pytest.fixture
def bench(dock: Dock, film: Path) -> Dock:
    """A dock with a camera that gives pictures, its parcel open."""
    dock.configure(camera=film, cooldown=0)
    window = dock.begin()
    dock._qtbot.waitUntil(lambda: window.camera.newest is not None)
    dock.open_parcel()
    return dock


def test_goods_with_serial_numbers_ask_for_the_items_own(bench: Dock) -> None:
    bench.scan(PHONE)
    sight = bench.reach("asking")
    assert sight.question == "Scan the serial number"
    bench.scan(IMEI)
    counted(bench, 1)
    assert bench.events("UnitReceived")[0]["serial"] == IMEI


def test_a_serial_number_that_cannot_be_read_is_taken_in_with_a_photo(bench: Dock) -> None:
    bench.scan(PHONE)
    bench.reach("asking")
    bench.scan("DSCMD-1")
    evidence(bench, "serial_mismatch", answer="3")
    counted(bench, 1)


def test_going_back_from_a_question_counts_nothing(bench: Dock) -> None:
    bench.scan(PHONE)
    bench.reach("asking")
    bench.press(Qt.Key.Key_Escape)
    counted(bench, 0)


def test_goods_without_codes_are_picked_by_number(bench: Dock) -> None:
    bench.scan("DSCMD-PICK")
    assert bench.reach("asking").options == ("0", "1", "none")
    bench.scan("DSCMD-2")
    counted(bench, 1)
    bench.press(Qt.Key.Key_F3)
    bench.reach("asking")
    bench.tap("None of these")
    evidence(bench, "wrong_item", answer="1")
    counted(bench, 2)
    assert [each["line_id"] for each in bench.events("UnitReceived")] == ["2", ""]


def test_the_last_step_is_undone_and_its_licence_plate_never_comes_again(bench: Dock) -> None:
    bench.scan(SHIRT_GTIN)
    counted(bench, 1)
    bench.scan("DSCMD-UNDO")
    counted(bench, 0)
    bench.scan("DSCMD-UNDO")
    assert "nothing to take back" in bench.until(lambda sight: sight.banner == "reject").said
    bench.scan(IMEI)
    counted(bench, 1)
    bench.press(Qt.Key.Key_F7)
    counted(bench, 0)
    assert [each["reason"] for each in bench.events("UnitVoided")] == ["undo", "undo"]
    assert len({each["lpn"] for each in bench.events("UnitReceived")}) == 2


def test_any_unit_is_voided_with_its_reason(bench: Dock) -> None:
    bench.scan(IMEI, SHIRT_GTIN)
    counted(bench, 2)
    first = bench.sight.units[0][0]
    bench.scan("DSCMD-VOID")
    bench.reach("asking")
    bench.scan(first)
    bench.until(lambda sight: "Why" in sight.question)
    bench.scan("DSCMD-1")
    counted(bench, 1)
    (event,) = bench.events("UnitVoided")
    assert (event["lpn"], event["reason"]) == (first, "counted_twice")
    bench.scan(first)
    assert "was voided" in bench.until(lambda sight: sight.banner == "reject").said


def test_an_item_of_another_return_makes_that_one_this_parcels_too(dock: Dock) -> None:
    expect(dock, other_return())
    dock.begin()
    dock.count_phone()
    dock.scan(OTHER_IMEI)
    assert "R26110002" in dock.reach("asking").question
    dock.scan("DSCMD-1")
    counted(dock, 2)
    assert dock.events("RmaAdded")[0]["added"] == "R26110002"
    assert dock.events("UnitReceived")[-1]["rma_number"] == "R26110002"


def test_another_label_in_a_parcel_is_this_ones_too_or_another_parcels(dock: Dock) -> None:
    expect(dock, other_return())
    dock.begin()
    dock.count_phone()
    dock.scan("DSRMA-R26110002")
    dock.reach("asking")
    dock.scan("DSCMD-1")
    counted(dock, 1)
    assert "R26110002" in dock.said
    dock.scan("DSRMA-R26120005")
    dock.until(lambda sight: "R26120005" in sight.question)
    dock.settle()
    dock.scan("DSCMD-2")
    dock.until(lambda sight: sight.rma == "R26120005")
    dock.scan(LABEL)
    dock.until(lambda sight: sight.rma == "R26110001")


def test_an_item_too_many_is_taken_in_and_can_be_worked_on(bench: Dock) -> None:
    bench.scan(SHIRT_GTIN, SHIRT_GTIN)
    counted(bench, 2)
    bench.scan(SHIRT_GTIN)
    evidence(bench, "extra")
    counted(bench, 3)
    assert "1 too many" in bench.said
    bench.scan(bench.sight.units[-1][0])
    bench.reach("inspect")


def test_a_parcel_with_everything_in_it_is_closed_by_one_code(dock: Dock) -> None:
    dock.begin()
    dock.open_parcel()
    dock.scan(IMEI)
    counted(dock, 1)
    dock.scan("DSCMD-PICK")
    dock.reach("asking")
    dock.scan("DSCMD-1")
    counted(dock, 2)
    dock.scan(SHIRT_GTIN)
    counted(dock, 3)
    dock.scan("DSCMD-NEXT")
    assert "is done" in dock.reach("home").said
    (receipt,) = (dock.data / "receipts").iterdir()
    assert receipt.read_bytes().startswith(b"%PDF")


def lines(dock: Dock) -> list[tuple[Any, ...]]:
    body = dock.events("ParcelClosed")[-1]
    return [tuple(each[name] for name in ("expected", "found", "missing", "later")) for each in body["lines"]]


def test_what_is_missing_is_said_once_more_and_recorded(bench: Dock) -> None:
    bench.scan(IMEI)
    counted(bench, 1)
    bench.scan("DSCMD-NEXT")
    assert "2 × White T-shirt" in bench.reach("asking").question
    bench.scan("DSCMD-1")
    evidence(bench, "missing")
    assert "Close parcel" in bench.until(lambda sight: sight.stage == "asking").question
    assert "2 missing" in bench.said
    bench.scan("DSCMD-CONFIRM")
    bench.reach("home")
    assert lines(bench) == [(1, 1, 0, 0), (2, 0, 2, 0)]


def test_what_comes_in_another_parcel_records_nothing_missing(bench: Dock) -> None:
    bench.scan(SHIRT_GTIN)
    counted(bench, 1)
    bench.scan("DSCMD-NEXT")
    bench.reach("asking")
    bench.scan("DSCMD-3")
    bench.until(lambda sight: "Close parcel" in sight.question)
    bench.press(Qt.Key.Key_Return)
    bench.reach("home")
    assert lines(bench) == [(1, 0, 0, 1), (2, 1, 0, 1)]
    assert bench.events("DiscrepancyFound") == []


def test_a_closing_that_is_left_goes_on_counting(bench: Dock) -> None:
    bench.scan(IMEI)
    counted(bench, 1)
    bench.scan("DSCMD-NEXT")
    bench.reach("asking")
    bench.scan("DSCMD-BACK")
    counted(bench, 1)
    bench.scan(SHIRT_GTIN)
    counted(bench, 2)


def test_a_box_with_nothing_in_it_is_closed_as_empty(bench: Dock) -> None:
    bench.scan("DSCMD-NEXT")
    assert "Nothing was found" in bench.reach("asking").question
    bench.scan("DSCMD-1")
    evidence(bench, "empty_box", photos=2)
    bench.until(lambda sight: "Close parcel" in sight.question)
    bench.scan("DSCMD-CONFIRM")
    bench.reach("home")
    assert lines(bench) == [(1, 0, 1, 0), (2, 0, 2, 0)]


def test_each_count_prints_its_licence_plate_without_holding_up_the_next(
    dock: Dock, printer: object, tray: Path
) -> None:
    dock.configure(plates="licence_plate")
    dock.begin()
    dock.open_parcel()
    dock.scan(IMEI, SHIRT_GTIN)
    counted(dock, 2)
    log = tray / "printer.jsonl"
    dock._qtbot.waitUntil(lambda: len(dock.events("LabelSent")) == 2, timeout=10_000)
    read = {code["text"] for line in log.read_text("utf-8").splitlines() for code in json.loads(line)["codes"]}
    assert read == {lpn for lpn, _state in dock.sight.units}
    assert all(state is UnitState.RECEIVED for _lpn, state in dock.sight.units)


def test_a_licence_plate_that_was_not_printed_is_said_and_printed_later(dock: Dock) -> None:
    dock.configure(plates="licence_plate")
    dock.begin()
    dock.count_phone()
    dock.until(lambda sight: "was not printed" in sight.said)
    assert "no label" in dock.said
    dock.scan("DSCMD-PRINT")
    dock._qtbot.waitUntil(lambda: len(dock.events("LabelFailed")) == 2, timeout=10_000)
    assert len(dock.events("LabelQueued")) == 1


def whole_parcel(dock: Dock) -> None:
    """The whole return in a parcel that is closed, at a station that prints receipts."""
    dock.configure(cooldown=0)
    config = dock.config / "station.toml"
    config.write_text(config.read_text("utf-8") + "\n[dock]\nprint_receipt = true\n", "utf-8")
    dock.begin()
    dock.open_parcel()
    dock.scan(IMEI, SHIRT_GTIN)
    counted(dock, 2)
    dock.scan(SHIRT_GTIN)
    counted(dock, 3)
    dock.scan("DSCMD-NEXT")
    dock.reach("home")


def test_closing_prints_a_receipt_where_the_station_is_set_to(dock: Dock, printer: object, tray: Path) -> None:
    whole_parcel(dock)
    dock._qtbot.waitUntil(lambda: len(dock.events("LabelSent")) == 1, timeout=10_000)
    (sent,) = dock.events("LabelSent")
    (line,) = (tray / "printer.jsonl").read_text("utf-8").splitlines()
    assert [code["text"] for code in json.loads(line)["codes"]] == [sent["code"]]
    assert sent["layout"] == "receipt"


def test_a_receipt_that_was_not_printed_is_said_and_the_parcel_stays_closed(dock: Dock) -> None:
    whole_parcel(dock)
    dock.until(lambda sight: sight.banner == "reject" and "receipt of parcel" in sight.said)
    assert len(dock.events("ParcelClosed")) == 1
    assert list((dock.data / "receipts").glob("*.pdf"))
