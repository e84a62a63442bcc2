"""Setting printers up from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dockstation.demo.virtual_printer import VirtualPrinter
from tests.cli.program import SECONDS, environment
from tests.labels.samples import LAYOUTS, lines, printed

PRINTERS = """
[label]
language = "tspl"
dpi = 203
host = "127.0.0.1"
port = {0}
timeout_seconds = 2
offset_x_mm = 0.5

[gone]
language = "zpl"
dpi = 203
transport = "folder"
folder = "/nowhere/at/all"
"""


def program(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dockstation", "printer", *words]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=SECONDS, env=environment(), check=False, input=typed
    )


@pytest.fixture
def config(tmp_path: Path) -> Path:
    folder = tmp_path / "config"
    (folder / "labels").mkdir(parents=True)
    layout = (LAYOUTS / "licence_plate.toml").read_text("utf-8")
    (folder / "labels" / "calibration.toml").write_text(layout, "utf-8")
    return folder


def test_printers_are_listed_tested_and_calibrated(config: Path, tmp_path: Path) -> None:
    tray = tmp_path / "tray"
    with VirtualPrinter(tray, language="tspl") as virtual:
        (config / "printers.toml").write_text(PRINTERS.format(virtual.port), "utf-8")
        where = ("--config", str(config))
        told = program("list", "--json", *where)
        assert (told.returncode, told.stderr) == (1, "")
        states = {each["name"]: each["state"] for each in map(json.loads, told.stdout.splitlines())}
        assert states == {"label": "ready", "gone": "unreachable"}
        assert program("test", "label", *where).returncode == 0
        assert {each["text"] for each in lines(tray)[0]["codes"]} == {"TEST00000"}
        asked = program("calibrate", "label", *where, typed="DSCAL-X4\ndscal-y7\n\n")
        assert asked.stdout.endswith("[label]\noffset_x_mm = 1.5\noffset_y_mm = -2\n")
        assert len(lines(tray)) == 2
        assert program("calibrate", "label", *where, "--mark", "DSCAL-X5").stdout.startswith(
            "[label]\noffset_x_mm = 0.5"
        )
        assert len(lines(tray)) == 2


@pytest.mark.parametrize(
    ("language", "more", "size"),
    [
        ("zpl", "width_mm = 60\nheight_mm = 40", (480, 320)),
        ("zpl", "width_mm = 50", (400, 240)),
        ("escpos", "", (576, 368)),
    ],
)
def test_the_calibration_label_is_the_largest_that_goes_on_the_paper(
    tmp_path: Path, language: str, more: str, size: tuple[int, int]
) -> None:
    tray = tmp_path / "tray"
    with VirtualPrinter(tray, language=language) as virtual:
        text = f'[label]\nlanguage = "{language}"\ndpi = 203\nhost = "127.0.0.1"\nport = {virtual.port}\n{more}\n'
        (tmp_path / "printers.toml").write_text(text, "utf-8")
        assert program("calibrate", "label", "--config", str(tmp_path), typed="\n").returncode == 0
    assert [(each.width, each.height) for each in printed(tray)] == [size]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("test", "gone"), 69, "cannot be reached"),
        (("test", "nobody"), 65, "No printer is called nobody"),
        (("calibrate", "label", "--mark", "DSBIN-1"), 65, "no mark of the calibration label"),
    ],
)
def test_what_cannot_be_is_said(config: Path, words: tuple[str, ...], code: int, said: str) -> None:
    (config / "printers.toml").write_text(PRINTERS.format(9), "utf-8")
    told = program(*words, "--config", str(config))
    assert (told.returncode, said in told.stderr) == (code, True), told.stderr


def test_the_word_alone_says_what_it_wants() -> None:
    assert program().returncode == 2
    assert program("--port", "0").returncode == 2


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [
        ('language = "zpl"\ndpi = 203', "host"),
        ('language = "zpl"\ndpi = 203\ntransport = "serial"', "device"),
        ('language = "zpl"\ndpi = 203\nhost = "p"\ndarkness = 31', "darkness"),
        ('language = "tspl"\ndpi = 203\nhost = "p"\ndarkness = 16', "0–15"),
        ('language = "pdf"\ndpi = 203\nhost = "p"\nspeed = 2', "speed"),
        ('language = "cpcl"\ndpi = 203\nhost = "p"', "zpl | tspl"),
        ('language = "zpl"\ndpi = 203\ntransport = "usb"\nusb = "zebra"', "0a5f:0164"),
    ],
)
def test_a_printer_that_cannot_be_is_refused_with_its_line(config: Path, changed: str, wanted: str) -> None:
    (config / "printers.toml").write_text(f"[label]\n{changed}\n", "utf-8")
    told = program("list", "--config", str(config))
    assert told.returncode == 65
    assert wanted in told.stderr
    assert "printers.toml" in told.stderr
