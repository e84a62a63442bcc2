"""The station's process of the demo: the same window, with an operator or a guide at it.

``python -m dockstation.demo.play FOLDER`` reads ``FOLDER/plan.json``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from dockstation.bootstrap import Place, locked, station_parts
from dockstation.demo.diary import Diary
from dockstation.demo.guide import Guide
from dockstation.demo.operator import LOOK_MS, Operator
from dockstation.demo.plan import load
from dockstation.settings import ConfigFolders
from dockstation.ui.main_window.hands import Hands
from dockstation.ui.main_window.station import run

BADGE = "DEMO"


def main(folder: Path) -> int:
    """Open the demo's station in ``folder``; its exit status."""
    jobs, more = load(folder / "plan.json")

    def drive(hands: Hands) -> None:
        if more["headless"]:
            diary = Diary(folder / "diary.jsonl")
            operator = Operator(hands, jobs, diary, folder / "screens", lambda lpn: printed(folder / "printer", lpn))
            hands.every(LOOK_MS, operator.act)
        else:
            guide = Guide(hands, jobs)
            hands.on_key(guide.key)
            hands.every(LOOK_MS * 8, guide.act)

    with locked(Place(folder / "station", ConfigFolders(folder / "config"))) as place:
        return run(station_parts(place, camera=True, badge=BADGE), drive=drive)


def printed(tray: Path, lpn: str) -> bool:
    """Whether a label for ``lpn`` lies in the printer's tray, as somebody who walks over would see."""
    log = tray / "printer.jsonl"
    if not log.exists():
        return False
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    return any(code["text"] == lpn for line in lines for code in line["codes"])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
