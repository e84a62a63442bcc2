"""What was done at the station reaches the server once, in order, whatever the line does."""

from __future__ import annotations

import pytest

from dockstation.application.ports.central import (
    CentralFailed,
    CursorExpired,
    EventResult,
    FailureClass,
    ResultKind,
    RmaPage,
    Settlement,
)
from dockstation.application.ports.store import Note
from dockstation.application.sync import BATCH, BATCH_BYTES, BATCHES_A_PASS, Pace, Pass, Sync
from dockstation.application.waiting import wait_after
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import parse
from tests.application.troubled import TroubledCentral, counts, recorded, sent, until_done
from tests.bench.many_returns import ManyReturns, one, order, serial, tracking
from tests.fakes.central import sample_rma


def test_a_whole_unit_goes_out_in_order_events_before_photos_and_nothing_is_left(desk, central, sync):
    lpn = desk.decided(screen="deep")
    until_done(sync)
    kinds = [event.kind for event in sorted(central.events.values(), key=lambda event: event.seq)]
    assert kinds[0] == "ParcelArrived"
    assert "InspectionCompleted" in kinds
    assert sent(central) == list(range(1, len(kinds) + 1))
    assert len(central.photos) == len(desk.queries.inspect(lpn).photos) == 3
    left = counts(desk)
    assert (left.pending, left.photos, left.oldest) == (0, 0, "")


def test_a_second_pass_sends_nothing_again(desk, central, sync):
    recorded(desk, count=3)
    assert sync.once().events == 3
    assert sync.once().events == 0
    assert central.calls == [[1, 2, 3]]


def test_more_than_a_batch_goes_out_in_several_and_says_so(desk, central, sync):
    recorded(desk, count=BATCHES_A_PASS * BATCH + 5)
    assert sync.once().more
    assert not sync.once().more
    assert [len(call) for call in central.calls] == [BATCH] * BATCHES_A_PASS + [5]


@pytest.mark.parametrize("letter", ["x", "退", "\x01", '"'])
def test_a_batch_fits_into_the_servers_limit_whatever_the_letters(desk, central, sync, letter):
    events = recorded(desk, count=7, text=letter * 60_000)
    until_done(sync)
    assert sent(central) == [1, 2, 3, 4, 5, 6, 7]
    size = len(str(events[0].body["text"]).encode()) * (6 if letter == "\x01" else 2 if letter == '"' else 1)
    assert max(len(call) for call in central.calls) == min(7, (BATCH_BYTES - 1000) // size)


def test_an_answer_that_is_lost_is_asked_for_again_and_all_is_stored_once(desk, central, sync):
    recorded(desk, count=3)
    central.answers_lost = 1
    with pytest.raises(CentralFailed, match=r"central\.timeout"):
        sync.once()
    assert counts(desk).pending == 3
    until_done(sync)
    assert counts(desk).pending == 0
    assert central.calls == [[1, 2, 3], [1, 2, 3]]
    assert len(central.events) == 3


def test_while_the_server_is_away_everything_is_kept_over_a_restart(desk, central, sync):
    central.down = True
    desk.decided()
    before = counts(desk)
    for _ in range(3):
        with pytest.raises(CentralFailed, match=r"central\.unreachable"):
            sync.once()
    desk.reopen()
    assert counts(desk) == before
    assert before.oldest.endswith("Z")
    central.down = False
    until_done(Sync(desk.store, desk.clock, central, desk.photos))
    assert (counts(desk).pending, counts(desk).photos) == (0, 0)


def test_a_batch_refused_for_good_is_halved_down_to_the_one_event_to_blame(desk, central, sync):
    good = recorded(desk, "unit:1", 6)
    bad, later = recorded(desk, "unit:2", 2)
    good += recorded(desk, "unit:3", 7)
    central.poison.add(bad.id)
    until_done(sync)
    assert [central.results[each.id].result for each in good] == [ResultKind.CREATED] * len(good)
    assert bad.id not in central.events
    found = counts(desk)
    assert (found.rejected, found.pending + found.parked) == (1, 1)
    assert len(central.calls) < 10
    asked = len(central.calls)
    more = recorded(desk, "unit:2") + recorded(desk, "unit:1")
    until_done(sync)
    assert central.calls[asked:] == [[more[1].seq]]
    assert later.id not in {each for call in central.calls[asked:] for each in call}


def test_an_event_that_the_server_rejects_by_itself_holds_back_its_unit_only(desk, central, sync):
    central.station = "another"
    recorded(desk, "unit:1")
    sync.once()
    central.station = "st-1"
    recorded(desk, "unit:1")
    other = recorded(desk, "unit:2")[0]
    until_done(sync)
    assert list(central.events) == [other.id]
    assert (counts(desk).rejected, counts(desk).pending) == (1, 1)


def test_what_contradicts_the_server_is_stored_and_shown_for_review(desk, central, sync):
    desk.decided()
    until_done(sync)
    assert counts(desk).review == 1
    assert counts(desk).rejected == 0


def test_a_server_that_lost_events_gets_them_again_and_what_waited_there_is_settled(desk, central, sync):
    recorded(desk, "unit:1", 2)
    until_done(sync)
    central.forget_events()
    recorded(desk, "unit:1")
    sync.once()
    assert (counts(desk).parked, counts(desk).pending) == (1, 2)
    until_done(sync)
    assert sorted(event.seq for event in central.events.values()) == [1, 2, 3]
    assert {each.result for each in central.results.values()} == {ResultKind.CREATED}
    assert (counts(desk).parked, counts(desk).pending) == (0, 0)


def test_a_server_that_goes_on_waiting_for_what_it_has_is_not_asked_for_ever(desk, central, sync):
    class Stubborn(TroubledCentral):
        def send_events(self, events):
            answers = super().send_events(events)
            return tuple(
                EventResult(each.event_id, ResultKind.WAITING_PREDECESSOR) if event.seq == 2 else each
                for event, each in zip(events, answers, strict=True)
            )

    stubborn = Stubborn()
    recorded(desk, "unit:1", 2)
    until_done(Sync(desk.store, desk.clock, stubborn, desk.photos))
    assert (counts(desk).parked, counts(desk).pending) == (1, 0)
    assert len(stubborn.calls) <= 4


def refused_for_good(desk, central):
    (event,) = recorded(desk)
    central.poison.add(event.id)
    Sync(desk.store, desk.clock, central, desk.photos).once()
    assert counts(desk).rejected == 1
    central.poison.clear()
    return event


def test_what_the_office_has_put_right_calls_for_nobody_here_any_more(desk, central):
    event = refused_for_good(desk, central)
    central.settle(event.id, "done", "Lee", "counted by hand")
    for _ in range(2):
        Sync(desk.store, desk.clock, central, desk.photos).once()
        with desk.store.unit_of_work() as work:
            receipt = work.outbox.get(event.id).receipt
        assert (receipt.verdict, receipt.noted_by, receipt.reason) == ("done", "Lee", "counted by hand")
        assert receipt.problem["code"] == "central.refused"
        assert (counts(desk).rejected, counts(desk).rejected_noted) == (1, 1)


def test_a_server_that_tells_of_records_it_was_not_asked_about_stops_nothing(desk, central):
    class Babbling(TroubledCentral):
        def settled(self, event_ids):
            return (Settlement("none", "done", "Lee", "", ""), *super().settled(event_ids))

    refused_for_good(desk, central)
    Sync(desk.store, desk.clock, Babbling(), desk.photos).once()
    assert (counts(desk).rejected, counts(desk).rejected_noted) == (1, 0)


def test_what_the_office_wants_sent_again_goes_in_the_same_pass(desk, central):
    event = refused_for_good(desk, central)
    central.settle(event.id, "send_again", "Lee", "the rules were wrong")
    assert Sync(desk.store, desk.clock, central, desk.photos).once().events == 1
    assert (counts(desk).pending, counts(desk).rejected) == (0, 0)
    assert event.id in central.events


def test_a_station_that_is_not_accepted_any_more_keeps_everything(desk, central):
    class Closed(TroubledCentral):
        def send_events(self, events):
            raise CentralFailed("central.revoked", FailureClass.REVOKED)

    recorded(desk, count=3)
    with pytest.raises(CentralFailed, match=r"central\.revoked"):
        Sync(desk.store, desk.clock, Closed(), desk.photos).once()
    assert (counts(desk).pending, counts(desk).rejected) == (3, 0)


def test_returns_come_page_by_page_and_only_news_after_that(desk, central, sync):
    central.expect(*[sample_rma(f"R{number:04}") for number in range(501)])
    first = sync.once()
    assert (first.rmas, first.more) == (501, False)
    central.expect(sample_rma("R0007", order_number="changed"))
    assert sync.once().rmas == 1
    with desk.store.unit_of_work() as work:
        assert work.rmas.count() == 502
        assert work.rmas.get("R0007").order_number == "changed"
        assert work.notes.get(Note.LAST_SYNC) == desk.clock.now().at


def test_a_long_snapshot_lets_events_go_out_in_between(desk):
    class Slow(TroubledCentral):
        def pull_rmas(self, cursor):
            number = int(cursor or 0)
            return RmaPage((sample_rma(f"R{number:04}"),), (), str(number + 1), number < 29)

    sync = Sync(desk.store, desk.clock, Slow(), desk.photos)
    first, second = sync.once(), sync.once()
    assert (first.rmas, first.more, second.rmas, second.more) == (20, True, 10, False)


def test_a_large_snapshot_comes_through_and_each_return_is_found_by_all_it_is_known_by(desk):
    Sync(desk.store, desk.clock, ManyReturns(1200), desk.photos).once()
    with desk.store.unit_of_work() as work:
        assert work.rmas.count() == 1201
    for n in (0, 599, 1199):
        for code in (f"DSRMA-{one(n).number}", order(n), tracking(n), f"S/N: {serial(n, 0)}"):
            assert desk.identify(parse(code)).rma == one(n)
    name, phone = one(700).lines[0].name.by_language["zh_CN"], one(700).phone_end
    assert one(700) in [each.match.rma for each in desk.search(f"{name[:4]} {phone}").entries]


def test_a_cursor_that_the_server_forgot_is_a_full_snapshot_and_no_failure(desk, central, sync):
    central.expect(sample_rma("R1"), sample_rma("R2"))
    sync.once()
    central.forget_cursors()
    with pytest.raises(CursorExpired):
        central.pull_rmas(central.asked[-1] or "elsewhere-1")
    assert sync.once().rmas == 2
    assert sync.once().rmas == 0


def test_a_return_that_the_server_withdrew_is_expected_no_more(desk, central):
    class Withdrawing(TroubledCentral):
        def pull_rmas(self, cursor):
            page = super().pull_rmas(cursor)
            return type(page)(page.items, ("R26110001",), page.cursor, page.more)

    Sync(desk.store, desk.clock, Withdrawing(), desk.photos).once()
    with desk.store.unit_of_work() as work:
        assert work.rmas.count() == 0


def test_a_server_that_always_promises_more_of_the_same_is_not_asked_for_ever(desk, central, sync):
    central.endless = True
    assert not sync.once().more


@pytest.mark.parametrize(("failures", "most"), [(0, 1), (1, 1), (2, 2), (5, 16), (9, 256), (10, 300), (10_000, 300)])
def test_the_wait_is_anything_up_to_a_ceiling_that_doubles_to_five_minutes(failures, most):
    assert wait_after(failures, 0, lambda: 1.0) == most
    assert wait_after(failures, 0, lambda: 0.25) == most / 4
    assert wait_after(failures, 0, lambda: 0.0) == 0


def test_the_server_may_ask_for_a_longer_wait_and_never_for_a_shorter_one():
    assert wait_after(1, 120, lambda: 0.5) == 120
    assert wait_after(10, 120, lambda: 1.0) == 300


def test_the_pace_keeps_in_mind_why_it_waits_and_forgets_it_with_the_next_success():
    pace = Pace(15, lambda: 0.5)
    assert pace.failed(CentralFailed("central.busy", FailureClass.LATER, 120)) == 120
    assert (pace.network, pace.problem, pace.floor) == ("offline", "central.busy", 120)
    assert pace.failed(CentralFailed("central.revoked", FailureClass.REVOKED)) == 1
    assert (pace.network, pace.failures, pace.floor) == ("enrol", 2, 0)
    pace.failed(CentralFailed("central.upgrade", FailureClass.UPGRADE))
    assert pace.network == "upgrade"
    assert pace.passed(Pass(0, 0, 0, more=True)) == 0
    assert (pace.passed(Pass(0, 0, 0, more=False)), pace.network, pace.problem) == (15, "online", "")
    pace.failed(DockstationError("disk.full"))
    assert (pace.network, pace.problem) == ("disk", "disk.full")
