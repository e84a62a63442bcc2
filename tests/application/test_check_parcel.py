"""Before a parcel is opened, what is amiss with its return is recorded, once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dockstation.application.record_discrepancy import Found
from dockstation.domain.discrepancy import FLOWS, DiscrepancyKind
from dockstation.domain.parcel import Condition, ParcelState
from dockstation.domain.rma import RmaStatus
from dockstation.domain.scan import parse
from tests.application.desk import CLERK, INSPECTOR, SUPERVISOR, Desk, a_shot
from tests.fakes.returns import a_return

CODE = "YT1234567890128"
LATE_AND_FLAGGED = replace(
    a_return("R2", tracking=(CODE,)), dispatched_at=None, flags=("abusive_returns",), lines=()
)  # fmt: skip


def known(desk: Desk, code: str = CODE) -> str:
    match = desk.identify(parse(code))
    assert match is not None
    return desk.arrive.known(match, CLERK).parcel_id


def record(desk: Desk, found: Found) -> None:
    for number in range(FLOWS[found.kind].photos):
        desk.record_discrepancy.photograph(found.parcel_id, found.kind, a_shot(f"{found.kind} {number}"), CLERK)
    desk.record_discrepancy(found, CLERK)


def test_nothing_is_due_of_a_return_as_it_should_be(desk: Desk) -> None:
    parcel_id = known(desk, "SF1234567890123")
    assert desk.check_parcel(parcel_id).due == ()
    assert desk.kinds() == ["ParcelArrived"]


def test_each_concern_is_due_until_it_is_recorded_also_after_a_restart(desk: Desk) -> None:
    desk.expect(LATE_AND_FLAGGED)
    desk.clock.advance(days=30)
    parcel_id = known(desk)
    late, flagged = desk.check_parcel(parcel_id).due
    assert (late.kind, late.rma_number) == (DiscrepancyKind.OUTSIDE_WINDOW, "R2")
    record(desk, late)
    desk.reopen()
    assert desk.check_parcel(known(desk)).due == (flagged,)
    record(desk, flagged)
    assert desk.check_parcel(parcel_id).due == ()
    assert desk.kinds().count("ParcelArrived") == 1


def test_a_withdrawn_concern_is_due_again(desk: Desk) -> None:
    desk.expect(replace(LATE_AND_FLAGGED, flags=()))
    desk.clock.advance(days=30)
    parcel_id = known(desk)
    (late,) = desk.check_parcel(parcel_id).due
    recorded = desk.record_discrepancy(late, CLERK)
    desk.record_discrepancy.withdraw(recorded.discrepancy_id, "misread", CLERK)
    assert desk.check_parcel(parcel_id).due == (late,)


def test_a_weight_far_from_that_of_the_goods_is_due_with_both(desk: Desk) -> None:
    parcel_id = known(desk, "SF1234567890123")
    desk.arrive.weigh(parcel_id, 780, "scale", CLERK)
    assert desk.check_parcel(parcel_id).due == ()
    desk.arrive.weigh(parcel_id, 300, "scale", CLERK)
    (off,) = desk.check_parcel(parcel_id).due
    assert (off.kind, off.facts) == (DiscrepancyKind.WEIGHT_OFF, {"expected_g": "780", "weight_g": "300"})
    record(desk, off)
    assert desk.check_parcel(parcel_id).due == ()


def test_the_weight_of_a_parcel_that_is_put_aside_is_not_asked_about_first(desk: Desk) -> None:
    desk.expect(a_return("R2", status=RmaStatus.REFUNDED, tracking=(CODE,)))
    parcel_id = known(desk)
    desk.arrive.weigh(parcel_id, 10, "hand", CLERK)
    assert desk.check_parcel(parcel_id).due[0].kind is DiscrepancyKind.RMA_REFUNDED


def test_a_strangers_parcel_that_was_left_shut_learns_whose_it_is_and_is_checked(desk: Desk) -> None:
    parcel_id = desk.arrived(CODE)
    desk.expect(a_return("R2", status=RmaStatus.CANCELLED, tracking=(CODE,)))
    assert known(desk) == known(desk) == parcel_id
    assert [each.kind for each in desk.check_parcel(parcel_id).due] == [DiscrepancyKind.RMA_CANCELLED]
    assert [body["rma_number"] for body in desk.bodies("ParcelMatched")] == ["R2"]


def test_a_parcel_that_is_open_is_not_asked_about_again(desk: Desk) -> None:
    parcel_id = desk.opened()
    desk.expect(a_return(version=9, status=RmaStatus.CANCELLED))
    assert desk.check_parcel(parcel_id).due == ()


@pytest.mark.parametrize("status", [RmaStatus.CANCELLED, RmaStatus.REFUNDED])
def test_a_closed_return_puts_its_parcel_aside_until_a_supervisor_lets_it_in(desk: Desk, status: RmaStatus) -> None:
    desk.expect(a_return("R2", status=status, tracking=(CODE,)))
    parcel_id = known(desk)
    (found,) = desk.check_parcel(parcel_id).due
    desk.record_discrepancy.photograph(parcel_id, found.kind, a_shot("label"), CLERK)
    assert desk.hold_parcel(found, CLERK).state is ParcelState.HELD
    assert desk.check_parcel(parcel_id).due == ()
    desk.hold_parcel.match(parcel_id, "R2", SUPERVISOR)
    assert desk.check_parcel(parcel_id).due == ()
    match = desk.identify(parse(CODE))
    assert match is not None
    assert desk.receive.open_parcel(match, INSPECTOR).state is ParcelState.OPENED


def test_what_was_noted_at_the_door_is_asked_about_until_it_is_recorded(desk: Desk) -> None:
    parcel_id = desk.arrive(parse("YT8812345678901"), CLERK).parcel.parcel_id
    assert desk.check_parcel(parcel_id).due == ()
    desk.arrive.note_condition(parcel_id, Condition.DAMAGED, CLERK)
    (due,) = desk.check_parcel(parcel_id).due
    assert due.kind is DiscrepancyKind.PARCEL_DAMAGED
    desk.record_discrepancy.photograph(parcel_id, due.kind, a_shot("box"), CLERK)
    desk.record_discrepancy(due, CLERK)
    assert desk.check_parcel(parcel_id).due == ()
