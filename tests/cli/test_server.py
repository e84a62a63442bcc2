"""A station and a server, both as they are started by hand."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
import requests
from PIL import Image

from dockstation.adapters.packs.folder import PackFolder
from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.adapters.system_clock import SystemClock
from dockstation.application.outbox import record
from dockstation.application.ports.central import ConfigDocument
from dockstation.domain.events import Fact
from dockstation.settings import shipped
from tests.cli.program import Service, own_config, run
from tests.fakes.browser import PASSWORD, Browser
from tests.fakes.server_process import ServerProcess

STATION = """
[station]
name = "Dock 9"
[server]
url = "http://127.0.0.1:{server}"
[camera]
source = ""
[[people]]
badge = "DEMO"
name = "Demo"
role = "inspector"
"""
PRINTERS = '[label]\nlanguage = "zpl"\ndpi = 203\nhost = "127.0.0.1"\nport = {printer}\ntimeout_seconds = 2\n'


class Dock:
    """A station's data and config beside a server's data."""

    def __init__(self, folder: Path, server: int, printer: int = 9) -> None:
        self.folder = folder
        own = own_config(folder / "own", "station.toml", STATION.format(server=server))
        own_config(own, "printers.toml", PRINTERS.format(printer=printer))
        self.here = ("--data", folder / "station", "--config", own)
        self.url = f"http://127.0.0.1:{server}"

    def code(self) -> str:
        token = (self.folder / "server" / "admin-token").read_text("ascii").strip()
        headers = {"Authorization": f"Bearer {token}"}
        answer = requests.post(f"{self.url}/v1/enrolment-codes", headers=headers, timeout=20)
        return str(answer.json()["code"])

    def work(self) -> None:
        """Something happens at the dock, with a photo."""
        store, clock = SqlStore(self.folder / "station" / "station.db"), SystemClock()
        name = PhotoFolder(self.folder / "station" / "photos").save(b"scratch")
        with store.unit_of_work() as work:
            for kind in ("UnitReceived", "InspectionStarted"):
                record(work, clock, Fact("unit:1", kind, {"note": "退货"}))
            work.outbox.add_photo(name, 7)
            work.commit()
        store.close()


@pytest.fixture
def server(tmp_path):
    with ServerProcess(tmp_path / "server") as server:
        yield server


@pytest.fixture
def dock(tmp_path, server) -> Dock:
    return Dock(tmp_path, server.port)


def test_a_station_is_enrolled_and_its_work_arrives(dock):
    said = run("enrol", "--code", dock.code(), *dock.here)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("enrolled as ")
    dock.work()
    status = run("sync", "status", "--json", *dock.here).json()
    assert (status["pending"], status["photos"], status["last_sync"]) == (2, 1, "")
    assert status["station"] == said.out.split()[-1]
    once = run("sync", "once", "--json", *dock.here)
    assert (once.code, once.err, once.json()) == (0, "", {"events": 2, "photos": 1, "rmas": 0, "config": 0})
    status = run("sync", "status", "--json", *dock.here).json()
    assert (status["pending"], status["rejected"], status["parked"], status["photos"]) == (0, 0, 0, 0)
    assert status["last_sync"].endswith("Z")
    assert run("sync", "once", *dock.here).out == "events: 0\nphotos: 0\nrmas: 0\nconfig: 0\n"


def test_a_wrong_code_and_a_used_one_enrol_nobody(dock, tmp_path):
    wrong = run("enrol", "--code", "WRONG-CODE", *dock.here)
    assert wrong.code == 65
    assert "one-time code" in wrong.complaint()
    assert not (tmp_path / "station" / "credentials.json").exists()
    code = dock.code()
    assert run("enrol", "--code", code, *dock.here).code == 0
    assert run("enrol", "--code", code, *dock.here).code == 65
    assert run("sync", "once", *dock.here).code == 0


def test_a_server_that_has_gone_leaves_the_work_waiting(dock, server):
    run("enrol", "--code", dock.code(), *dock.here)
    dock.work()
    assert server.stop() == 0
    said = run("sync", "once", "--json", *dock.here)
    assert said.code == 69
    assert "everything is kept" in said.complaint()
    assert run("sync", "status", "--json", *dock.here).json()["pending"] == 2


def test_a_server_may_keep_its_database_elsewhere_than_its_photos(tmp_path):
    url = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    with Service("server", "--data", tmp_path / "server", "--database-url", url) as service:
        assert requests.get(f"http://127.0.0.1:{service.port}/v1/rmas", timeout=20).status_code == 401
        assert service.stop().code == 0
    assert (tmp_path / "elsewhere.db").exists()
    assert (tmp_path / "server" / "admin-token").exists()
    assert not (tmp_path / "server" / "server.db").exists()


def test_a_server_in_a_folder_that_cannot_be_is_told(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    said = run("server", "--port", "0", "--data", tmp_path / "file" / "server")
    assert said.code == 69
    said.complaint()


def test_a_printer_prints_into_its_folder_and_ends_when_told(tmp_path):
    out = tmp_path / "labels"
    with Service("printer", "--out", out) as printer:
        with socket.create_connection(("127.0.0.1", printer.port), timeout=20) as line:
            line.sendall(b"^XA^PW400^LL200^FO10,10^GB100,50,50^FS^XZ")
            line.shutdown(socket.SHUT_WR)
            assert line.recv(100) == b""
        said = printer.stop()
    assert (said.code, said.out, said.err) == (0, "", "")
    assert [path.suffix for path in out.rglob("*.png")] == [".png"]


def test_the_doctor_finds_a_station_in_order(tmp_path, server):
    with Service("printer", "--out", tmp_path / "labels") as printer:
        dock = Dock(tmp_path, server.port, printer.port)
        run("enrol", "--code", dock.code(), *dock.here)
        said = run("doctor", "--json", *dock.here)
    checks = {each["name"]: each for each in said.json()["checks"]}
    assert [each for each in checks.values() if not each["ok"] or each["do"]] == []
    assert (said.code, said.err) == (0, "")
    before = ("python", "data", "font", "decoders", "config", "published")
    parts = ("disk", "labels", "backup", "camera", "key", "server", "printer label", "people")
    assert tuple(checks) == (*before, *parts)
    assert checks["config"]["says"].endswith("own files: printers.toml, station.toml")


def test_the_doctor_says_what_the_server_has_published_and_what_of_it_cannot_be_used(tmp_path):
    label = (shipped("config") / "labels" / "container.toml").read_text("utf-8")
    dock, packs = Dock(tmp_path, 1), PackFolder(tmp_path / "station" / "packs")
    own_config(tmp_path / "own", "labels/mine.toml", label)
    packs.take([ConfigDocument("labels", name, 7, label) for name in ("mine", "ours")], "c-1", whole=True)
    mine, ours = "labels/mine.toml version 7, hidden by the own file", "labels/ours.toml version 7"
    assert published(dock)["says"] == f"0 people; {mine}; {ours}"
    packs.take([ConfigDocument("labels", "ours", 8, label.replace("width", "widht", 1))], "c-2", whole=False)
    check = published(dock)
    assert (check["ok"], check["do"].startswith("labels/ours.toml, line ")) == (False, True)


def published(dock):
    (check,) = [each for each in run("doctor", "--json", *dock.here).json()["checks"] if each["name"] == "published"]
    return check


def test_the_doctor_says_what_to_do_about_each_fault(tmp_path):
    dock = Dock(tmp_path, 1)
    said = run("doctor", "--json", *dock.here)
    faults = {each["name"]: each["do"] for each in said.json()["checks"] if not each["ok"]}
    assert said.code == 1
    assert set(faults) == {"server", "printer label"}
    assert "dockstation enrol" in faults["server"]
    assert "[label]" in faults["printer label"]
    shown = run("doctor", *dock.here)
    assert (shown.code, shown.err) == (1, "")
    assert f"MEND  server: enrol.needed\n      {faults['server']}\n" in shown.out


@pytest.mark.parametrize(
    ("table", "name", "what"),
    [
        ('[labels]\nlayout = "nowhere"\n', "labels", "nowhere"),
        ('[labels]\nprinter = "nobody"\n', "labels", "nobody"),
        ('[labels]\nlayuot = "x"\n', "config", "layuot"),
        ('[camera]\nsource = "/nowhere.mp4"\n', "camera", "nowhere.mp4"),
    ],
)
def test_the_doctor_finds_a_fault_of_the_config(tmp_path, table, name, what):
    text = f'[station]\nname = "x"\n[server]\nurl = "http://127.0.0.1:1"\n{table}'
    own = own_config(tmp_path / "own", "station.toml", text)
    said = run("doctor", "--json", "--data", tmp_path / "data", "--config", own)
    faults = {each["name"]: each["do"] for each in said.json()["checks"] if not each["ok"]}
    assert said.code == 1
    assert what in faults[name]


def test_the_doctor_says_that_a_camera_gives_no_full_picture(tmp_path):
    (tmp_path / "film").mkdir()
    Image.new("RGB", (64, 48)).save(tmp_path / "film" / "1.png")
    camera = f"source = '{tmp_path / 'film'}'\nstill_width = 3840\nstill_height = 2160\n"
    text = f'[station]\nname = "x"\n[server]\nurl = "http://127.0.0.1:1"\n[camera]\n{camera}'
    own = own_config(tmp_path / "own", "station.toml", text)
    said = run("doctor", "--json", "--data", tmp_path / "data", "--config", own)
    checks = {each["name"]: each["says"] for each in said.json()["checks"]}
    assert checks["camera"].endswith("film; no full picture")


def test_an_account_made_by_hand_logs_in_at_the_page(tmp_path, server):
    add = ("server", "--data", tmp_path / "server", "user", "add", "Ada", "--role", "administrator")
    assert run(*add, typed="short\n").complaint() == "dockstation: A password has 10 to 200 characters\n"
    said = run(*add, typed=f"{PASSWORD}\n")
    assert (said.code, said.out, said.err) == (0, "Ada may log in as administrator\n", "")
    assert run(*add, typed=f"{PASSWORD}\n").code == 1
    assert "Overview" in Browser(f"http://127.0.0.1:{server.port}").log_in("ada").text
