"""A serial number that came at another station before, by the server's word."""

from __future__ import annotations

import pytest

from dockstation.application.ask_serial import Answer, AskSerial
from dockstation.application.ports.central import CentralFailed
from dockstation.application.record_discrepancy import Found
from dockstation.application.sync import Sync
from dockstation.domain.discrepancy import DiscrepancyKind
from tests.application.desk import INSPECTOR, SUPERVISOR, Desk, answered
from tests.fakes.central import FakeCentral
from tests.fakes.chain import WHEN, Chain
from tests.fakes.returns import IMEI, a_return


@pytest.fixture
def central() -> FakeCentral:
    central = FakeCentral("st-1")
    central.expect(a_return(), a_return("R0", tracking=("T0",)))
    return central


def heard(central: FakeCentral, lpn: str, station: str = "st-2", *more: str) -> None:
    """Another station's unit with the phone's serial number; ``more`` are kinds of later events about it."""
    chain, own = Chain(station), central.station
    central.station = station
    body = {"lpn": lpn, "rma_number": "R0", "serial": IMEI}
    central.send_events([chain.add(kind, body, f"unit:{lpn}") for kind in ("UnitReceived", *more)])
    central.station = own


def asked(desk: Desk, central: FakeCentral, lpn: str) -> Found | None:
    return AskSerial(desk.store)(central, lpn).found


def send(desk: Desk, central: FakeCentral) -> None:
    Sync(desk.store, desk.clock, central, desk.photos).once()


def test_a_unit_of_another_station_is_told_with_where_and_when_it_came(desk: Desk, central: FakeCentral) -> None:
    lpn = desk.counted()
    heard(central, "9ZZ22222X")
    found = asked(desk, central, lpn)
    assert found is not None
    assert (found.kind, found.lpn, found.line_id) == (DiscrepancyKind.SERIAL_BEFORE, lpn, "1")
    assert found.facts == {
        "serial": IMEI, "other_lpn": "9ZZ22222X", "other_rma": "R0", "other_station": "Dock 1",
        "other_received_at": WHEN.at,
    }  # fmt: skip


def test_the_unit_itself_is_none_that_came_before(desk: Desk, central: FakeCentral) -> None:
    lpn = desk.counted()
    send(desk, central)
    assert [each.lpn for each in central.find_serial(IMEI)] == [lpn]
    assert asked(desk, central, lpn) is None


def test_of_two_stations_only_the_second_is_told(desk: Desk, central: FakeCentral) -> None:
    lpn = desk.counted()
    send(desk, central)
    heard(central, "9ZZ22222X")
    assert asked(desk, central, lpn) is None


def test_the_answer_is_final_once_the_server_has_heard_of_the_unit_itself(desk: Desk, central: FakeCentral) -> None:
    lpn = desk.counted()
    assert not AskSerial(desk.store)(central, lpn).final
    send(desk, central)
    assert AskSerial(desk.store)(central, lpn) == Answer()


def test_a_unit_that_was_voided_there_never_came(desk: Desk, central: FakeCentral) -> None:
    lpn = desk.counted()
    heard(central, "9ZZ22222X", "st-2", "UnitVoided")
    assert asked(desk, central, lpn) is None


def test_a_unit_voided_here_before_the_server_has_heard_of_it_never_came(desk: Desk, central: FakeCentral) -> None:
    first = desk.counted()
    send(desk, central)
    desk.receive.void(first, "undo", INSPECTOR)
    second = desk.counted()
    assert [each.lpn for each in central.find_serial(IMEI)] == [first]
    assert asked(desk, central, second) is None


def test_what_is_recorded_already_is_not_asked_again(desk: Desk, central: FakeCentral) -> None:
    lpn = desk.counted()
    heard(central, "9ZZ22222X")
    found = asked(desk, central, lpn)
    assert found is not None
    desk.photograph(found)
    desk.record_discrepancy(answered(found, "swapped"), INSPECTOR)
    central.down = True  # nor is the server
    assert asked(desk, central, lpn) is None


def test_nothing_is_asked_about_a_voided_unit_or_one_that_nobody_has(desk: Desk, central: FakeCentral) -> None:
    lpn = desk.counted()
    heard(central, "9ZZ22222X")
    desk.receive.void(lpn, "undo", SUPERVISOR)
    assert asked(desk, central, lpn) is None
    assert asked(desk, central, "9ZZ22222X") is None


def test_a_server_that_is_away_is_said_and_changes_nothing(desk: Desk, central: FakeCentral) -> None:
    lpn = desk.counted()
    before = desk.kinds()
    central.down = True
    with pytest.raises(CentralFailed):
        asked(desk, central, lpn)
    assert desk.kinds() == before


@pytest.fixture
def other(desk: Desk, central: FakeCentral) -> str:
    """A unit that this station goes on with, counted at another one after an earlier one there."""
    heard(central, "9ZZ22222X")
    heard(central, "9ZZ22223Y", "st-3")
    found = desk.take_over(central, "9ZZ22223Y", INSPECTOR)
    assert found is not None
    return found[0].lpn


def test_of_a_unit_taken_over_the_station_that_counted_it_was_told(
    desk: Desk, central: FakeCentral, other: str
) -> None:
    assert asked(desk, central, other) is None
