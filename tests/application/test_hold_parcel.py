"""Parcels that nobody knows wait in the held pool until a person or the server says whose they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dockstation.application.record_discrepancy import Found
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.parcel import ParcelState
from dockstation.domain.scan import parse
from tests.application.desk import CLERK, INSPECTOR, SUPERVISOR, Desk, a_shot
from tests.fakes.returns import a_return

CODE = "YT0000000000001"


def test_without_a_photo_of_its_label_a_parcel_is_not_put_aside(desk: Desk) -> None:
    parcel_id = desk.arrived(CODE)
    with pytest.raises(DockstationError, match=r"discrepancy\.photos"):
        desk.hold_parcel(Found(DiscrepancyKind.UNKNOWN_PARCEL, parcel_id), CLERK)
    assert desk.kinds() == ["ParcelArrived"]
    assert desk.queries.parcel(parcel_id).state is ParcelState.ARRIVED


def test_a_strangers_parcel_is_held_with_its_code_and_photos(desk: Desk) -> None:
    parcel_id = desk.held(CODE)
    desk.reopen()
    assert desk.queries.parcel(parcel_id).state is ParcelState.HELD
    (held,) = desk.bodies("ParcelHeld")
    assert (held["code"], held["reason"], held["rma_number"]) == (CODE, "unknown_parcel", "")
    assert len(desk.bodies("DiscrepancyFound")) == len(held["photos"]) == 1  # type: ignore[arg-type]  # a JSON body


def test_a_held_parcel_scanned_again_is_the_same_parcel(desk: Desk) -> None:
    parcel_id = desk.held(CODE)
    assert desk.arrived(CODE) == parcel_id
    with pytest.raises(DockstationError, match=r"parcel\.transition"):
        desk.hold_parcel(Found(DiscrepancyKind.UNKNOWN_PARCEL, parcel_id), CLERK)
    assert len(desk.bodies("ParcelHeld")) == 1


@pytest.mark.parametrize("person", [CLERK, INSPECTOR])
def test_only_a_supervisor_matches(desk: Desk, person) -> None:
    parcel_id = desk.held(CODE)
    with pytest.raises(DockstationError, match=r"role\.forbidden"):
        desk.hold_parcel.match(parcel_id, "R26110001", person)
    assert desk.bodies("ParcelMatched") == []


def test_a_matched_parcel_is_opened_by_the_code_it_came_with(desk: Desk) -> None:
    parcel_id = desk.held(CODE)
    desk.hold_parcel.match(parcel_id, "R26110001", SUPERVISOR)
    match = desk.identify(parse(CODE))
    assert match is not None
    assert match.rma.number == "R26110001"
    assert desk.receive.open_parcel(match, CLERK).parcel_id == parcel_id
    (matched,) = desk.bodies("ParcelMatched")
    assert (matched["rma_number"], matched["by"]) == ("R26110001", "SUPER")


def test_what_is_not_held_or_not_known_is_not_matched(desk: Desk) -> None:
    parcel_id = desk.held(CODE)
    with pytest.raises(DockstationError, match=r"rma\.unknown"):
        desk.hold_parcel.match(parcel_id, "R9", SUPERVISOR)
    with pytest.raises(DockstationError, match=r"parcel\.not_held"):
        desk.hold_parcel.match(desk.arrived(), "R26110001", SUPERVISOR)
    assert desk.queries.parcel(parcel_id).state is ParcelState.HELD


def test_a_code_that_the_server_gave_to_a_return_matches_by_itself_once(desk: Desk) -> None:
    parcel_id = desk.held(CODE)
    assert desk.hold_parcel.match_known() == ()
    desk.expect(a_return(version=9, tracking=("SF1234567890123", CODE)))
    (matched,) = desk.hold_parcel.match_known()
    assert (matched.parcel_id, matched.state, matched.rma_numbers) == (parcel_id, ParcelState.ARRIVED, ("R26110001",))
    assert desk.hold_parcel.match_known() == ()
    assert [body["by"] for body in desk.bodies("ParcelMatched")] == ["server"]


def test_a_strangers_parcel_that_was_only_taken_in_waits_in_the_pool_and_is_matched_as_well(desk: Desk) -> None:
    arrived = desk.arrived(CODE)
    desk.clock.advance(minutes=1)
    held = desk.held("YT0000000000002")
    desk.opened()
    assert [each.parcel.parcel_id for each in desk.held_pool()] == [arrived, held]
    desk.hold_parcel.match(arrived, "R26110001", SUPERVISOR)
    assert [each.parcel.parcel_id for each in desk.held_pool()] == [held]
    third = desk.arrived("YT0000000000003")
    desk.expect(a_return("R3", tracking=("YT0000000000003",)))
    assert [each.parcel_id for each in desk.hold_parcel.match_known()] == [third]
    with pytest.raises(DockstationError, match=r"parcel\.not_held"):
        desk.hold_parcel.match(third, "R26110001", SUPERVISOR)


def test_a_parcel_whose_return_came_while_its_label_was_photographed_is_not_put_aside(desk: Desk) -> None:
    parcel_id, kind = desk.arrived(CODE), DiscrepancyKind.UNKNOWN_PARCEL
    desk.record_discrepancy.photograph(parcel_id, kind, a_shot("label"), CLERK)
    desk.expect(a_return(version=9, tracking=("SF1234567890123", CODE)))
    desk.hold_parcel.match_known()
    with pytest.raises(DockstationError, match=r"parcel\.known_now"):
        desk.hold_parcel(Found(kind, parcel_id), CLERK)
    assert "DiscrepancyFound" not in desk.kinds()


def test_the_pool_says_why_and_shows_the_photos(desk: Desk) -> None:
    desk.held(CODE)
    (held,) = desk.held_pool()
    assert (held.parcel.code, held.reason, len(held.photos)) == (CODE, DiscrepancyKind.UNKNOWN_PARCEL, 1)


def test_a_code_of_two_returns_or_of_an_item_is_left_to_a_person(desk: Desk) -> None:
    desk.held(CODE)
    goods = a_return("R5").lines[0]
    desk.expect(replace(a_return("R5"), lines=(replace(goods, serials=(CODE,)),)))
    assert desk.hold_parcel.match_known() == ()
    desk.expect(a_return("R2", tracking=(CODE,)), a_return("R3", tracking=(CODE,)))
    assert desk.hold_parcel.match_known() == ()
