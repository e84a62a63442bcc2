"""What support is sent: enough to help, nobody's data, no keys."""

from __future__ import annotations

import io
import json
import logging
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dockstation.adapters.central.credentials import Credentials, Tokens
from dockstation.bootstrap import Place
from dockstation.bootstrap.recording import open_recorder
from dockstation.diagnosis.lines import facts
from dockstation.settings import ConfigFolders
from tests.cli.program import run
from tests.diagnosis import planted
from tests.diagnosis.planted import found_in
from tests.fakes.returns import a_return
from tests.ui.main_window.dock import fill

STATION = f"""
# the old password was {planted.PASSWORD}
[station]
name = "Dock 1"

[server]
url = "http://op:{planted.PASSWORD}@127.0.0.1:9/x?token={planted.TOKEN}"
timeout_seconds = 0.2

[camera]
source = "{planted.CAMERA}"
still_url = "http://a:{planted.PASSWORD}@127.0.0.1:9/{planted.TOKEN}.jpg"
photo_folder = "{planted.HOME}/in"

[[people]]
badge = "{planted.BADGE}"
name = "{planted.NAME}"
role = "inspector"
pin = "{planted.PIN}"
"""
SERVER = f"""
[server]
database_url = "postgresql://op:{planted.PASSWORD}@127.0.0.1/rma"
return_address = ["{planted.NAME}", "{planted.ADDRESS}"]
"""
PRINTERS = """
[label]
language = "zpl"
dpi = 203
host = "127.0.0.1"
port = 9
timeout_seconds = 0.2
"""


@pytest.fixture
def station(tmp_path: Path) -> tuple[Path, Path]:
    """Data and config of a station with secrets and customers' data in every place."""
    data, config = tmp_path / "data", tmp_path / "config"
    data.mkdir()
    (config / "labels").mkdir(parents=True)
    fill(data, a_return(planted.RMA))
    with closing(sqlite3.connect(data / "station.db")) as database:
        database.execute("UPDATE rmas SET number = number || ?", (planted.NAME + planted.SERIAL,))
        database.execute("INSERT INTO notes VALUES ('planted', ?)", (planted.TRACKING + planted.CHINESE,))
        database.commit()
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    Credentials(data / "credentials.json").save(Tokens("S1", "K7M", planted.TOKEN, tomorrow, planted.TOKEN))
    (data / "admin.token").write_text(planted.TOKEN)
    (config / "station.toml").write_text(STATION, "utf-8")
    (config / "server.toml").write_text(SERVER, "utf-8")
    (config / "printers.toml").write_text(PRINTERS, "utf-8")
    (config / "rules").mkdir()
    (config / "rules/old.toml.txt").write_text(planted.PASSWORD)
    return data, config


def log_and_fail(data: Path, config: Path) -> None:
    place = Place(data, ConfigFolders(config))
    recorder = open_recorder(place.data, place.settings())
    recorder.start()
    log = logging.getLogger("dockstation.test")
    log.info("scan", extra=facts(kind="tracking", code=planted.TRACKING))
    log.warning("asking for %s failed", planted.RMA)
    try:
        int(f"{planted.NAME} {planted.SERIAL} {planted.CAMERA}")
    except ValueError:
        log.exception("unforeseen")
    recorder.close()


def test_a_bundle_holds_what_helps_and_nothing_of_anybody(tmp_path: Path, station: tuple[Path, Path]) -> None:
    data, config = station
    log_and_fail(data, config)
    out = tmp_path / "bundle.zip"
    done = run("doctor", "--data", data, "--config", config, "--bundle", out)
    assert done.code == 1  # no printer, no server: as without a bundle
    assert out.stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for name, content in files.items():
        assert (name, found_in(content)) == (name, [])
        assert found_in(name.encode()) == []
    assert {"README.txt", "system.json", "checks.json", "settings.json", "data.json", "logs/station.jsonl"} < {*files}
    assert [name for name in files if name.startswith("errors/")]
    told = json.loads(files["data.json"])
    assert told["whole"] is True
    assert told["rows"]["rmas"] == 1
    assert told["outbox by state"] == {}
    assert told["schema"]
    assert json.loads(files["settings.json"])["station.toml"]["server"]["timeout_seconds"] == 0.2
    system = json.loads(files["system.json"])
    assert any(each.lower().startswith("sqlalchemy==") for each in system["libraries"])
    assert system["builds"]["qt"]["pyside"]
    assert system["builds"]["opencv"]
    printer = next(each for each in json.loads(files["checks.json"]) if each["name"].startswith("printer"))
    assert printer["code"] == "unreachable"


def test_a_bundle_that_is_there_is_replaced_only_by_force(tmp_path: Path, station: tuple[Path, Path]) -> None:
    data, config = station
    out = tmp_path / "bundle.zip"
    out.write_bytes(b"older")
    refused = run("doctor", "--data", data, "--config", config, "--bundle", out)
    assert "--force" in refused.complaint()
    assert (refused.code, out.read_bytes()) == (69, b"older")


def test_a_station_without_data_or_with_broken_settings_can_be_told_of_too(tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "station.toml").write_text(f'[station]\nname = "{planted.PASSWORD}')
    out = tmp_path / "bundle.zip"
    run("doctor", "--data", tmp_path / "data", "--config", config, "--bundle", out)
    with zipfile.ZipFile(out) as archive:
        settings = json.loads(archive.read("settings.json"))
        assert settings["station.toml"] == "TOMLDecodeError"
        assert all(found_in(archive.read(name)) == [] for name in archive.namelist())
