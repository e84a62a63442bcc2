"""The demo's operator at questions of every kind, on the station's real window."""

from __future__ import annotations

from pathlib import Path

from dockstation.demo.diary import Diary
from dockstation.demo.operator import Operator
from dockstation.demo.plan import Job
from tests.fakes import every_kind
from tests.fakes.returns import IMEI
from tests.ui.main_window.conftest import dock, filled, film
from tests.ui.main_window.dock import LABEL, Dock

__all__ = ["dock", "filled", "film"]


def test_it_answers_every_kind_of_question(dock: Dock, film: Path, tmp_path: Path) -> None:
    every_kind.install(dock.config)
    dock.configure(camera=film, cooldown=0)
    window = dock.begin()
    dock._qtbot.waitUntil(lambda: window.camera.newest is not None, timeout=10_000)
    dock.start_inspection()
    found = {"packaging": "opened", "screen": "light", "battery": "78.5"}
    job = Job(1, "R26110001", LABEL, IMEI, found, by_camera=False, waits_for=str(film))
    operator = Operator(dock.hands, [job], Diary(tmp_path / "diary"), tmp_path, lambda _lpn: True)

    def done() -> bool:
        if dock.sight.stage == "inspect":
            operator.act()
        return bool(dock.events("InspectionCompleted"))

    dock._qtbot.waitUntil(done, timeout=30_000)
    (outcome,) = dock.events("InspectionCompleted")
    assert outcome["answers"] == {
        "packaging": "opened", "screen": "light", "marks": "none", "imei": IMEI, "weight": "420", "power": "pass",
        "battery": "78.5", "wipe": "gone", "account": "pass", "pieces": '{"cable":1,"charger":1}', "papers": "pass",
        "remark": "", "overall": "new",
    }  # fmt: skip
