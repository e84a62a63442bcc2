"""Parcels at the door: taken in by one scan, counted once, looked at, weighed, refused."""

from dataclasses import replace

import pytest

from dockstation.domain.arrival import Refusal
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.parcel import Condition, ParcelState
from dockstation.domain.scan import parse
from tests.application.desk import CLERK, INSPECTOR, a_shot
from tests.fakes.returns import IMEI, a_return

STRANGER = "YT8812345678901"


def came(desk, code):
    return desk.arrive(parse(code), CLERK)


def bodies(desk, kind):
    with desk.store.unit_of_work() as work:
        return [event.body for event in work.outbox.pending(100) if event.kind == kind]


def refusal(code, work):
    with pytest.raises(DockstationError) as caught:
        work()
    assert caught.value.code == code
    return caught.value


def test_a_known_parcel_arrives_with_its_return_its_carrier_and_the_time(desk):
    arrival = came(desk, "SF1234567890123")
    parcel = arrival.parcel
    assert arrival.first
    assert (parcel.state, parcel.rma_numbers, parcel.carrier) == (ParcelState.ARRIVED, ("R26110001",), "sf")
    assert parcel.arrived_at == "2026-03-02T08:00:00.000Z"
    (body,) = bodies(desk, "ParcelArrived")
    assert (body["code"], body["rma_number"], body["carrier"], body["by"]) == (
        "SF1234567890123", "R26110001", "sf", "CLERK",
    )  # fmt: skip
    assert body["arrived_at"] == parcel.arrived_at
    desk.reopen()
    with desk.store.unit_of_work() as work:
        assert work.parcels.get(parcel.parcel_id) == parcel


def test_a_parcel_that_nobody_knows_arrives_as_a_strangers(desk):
    parcel = came(desk, STRANGER).parcel
    assert (parcel.code, parcel.rma_numbers, parcel.state) == (STRANGER, (), ParcelState.ARRIVED)
    assert parcel.carrier == "yto"


def test_a_parcel_scanned_again_is_counted_once_and_keeps_the_time_it_came_first(desk):
    first = came(desk, "SF1234567890123").parcel
    desk.clock.advance(minutes=5)
    again = came(desk, "SF1234567890123")
    assert (again.first, again.parcel) == (False, first)
    assert desk.kinds() == ["ParcelArrived"]


@pytest.mark.parametrize("codes", [("DSRMA-R26110001", "SF1234567890123"), ("SF1234567890123", "ORD-R26110001")])
def test_several_codes_on_one_box_are_one_parcel(desk, codes):
    first, second = (came(desk, code) for code in codes)
    assert (first.parcel.code, second.first) == ("SF1234567890123", False)
    assert second.parcel == first.parcel


def test_a_strangers_parcel_is_known_again_by_the_bare_number(desk):
    first = came(desk, STRANGER).parcel
    assert came(desk, "yt 8812345678901").parcel == first


def test_two_boxes_of_one_return_are_two_parcels_and_its_label_names_one_of_them(desk):
    with desk.store.unit_of_work() as work:
        work.rmas.put([a_return("R26110002", tracking=("SF1111111111111", "SF2222222222222"))])
        work.commit()
    boxes = [came(desk, code).parcel for code in ("SF1111111111111", "SF2222222222222")]
    assert len({box.parcel_id for box in boxes}) == 2
    assert came(desk, "DSRMA-R26110002").first is False
    assert len(desk.kinds()) == 2


def test_a_box_shared_by_two_returns_holds_both(desk):
    with desk.store.unit_of_work() as work:
        work.rmas.put([a_return(each, tracking=("SF3333333333333",)) for each in ("R26110003", "R26110004")])
        work.commit()
    assert came(desk, "SF3333333333333").parcel.rma_numbers == ("R26110003", "R26110004")


def test_the_code_of_two_returns_that_is_on_neither_box_is_not_guessed(desk):
    with desk.store.unit_of_work() as work:
        shared = [replace(a_return(each, tracking=()), order_number="260101-1234567") for each in ("R1", "R2")]
        work.rmas.put(shared)
        work.commit()
    refusal("rma.ambiguous", lambda: came(desk, "260101-1234567"))
    assert desk.kinds() == []


@pytest.mark.parametrize("code", [IMEI, "06901234567892", "(01)06901234567892(21)A1"])
def test_an_items_own_code_is_no_parcel(desk, code):
    refusal("parcel.no_parcel_code", lambda: came(desk, code))
    assert desk.kinds() == []


@pytest.mark.parametrize("code", ["DSCMD-WET", "DSID-ANNA", "<b>\x00"])
def test_what_is_no_code_of_a_parcel_changes_nothing(desk, code):
    refusal("scan.unknown_code", lambda: came(desk, code))
    assert desk.kinds() == []


def test_a_parcel_that_arrived_shut_is_opened_later_and_keeps_what_was_noted(desk):
    parcel = came(desk, "SF1234567890123").parcel
    desk.arrive.note_condition(parcel.parcel_id, Condition.WET, CLERK)
    assert desk.opened() == parcel.parcel_id
    view = desk.queries.receive(parcel.parcel_id)
    assert (view.parcel.condition, view.parcel.state) == (Condition.WET, ParcelState.OPENED)
    assert desk.kinds() == ["ParcelArrived", "ParcelConditionNoted", "ParcelOpened"]


@pytest.mark.parametrize("code", ["SF7777777777777", "DSRMA-R26110007"])
def test_a_strangers_parcel_whose_return_came_later_is_opened_under_it(desk, code):
    parcel = came(desk, code).parcel
    with desk.store.unit_of_work() as work:
        work.rmas.put([a_return("R26110007", tracking=("SF7777777777777",))])
        work.commit()
    assert desk.opened("SF7777777777777") == parcel.parcel_id
    assert desk.queries.receive(parcel.parcel_id).rma.number == "R26110007"


def test_the_condition_can_be_put_right_and_the_same_again_tells_nothing(desk):
    parcel_id = came(desk, STRANGER).parcel.parcel_id
    for condition in (Condition.DAMAGED, Condition.DAMAGED, Condition.INTACT):
        desk.arrive.note_condition(parcel_id, condition, CLERK)
    told = [(body["before"], body["condition"]) for body in bodies(desk, "ParcelConditionNoted")]
    assert told == [("", "damaged"), ("damaged", "intact")]


def test_a_parcel_is_refused_with_a_photo_and_a_reason_only(desk):
    parcel_id = came(desk, STRANGER).parcel.parcel_id
    refusal("discrepancy.photos", lambda: desk.arrive.refuse(parcel_id, Refusal.DESTROYED, CLERK))
    photo = desk.record_discrepancy.photograph(parcel_id, DiscrepancyKind.PARCEL_DAMAGED, a_shot("box"), CLERK)
    assert desk.arrive.refuse(parcel_id, Refusal.DESTROYED, CLERK).state is ParcelState.REFUSED
    (body,) = bodies(desk, "ParcelRefused")
    assert (body["reason"], body["photos"]) == ("destroyed", [{"sha256": photo.sha256}])
    assert came(desk, STRANGER).first is False
    refusal("parcel.too_late", lambda: desk.arrive.note_condition(parcel_id, Condition.WET, CLERK))


def test_a_parcel_that_was_opened_cannot_be_refused_any_more(desk):
    parcel_id = desk.opened()
    desk.record_discrepancy.photograph(parcel_id, DiscrepancyKind.PARCEL_DAMAGED, a_shot("box"), CLERK)
    refusal("parcel.transition", lambda: desk.arrive.refuse(parcel_id, Refusal.DESTROYED, CLERK))


def test_the_weight_is_kept_and_told_with_where_it_came_from(desk):
    parcel_id = came(desk, STRANGER).parcel.parcel_id
    assert desk.arrive.weigh(parcel_id, 1234, "scale", CLERK).weight_g == 1234
    (body,) = bodies(desk, "ParcelWeighed")
    assert (body["weight_g"], body["how"]) == (1234, "scale")


@pytest.mark.parametrize("grams", [0, -5, 200_001])
def test_a_weight_that_no_parcel_has_is_refused(desk, grams):
    parcel_id = came(desk, STRANGER).parcel.parcel_id
    refusal("weight.impossible", lambda: desk.arrive.weigh(parcel_id, grams, "hand", INSPECTOR))
    assert desk.kinds() == ["ParcelArrived"]


def test_a_run_goes_on_after_a_restart_and_begins_anew_after_its_end_or_at_midnight(desk):
    began = desk.arrive.begin_run()
    desk.clock.advance(hours=1)
    desk.reopen()
    assert desk.arrive.begin_run() == began
    desk.arrive.end_run()
    second = desk.arrive.begin_run()
    assert second > began
    desk.clock.advance(hours=8)
    assert desk.arrive.begin_run() > second, "past midnight at the station: 00:00 is 16:00 in UTC"


def test_the_store_counts_what_came_since(desk):
    came(desk, "SF1234567890123")
    desk.clock.advance(minutes=1)
    since = desk.clock.now().at
    wet = came(desk, STRANGER).parcel
    desk.arrive.note_condition(wet.parcel_id, Condition.WET, CLERK)
    with desk.store.unit_of_work() as work:
        assert work.parcels.count_since("") == 2
        assert [each.code for each in work.parcels.arrived_since("", 10)] == [STRANGER, "SF1234567890123"]
        assert work.parcels.count_since(since) == 1
        assert [each.code for each in work.parcels.not_intact_since("")] == [STRANGER]
