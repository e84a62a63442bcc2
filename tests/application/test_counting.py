"""What is in hand is counted for the line that it belongs to, or taken in with what differs about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dockstation.application.queries import WaitingUnit
from dockstation.application.receive import Odd, OtherReturn, SerialWanted
from dockstation.domain.counting import Sighting
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.rma import Rma, RmaStatus
from dockstation.domain.scan import parse
from dockstation.domain.unit import UnitState
from tests.application.desk import CLERK, INSPECTOR, Desk
from tests.fakes.returns import IMEI, PHONE_SKU, SHIRT_GTIN, a_return

SHIRT = SHIRT_GTIN[1:]
PHONE = "6923450657713"
STRANGER = "4006381333931"
OTHER_IMEI = "490154203237518"


def put(desk: Desk, *rmas: Rma) -> None:
    with desk.store.unit_of_work() as work:
        work.rmas.put(rmas)
        work.commit()


def flagged(*flags: str) -> Rma:
    rma = a_return(version=4)
    return replace(rma, lines=(rma.lines[0], replace(rma.lines[1], flags=flags)))


def differing(desk: Desk, lpn: str) -> list[str]:
    with desk.store.unit_of_work() as work:
        return [each.kind.value for each in work.discrepancies.of_unit(lpn) if not each.withdrawn]


def asked(desk: Desk, parcel_id: str, *codes: str) -> list[DiscrepancyKind]:
    odd = desk.receive.count(parcel_id, Sighting(tuple(map(parse, codes))), INSPECTOR)
    assert isinstance(odd, Odd)
    return [each.kind for each in odd.found]


def second_parcel(desk: Desk) -> str:
    put(desk, a_return(version=5, tracking=("SF1234567890123", "SF1234567890124")))
    return desk.opened("SF1234567890124")


@pytest.mark.parametrize("code", [PHONE, PHONE_SKU])
def test_goods_with_serial_numbers_are_counted_once_theirs_is_read(desk: Desk, code: str) -> None:
    parcel = desk.opened()
    wanted = desk.receive.count(parcel, parse(code), INSPECTOR)
    assert isinstance(wanted, SerialWanted)
    assert desk.queries.receive(parcel).units == ()
    assert desk.count(parcel, code, IMEI).serial == IMEI


def test_while_a_serial_number_is_waited_for_other_goods_begin_anew(desk: Desk) -> None:
    assert desk.count(desk.opened(), PHONE, SHIRT).line_id == "2"


@pytest.mark.parametrize("codes", [(PHONE, "C02XK1ABCD99"), (PHONE, OTHER_IMEI), (OTHER_IMEI,)])
def test_another_serial_number_than_the_one_shipped_is_taken_in_as_such(desk: Desk, codes: tuple[str, ...]) -> None:
    parcel = desk.opened()
    assert asked(desk, parcel, *codes) == [DiscrepancyKind.SERIAL_MISMATCH]
    unit = desk.count_odd(parcel, *codes, answer="swapped")
    assert (unit.line_id, unit.serial) == ("1", codes[-1])
    assert differing(desk, unit.lpn) == ["serial_mismatch"]


def test_a_serial_number_that_cannot_be_read_does_not_stop_the_line(desk: Desk) -> None:
    parcel = desk.opened()
    seen = Sighting((parse(PHONE),), unreadable=True)
    odd = desk.receive.count(parcel, seen, INSPECTOR)
    assert isinstance(odd, Odd)
    assert [each.kind for each in odd.found] == [DiscrepancyKind.SERIAL_MISMATCH]


def test_one_more_than_expected_is_taken_in_as_extra(desk: Desk) -> None:
    parcel = desk.opened()
    desk.count(parcel, SHIRT)
    desk.count(parcel, SHIRT)
    unit = desk.count_odd(parcel, SHIRT)
    assert (unit.line_id, unit.found_as) == ("", SHIRT_GTIN)
    line = desk.queries.receive(parcel).lines[1]
    assert (line.found, line.remaining, line.extra) == (2, 0, 1)
    assert desk.queries.receive(parcel).goods(unit).category == "clothing"


def test_other_goods_are_taken_in_as_a_wrong_item_and_can_be_worked_on(desk: Desk) -> None:
    parcel = desk.opened()
    unit = desk.count_odd(parcel, STRANGER, answer="sent_by_us")
    assert (unit.line_id, unit.found_as) == ("", "0" + STRANGER)
    desk.inspect.begin(unit.lpn, INSPECTOR)
    view = desk.queries.inspect(unit.lpn)
    assert view.line.name.in_language("en") == "0" + STRANGER
    assert [line.found for line in desk.queries.receive(parcel).lines] == [0, 0]


def test_a_unit_and_what_differs_about_it_are_recorded_at_once_or_not_at_all(desk: Desk) -> None:
    parcel = desk.opened()
    odd = desk.receive.count(parcel, parse(STRANGER), INSPECTOR)
    assert isinstance(odd, Odd)
    with pytest.raises(DockstationError, match=r"discrepancy\.photos"):
        desk.receive.take_in(parcel, odd.seen, odd.found, INSPECTOR)
    assert desk.queries.receive(parcel).units == ()
    assert "UnitReceived" not in desk.kinds()


def test_what_differs_by_now_is_asked_about_again(desk: Desk) -> None:
    parcel = desk.opened()
    odd = desk.receive.count(parcel, parse(STRANGER), INSPECTOR)
    assert isinstance(odd, Odd)
    with pytest.raises(DockstationError, match=r"unit\.changed"):
        desk.receive.take_in(parcel, Sighting((parse(SHIRT),)), odd.found, INSPECTOR)


def test_a_serial_number_that_came_in_an_earlier_parcel_is_no_second_item_of_the_line(desk: Desk) -> None:
    desk.count(desk.opened(), IMEI)
    parcel = second_parcel(desk)
    assert asked(desk, parcel, IMEI) == [DiscrepancyKind.SERIAL_BEFORE, DiscrepancyKind.EXTRA]
    unit = desk.count_odd(parcel, IMEI)
    assert unit.line_id == ""
    assert desk.queries.receive(parcel).lines[0].found == 1


def test_a_phone_that_was_sold_and_returned_again_counts_for_its_new_return(desk: Desk) -> None:
    desk.count(desk.opened(), IMEI)
    put(desk, a_return("R26110009", tracking=("YT9876543210987",)))
    parcel = desk.opened("YT9876543210987")
    unit = desk.count_odd(parcel, IMEI, answer="returned_again")
    assert (unit.rma_number, unit.line_id, differing(desk, unit.lpn)) == ("R26110009", "1", ["serial_before"])


def test_what_was_found_in_an_earlier_parcel_counts(desk: Desk) -> None:
    first = desk.opened()
    desk.count(first, SHIRT)
    desk.receive.close(first, INSPECTOR, later={("R26110001", "1"), ("R26110001", "2")})
    second = second_parcel(desk)
    line = desk.queries.receive(second).lines[1]
    assert (line.found, line.here, line.remaining) == (1, 0, 1)
    desk.count(second, SHIRT)
    assert len(desk.queries.receive(second).units) == 1


def test_an_item_of_another_return_makes_that_one_the_parcels_too(desk: Desk) -> None:
    other = replace(a_return("R26110002", tracking=("YT9876543210987",)), version=1)
    other = replace(other, lines=(replace(other.lines[0], serials=(OTHER_IMEI,)),))
    put(desk, other)
    parcel = desk.opened()
    desk.count(parcel, IMEI)
    found = desk.receive.count(parcel, parse(OTHER_IMEI), INSPECTOR)
    assert isinstance(found, OtherReturn)
    assert found.rma_number == "R26110002"
    for _ in range(2):
        desk.receive.add_rma(parcel, found.rma_number, INSPECTOR)
    unit = desk.count(parcel, OTHER_IMEI)
    assert unit.rma_number == "R26110002"
    assert desk.kinds().count("RmaAdded") == 1
    assert [line.rma_number for line in desk.queries.receive(parcel).lines] == ["R26110001"] * 2 + ["R26110002"]


@pytest.mark.parametrize("status", [RmaStatus.CANCELLED, RmaStatus.REFUNDED])
def test_a_return_that_expects_nothing_any_more_is_not_added(desk: Desk, status: RmaStatus) -> None:
    put(desk, a_return("R26110002", status=status, tracking=("YT9876543210987",)))
    parcel = desk.opened()
    with pytest.raises(DockstationError, match=r"rma\.nothing_expected"):
        desk.receive.add_rma(parcel, "R26110002", INSPECTOR)
    assert "RmaAdded" not in desk.kinds()


def test_a_label_in_an_open_parcel_is_a_question_and_its_own_is_said(desk: Desk) -> None:
    put(desk, a_return("R26110002", tracking=("YT9876543210987",)))
    parcel = desk.opened()
    for code, number in (("YT9876543210987", "R26110002"), ("DSRMA-R26110002", "R26110002"), ("DSRMA-R9", "")):
        asked_about = desk.receive.count(parcel, parse(code), INSPECTOR)
        assert isinstance(asked_about, OtherReturn)
        assert (asked_about.label, asked_about.rma_number) == (True, number)
    for code in ("DSRMA-R26110001", "SF1234567890123"):
        with pytest.raises(DockstationError, match=r"parcel\.open_already"):
            desk.receive.count(parcel, parse(code), INSPECTOR)
    assert desk.queries.receive(parcel).units == ()


@pytest.mark.parametrize(("day", "kinds"), [("260301", ["expired"]), ("260302", []), ("261231", [])])
def test_goods_past_their_date_are_taken_in_as_expired(desk: Desk, day: str, kinds: list[str]) -> None:
    parcel, code = desk.opened(), f"(01){SHIRT_GTIN}(17){day}"
    unit = desk.count_odd(parcel, code) if kinds else desk.count(parcel, code)
    assert differing(desk, unit.lpn) == kinds
    assert unit.line_id == "2"


@pytest.mark.parametrize("flag", ["recalled", "hazardous"])
def test_what_the_server_warns_of_is_said_at_the_count(desk: Desk, flag: str) -> None:
    put(desk, flagged(flag))
    parcel = desk.opened()
    assert differing(desk, desk.count_odd(parcel, SHIRT).lpn) == [flag]


def test_goods_without_codes_are_picked_from_the_lines(desk: Desk) -> None:
    parcel = desk.opened()
    picked = desk.receive.count(parcel, Sighting(line=("R26110001", "2")), INSPECTOR)
    assert not isinstance(picked, Odd | OtherReturn | SerialWanted)
    assert isinstance(desk.receive.count(parcel, Sighting(line=("R26110001", "1")), INSPECTOR), SerialWanted)


def test_an_undone_unit_is_history_and_its_licence_plate_never_comes_again(desk: Desk) -> None:
    parcel = desk.opened()
    first = desk.count(parcel, IMEI)
    desk.receive.void(first.lpn, "undo", CLERK)
    desk.reopen()
    assert desk.queries.receive(parcel).units == ()
    again = desk.count(parcel, IMEI)
    assert again.lpn != first.lpn
    assert desk.queries.unit(first.lpn).state is UnitState.VOIDED
    assert desk.kinds()[2:] == ["UnitReceived", "UnitVoided", "UnitReceived"]
    with pytest.raises(DockstationError, match=r"unit\.transition"):
        desk.receive.void(first.lpn, "undo", CLERK)


def test_what_differed_about_a_voided_unit_is_withdrawn_with_it(desk: Desk) -> None:
    parcel = desk.opened()
    unit = desk.count_odd(parcel, STRANGER)
    desk.receive.void(unit.lpn, "undo", CLERK)
    assert differing(desk, unit.lpn) == []
    assert desk.kinds()[-2:] == ["DiscrepancyWithdrawn", "UnitVoided"]


def test_what_was_decided_is_voided_by_a_supervisor_alone(desk: Desk) -> None:
    lpn = desk.decided()
    with pytest.raises(DockstationError, match=r"role\.forbidden"):
        desk.receive.void(lpn, "wrong", INSPECTOR)
    assert desk.queries.unit(lpn).state is UnitState.DECIDED


@pytest.mark.parametrize(
    ("code", "disposition"),
    [(OTHER_IMEI, "quarantine"), (STRANGER, "quarantine"), (f"(01){SHIRT_GTIN}(17)250101", "scrap")],
)
def test_what_differs_decides_where_a_unit_goes(desk: Desk, code: str, disposition: str) -> None:
    unit = desk.count_odd(desk.opened(), code)
    desk.inspect.begin(unit.lpn, INSPECTOR)
    desk.finish(unit.lpn)
    assert desk.decide(unit.lpn, INSPECTOR).disposition == disposition


def test_a_line_that_the_server_took_away_leaves_its_units_what_they_are(desk: Desk) -> None:
    parcel = desk.opened()
    unit = desk.count(parcel, SHIRT)
    put(desk, replace(a_return(version=9), lines=a_return().lines[:1]))
    assert desk.queries.receive(parcel).goods(unit).line_id == ""
    assert [each.lpn for each in desk.queries.home().waiting if isinstance(each, WaitingUnit)] == [unit.lpn]


def test_a_return_that_the_server_forgets_stays_while_its_goods_are_here(desk: Desk) -> None:
    unit = desk.count(desk.opened(), SHIRT)
    with desk.store.unit_of_work() as work:
        work.rmas.remove([a_return().number])
        work.commit()
    assert [each.lpn for each in desk.queries.home().waiting if isinstance(each, WaitingUnit)] == [unit.lpn]
