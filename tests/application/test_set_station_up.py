"""Settings, enrolment and how far setting up has come."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dockstation.adapters.central.transport import base_url
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application.ports.store import Note
from dockstation.application.set_station_up import INSTALLER, SetStationUp
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Role
from dockstation.domain.station_setup import DONE
from dockstation.settings import ConfigFolders, load_station
from dockstation.settings.changing import ConfigBook

CODE = "QR4A-PGLW-44GF"


class Station:
    url = "http://127.0.0.1:8470"

    def __init__(self, folder: Path, enrol: Callable[[str], str] = lambda code: f"S-{code}") -> None:
        self.folders = ConfigFolders(folder / "config")
        self.store = SqlStore(folder / "station.db")
        self.set_up = SetStationUp(ConfigBook(self.folders), self.store, {"server.url": base_url}, enrol, self)
        self.may_start = True

    def enrolment_code(self) -> str:
        """Of the server on this computer, which this station stands for as well."""
        if not self.may_start:
            raise DockstationError("own_server.not_started", log="server.log")
        return CODE

    @property
    def server(self) -> str:
        return load_station(self.folders).server.url

    def note(self, note: Note, value: str) -> None:
        with self.store.unit_of_work() as work:
            work.notes.set(note, value)
            work.commit()


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(DockstationError) as error:
        act()
    return error.value.code


@pytest.mark.parametrize("role", [Role.CLERK, Role.INSPECTOR, Role.SUPERVISOR])
def test_clerks_and_inspectors_may_neither_look_nor_change_nor_enrol(tmp_path, role):
    by, set_up = Operator("B", "Bo", role), Station(tmp_path).set_up
    for act in (
        lambda: set_up.settings(by),
        lambda: set_up.change("sounds.volume", "5", by),
        lambda: set_up.enrol(CODE, by),
        lambda: set_up.serve_here(by),
    ):
        assert refused(act) == "role.forbidden"
    assert not (tmp_path / "config").exists()


def test_a_value_is_written_as_what_it_is(tmp_path):
    station = Station(tmp_path)
    for name, text in (("sounds.volume", " 40 "), ("dock.print_label", "false"), ("server.sync_seconds", "2.5")):
        station.set_up.change(name, text, INSTALLER)
    now = load_station(station.folders)
    assert (now.sounds.volume, now.dock.print_label, now.server.sync_seconds) == (40, False, 2.5)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("sounds.volume", "101", "settings.not_written"),
        ("sounds.volume", "loud", "settings.not_written"),
        ("station.theme", "pink", "settings.not_written"),
        ("server.url", "rma.example", "central.url"),
        ("server.url", "http://rma.example", "central.insecure"),
        ("disk.stop_mb", "5000", "settings.not_written"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(tmp_path, name, text, code):
    assert refused(lambda: Station(tmp_path).set_up.change(name, text, INSTALLER)) == code
    assert not list(tmp_path.glob("config/*"))


def test_a_code_that_names_its_server_enrols_there_and_the_server_is_kept(tmp_path):
    station = Station(tmp_path)
    assert station.set_up.enrol(f"DSENROL-{CODE}@https://rma.example/", INSTALLER) == f"S-{CODE}"
    assert station.server == "https://rma.example"
    assert station.set_up.enrol(f" {CODE.lower()} ", INSTALLER) == f"S-{CODE}"
    assert station.server == "https://rma.example"


def test_a_server_that_does_not_take_the_code_is_not_kept(tmp_path):
    def no(_code: str) -> str:
        raise DockstationError("central.enrolment_code")

    station = Station(tmp_path, no)
    before = station.server
    assert refused(lambda: station.set_up.enrol(f"DSENROL-{CODE}@https://rma.example", INSTALLER)) == (
        "central.enrolment_code"
    )
    assert station.server == before


@pytest.mark.parametrize("text", ["", "QR4A", "R26110001", f"{CODE}@ftp://x", f"{CODE}@https://a@b", "DSENROL-"])
def test_what_is_no_code_is_said_before_anybody_is_asked(tmp_path, text):
    assert refused(lambda: Station(tmp_path, lambda _code: pytest.fail("asked")).set_up.enrol(text, INSTALLER)) == (
        "enrol.no_code"
    )


def test_setting_up_begins_by_itself_only_where_nothing_is_and_goes_on_where_it_was(tmp_path):
    station = Station(tmp_path)
    assert station.set_up.first_step() == ""
    station.set_up.change("station.language", "zh_CN", INSTALLER)
    assert station.set_up.first_step() is None  # has config of its own, and never began
    station.set_up.reach("camera")
    assert station.set_up.first_step() == "camera"
    station.set_up.reach(DONE)
    station.set_up.reach("camera")  # looked at again later
    assert station.set_up.first_step() is None


def test_it_does_not_begin_by_itself_on_a_station_that_a_server_knows_or_that_cannot_keep_config(tmp_path):
    known = Station(tmp_path)
    known.note(Note.STATION, "S1")
    assert known.set_up.first_step() is None
    store = SqlStore(tmp_path / "other.db")
    alone = SetStationUp(ConfigBook(ConfigFolders()), store, {}, str, known)
    assert alone.first_step() is None


def test_the_server_of_this_computer_is_kept_with_its_address_and_another_one_takes_its_place(tmp_path):
    station = Station(tmp_path)
    assert station.set_up.serve_here(INSTALLER) == f"S-{CODE}"
    table = load_station(station.folders).server
    assert (table.url, table.here, table.own_port) == (Station.url, True, 8470)
    station.set_up.enrol(f"DSENROL-{CODE}@https://rma.example", INSTALLER)
    table = load_station(station.folders).server
    assert (table.url, table.here, table.own_port) == ("https://rma.example", False, 0)


def test_a_server_of_this_computer_that_does_not_start_is_not_kept(tmp_path):
    station = Station(tmp_path)
    station.set_up.enrol(f"DSENROL-{CODE}@https://rma.example", INSTALLER)
    station.may_start = False
    assert refused(lambda: station.set_up.serve_here(INSTALLER)) == "own_server.not_started"
    table = load_station(station.folders).server
    assert (table.url, table.here) == ("https://rma.example", False)


def test_a_station_that_the_server_of_this_computer_knows_keeps_its_id(tmp_path):
    station = Station(tmp_path)
    station.set_up.serve_here(INSTALLER)
    station.note(Note.STATION, "S1")
    station.may_start = False  # nothing is asked of it either
    assert station.set_up.serve_here(INSTALLER) == "S1"
