"""What has to be settled before a parcel is opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.opening import concerns
from dockstation.domain.rma import RmaStatus
from tests.fakes.returns import a_return

RMA = replace(a_return(), dispatched_at=None)
ENDS = RMA.window_ends
IN_TIME, LATE = "2026-03-08T23:59:59Z", "2026-03-09T00:00:01Z"


def test_a_return_as_it_should_be_asks_for_nothing():
    assert concerns(RMA, IN_TIME) == {}


def test_the_window_is_held_to_the_day_of_dispatch_where_it_is_known():
    sent_in_time = replace(RMA, dispatched_at=ENDS)
    assert concerns(sent_in_time, LATE) == {}
    sent_late = replace(RMA, dispatched_at=ENDS + timedelta(seconds=1))
    assert concerns(sent_late, IN_TIME)[DiscrepancyKind.OUTSIDE_WINDOW].keys() == {"window_ends", "dispatched_at"}


def test_without_a_day_of_dispatch_the_arrival_counts():
    assert concerns(RMA, LATE)[DiscrepancyKind.OUTSIDE_WINDOW].keys() == {"window_ends", "arrived_at"}


def test_both_a_late_and_a_flagged_return_are_asked_about_in_this_order():
    flagged = replace(RMA, flags=("something_else", "abusive_returns"))
    assert list(concerns(flagged, LATE)) == [DiscrepancyKind.OUTSIDE_WINDOW, DiscrepancyKind.FLAGGED_CUSTOMER]


@pytest.mark.parametrize("status", [RmaStatus.CANCELLED, RmaStatus.REFUNDED])
def test_a_closed_return_is_put_aside_and_asked_about_nothing_else(status):
    closed = replace(RMA, status=status, flags=("abusive_returns",))
    assert [kind.value for kind in concerns(closed, LATE)] == [f"rma_{status}"]
