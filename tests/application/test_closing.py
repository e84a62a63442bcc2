"""A parcel is closed when it was said what became of everything expected."""

from __future__ import annotations

import pytest

from dockstation.application.record_discrepancy import Found
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.parcel import ParcelState
from tests.application.desk import INSPECTOR, Desk
from tests.fakes.returns import IMEI, SHIRT_GTIN

RMA = "R26110001"
SHIRT = SHIRT_GTIN[1:]


def missing(desk: Desk, parcel_id: str, line_id: str, count: int) -> None:
    found = Found(DiscrepancyKind.MISSING, parcel_id, RMA, line_id, facts={"missing": str(count)})
    desk.photograph(found)
    desk.record_discrepancy(found, INSPECTOR)


def closed_body(desk: Desk) -> dict[str, object]:
    with desk.store.unit_of_work() as work:
        event = work.outbox.pending(100)[-1]
    assert event.kind == "ParcelClosed"
    return dict(event.body)


def sums(desk: Desk) -> list[tuple[int, ...]]:
    names = ("expected", "found", "missing", "later", "extra")
    lines = closed_body(desk)["lines"]
    assert isinstance(lines, list)
    return [tuple(each[name] for name in names) for each in lines]


def test_a_parcel_with_something_left_unsaid_stays_open(desk: Desk) -> None:
    parcel = desk.opened()
    desk.count(parcel, IMEI)
    with pytest.raises(DockstationError, match=r"parcel\.missing"):
        desk.receive.close(parcel, INSPECTOR)
    assert desk.queries.receive(parcel).parcel.state is ParcelState.OPENED
    assert desk.receipts.kept == {}


def test_a_closed_parcel_says_what_was_found_of_each_line_and_what_is_missing(desk: Desk) -> None:
    parcel = desk.opened()
    desk.count(parcel, IMEI)
    desk.count(parcel, SHIRT)
    missing(desk, parcel, "2", 1)
    desk.receive.close(parcel, INSPECTOR)
    assert sums(desk) == [(1, 1, 0, 0, 0), (2, 1, 1, 0, 0)]
    assert desk.receipts.kept[parcel].person == "Demo Operator"
    with pytest.raises(DockstationError, match=r"parcel\.not_open"):
        desk.count(parcel, SHIRT)


def test_what_comes_in_another_parcel_is_not_missing(desk: Desk) -> None:
    parcel = desk.opened()
    desk.count(parcel, IMEI)
    desk.receive.close(parcel, INSPECTOR, later={(RMA, "2")})
    assert sums(desk) == [(1, 1, 0, 0, 0), (2, 0, 0, 2, 0)]


def test_what_was_called_missing_and_is_found_after_all_is_missing_no_more(desk: Desk) -> None:
    parcel = desk.opened()
    desk.count(parcel, IMEI)
    missing(desk, parcel, "2", 2)
    desk.count(parcel, SHIRT)
    desk.receive.close(parcel, INSPECTOR)
    assert sums(desk)[1] == (2, 1, 1, 0, 0)


def test_a_parcel_with_nothing_in_it_is_an_empty_box_or_is_not_closed(desk: Desk) -> None:
    parcel = desk.opened()
    with pytest.raises(DockstationError, match=r"parcel\.empty"):
        desk.receive.close(parcel, INSPECTOR, later={(RMA, "1"), (RMA, "2")})
    found = Found(DiscrepancyKind.EMPTY_BOX, parcel, RMA)
    desk.photograph(found)
    desk.record_discrepancy(found, INSPECTOR)
    desk.receive.close(parcel, INSPECTOR)
    assert sums(desk) == [(1, 0, 1, 0, 0), (2, 0, 2, 0, 0)]
