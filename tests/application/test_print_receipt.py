"""A closed parcel's receipt on paper: what was found, what is missing, who and when."""

from __future__ import annotations

import pytest

from dockstation.application.dock_queries import DockQueries
from dockstation.application.ports.printer import PrinterFailed
from dockstation.application.ports.store import PrintState
from dockstation.application.record_discrepancy import Found
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.parcel import ParcelState
from dockstation.domain.weight import WeightRule
from tests.application.desk import CLERK, Desk
from tests.fakes.returns import IMEI

SHIRT = "06901234567892"


def closed(desk: Desk, *codes: str, missing: int = 0, later: int = 0) -> str:
    """A parcel with these items; ``missing`` and ``later`` are shirts."""
    parcel_id = desk.opened()
    for code in codes:
        desk.count(parcel_id, code)
    if missing:
        found = Found(DiscrepancyKind.MISSING, parcel_id, "R26110001", "2", facts={"missing": str(missing)})
        desk.photograph(found)
        desk.record_discrepancy(found, CLERK)
    desk.receive.close(parcel_id, CLERK, [("R26110001", "2")] if later else [])
    return parcel_id


def printed(desk: Desk) -> str:
    (data,) = desk.printer.received
    return data.decode()


def test_it_says_what_was_found_and_missing_and_who_closed_it_when(desk: Desk) -> None:
    parcel_id = closed(desk, IMEI, SHIRT, missing=1)
    job = desk.print_receipt(parcel_id, CLERK)
    assert (job.state, job.subject, job.layout) == (PrintState.SENT, f"parcel:{parcel_id}", "receipt")
    for told in ("RECEIPT", "Here 2 · found 2 of 3", "Missing: 1 × ", "A clerk", "Dock 1", "2026-03-02", "R26110001"):
        assert told in printed(desk)


def test_what_comes_in_another_parcel_is_not_missing(desk: Desk) -> None:
    desk.print_receipt(closed(desk, IMEI, later=2), CLERK)
    assert "Comes later: 2 × " in printed(desk)
    assert "Missing" not in printed(desk)


def test_a_whole_parcel_lacks_nothing(desk: Desk) -> None:
    desk.print_receipt(closed(desk, IMEI, SHIRT, SHIRT), CLERK)
    assert "Nothing is missing" in printed(desk)


def test_a_printer_that_fails_undoes_no_closing_and_the_next_print_is_the_same_job(desk: Desk) -> None:
    parcel_id = closed(desk, IMEI, SHIRT, SHIRT)
    desk.printer.failure = PrinterFailed("printer.unreachable", started=False)
    failed = desk.print_receipt(parcel_id, CLERK)
    with desk.store.unit_of_work() as work:
        assert work.parcels.get(parcel_id).state is ParcelState.CLOSED
    assert failed.state is PrintState.FAILED
    desk.printer.failure = None
    again = desk.print_receipt(parcel_id, CLERK)
    assert (again.job_id, again.state, again.copy) == (failed.job_id, PrintState.SENT, 0)


def test_one_that_came_out_already_comes_again_as_a_copy(desk: Desk) -> None:
    parcel_id = closed(desk, IMEI, SHIRT, SHIRT)
    desk.print_receipt(parcel_id, CLERK)
    assert desk.print_receipt(parcel_id, CLERK).copy == 1


def test_a_parcel_that_is_still_open_has_none(desk: Desk) -> None:
    parcel_id = desk.opened()
    with pytest.raises(DockstationError, match=r"parcel\.not_closed"):
        desk.print_receipt(parcel_id, CLERK)
    assert desk.printer.received == []


def test_it_is_not_taken_for_the_parcels_label(desk: Desk) -> None:
    parcel_id = closed(desk, IMEI, SHIRT, SHIRT)
    desk.print_receipt(parcel_id, CLERK)
    shown = DockQueries(desk.store, desk.clock, WeightRule()).parcel(parcel_id)
    assert shown.label is None
