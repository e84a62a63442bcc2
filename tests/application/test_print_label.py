"""A label is printed once, and what nobody knows is called unknown."""

import contextlib
import hashlib
from dataclasses import replace

import pytest

from dockstation.application.outbox import record
from dockstation.application.ports.printer import PrinterFailed
from dockstation.application.ports.store import PrintState
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.unit import UnitState
from tests.application.desk import INSPECTOR


def printed(desk, lpn):
    return desk.print_label.send(desk.print_label.queue(lpn, INSPECTOR).job_id, INSPECTOR)


def test_the_printer_gets_exactly_the_bytes_of_the_job(desk):
    lpn = desk.decided()
    job = printed(desk, lpn)
    assert job.state is PrintState.SENT
    assert [hashlib.sha256(data).hexdigest() for data in desk.printer.received] == [job.sha256]
    assert desk.queries.unit(lpn).state is UnitState.LABELLED


def test_a_printer_that_is_not_there_leaves_a_job_that_the_next_try_sends(desk):
    lpn = desk.decided()
    desk.printer.failure = PrinterFailed("printer.unreachable", started=False)
    first = printed(desk, lpn)
    assert first.state is PrintState.FAILED
    desk.printer.failure = None
    assert printed(desk, lpn).job_id == first.job_id
    assert len(desk.printer.received) == 1


def test_a_line_lost_after_the_first_byte_is_unknown_and_prints_again_only_as_a_marked_copy(desk):
    lpn = desk.decided()
    desk.printer.failure = PrinterFailed("printer.lost", started=True)
    assert printed(desk, lpn).state is PrintState.UNKNOWN
    assert desk.queries.unit(lpn).state is UnitState.DECIDED
    desk.printer.failure = None
    again = printed(desk, lpn)
    assert (again.copy, again.state, again.reason) == (1, PrintState.SENT, "not_printed")


def test_a_station_killed_while_sending_does_not_know_what_was_printed(desk):
    lpn = desk.decided()
    job = desk.print_label.queue(lpn, INSPECTOR)
    desk.print_label.spooling._claim(job.job_id)
    desk.reopen()
    desk.print_label.recover()
    assert desk.queries.decision(lpn, None).job.state is PrintState.UNKNOWN
    assert desk.print_label.confirm(lpn, INSPECTOR).state is PrintState.CONFIRMED
    assert desk.queries.unit(lpn).state is UnitState.LABELLED
    assert desk.printer.received == []


def test_a_printer_that_fails_as_nobody_foresaw_leaves_a_label_in_doubt_and_no_unit_stuck(desk):
    lpn = desk.decided()
    desk.printer.failure = ValueError("a driver's own")
    with pytest.raises(ValueError, match="driver"):
        printed(desk, lpn)
    desk.printer.failure = None
    assert desk.queries.decision(lpn, None).job.state is PrintState.UNKNOWN
    assert printed(desk, lpn).copy == 1


def test_a_label_for_a_printer_that_config_lost_can_still_be_moved_to_another(desk):
    lpn = desk.decided()
    job = desk.print_label.queue(lpn, INSPECTOR)
    with desk.store.unit_of_work() as work:
        work.spool.put(replace(job, printer="gone"))
        work.commit()
    with pytest.raises(DockstationError, match=r"printer\.unknown"):
        desk.print_label.send(job.job_id, INSPECTOR)
    assert desk.print_queue.move(job.job_id, "other", INSPECTOR).state is PrintState.QUEUED
    assert desk.print_queue.send(job.job_id, INSPECTOR).state is PrintState.SENT


def test_a_job_killed_before_sending_waits_and_is_the_one_sent(desk):
    lpn = desk.decided()
    job = desk.print_label.queue(lpn, INSPECTOR)
    desk.reopen()
    desk.print_label.recover()
    assert printed(desk, lpn).job_id == job.job_id


def test_a_job_being_sent_is_not_sent_a_second_time(desk):
    lpn = desk.decided()
    job = desk.print_label.queue(lpn, INSPECTOR)
    desk.print_label.spooling._claim(job.job_id)
    with pytest.raises(DockstationError, match=r"print\.unsettled"):
        desk.print_label.send(job.job_id, INSPECTOR)
    with pytest.raises(DockstationError, match=r"print\.unsettled"):
        desk.print_label.queue(lpn, INSPECTOR)


def test_a_label_that_somebody_has_in_hand_is_not_printed_again_without_a_reason(desk):
    lpn = desk.decided()
    job = desk.labelled(lpn)
    with pytest.raises(DockstationError, match=r"print\.no_reason"):
        desk.print_label.queue(lpn, INSPECTOR)
    copy = desk.print_queue.reprint(job.job_id, "lost", INSPECTOR)
    assert (copy.copy, copy.reason, copy.original) == (1, "lost", job.job_id)


def test_nothing_is_confirmed_that_was_never_sent(desk):
    lpn = desk.decided()
    with pytest.raises(DockstationError, match=r"print\.not_sent"):
        desk.print_label.confirm(lpn, INSPECTOR)


def test_a_unit_goes_only_into_a_container_that_takes_it(desk):
    lpn = desk.decided(screen="deep")
    printed(desk, lpn)
    with pytest.raises(DockstationError, match=r"container\.wrong"):
        desk.put_away(lpn, "RESTOCK-1", INSPECTOR)
    with pytest.raises(DockstationError, match=r"container\.unknown"):
        desk.put_away(lpn, "NOWHERE", INSPECTOR)
    assert desk.put_away(lpn, "REPAIR-1", INSPECTOR).state is UnitState.PUT_AWAY
    assert desk.queries.home().waiting == ()


def test_a_unit_without_its_label_is_not_put_away(desk):
    lpn = desk.decided(screen="deep")
    with pytest.raises(DockstationError, match=r"unit\.transition"):
        desk.put_away(lpn, "REPAIR-1", INSPECTOR)


def test_the_label_of_a_unit_says_what_was_found_wrong_with_it(desk):
    label = desk.print_label.preview(desk.decided(screen="deep"), INSPECTOR).rows.decode()
    assert "|Screen scratched|" in label


def fill(desk):
    """From now on the database takes no page more."""
    with desk.store.unit_of_work() as work:
        connection = work.notes._connection
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def give_room(desk):
    with desk.store.unit_of_work() as work:
        work.notes._connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


def use_up(desk):
    """Every page that is there as well."""
    with contextlib.suppress(DockstationError):
        for size in [4000] * 200 + [400] * 20 + [40] * 20:
            with desk.store.unit_of_work() as work:
                record(work, desk.clock, Fact("unit:other", "QuestionAnswered", {"filler": "x" * size}))
                work.commit()


def test_what_was_printed_while_the_disk_was_full_is_noted_when_there_is_room(desk):
    lpn = desk.decided()
    job = desk.print_label.queue(lpn, INSPECTOR)
    sent = desk.printer.send

    def send(data):
        sent(data)
        fill(desk)
        use_up(desk)

    desk.printer.send = send
    with pytest.raises(DockstationError, match=r"disk\.full"):
        desk.print_label.send(job.job_id, INSPECTOR)
    assert desk.queries.decision(lpn, None).job.state is PrintState.SENDING
    with pytest.raises(DockstationError, match=r"disk\.full"):
        desk.print_queue.settle_owed()
    give_room(desk)
    assert [each.state for each in desk.print_queue.settle_owed()] == [PrintState.SENT]
    assert desk.print_queue.settle_owed() == ()
    assert desk.queries.unit(lpn).state is UnitState.LABELLED
    assert len(desk.printer.received) == 1
