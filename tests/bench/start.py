"""How long a person waits for the window: whole processes, warm, beside the least that Qt itself takes."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.many_returns import ManyReturns
from tests.bench.stock import stock

RUNS = 10
SECONDS = 60
BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        print(time.monotonic(), flush=True)
        QApplication.exit()

app = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
UNITS = {
    "first_paint_ms": "ms",
    "ready_ms": "ms",
    "rss_mb": "MB",
    "qtwidgets_first_paint_ms": "ms",
    "first_paint_ratio": "×",
}

Figures = dict[str, float]


def run(returns: int = 0, runs: int = RUNS) -> dict[str, Any]:
    """Medians of ``runs`` processes from their start to the first paint and to ready, and their memory then.

    ``returns`` are expected by the station: none, or a million, which take minutes to be imported.
    """
    with tempfile.TemporaryDirectory() as name, _display() as (where, environment):
        folder = Path(name)
        (folder / "config").mkdir()
        if returns:
            stock(folder / "data", ManyReturns(returns))
        _station(folder, environment)  # makes the database, and warms the disk's cache
        _bare(environment)
        measured = [_station(folder, environment) | _bare(environment) for _ in range(runs)]
    figures = {name: statistics.median(each[name] for each in measured) for name in measured[0]}
    figures["first_paint_ratio"] = figures["first_paint_ms"] / figures["qtwidgets_first_paint_ms"]
    notes = (
        f"median of {runs} processes, warm, {where}; qtwidgets is a bare PySide6 QWidget of the same size, in turns "
        f"with the station, which expects {returns} returns; ready: store, config and printer opened, the operator "
        "signed in"
    )
    return {"figures": {name: round(figures[name], 2) for name in UNITS}, "units": UNITS, "notes": notes}


@contextmanager
def _display() -> Iterator[tuple[str, dict[str, str]]]:
    """A real X server of our own, else Qt's offscreen platform; its name, and the environment that leads to it."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # the first run compiles, as setting up does
    if shutil.which("Xvfb") is None:
        yield "Qt's offscreen platform", environment | {"QT_QPA_PLATFORM": "offscreen"}
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        display = ":" + told.readline().strip()
    try:
        yield "X11 (Xvfb)", environment | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait(SECONDS)


def _station(folder: Path, environment: dict[str, str]) -> Figures:
    report = folder / "report.json"
    place = ["--data", str(folder / "data"), "--config", str(folder / "config")]
    words = ["station", *place, "--no-camera", "--badge", "DEMO", "--report-start", str(report)]
    began = time.monotonic()
    _finished([sys.executable, "-m", "dockstation", *words], environment)
    told = json.loads(report.read_text("utf-8"))
    return {
        "first_paint_ms": (told["painted"] - began) * 1000,
        "ready_ms": (told["ready"] - began) * 1000,
        "rss_mb": told["rss_mb"],
    }


def _bare(environment: dict[str, str]) -> Figures:
    began = time.monotonic()
    painted = float(_finished([sys.executable, "-c", BARE], environment).split()[0])
    return {"qtwidgets_first_paint_ms": (painted - began) * 1000}


def _finished(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=SECONDS, env=environment)
    if done.returncode:
        raise RuntimeError(f"{command}: {done.stderr}")
    return done.stdout
