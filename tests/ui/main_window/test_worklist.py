"""What waits, found and taken up by tap, by key and by command code."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application.queries import Filter
from dockstation.domain import lpn
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.unit import Unit, UnitState
from tests.fakes.returns import a_return
from tests.ui.main_window.dock import Dock

EARLIER = datetime.now(UTC) - timedelta(days=1)
LATER = datetime.now(UTC) + timedelta(days=30)
PLATES = tuple(lpn.make("K7M", count) for count in range(3))


@pytest.fixture
def busy(dock: Dock) -> Dock:
    """Three units, the first of them late and one decided, and a parcel that is shut."""
    arrived = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    states = (UnitState.RECEIVED, UnitState.RECEIVED, UnitState.DECIDED)
    store = SqlStore(dock.data / "station.db")
    with store.unit_of_work() as work:
        for n, (plate, state) in enumerate(zip(PLATES, states, strict=True)):
            rma = replace(a_return(f"R{n}", tracking=(f"T{n}",)), due_at=LATER if n else EARLIER)
            work.rmas.put([rma])
            work.parcels.put(Parcel(f"p{n}", f"T{n}", (f"R{n}",), ParcelState.OPENED, arrived_at=arrived))
            work.units.put(Unit(plate, f"p{n}", f"R{n}", "2", state=state))
        work.rmas.put([replace(a_return("R9", tracking=("SF9999999999999",)), due_at=LATER)])
        work.parcels.put(Parcel("p9", "SF9999999999999", ("R9",), ParcelState.ARRIVED, arrived_at=arrived))
        work.commit()
    store.close()
    dock.begin()
    dock.until(lambda _sight: "Waiting: 4, late: 1" in dock.said)
    return dock


def shown(dock: Dock) -> list[str]:
    view = dock.window.flow.home.view
    assert view is not None
    return [getattr(each, "lpn", "") or each.code for each in view.waiting]  # type: ignore[union-attr] # a parcel then


def filtered(dock: Dock, chosen: Filter) -> list[str]:
    dock.until(lambda _sight: (view := dock.window.flow.home.view) is not None and view.chosen is chosen)
    return shown(dock)


@pytest.mark.parametrize(
    ("code", "chosen", "rows"),
    [
        ("LATE", Filter.LATE, 1),
        ("MINE", Filter.MINE, 0),
        ("INSPECT", Filter.INSPECT, 2),
        ("FINISH", Filter.FINISH, 1),
        ("UNOPENED", Filter.UNOPENED, 1),
        ("ALL", Filter.ALL, 4),
        ("4", Filter.INSPECT, 2),
    ],
)
def test_a_command_code_shows_a_part_of_the_list(busy: Dock, code: str, chosen: Filter, rows: int) -> None:
    busy.scan(f"DSCMD-{code}")
    assert len(filtered(busy, chosen)) == rows


def test_a_tap_and_a_number_key_do_the_same(busy: Dock) -> None:
    busy.tap("Late")
    assert filtered(busy, Filter.LATE) == [PLATES[0]]
    busy.press(Qt.Key.Key_5)
    assert filtered(busy, Filter.FINISH) == [PLATES[2]]


def test_the_part_stays_after_a_change_of_language_and_after_coming_back(busy: Dock) -> None:
    busy.scan("DSCMD-INSPECT")
    filtered(busy, Filter.INSPECT)
    busy.press(Qt.Key.Key_F12)
    assert filtered(busy, Filter.INSPECT) == list(PLATES[:2])
    busy.scan(PLATES[1])
    busy.reach("inspect")
    busy.scan("DSCMD-PAUSE")
    busy.reach("home")
    assert filtered(busy, Filter.INSPECT) == list(PLATES[:2])


def test_command_codes_alone_take_up_the_second_row(busy: Dock) -> None:
    busy.scan("DSCMD-NEXT")
    busy.settle()
    busy.window.intake._cooldown = 0  # a hand is slower than this test
    busy.scan("DSCMD-NEXT")
    busy.settle()
    busy.scan("DSCMD-CONFIRM")
    assert busy.reach("inspect").lpn == PLATES[1]


def test_arrow_keys_and_enter_take_up_a_row(busy: Dock) -> None:
    busy.press(Qt.Key.Key_Down)
    busy.press(Qt.Key.Key_Down)
    busy.press(Qt.Key.Key_Up)
    busy.press(Qt.Key.Key_Return)
    assert busy.reach("inspect").lpn == PLATES[0]


def test_enter_does_nothing_while_no_row_is_marked(busy: Dock) -> None:
    busy.press(Qt.Key.Key_Return)
    busy.settle()
    assert (busy.sight.stage, busy.sight.banner) == ("home", "accept")


def test_a_shut_parcel_is_opened_from_the_list(busy: Dock) -> None:
    busy.scan("DSCMD-UNOPENED")
    filtered(busy, Filter.UNOPENED)
    busy.press(Qt.Key.Key_Down)
    busy.press(Qt.Key.Key_Return)
    assert busy.reach("receive").rma == "R9"


def test_what_i_have_begun_is_mine_and_says_my_name(busy: Dock) -> None:
    busy.scan(PLATES[0])
    busy.reach("inspect")
    busy.scan("DSCMD-PAUSE")
    busy.reach("home")
    busy.scan("DSCMD-MINE")
    assert filtered(busy, Filter.MINE) == [PLATES[0]]
    assert "Anna" in busy.said


def test_parcels_that_were_only_taken_in_wait_until_they_are_opened(dock: Dock) -> None:
    dock.begin()
    dock.scan("DSCMD-DOCK")
    dock.reach("dock")
    dock.scan("T26120000", "T26120001")
    dock.settle()
    dock.scan("DSCMD-PAUSE")
    dock.reach("home")
    dock.scan("DSCMD-UNOPENED")
    assert filtered(dock, Filter.UNOPENED) == ["T26120000", "T26120001"]
    dock.scan("DSCMD-NEXT")
    dock.settle()
    dock.scan("DSCMD-CONFIRM")
    assert dock.reach("receive").parcel == "T26120000"
    dock.scan("DSCMD-PAUSE")
    dock.reach("home")
    assert filtered(dock, Filter.UNOPENED) == ["T26120001"]
