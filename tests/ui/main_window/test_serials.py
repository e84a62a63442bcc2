"""The server's word on a serial number that was counted: it comes later, and interrupts nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt

from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.adapters.system_clock import SystemClock
from dockstation.application.sync import Sync
from dockstation.domain.events import Event as OwnEvent
from tests.fakes.central import FakeCentral
from tests.fakes.chain import Chain
from tests.fakes.returns import IMEI
from tests.ui.main_window.dock import LABEL, Dock

OTHER = "9ZZ22222X"
SHIRT = "06901234567892"


class Station:
    """A station whose server answers from memory, when the network lets it."""

    def __init__(self, dock: Dock, film: Path) -> None:
        self.dock = dock
        self._gates: list[Event] = []
        self._stores: list[SqlStore] = []
        self.central = FakeCentral("S2")
        self._theirs = Chain("S2")
        self.hear_of(OTHER, IMEI)
        dock.configure(camera=film, cooldown=0)

    def hear_of(self, lpn: str, serial: str) -> None:
        """The other station's unit comes to be known at the server."""
        body = {"lpn": lpn, "rma_number": "R0", "serial": serial}
        self.central.station = "S2"
        self.central.send_events([self._theirs.add("UnitReceived", body, f"unit:{lpn}")])
        self.central.station = "S1"

    def begin(self) -> None:
        open_use_cases = self.dock.parts().open_use_cases
        store = SqlStore(self.dock.data / "station.db")
        self._stores.append(store)
        sync = Sync(store, SystemClock(), self.central, PhotoFolder(self.dock.data / "photos"))
        self.dock.begin(
            open_use_cases=lambda: replace(open_use_cases(), central=lambda: self.central, sync=lambda: sync)
        )
        self.dock._qtbot.waitUntil(lambda: self.dock.window.camera.newest is not None, timeout=10_000)
        self.dock.open_parcel()

    def hold_network(self) -> Callable[[], None]:
        """Let no answer come until what is given back is called."""
        gate = Event()
        self._gates.append(gate)
        self.dock.hold("network", gate.wait)
        return gate.set

    def count(self, code: str = IMEI) -> str:
        before = len(self.dock.read(lambda work: work.units.of_rma("R26110001")))
        self.dock.scan(code)
        units = self.dock._qtbot.waitUntil
        units(lambda: len(self.dock.read(lambda work: work.units.of_rma("R26110001"))) == before + 1)
        return str(self.dock.read(lambda work: work.units.of_rma("R26110001")[-1].lpn))

    def record(self, then: str) -> None:
        self.dock.until(lambda sight: sight.discrepancy == "serial_before")
        self.dock.scan("DSCMD-PHOTO")
        self.dock.until(lambda sight: sight.photos == 1)
        self.dock.scan("DSCMD-2", "DSCMD-CONFIRM")
        self.dock.reach(then)

    def recorded(self) -> list[tuple[str, str, str]]:
        """Unit, answer and earlier unit of each record."""
        bodies = [event.body for event in self.events() if event.kind == "DiscrepancyFound"]
        found = [each for each in bodies if each["kind"] == "serial_before"]
        return [(each["lpn"], each["answer"], each["facts"]["other_lpn"]) for each in found]

    def events(self) -> list[OwnEvent]:
        """This station's own, sent or not, in their order."""
        pending = self.dock.read(lambda work: work.outbox.pending(1000))
        known = {event.id: event for event in (*self.central.events.values(), *pending) if event.station == "S1"}
        return sorted(known.values(), key=lambda event: event.seq)

    def answers_came(self) -> None:
        """Everything that the network was asked has been answered, and the window has heard it."""
        heard: list[None] = []
        self.dock.window.background.run("network", lambda: None, heard.append, lambda _: None)
        self.dock._qtbot.waitUntil(lambda: bool(heard), timeout=10_000)

    def end(self) -> None:
        for gate in self._gates:
            gate.set()
        for window in self.dock.windows:
            window.close()
        for store in self._stores:
            store.close()


@pytest.fixture
def station(dock: Dock, film: Path) -> Iterator[Station]:
    station = Station(dock, film)
    yield station
    station.end()


def test_it_counts_at_once_and_is_asked_about_when_the_answer_comes(station: Station) -> None:
    station.begin()
    let_go = station.hold_network()
    lpn = station.count()
    station.dock.until(lambda sight: sight.stage == "receive" and bool(sight.units))
    let_go()
    station.dock.reach("discrepancy")
    assert OTHER in station.dock.said
    assert lpn in station.dock.said
    station.record("receive")
    assert station.recorded() == [(lpn, "swapped", OTHER)]
    assert len(station.dock.sight.units) == 1


def test_a_question_that_is_open_is_answered_first(station: Station) -> None:
    station.begin()
    let_go = station.hold_network()
    lpn = station.count()
    station.dock.scan("DSCMD-NEXT")
    station.dock.reach("asking")
    let_go()
    station.answers_came()
    assert station.dock.until(lambda _sight: True).stage == "asking"
    station.dock.scan("DSCMD-BACK")
    station.record("receive")
    assert station.recorded() == [(lpn, "swapped", OTHER)]


def test_a_code_that_is_being_typed_is_typed_to_its_end(station: Station) -> None:
    station.begin()
    let_go = station.hold_network()
    station.count()
    station.dock.until(lambda sight: sight.stage == "receive")
    station.dock.press(Qt.Key.Key_F4)
    station.dock.reach("typing")
    let_go()
    station.answers_came()
    assert station.dock.until(lambda _sight: True).stage == "typing"
    station.dock.scan(LABEL)
    station.dock.reach("discrepancy")


def test_left_open_it_comes_again_before_the_parcel_is_closed_and_before_the_unit_is_inspected(
    station: Station,
) -> None:
    station.begin()
    lpn = station.count()
    for way in ("DSCMD-NEXT", "DSCMD-CONFIRM"):
        station.dock.reach("discrepancy")
        station.dock.scan("DSCMD-BACK")
        station.dock.reach("receive")
        station.dock.scan(way)
    station.record("inspect")
    assert station.recorded() == [(lpn, "swapped", OTHER)]


def test_an_inspection_is_not_interrupted_but_not_decided_without_it_either(station: Station) -> None:
    station.begin()
    let_go = station.hold_network()
    lpn = station.count()
    station.dock.until(lambda sight: sight.stage == "receive")
    station.dock.scan("DSCMD-CONFIRM")
    station.dock.reach("inspect")
    let_go()
    station.answers_came()
    while (sight := station.dock.until(lambda sight: bool(sight.step))).step != "done":
        station.dock.press(Qt.Key.Key_1 if sight.step == "answer" else Qt.Key.Key_Space)
        station.dock.until(lambda after, before=sight: (after.question, after.step) != (before.question, before.step))  # type: ignore[misc]  # lambda
    station.dock.scan("DSCMD-CONFIRM")
    station.record("inspect")
    station.dock.scan("DSCMD-CONFIRM")
    station.dock.reach("decision")
    assert station.recorded() == [(lpn, "swapped", OTHER)]
    kinds = [event.kind for event in station.events()]
    assert kinds.index("DiscrepancyFound") < kinds.index("InspectionCompleted")


def test_answered_after_the_parcel_was_left_it_is_shown_at_home_once(station: Station) -> None:
    station.begin()
    let_go = station.hold_network()
    lpn = station.count()
    station.dock.until(lambda sight: sight.stage == "receive")
    station.dock.scan("DSCMD-PAUSE")
    station.dock.reach("home")
    let_go()
    station.dock.reach("discrepancy")
    station.dock.scan("DSCMD-BACK")
    station.dock.reach("home")
    station.dock.scan(LABEL)
    station.record("receive")
    assert station.recorded() == [(lpn, "swapped", OTHER)]


def test_while_the_server_is_away_nothing_is_said_and_it_is_asked_when_it_is_back(station: Station) -> None:
    station.central.down = True
    station.begin()
    lpn = station.count()
    station.answers_came()
    assert station.dock.until(lambda _sight: True).stage == "receive"
    assert station.dock.sight.banner == "accept"
    station.central.down = False
    station.dock.window.sync.now()
    station.record("receive")
    assert station.recorded() == [(lpn, "swapped", OTHER)]


def test_after_a_restart_it_is_asked_when_the_inspection_begins(station: Station) -> None:
    station.central.down = True
    station.begin()
    lpn = station.count()
    station.answers_came()
    station.dock.window.close()
    station.begin()
    station.central.down = False
    station.dock.scan("DSCMD-CONFIRM")
    station.dock.reach("inspect")
    station.answers_came()
    station.dock.scan("DSCMD-PAUSE")
    station.record("home")
    assert station.recorded() == [(lpn, "swapped", OTHER)]


def test_of_two_stations_that_count_it_at_once_the_one_heard_of_second_is_asked(dock: Dock, station: Station) -> None:
    station.central.events.clear()
    station.central._applied.clear()
    station.begin()
    use_cases = dock.window.desk.use_cases
    assert use_cases is not None
    dock.window.sync.stop()
    lpn = station.count()
    station.answers_came()
    assert dock.until(lambda _sight: True).stage == "receive"
    station.hear_of("9ZZ22223Y", IMEI)
    dock.window.sync.start(use_cases.sync)
    station.record("receive")
    assert station.recorded() == [(lpn, "swapped", "9ZZ22223Y")]


def test_a_unit_that_was_taken_back_raises_no_question(station: Station) -> None:
    station.begin()
    let_go = station.hold_network()
    station.count()
    station.dock.until(lambda sight: sight.stage == "receive")
    station.dock.scan("DSCMD-UNDO")
    station.dock.until(lambda _sight: "does not count any more" in station.dock.said)
    let_go()
    station.answers_came()
    assert station.dock.until(lambda _sight: True).stage == "receive"
    assert station.recorded() == []


def test_goods_without_a_serial_number_are_not_asked_about(station: Station) -> None:
    station.begin()
    station.central.down = True
    station.count(SHIRT)
    assert station.dock.window.flow.serials._waiting == []
