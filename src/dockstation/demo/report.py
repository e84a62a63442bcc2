"""What truly happened in a headless demo, asked of everybody who was there."""

from __future__ import annotations

import json
import platform
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

from dockstation import __version__
from dockstation.bootstrap import Place, open_photos, open_store, open_use_cases
from dockstation.demo.diary import Diary
from dockstation.demo.office import Office
from dockstation.demo.plan import Job
from dockstation.domain.operator import Operator, Role
from dockstation.settings import ConfigFolders

LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "zxing-cpp", "pyzbar", "opencv-python-headless", "fastapi")
SCREENS = (
    "home",
    "receive",
    "inspect-answer",
    "inspect-photo",
    "inspect-done",
    "decision-sent",
    "decision-confirmed",
    "home-reject",
)
VISITOR = Operator("DEMO", "Demo Operator", Role.INSPECTOR)


class Report:
    """Gathers, checks and writes ``report.json``."""

    def __init__(self, folder: Path, plan: Sequence[Job], diary: Diary, office: Office) -> None:
        self._folder = folder
        self._plan = plan
        self._diary = diary.read()
        self._office = office
        self._place = Place(folder / "station", ConfigFolders(folder / "config"))
        self._checks: dict[str, bool] = {}

    def write(self, status: int, seconds: float) -> int:
        """Write the report and say how each check went; 0 when all are true."""
        station, own = self._own_events()
        found = {
            "stages": self._stages(),
            "events": self._events(station, own),
            "outcomes": self._outcomes(),
            "labels": self._labels(),
            "photos": self._photos(),
            "garbage": next((entry["said"] for entry in self._diary if entry["what"] == "garbage_refused"), ""),
            "versions": _versions(),
            "seconds": round(seconds, 2),
        }
        self._check("the operator left of his own accord", status == 0)
        self._check("garbage was refused in words", bool(found["garbage"]))
        for name in SCREENS:
            self._check(f"screenshot of {name}", (self._folder / "screens" / f"{name}.png").exists())
        ok = all(self._checks.values())
        report = {"ok": ok, "checks": self._checks, **found}
        (self._folder / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=1), "utf-8")
        self._tell(ok, seconds)
        return 0 if ok else 1

    def _tell(self, ok: bool, seconds: float) -> None:
        for name, true in self._checks.items():
            sys.stdout.write(f"{'ok  ' if true else 'FAIL'}  {name}\n")
        sys.stdout.write(f"{'demo complete' if ok else 'demo FAILED'} in {seconds:.1f} s: {self._folder}\n")

    def _check(self, name: str, true: bool) -> None:
        self._checks[name] = true

    def _own_events(self) -> tuple[str, dict[str, Any]]:
        store = open_store(self._place)
        try:
            with store.unit_of_work() as work:
                head, counts = work.outbox.head(), work.outbox.counts()
        finally:
            store.close()
        self._check("the outbox is empty", counts.pending == counts.photos == counts.rejected == 0)
        return head.station, {"seq": head.seq, "hash": head.hash}

    def _stages(self) -> list[dict[str, Any]]:
        stages = [entry for entry in self._diary if entry["what"] in ("stage", "drained")]
        told = [
            {"stage": entry["stage"], "rma": entry["rma"], "ms": round((after["at"] - entry["at"]) * 1000)}
            for entry, after in pairwise(stages)
        ]
        passed = {each["stage"] for each in told}
        self._check("every stage was passed", passed == {"home", "receive", "inspect", "decision"})
        self._check("every unit was finished", self._count("unit_done") == len(self._plan))
        return told

    def _count(self, what: str) -> int:
        return sum(entry["what"] == what for entry in self._diary)

    def _events(self, station: str, own: dict[str, Any]) -> list[dict[str, Any]]:
        stored = self._office.events(station)
        self._check(
            "the server has every event once", [each["seq"] for each in stored] == list(range(1, own["seq"] + 1))
        )
        self._check("the server took every event", all(each["result"] == "created" for each in stored))
        offline = self._seen_offline()
        self._check("a unit was finished while the server was away", bool(offline))
        return stored

    def _seen_offline(self) -> list[int]:
        order = [entry["what"] for entry in self._diary]
        if "server_stopped" not in order or "server_started" not in order:
            return []
        between = self._diary[order.index("server_stopped") : order.index("server_started")]
        return [entry["job"] for entry in between if entry["what"] == "unit_done"]

    def _outcomes(self) -> list[dict[str, Any]]:
        outcomes = self._office.outcomes()
        counted = Counter(each["rma_number"] for each in outcomes)
        self._check("the server has each outcome exactly once", counted == Counter(job.rma for job in self._plan))
        self._check("every outcome is complete with its photos", all(each["complete"] for each in outcomes))
        self._check("there is a photo in every outcome", all(each["photos"] for each in outcomes))
        return outcomes

    def _labels(self) -> list[dict[str, Any]]:
        log = self._folder / "printer" / "printer.jsonl"
        printed = [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.exists() else []
        read = Counter(code["text"] for each in printed for code in each["codes"] if code["type"] == "CODE128")
        wanted = Counter(entry["lpn"] for entry in self._diary if entry["what"] == "unit_done")
        self._check("each unit's label was printed once and reads back", bool(wanted) and read == wanted)
        if printed:
            self._copy_label(printed[0], next(iter(wanted), ""))
        return printed

    def _copy_label(self, first: dict[str, Any], lpn: str) -> None:
        for kind in ("png", "zpl"):
            name = Path(first["file"]).with_suffix(f".{kind}").name
            shutil.copyfile(self._folder / "printer" / name, self._folder / f"label.{kind}")
        use_cases = open_use_cases(self._place)
        try:
            (self._folder / "label.pdf").write_bytes(use_cases.print_label.pdf(lpn, VISITOR))
        finally:
            use_cases.close()

    def _photos(self) -> list[str]:
        photos = open_photos(self._place)
        named = [each["sha256"] for outcome in self._office.outcomes() for each in outcome["photos"]]
        for number, sha256 in enumerate(named, 1):
            (self._folder / f"photo-{number}.jpg").write_bytes(photos.read(sha256))
        return named


def _versions() -> dict[str, str]:
    found = {name: version(name) for name in LIBRARIES}
    return {"dockstation": __version__, "python": platform.python_version(), **found}
