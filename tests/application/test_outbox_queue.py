"""What the server refused or doubts: seen, tried again or taken note of, and never thrown away."""

from __future__ import annotations

import pytest

from dockstation.application.outbox import record
from dockstation.application.outbox_queue import OutboxQueue, Part, Side
from dockstation.application.ports.central import EventResult, ResultKind
from dockstation.application.ports.outbox import EntryState
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from tests.application.desk import INSPECTOR, SUPERVISOR

AT = "2026-11-20T08:30:01.000Z"
BODY = {"grade": "B", "disposition": "RESALE", "serial": "S1", "rma_number": "R26110001"}


@pytest.fixture
def queue(desk) -> OutboxQueue:
    return OutboxQueue(desk.store, desk.clock)


def happened(desk, *facts):
    with desk.store.unit_of_work() as work:
        events = [record(work, desk.clock, fact) for fact in facts]
        work.commit()
    return events


def said(desk, event, result, **problem):
    with desk.store.unit_of_work() as work:
        work.outbox.settle([EventResult(event.id, result, AT, problem)])
        work.commit()


def rejected(desk):
    first, then = happened(desk, *(Fact("unit:1", "QuestionAnswered", {"n": n}) for n in range(2)))
    said(desk, first, ResultKind.REJECTED, type="urn:dockstation:problem:body")
    return first, then


def test_what_was_refused_is_shown_with_what_waits_behind_it(desk, queue):
    first, then = rejected(desk)
    (other,) = happened(desk, Fact("unit:2", "QuestionAnswered", {}))
    view = queue.first()
    assert (view.part, [each.entry.event.id for each in view.told]) == (Part.REJECTED, [first.id])
    assert (view.told[0].about, view.told[0].behind) == ("1", 1)
    waiting = queue.view(Part.WAITING)
    assert [(each.entry.event.id, each.stuck) for each in waiting.told] == [(then.id, True), (other.id, False)]
    assert (waiting.count(Part.WAITING), waiting.count(Part.REJECTED)) == (2, 1)


def test_a_supervisor_has_it_tried_again_and_what_waited_behind_it_goes_too(desk, queue):
    first, then = rejected(desk)
    queue.send_again(first.id, SUPERVISOR)
    with desk.store.unit_of_work() as work:
        assert [each.id for each in work.outbox.pending(9)] == [first.id, then.id]
        assert work.outbox.get(first.id).receipt.problem == {}


def test_who_took_note_is_kept_and_the_strip_no_longer_calls_for_it(desk, queue):
    first, _then = rejected(desk)
    assert desk.queries.sync("").rejected == 1
    queue.take_note(first.id, SUPERVISOR)
    receipt = queue.view(Part.REJECTED).told[0].entry.receipt
    assert (receipt.noted_by, receipt.received_at) == (SUPERVISOR.badge, AT)
    assert receipt.problem["type"].endswith("body")
    assert desk.queries.sync("").rejected == 0
    assert queue.first().part is Part.WAITING


@pytest.mark.parametrize("act", ["send_again", "take_note"])
def test_nobody_but_a_supervisor_settles_it_and_nothing_that_was_not_refused(desk, queue, act):
    first, then = rejected(desk)
    with pytest.raises(DockstationError, match=r"role\.forbidden"):
        getattr(queue, act)(first.id, INSPECTOR)
    with pytest.raises(DockstationError, match=r"outbox\.not_rejected"):
        getattr(queue, act)(then.id, SUPERVISOR)
    with pytest.raises(DockstationError, match=r"outbox\.unknown"):
        getattr(queue, act)("none", SUPERVISOR)
    assert queue.view(Part.REJECTED).told[0].entry.state is EntryState.REJECTED


def test_two_inspections_that_differ_stand_side_by_side(desk, queue):
    (event,) = happened(desk, Fact("unit:1", "InspectionCompleted", BODY, 3))
    first = {"event_id": "e", "station": "Dock 1", "grade": "A", "serial": "S1", "disposition": "RESALE"}
    said(desk, event, ResultKind.NEEDS_REVIEW, type="urn:dockstation:problem:second_outcome", first=first)
    view = queue.first()
    assert view.part is Part.REVIEW
    assert Side("grade", "B", "A") in view.told[0].sides
    assert view.told[0].sides[0] == Side("station", event.station, "Dock 1")


def test_a_return_that_has_changed_stands_beside_what_was_inspected(desk, queue):
    (event,) = happened(desk, Fact("unit:1", "InspectionCompleted", BODY, 3))
    rma = {"number": "R26110001", "version": 4, "status": "cancelled"}
    said(desk, event, ResultKind.NEEDS_REVIEW, type="urn:dockstation:problem:rma_cancelled", rma=rma)
    sides = queue.view(Part.REVIEW).told[0].sides
    assert sides[1:] == (Side("version", "3", "4"), Side("status", "", "cancelled"))


def test_a_photo_that_waits_is_told_with_the_item_that_it_shows(desk, queue):
    lpn = desk.decided(screen="deep")
    assert {each.about for each in queue.view(Part.PHOTOS).photos} == {lpn}


def test_photos_that_were_refused_are_tried_again_together(desk, queue):
    with desk.store.unit_of_work() as work:
        for name in "ab":
            work.outbox.add_photo(name * 64, 1000)
        work.outbox.reject_photo("b" * 64)
        work.commit()
    view = queue.view(Part.PHOTOS)
    assert [(each.sha256[0], each.state) for each in view.photos] == [
        ("b", EntryState.REJECTED),
        ("a", EntryState.PENDING),
    ]
    assert view.counts.photo_bytes == 1000
    assert queue.send_photos_again(SUPERVISOR) == 1
    assert queue.view(Part.PHOTOS).counts.photos == 2


def test_the_age_of_the_oldest_event_is_known_and_a_clock_set_back_makes_nothing_younger_than_new(desk, queue):
    happened(desk, Fact("unit:1", "QuestionAnswered", {}))
    desk.clock.advance(minutes=61, seconds=59)
    assert (queue.view(Part.WAITING).minutes, desk.queries.sync("").minutes) == (61, 61)
    desk.clock.advance(days=-1)
    assert queue.view(Part.WAITING).minutes == 0
