"""A language more is a file more, and no code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dockstation.settings import shipped
from tests.ui.main_window.dock import Dock

GERMAN = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de"><context><name>StatusStrip</name>
<message><source>Help</source><translation>Hilfe</translation></message>
</context></TS>
"""
LRELEASE = Path(sys.executable).with_name("pyside6-lrelease")
THROUGH_ALL = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from dockstation.bootstrap import Place, station_parts
from dockstation.settings import ConfigFolders
from dockstation.ui.main_window.hands import Hands
from dockstation.ui.main_window.station import run
from tests.ui.looking import buttons

def drive(hands):
    window = hands._window
    for _each in range(4):
        print(window.desk.language, *(each.text().split()[0] for each in buttons(window._strip)))
        hands.press(Qt.Key.Key_F12)
        window.wedge._on_pause()
    window.close()

place = Place(Path(sys.argv[1]), ConfigFolders(Path(sys.argv[2])))
sys.exit(run(station_parts(place, camera=False, badge="ANNA"), drive=drive))
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The program with a third language among its resources."""
    tree, here = tmp_path / "tree", shipped("resources").parent
    (tree / "resources" / "i18n").mkdir(parents=True)
    for name in ("src", "config", "pyproject.toml"):
        (tree / name).symlink_to(here / name)
    for each in (*shipped("resources").glob("*"), *shipped("resources").glob("i18n/*")):
        if not (target := tree / each.relative_to(here)).exists():
            target.symlink_to(each)
    german = tree / "resources" / "i18n" / "dockstation_de.ts"
    german.write_text(GERMAN, "utf-8")
    subprocess.run([LRELEASE, "-silent", german], check=True)
    return tree


def test_a_file_is_all_that_a_third_language_needs(tree: Path, dock: Dock) -> None:
    dock.configure(language="de")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tree / "src"), str(Path.cwd())])}
    command = [sys.executable, "-c", THROUGH_ALL, str(dock.data), str(dock.config)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.splitlines() == ["de 中文 Hilfe", "zh_CN English 帮助", "en Deutsch Help", "de 中文 Hilfe"]
