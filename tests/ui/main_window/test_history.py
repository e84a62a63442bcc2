"""All that happened to an item or a return, in order, and what the server says of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.domain.opinion import OpinionState, SecondOpinion
from dockstation.domain.unit import UnitState
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import rma
from tests.ui.history_scenes import long_history
from tests.ui.looking import collect, visible_rows
from tests.ui.main_window.dock import Dock
from tests.ui.main_window.test_outbox import writing

Key = Qt.Key


def titles(dock: Dock) -> list[str]:
    return [row.title for row in visible_rows(dock.window.history.stage.screen)]


def test_a_unit_that_is_put_away_shows_what_happened_to_it(dock: Dock, film: Path, printer: VirtualPrinter) -> None:
    dock.configure(camera=film)
    dock.set_printer(printer.port)
    dock.begin()
    lpn = dock.count_phone().units[0][0]
    dock.decide()
    dock.reach("decision")
    dock.press(Key.Key_F3)
    dock.reach("history")
    assert titles(dock)[:3] == ["Parcel taken in", "Parcel opened", "Item counted"]
    assert "Inspection decided" in titles(dock)
    place = titles(dock).index("Inspection decided")
    dock.window.history.stage.screen.chosen.emit(place)
    assert "Anna" in dock.said
    assert "Grade: " in dock.said
    assert "Disposition: " in dock.said
    assert "The server does not have it yet." in dock.said
    dock.press(Key.Key_Escape)
    dock.reach("decision")
    with writing(dock) as work:
        unit = work.units.get(lpn)
        while unit.state is not UnitState.PUT_AWAY:
            unit = unit.moved_to(list(UnitState)[list(UnitState).index(unit.state) + 1])
        work.units.put(unit)
    dock.scan("DSCMD-PAUSE")
    dock.reach("home")
    dock.scan(lpn)
    dock.reach("history")
    dock.until(lambda _sight: f"History of {lpn}" in dock.said and "this station is shown" in dock.said)
    dock.press(Key.Key_Escape)
    dock.reach("home")


def test_a_photo_opens_large_and_closes_again(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    dock.begin()
    dock.decide()
    dock.scan("DSCMD-HISTORY")
    dock.reach("history")
    screen = dock.window.history.stage.screen
    dock.until(lambda _sight: any(row.looks for row in visible_rows(screen)))
    screen.chosen.emit(titles(dock).index("Photo taken"))
    dock.press(Key.Key_Return)
    dock.until(lambda _sight: screen.is_large and not screen.large._image.isNull())
    dock.press(Key.Key_Escape)
    assert not screen.is_large
    assert dock.sight.stage == "history"


def test_a_return_found_by_words_shows_the_history_of_all_its_parcels(dock: Dock) -> None:
    dock.begin()
    dock.count_phone()
    dock.scan("DSCMD-PAUSE")
    dock.reach("home")
    dock.press(Key.Key_F9)
    dock.reach("search")
    dock.window.flow.search.screen._field.setText("R26110001")
    dock.until(lambda _sight: "R26110001" in dock.said and bool(visible_rows(dock.window.flow.search.screen)))
    dock.press(Key.Key_F7)
    dock.press(Key.Key_Return)
    dock.press(Key.Key_1)
    dock.reach("history")
    assert titles(dock) == ["Parcel taken in", "Parcel opened", "Item counted"]
    assert "R26110001" in dock.said
    dock.press(Key.Key_Escape)
    dock.reach("search")


def test_what_the_server_has_is_told_with_its_time_and_where_the_unit_is(dock: Dock, tmp_path: Path) -> None:
    with ServerProcess(tmp_path / "server") as server:
        expected = rma("R26990001", tracking_numbers=["SF990001"])
        server.import_rmas([expected])
        dock.join(server)
        dock.until(lambda sight: sight.network == "online" and "Returns expected: 1" in dock.said)
        dock.scan("SF990001")
        dock.reach("receive")
        dock.scan(expected["lines"][0]["serials"][0])
        lpn = dock.until(lambda sight: bool(sight.units) and sight.queue == 0).units[0][0]
        dock.window.history.stage.enter_unit(lpn)
        dock.until(lambda _sight: "The server says: counted" in dock.said)
        assert "The server has it since" in dock.said
        server.stop()
        dock.press(Key.Key_F8)
        dock.until(lambda _sight: "The RMA server cannot be reached" in dock.said)


def test_a_thousand_events_are_listed_and_stepped_through(qtbot: QtBot) -> None:
    screen = long_history("en", 1000)
    qtbot.addWidget(screen)
    screen.resize(1280, 648)
    screen.show()
    steps = collect(screen.chosen)
    screen.step(-1)
    screen.step(-5000)
    assert steps == [(998,), (0,)]
    assert len(visible_rows(screen)) == 1000


def test_nobody_sees_what_the_first_inspector_found_before_the_second_opinion_is_given(dock: Dock) -> None:
    dock.begin()
    lpn = dock.count_phone().units[0][0]
    with writing(dock) as work:
        work.second_opinions.put(SecondOpinion(lpn, "ANNA", OpinionState.WANTED))
    dock.window.history.stage.enter_unit(lpn)
    dock.until(lambda sight: sight.banner == "reject" and "must not see" in sight.said)
    assert dock.sight.stage == "receive"
    dock.window.history.stage.enter_rma("R26110001")
    dock.reach("history")
    assert titles(dock) == ["Parcel taken in", "Parcel opened"]
