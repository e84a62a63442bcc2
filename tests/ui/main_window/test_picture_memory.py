"""A station in a process of its own is given the worst pictures: what it ever holds in memory stays within bounds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.ui.main_window.dock import Dock
from tests.ui.main_window.pictures import label_picture
from tests.ui.main_window.test_hostile_pictures import HOSTILE

MOST_MB = 200
"""Above what the same station needs for a common photo."""

STATION = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QMimeData, QUrl
from dockstation.bootstrap import Place, station_parts
from dockstation.settings import ConfigFolders
from dockstation.ui.main_window.station import run
from tests.ui.main_window.pictures import drop, files

data, config, *pictures = map(Path, sys.argv[1:])
parts = station_parts(Place(data, ConfigFolders(config)), camera=False, badge="ANNA")
said, peaks, given = [], [], []


def drive(hands):
    window = hands._window
    window.desk.refused.connect(said.append)

    def step():
        sight = hands.look()
        if sight.busy or window._picture_loop._current or len(said) + (sight.stage == "receive") < len(given):
            return
        status = dict(line.split(":") for line in Path("/proc/self/status").read_text().splitlines())
        peaks.append(int(status["VmHWM"].split()[0]) / 1024)
        if len(given) == len(pictures):
            print(json.dumps({"said": said, "peaks": peaks, "stage": sight.stage}))
            hands.leave(0)
            return
        given.append(pictures[len(given)])
        drop(window, files(given[-1]))

    hands.every(20, step)


run(parts, drive=drive)
"""


def test_no_picture_takes_the_memory_that_it_asks_for(dock: Dock, tmp_path: Path) -> None:
    hostile = [tmp_path / name for name, _ in HOSTILE.values()]
    for path, (_, make) in zip(hostile, HOSTILE.values(), strict=True):
        make(path)
    label = label_picture(tmp_path / "label.png")
    script = tmp_path / "station.py"
    script.write_text(STATION, "utf-8")
    arguments = [str(each) for each in (dock.data, dock.config, label, *hostile)]
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": ":".join(filter(None, sys.path)),
        "HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, script, *arguments], env=environment, capture_output=True, text=True, timeout=100, check=True
    )
    told = json.loads(done.stdout)
    assert len(told["said"]) == len(hostile)
    assert set(told["said"]) <= {"picture.unreadable", "picture.too_large", "picture.no_code"}
    assert told["stage"] == "receive"
    assert told["peaks"][-1] - told["peaks"][1] < MOST_MB
