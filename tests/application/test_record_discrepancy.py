"""A difference is recorded with its evidence, or not at all."""

from __future__ import annotations

import pytest

from dockstation.application.record_discrepancy import Found
from dockstation.domain.discrepancy import FLOWS, DiscrepancyKind
from dockstation.domain.errors import DockstationError
from tests.application.desk import CLERK, Desk, a_shot


def photograph(desk: Desk, parcel_id: str, kind: DiscrepancyKind) -> None:
    for number in range(FLOWS[kind].photos):
        desk.record_discrepancy.photograph(parcel_id, kind, a_shot(f"{kind} {number}"), CLERK)


@pytest.mark.parametrize("kind", DiscrepancyKind)
def test_what_a_kind_asks_for_is_what_it_takes(desk: Desk, kind: DiscrepancyKind) -> None:
    parcel_id, flow = desk.opened(), FLOWS[kind]
    answer = flow.answers[0] if flow.answers else ""
    if flow.photos or flow.answers:
        with pytest.raises(DockstationError, match=r"discrepancy\."):
            desk.record_discrepancy(Found(kind, parcel_id), CLERK)
    photograph(desk, parcel_id, kind)
    recorded = desk.record_discrepancy(Found(kind, parcel_id, answer=answer, facts={"expected": "1"}), CLERK)
    assert len(recorded.photos) == flow.photos
    desk.reopen()
    with desk.store.unit_of_work() as work:
        assert work.discrepancies.of_parcel(parcel_id) == (recorded,)
    assert desk.kinds().count("DiscrepancyFound") == 1


def test_photos_taken_before_a_restart_still_count_and_count_once(desk: Desk) -> None:
    parcel_id, kind = desk.opened(), DiscrepancyKind.WEIGHT_OFF
    photograph(desk, parcel_id, kind)
    desk.reopen()
    assert len(desk.record_discrepancy.taken(parcel_id, kind)) == 1
    desk.record_discrepancy(Found(kind, parcel_id), CLERK)
    assert desk.record_discrepancy.taken(parcel_id, kind) == ()
    with pytest.raises(DockstationError, match=r"discrepancy\.photos"):
        desk.record_discrepancy(Found(kind, parcel_id), CLERK)


def test_a_withdrawn_difference_stays_in_the_history(desk: Desk) -> None:
    parcel_id, kind = desk.opened(), DiscrepancyKind.OUTSIDE_WINDOW
    recorded = desk.record_discrepancy(Found(kind, parcel_id), CLERK)
    desk.record_discrepancy.withdraw(recorded.discrepancy_id, "date was misread", CLERK)
    with desk.store.unit_of_work() as work:
        assert [each.withdrawn for each in work.discrepancies.of_parcel(parcel_id)] == [True]
    assert desk.kinds()[-2:] == ["DiscrepancyFound", "DiscrepancyWithdrawn"]
    with pytest.raises(DockstationError, match=r"discrepancy\.withdrawn"):
        desk.record_discrepancy.withdraw(recorded.discrepancy_id, "again", CLERK)
