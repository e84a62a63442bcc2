"""Backups from the command line: a station that lost its disk comes back and goes on under its own id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dockstation.adapters.store.backups.shelf import find
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application.ports.store import Note
from tests.application.desk import INSPECTOR, Desk, a_shot
from tests.cli.program import own_config, run
from tests.fakes.server_process import ServerProcess

STATION = '[station]\nname = "Dock 9"\n[server]\nurl = "{}"\n[backup]\nfolder = "{}"\nkeep = 1\n'


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path / "server") as server:
        yield server


def test_a_station_whose_disk_died_comes_back_under_its_own_id_and_sends_what_was_in_its_backup(
    server: ServerProcess, tmp_path: Path
) -> None:
    share, data = tmp_path / "share", tmp_path / "data"
    share.mkdir()
    own = own_config(tmp_path / "own", "station.toml", STATION.format(server.url, share))
    where = ("--data", data, "--config", own)
    assert run("enrol", "--code", server.enrolment_code(), *where).code == 0
    station = record_some(data)
    assert "There is no backup of this station" in doctor_on_backups(*where)
    assert run("backup", *where).code == 0
    assert f"in {share}" in doctor_on_backups(*where)
    data.rename(tmp_path / "dead disk")

    brought = run("restore", share, "--json", *where).json()
    assert (brought["station"], brought["set_aside"]) == (station, "")
    code = server.admin("POST", "/v1/enrolment-codes", json={"station": station}).json()["code"]
    assert run("enrol", "--code", code, *where).out == f"enrolled as {station}\n"
    sent = run("sync", "once", "--json", *where).json()
    assert (sent["events"], sent["photos"]) == (find(share)[0].manifest.head_seq, 1)
    assert len(server.events(station)) == sent["events"]


def doctor_on_backups(*where: str | Path) -> str:
    """What is well, or what to do."""
    (check,) = [each for each in run("doctor", "--json", *where).json()["checks"] if each["name"] == "backup"]
    return str(check["says"] if check["ok"] else check["do"])


def record_some(data: Path) -> str:
    """A unit with a photo, at the station that is enrolled there; its id."""
    names = (Note.STATION, Note.LPN_PREFIX)
    store = SqlStore(data / "station.db")
    with store.unit_of_work() as work:
        enrolled = {name: str(work.notes.get(name)) for name in names}
    store.close()
    desk = Desk(data)
    with desk.store.unit_of_work() as work:
        for name, value in enrolled.items():
            work.notes.set(name, value)
        work.commit()
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    desk.inspect.answer(lpn, "packaging", "opened", INSPECTOR)
    desk.inspect.answer(lpn, "screen", "light", INSPECTOR)
    desk.inspect.photograph(lpn, "screen", a_shot("screen"), INSPECTOR)
    desk.store.close()
    return enrolled[Note.STATION]


def test_what_is_wrong_is_said_in_one_line_with_its_exit_code(tmp_path: Path) -> None:
    share, data = tmp_path / "share", tmp_path / "data"
    for folder in (share, data):
        folder.mkdir()
    desk = Desk(data)
    desk.counted()
    desk.store.close()
    assert "No folder for backups is set" in run("backup", "--data", data).complaint()
    assert "There is no backup" in run("restore", share, "--data", tmp_path / "new").complaint()
    said = run("backup", "--data", data, "--to", share / "missing")
    assert (said.code, "no such folder" in said.complaint()) == (69, True)
    assert run("backup", "--data", data, "--to", share).code == 0
    assert "unsent" in run("restore", share, "--data", data).complaint()
    database = find(share)[0].database
    database.write_bytes(bytes(database.stat().st_size))
    said = run("verify", share)
    assert (said.code, said.out[:4]) == (1, "BAD ")
    assert "is damaged" in run("restore", share, "--data", tmp_path / "new").complaint()
    assert not (tmp_path / "new" / "station.db").exists()
