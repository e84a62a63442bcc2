"""Every command answers in its own words, with its exit code, and never with a traceback."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock

from dockstation import __version__
from dockstation.settings import shipped
from tests.cli.program import COMMAND, SECONDS, Service, environment, own_config, run

STATION = '[station]\nname = "Dock 9"\n[server]\nurl = "http://127.0.0.1:{}"\n'


def test_it_says_its_version():
    said = run("--version")
    assert (said.code, said.out, said.err) == (0, f"dockstation {__version__}\n", "")


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        (),
        ("scan",),
        ("scan", "decode"),
        ("server",),
        ("server", "--data", "x", "--port", "many"),
        ("server", "--data", "x", "--attended", "--workers", "2"),
        ("enrol", "--data", "x"),
        ("label", "render", "--layout", "disposition", "--data", "x", "--printer", "dot-matrix", "--out", "y"),
    ],
)
def test_a_word_that_it_does_not_know_is_wrong_usage(words):
    said = run(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("usage: ")
    assert "error: " in said.err


def test_help_names_every_command():
    said = run("--help")
    assert said.code == 0
    for word in (
        "station", "demo", "server", "printer", "enrol", "scan", "label", "codes", "sync", "doctor", "backup",
        "verify", "restore",
    ):  # fmt: skip
        assert f"\n    {word} " in said.out


def test_config_that_cannot_be_understood_is_told_with_file_and_line(tmp_path):
    own = own_config(tmp_path / "own", "station.toml", '[station]\nname = "x"\nlangauge = "en"\n')
    said = run("sync", "once", "--data", tmp_path / "data", "--config", own)
    assert said.code == 65
    assert "own/station.toml, line 3: nothing is called langauge. Did you mean language?" in said.complaint()


@pytest.mark.parametrize("words", [("station",), ("sync", "once"), ("doctor", "--json")])
def test_a_config_folder_that_is_not_there_is_not_passed_over(tmp_path, words):
    said = run(*words, "--data", tmp_path / "data", "--config", tmp_path / "nowhere")
    assert said.code == 65
    assert "nowhere" in said.complaint()
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("words", [("station",), ("enrol", "--code", "x"), ("sync", "once")])
def test_a_second_process_on_the_same_data_is_turned_away(tmp_path, words):
    with FileLock(tmp_path / "station.lock"):
        said = run(*words, "--data", tmp_path)
    assert said.code == 69
    assert str(tmp_path) in said.complaint()
    assert "already running" in said.err


@pytest.mark.parametrize("folder", ["file/data", "/proc/self"])
def test_a_data_folder_that_cannot_be_made_or_written_is_told(tmp_path, folder):
    (tmp_path / "file").write_text("not a folder")
    said = run("sync", "once", "--data", tmp_path / folder)
    assert said.code == 69
    said.complaint()


def test_a_station_without_a_screen_says_so_and_does_not_die(tmp_path):
    said = run("station", "--data", tmp_path, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert said.code == 69
    said.complaint()


def test_a_screen_that_is_named_but_not_there_is_said_and_no_abort(tmp_path):
    said = run("station", "--data", tmp_path, DISPLAY=":5417", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="xcb")
    assert said.code == 69
    assert ":5417" in said.complaint()
    assert not (tmp_path / "station.lock").exists()


def test_what_nobody_foresaw_is_one_line_and_a_report(tmp_path):
    with sqlite3.connect(tmp_path / "station.db") as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")
    connection.close()
    said = run("sync", "status", "--data", tmp_path, TMPDIR=str(tmp_path))
    assert said.code == 70
    report = re.search(rf"{tmp_path}\S*\.json", said.complaint())
    assert report
    told = json.loads(Path(report[0]).read_bytes())
    assert told["number"] in said.err
    assert told["failure"][0]["frames"]


def test_nobody_is_troubled_when_the_reader_goes_away(tmp_path):
    files = [str(shipped("resources") / "nothing.png")] * 2000
    process = subprocess.Popen(
        [*COMMAND, "scan", "decode", "--json", *files],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    json.loads(process.stdout.readline())
    process.stdout.close()
    errors = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(SECONDS) == 141
    assert all(line.startswith("dockstation: ") for line in errors.splitlines())


def test_sync_status_of_a_station_that_never_was_is_told(tmp_path):
    said = run("sync", "status", "--json", "--data", tmp_path / "none")
    assert said.code == 69
    assert "none" in said.complaint()
    assert not (tmp_path / "none").exists()


def test_sync_once_before_enrolment_says_what_to_do(tmp_path):
    said = run("sync", "once", "--json", "--data", tmp_path)
    assert said.code == 69
    assert "dockstation enrol" in said.complaint()


def test_enrolment_without_a_server_leaves_the_station_as_it_was(tmp_path):
    own = own_config(tmp_path / "own", "station.toml", STATION.format(1))
    said = run("enrol", "--code", "ABCD", "--data", tmp_path / "data", "--config", own)
    assert said.code == 69
    said.complaint()
    assert not (tmp_path / "data" / "credentials.json").exists()


@pytest.mark.parametrize("url", ["http://rma.example", "http://user:pw@127.0.0.1"])
def test_an_address_that_is_none_is_bad_input(tmp_path, url):
    own = own_config(tmp_path / "own", "station.toml", f'[station]\nname = "x"\n[server]\nurl = "{url}"\n')
    said = run("enrol", "--code", "ABCD", "--data", tmp_path / "data", "--config", own)
    assert said.code == 65
    assert "pw" not in said.complaint()


def test_a_server_without_its_libraries_says_which_is_missing(tmp_path):
    (tmp_path / "uvicorn.py").write_text('raise ModuleNotFoundError("gone", name="uvicorn")')
    path = f"{tmp_path}:{environment()['PYTHONPATH']}"
    said = run("server", "--data", tmp_path / "server", PYTHONPATH=path)
    assert said.code == 69
    said.complaint()


def test_a_port_that_is_taken_is_told(tmp_path):
    with Service("printer", "--out", tmp_path / "labels") as printer:
        for words in (("printer", "--out", tmp_path / "b"), ("server", "--data", tmp_path / "c")):
            said = run(*words, "--port", str(printer.port))
            assert said.code == 69
            assert str(printer.port) in said.complaint()


def test_the_first_administrators_code_is_printed_once_and_only_its_hash_kept(tmp_path):
    data = tmp_path / "data"
    said = run(
        "people", "first", "--data", data, "--config", own_config(tmp_path / "own", "station.toml", STATION.format(9))
    )
    assert (said.code, said.err) == (0, "")
    assert re.fullmatch(r"[0-9]{12}\n", said.out)
    (kept,) = sqlite3.connect(data / "station.db").execute("select value from notes where name = 'first_code'")
    assert kept[0].startswith("$argon2id$")
    assert not any(said.out.strip().encode() in path.read_bytes() for path in data.rglob("*") if path.is_file())
