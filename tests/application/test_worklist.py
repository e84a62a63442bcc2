"""What waits here, by due time, and whose it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dockstation.application.queries import Filter, HomeView, WaitingParcel, WaitingUnit
from dockstation.domain.operator import Operator, Role
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.rma import ReturnType
from dockstation.domain.unit import Unit, UnitState
from tests.application.desk import INSPECTOR, Desk
from tests.fakes.returns import a_return

BOB = Operator("BOB", "Bob", Role.INSPECTOR)
MANY = 1_000


def due_of(view: HomeView) -> dict[str, str]:
    return {each.lpn: each.due_at for each in view.waiting if isinstance(each, WaitingUnit)}


def lpns(view: HomeView) -> list[str]:
    return [each.lpn for each in view.waiting if isinstance(each, WaitingUnit)]


def expect(desk: Desk, number: str, **changes: object) -> None:
    rma = replace(a_return(number, tracking=(f"T{number}",)), **changes)  # type: ignore[arg-type] # a test's own words
    with desk.store.unit_of_work() as work:
        work.rmas.put([rma])
        work.commit()


def put_unit(desk: Desk, lpn: str, number: str, state: UnitState = UnitState.RECEIVED) -> None:
    with desk.store.unit_of_work() as work:
        arrived = desk.clock.now().at
        work.parcels.put(Parcel(f"p-{lpn}", f"T-{lpn}", (number,), ParcelState.OPENED, arrived_at=arrived))
        work.units.put(Unit(lpn, f"p-{lpn}", number, "1", state=state))
        work.commit()


def test_the_servers_due_time_counts_where_it_gives_one(desk: Desk) -> None:
    lpn = desk.counted()
    assert due_of(desk.queries.home()) == {lpn: "2026-03-04T09:00:00Z"}


@pytest.mark.parametrize(
    ("return_type", "days"),
    [(ReturnType.QUALITY, 3), (ReturnType.WRONG_SIZE, 2), (ReturnType.NO_REASON, 1)],
)
def test_without_one_the_service_level_of_its_type_does(desk: Desk, return_type: ReturnType, days: int) -> None:
    expect(desk, "R2", due_at=None, return_type=return_type)
    put_unit(desk, "2A3000019", "R2")
    (unit,) = desk.queries.home().waiting
    monday = datetime.fromisoformat(desk.clock.now().at)
    assert datetime.fromisoformat(unit.due_at).astimezone().date() == (monday + timedelta(days=days)).date()


def test_a_new_due_time_from_the_server_counts_at_once(desk: Desk) -> None:
    lpn = desk.counted()
    desk.queries.home()
    sooner = datetime(2026, 3, 3, 9, tzinfo=UTC)
    with desk.store.unit_of_work() as work:
        work.rmas.put([replace(a_return(version=4), due_at=sooner)])
        work.commit()
    assert due_of(desk.queries.home()) == {lpn: "2026-03-03T09:00:00Z"}


def test_the_most_urgent_stands_first_and_late_ones_are_marked_and_counted(desk: Desk) -> None:
    for number, day in (("R2", 9), ("R3", 1), ("R4", 5)):
        expect(desk, number, due_at=datetime(2026, 3, day, 9, tzinfo=UTC))
        put_unit(desk, f"2A300000{number[1]}", number)
    view = desk.queries.home()
    assert lpns(view) == ["2A3000003", "2A3000004", "2A3000002"]
    assert [each.late for each in view.waiting] == [True, False, False]
    assert (view.counts[Filter.ALL], view.counts[Filter.LATE]) == (3, 1)
    assert lpns(desk.queries.home(Filter.LATE)) == ["2A3000003"]


def test_each_step_has_its_part_of_the_list(desk: Desk) -> None:
    for place, state in enumerate(UnitState):
        put_unit(desk, f"2A300000{place}", "R26110001", state)
    assert set(lpns(desk.queries.home(Filter.INSPECT))) == {"2A3000000", "2A3000001"}
    assert set(lpns(desk.queries.home(Filter.FINISH))) == {"2A3000002", "2A3000003"}
    assert desk.queries.home().counts[Filter.ALL] == 4


def test_mine_is_what_i_have_begun(desk: Desk) -> None:
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    assert lpns(desk.queries.home(Filter.MINE, INSPECTOR.badge)) == [lpn]
    assert lpns(desk.queries.home(Filter.MINE, BOB.badge)) == []
    (unit,) = desk.queries.home().waiting
    assert isinstance(unit, WaitingUnit)
    assert unit.holder == INSPECTOR.badge


def test_a_parcel_that_nobody_has_opened_waits_too(desk: Desk) -> None:
    with desk.store.unit_of_work() as work:
        arrived = desk.clock.now().at
        work.parcels.put(Parcel("p9", "SF9", ("R26110001",), ParcelState.ARRIVED, "SF", arrived_at=arrived))
        work.parcels.put(Parcel("p8", "SF8", (), ParcelState.ARRIVED, arrived_at=arrived))
        work.commit()
    view = desk.queries.home(Filter.UNOPENED)
    first, second = view.waiting
    assert isinstance(first, WaitingParcel)
    assert isinstance(second, WaitingParcel)
    assert (first.code, second.code) == ("SF8", "SF9")
    assert second.due_at == "2026-03-04T09:00:00Z"
    assert datetime.fromisoformat(first.due_at).astimezone().day == 3
    assert view.counts[Filter.UNOPENED] == view.counts[Filter.ALL] == 2


def test_a_unit_whose_return_the_server_has_taken_back_still_waits(desk: Desk) -> None:
    lpn = desk.counted()
    with desk.store.unit_of_work() as work:
        work.rmas.remove(["R26110001"])
        work.commit()
    assert lpns(desk.queries.home()) == [lpn]


def test_a_unit_of_an_earlier_version_counts_from_its_receipt(desk: Desk) -> None:
    lpn = desk.counted()
    with desk.store.unit_of_work() as work:
        parcel = work.parcels.get(work.units.get(lpn).parcel_id)
        work.parcels.put(replace(parcel, arrived_at=""))
        work.rmas.put([replace(a_return(version=4), due_at=None)])
        work.commit()
    (unit,) = desk.queries.home().waiting
    assert datetime.fromisoformat(unit.due_at).astimezone().day == 3


def test_of_a_thousand_waiting_units_the_first_are_listed_and_all_are_counted(desk: Desk) -> None:
    with desk.store.unit_of_work() as work:
        arrived = desk.clock.now().at
        work.rmas.put([replace(a_return(f"R{n}", tracking=(f"T{n}",)), due_at=None) for n in range(MANY // 2)])
        for n in range(MANY):
            number = f"R{n // 2}"
            work.parcels.put(Parcel(f"p{n}", f"C{n}", (number,), ParcelState.OPENED, arrived_at=arrived))
            work.units.put(Unit(f"U{n}", f"p{n}", number, "1"))
        work.commit()
    view = desk.queries.home()
    assert (len(view.waiting), view.counts[Filter.ALL], view.left_out) == (200, MANY, MANY - 200)
