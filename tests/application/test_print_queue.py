"""The queue of labels: nothing is lost in it, and nothing comes out twice without a mark."""

from __future__ import annotations

import pytest

from dockstation.application.ports.printer import PrinterFailed, PrinterState
from dockstation.application.ports.store import PrintState
from dockstation.application.print_queue import Which
from dockstation.domain.errors import DockstationError
from dockstation.domain.overruling import Change
from tests.application.desk import INSPECTOR, SIGNED

UNREACHABLE = PrinterFailed("printer.unreachable", started=False)
LOST = PrinterFailed("printer.lost", started=True)


def printed(desk, failure=None):
    """The job of a parcel's label, after a try to send it."""
    desk.printer.failure = failure
    number = desk.print_queue.view(Which.ALL).counts[Which.ALL]
    job = desk.parcel_label.print(desk.arrived(f"SF123456789{number:04}"), INSPECTOR)
    desk.printer.failure = None
    return job


def refused(code, act, *words):
    with pytest.raises(DockstationError) as error:
        act(*words, INSPECTOR)
    assert error.value.code == code


def test_the_queue_shows_what_failed_and_what_is_in_doubt(desk):
    lost, failed = printed(desk, LOST), printed(desk, UNREACHABLE)
    view = desk.print_queue.view(Which.ALL)
    assert [job.job_id for job in view.jobs] == [failed.job_id, lost.job_id]
    assert view.counts == {Which.WAITING: 0, Which.FAILED: 1, Which.UNKNOWN: 1, Which.ALL: 2}
    assert [job.failure for job in desk.print_queue.view(Which.UNKNOWN).jobs] == ["printer.lost"]
    assert desk.printer.encode(view.jobs[0].picture) == failed.data


def test_a_reprint_is_a_marked_copy_linked_to_the_first_with_its_reason(desk):
    lost = printed(desk, LOST)
    again = desk.print_queue.reprint(lost.job_id, "not_printed", INSPECTOR)
    assert (again.copy, again.original, again.reason, again.content.copy) == (1, lost.job_id, "not_printed", 1)
    assert desk.print_queue.send(again.job_id, INSPECTOR).state is PrintState.SENT
    third = desk.print_queue.reprint(again.job_id, "damaged", INSPECTOR)
    assert (third.copy, third.original) == (2, lost.job_id)
    assert len(desk.printer.received) == 1


def test_nothing_is_printed_again_without_a_reason_or_before_the_first_one_was_sent(desk):
    failed, sent = printed(desk, UNREACHABLE), printed(desk)
    refused("print.not_sent", desk.print_queue.reprint, failed.job_id, "damaged")
    refused("print.no_reason", desk.print_queue.reprint, sent.job_id, " ")
    refused("print.no_reason", desk.print_queue.void, sent.job_id, "")
    assert desk.print_queue.view(Which.ALL).counts[Which.ALL] == 2


def test_a_label_in_hand_is_confirmed_and_asked_about_no_more(desk):
    lost = printed(desk, LOST)
    assert desk.print_queue.confirm(lost.job_id, INSPECTOR).state is PrintState.CONFIRMED
    assert desk.print_queue.view(Which.UNKNOWN).jobs == ()


def test_voiding_a_printed_label_prints_one_to_stick_over_it(desk):
    sent = desk.print_label.send(desk.print_label.queue(desk.decided(), INSPECTOR).job_id, INSPECTOR)
    over = desk.print_queue.void(sent.job_id, "wrong_item", INSPECTOR)
    assert over.content.void
    assert over.picture != sent.picture
    assert desk.print_queue.send(over.job_id, INSPECTOR).state is PrintState.SENT
    assert desk.queries.decision(sent.content.lpn, None).job is None
    fresh = desk.print_label.queue(sent.content.lpn, INSPECTOR)
    assert (fresh.copy, fresh.content.void) == (2, False)


def test_voiding_what_was_never_printed_only_takes_it_out(desk):
    failed = printed(desk, UNREACHABLE)
    assert desk.print_queue.void(failed.job_id, "wrong_item", INSPECTOR) is None
    assert desk.print_queue.release("label", INSPECTOR).sent == ()
    refused("print.unsettled", desk.print_queue.send, failed.job_id)
    refused("print.unsettled", desk.print_queue.void, failed.job_id, "again")


def test_nothing_more_can_be_done_with_the_labels_of_a_decision_that_fell(desk):
    queue, lpn = desk.print_queue, desk.decided()
    sent = desk.print_label.send(desk.print_label.queue(lpn, INSPECTOR).job_id, INSPECTOR)
    waiting = queue.reprint(sent.job_id, "damaged", INSPECTOR)
    desk.override(lpn, Change(disposition="scrap"), "safety", SIGNED, INSPECTOR)
    for job in (sent, waiting):
        refused("print.stale", queue.send, job.job_id)
        refused("print.stale", queue.confirm, job.job_id)
        refused("print.stale", queue.reprint, job.job_id, "damaged")
        refused("print.stale", queue.void, job.job_id, "wrong_content")
        refused("print.stale", queue.move, job.job_id, "other")
    desk.clock.advance(minutes=5)
    assert queue.release("label", INSPECTOR).sent == ()
    assert [job.state for job in queue.view(Which.ALL).jobs] == [PrintState.STALE] * 2
    assert queue.view(Which.WAITING).jobs == ()
    assert len(desk.printer.received) == 1
    assert desk.print_label.queue(lpn, INSPECTOR).content.disposition == "scrap"


def test_a_decision_that_falls_while_its_label_is_printed_again_wins(desk, monkeypatch):
    lpn = desk.decided()
    sent = desk.print_label.send(desk.print_label.queue(lpn, INSPECTOR).job_id, INSPECTOR)
    draw = desk.print_label.spooling._renderer.bitmap

    def overridden_meanwhile(*asked):
        monkeypatch.undo()
        desk.override(lpn, Change(disposition="scrap"), "safety", SIGNED, INSPECTOR)
        return draw(*asked)

    monkeypatch.setattr(desk.print_label.spooling._renderer, "bitmap", overridden_meanwhile)
    refused("print.stale", desk.print_queue.reprint, sent.job_id, "damaged")
    assert [job.state for job in desk.print_queue.view(Which.ALL).jobs] == [PrintState.STALE]


def test_a_label_moves_to_another_printer_as_the_same_picture(desk):
    failed = printed(desk, UNREACHABLE)
    moved = desk.print_queue.move(failed.job_id, "other", INSPECTOR)
    assert desk.print_queue.send(moved.job_id, INSPECTOR).state is PrintState.SENT
    assert (desk.printer.received, desk.other.printed()) == ([], [failed.picture])


def test_only_what_was_not_printed_moves_and_only_to_a_printer_that_fits(desk):
    lost, failed = printed(desk, LOST), printed(desk, UNREACHABLE)
    refused("print.not_waiting", desk.print_queue.move, lost.job_id, "other")
    refused("print.other_resolution", desk.print_queue.move, failed.job_id, "fine")
    refused("printer.unknown", desk.print_queue.move, failed.job_id, "nobody")
    assert desk.print_queue.view(Which.FAILED).jobs[0].printer == "label"


def test_another_printer_gets_what_it_was_held_up_with_once_it_says_that_it_is_ready(desk):
    moved = desk.print_queue.move(printed(desk, UNREACHABLE).job_id, "other", INSPECTOR)
    desk.other.failure, desk.other.state = UNREACHABLE, PrinterState.PAPER_OUT
    desk.print_queue.send(moved.job_id, INSPECTOR)
    desk.other.failure = None
    assert desk.print_queue.release_others("label", INSPECTOR).sent == ()
    desk.other.state = PrinterState.READY
    assert [job.job_id for job in desk.print_queue.release_others("label", INSPECTOR).sent] == [moved.job_id]
    assert (len(desk.other.received), len(desk.printer.received)) == (1, 0)


def test_a_printer_that_is_back_gets_what_it_was_held_up_with_once_and_in_order(desk):
    first, second = printed(desk, UNREACHABLE), printed(desk, UNREACHABLE)
    released = desk.print_queue.release("label", INSPECTOR)
    assert [job.job_id for job in released.sent] == [first.job_id, second.job_id]
    assert desk.printer.printed() == [first.picture, second.picture]
    assert desk.print_queue.release("label", INSPECTOR).sent == ()


def test_a_printer_that_fails_again_keeps_the_rest(desk):
    jobs = [printed(desk, UNREACHABLE) for _ in range(3)]
    desk.printer.failure = UNREACHABLE
    assert [job.job_id for job in desk.print_queue.release("label", INSPECTOR).sent] == [jobs[0].job_id]
    assert desk.print_queue.view(Which.FAILED).counts[Which.FAILED] == 3


def test_what_has_waited_too_long_is_printed_only_when_a_person_says_so(desk):
    failed = printed(desk, UNREACHABLE)
    desk.clock.advance(minutes=11)
    released = desk.print_queue.release("label", INSPECTOR)
    assert (released.sent, released.late) == ((), 1)
    assert desk.print_queue.view(Which.FAILED).late == {failed.job_id}
    assert desk.print_queue.send(failed.job_id, INSPECTOR).state is PrintState.SENT


def test_the_queue_outlives_a_restart_and_what_was_being_sent_is_in_doubt(desk):
    failed = printed(desk, UNREACHABLE)
    going = desk.print_label.queue(desk.decided(), INSPECTOR)
    desk.print_label.spooling._claim(going.job_id)
    desk.reopen()
    desk.print_label.recover()
    states = {job.job_id: job.state for job in desk.print_queue.view(Which.ALL).jobs}
    assert states == {failed.job_id: PrintState.FAILED, going.job_id: PrintState.UNKNOWN}
    assert [job.job_id for job in desk.print_queue.release("label", INSPECTOR).sent] == [failed.job_id]
