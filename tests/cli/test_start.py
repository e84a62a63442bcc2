"""The window is there at once: what is heavy is imported when its part is used, never before."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import start
from tests.cli.program import SECONDS, environment

STATION = """
import json, sys
from pathlib import Path
from dockstation.bootstrap import Place, station_parts
from dockstation.settings import ConfigFolders
from dockstation.ui.main_window.station import run

def look(hands):
    print(json.dumps(sorted(sys.modules)))
    hands.leave(0)

place = Place(Path(sys.argv[1]), ConfigFolders())
sys.exit(run(station_parts(place, camera=False, badge="DEMO"), drive=look))
"""
IMPORTED = "import json, sys, {}; print(json.dumps(sorted(sys.modules)))"
NEVER_AT_THE_START = {"cv2", "reportlab", "alembic", "fastapi", "uvicorn", "cel", "PIL", "dockstation.server"}


def modules(script: str, *words: str | Path) -> set[str]:
    """What a process had imported when it looked."""
    command = [sys.executable, "-c", script, *map(str, words)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, env=environment())
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_a_station_that_is_ready_has_imported_nothing_it_has_not_used(tmp_path):
    modules(STATION, tmp_path)  # the first start makes the database, which is Alembic's work
    assert modules(STATION, tmp_path) & NEVER_AT_THE_START == set()


def test_the_window_is_painted_before_store_and_network_are_imported():
    there = modules(IMPORTED.format("dockstation.cli, dockstation.ui.main_window.station"))
    assert "PySide6.QtWidgets" in there
    assert there & {"sqlalchemy", "requests", "pydantic", "numpy", *NEVER_AT_THE_START} == set()


def test_a_command_loads_no_window():
    there = modules(IMPORTED.format("dockstation.cli, dockstation.ui.messages"))
    assert {name for name in there if name.startswith("PySide6.Qt")} == {"PySide6.QtCore"}
    assert modules(IMPORTED.format("dockstation.cli")) & {"PySide6", "sqlalchemy", "numpy", "pydantic"} == set()


def test_the_start_is_measured_with_all_its_figures():
    told = start.run(runs=1)
    assert set(told["figures"]) == set(told["units"]) == set(start.UNITS)
    figures = told["figures"]
    assert 0 < figures["qtwidgets_first_paint_ms"] < figures["first_paint_ms"] < figures["ready_ms"]
    assert figures["rss_mb"] > 20


@pytest.mark.parametrize("words", [("nonsense",), ()])
def test_a_bench_that_there_is_not_is_answered_with_those_there_are(words):
    command = [sys.executable, "-m", "tests.bench", *words]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=SECONDS, env=environment())
    assert (done.returncode, done.stdout) == (2, "")
    assert "scan" in done.stderr
    assert "start" in done.stderr
