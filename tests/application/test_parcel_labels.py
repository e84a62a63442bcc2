"""One label for each parcel that arrives, in their order, and none twice by itself."""

from __future__ import annotations

import pytest

from dockstation.application.dock_queries import DockQueries
from dockstation.application.ports.printer import PrinterFailed
from dockstation.application.ports.store import PrintState
from dockstation.application.record_discrepancy import Found
from dockstation.domain.arrival import EVIDENCE
from dockstation.domain.parcel import Condition
from dockstation.domain.scan import parse
from dockstation.domain.weight import WeightRule
from tests.application.desk import CLERK, a_shot

CODES = ("SF1234567890123", "YT8812345678901", "YT8812345678902")


def arrived(desk, count=3):
    return [desk.arrive(parse(code), CLERK).parcel.parcel_id for code in CODES[:count]]


def printed_all(desk, since=""):
    jobs = []
    while wanted := desk.parcel_label.next(since, ()):
        jobs.append(desk.parcel_label.print(wanted, CLERK))
    return jobs


def view(desk, began=""):
    return DockQueries(desk.store, desk.clock, WeightRule()).dock(began)


def test_every_parcel_gets_one_label_in_the_order_of_arrival(desk):
    ids = arrived(desk)
    jobs = printed_all(desk)
    assert [job.subject for job in jobs] == [f"parcel:{each}" for each in ids]
    assert all(job.state is PrintState.SENT for job in jobs)
    assert [any(code.encode() in data for data in desk.printer.received) for code in CODES] == [True] * 3
    arrived(desk)
    assert printed_all(desk) == []
    assert desk.kinds().count("LabelSent") == 3


def test_the_label_says_whose_it_is_when_it_came_and_that_nobody_knows(desk):
    arrived(desk, 2)
    printed_all(desk)
    known, stranger = desk.printer.received
    assert b"R26110001" in known
    assert b"|SF|" in known
    assert b"2026-03-02 16:00" in known
    assert b"UNKNOWN" not in known
    assert b"UNKNOWN" in stranger


def test_what_no_byte_went_out_for_is_sent_when_the_printer_is_there_again(desk):
    arrived(desk, 1)
    desk.printer.failure = PrinterFailed("printer.unreachable", started=False)
    failed = desk.parcel_label.print(desk.parcel_label.next("", ()), CLERK)
    assert failed.state is PrintState.FAILED
    assert view(desk).unlabelled == 1
    desk.printer.failure = None
    desk.reopen()
    assert [job.job_id for job in printed_all(desk)] == [failed.job_id]
    assert view(desk).unlabelled == 0


def test_a_label_that_may_have_come_out_is_printed_again_by_a_person_only_and_as_a_copy(desk):
    (parcel_id,) = arrived(desk, 1)
    desk.printer.failure = PrinterFailed("printer.lost", started=True)
    assert desk.parcel_label.print(parcel_id, CLERK).state is PrintState.UNKNOWN
    desk.printer.failure = None
    assert printed_all(desk) == []
    assert view(desk).latest[0].label is PrintState.UNKNOWN
    again = desk.parcel_label.print(parcel_id, CLERK)
    assert (again.copy, again.state) == (1, PrintState.SENT)


def test_a_station_killed_between_arrival_and_label_prints_it_at_its_next_start(desk):
    arrived(desk, 2)
    desk.reopen()
    desk.print_label.recover()
    assert len(printed_all(desk)) == 2


def test_one_that_cannot_be_drawn_holds_up_no_other(desk):
    first, second = arrived(desk, 2)
    assert desk.parcel_label.next("", {first}) == second


def test_the_counts_are_of_the_run_and_of_the_day(desk):
    arrived(desk, 1)
    desk.clock.advance(hours=1)
    began = desk.arrive.begin_run()
    arrived(desk, 3)
    shown = view(desk, began)
    assert (shown.run, shown.today) == (2, 3)
    assert [each.parcel.code for each in shown.latest] == list(reversed(CODES))
    assert shown.latest[-1].customer == "王**"
    desk.clock.advance(days=1)
    assert view(desk, began).today == 0


@pytest.mark.parametrize("condition", [Condition.DAMAGED, Condition.WET, Condition.OPENED])
def test_a_parcel_that_is_not_intact_wants_its_photo_even_after_a_restart(desk, condition):
    parcel_id = arrived(desk, 1)[0]
    desk.arrive.note_condition(parcel_id, condition, CLERK)
    desk.reopen()
    wanted, kind = view(desk).wanted
    assert (wanted.parcel.parcel_id, kind) == (parcel_id, EVIDENCE[condition])
    desk.record_discrepancy.photograph(parcel_id, kind, a_shot("box"), CLERK)
    desk.record_discrepancy(Found(kind, parcel_id), CLERK)
    assert view(desk).wanted is None
