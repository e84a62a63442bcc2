"""kill -9 of the station at random moments of the demo: nothing the screen confirmed is lost, nothing doubled."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path
from typing import Any

from PIL import Image

from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application.ports.store import PrintState
from dockstation.demo.run import Demo
from dockstation.domain.unit import UnitState
from tests.torture.whole import half_written

MOST_ENTRIES = 9
LONGEST = 0.25
"""Seconds after a random entry of the diary: anywhere between two moments of the work."""
FINISH_SECONDS = 120
LOOK_SECONDS = 0.01
COPY_MARK = (0.615, 0.745, 0.725, 0.86)
"""Where the shipped layout has its mark in white on black: left, top, right and bottom as parts of the label."""


class Campaign:
    """One demo whose station is killed again and again, then left to finish."""

    def __init__(self, folder: Path, seed: int, units: int) -> None:
        self._demo = Demo(folder, headless=True, language="en")
        self._folder = folder
        self._chance = random.Random(seed)
        self._units = units
        self.kills: Counter[str] = Counter()
        self.violations: list[str] = []
        self._left = ""
        """The unit that was being inspected at the last kill, and is not finished in the store."""

    def run(self, kills: int) -> None:
        """Kill that many times, let the operator finish, then ask everybody."""
        try:
            self._demo.prepare(self._units)
            for job in self._demo.plan:
                self._demo.begin(job.number)
            for _ in range(kills):
                if not self._kill_once():
                    break
            self._finish()
        finally:
            self._demo.stop()

    def _kill_once(self) -> bool:
        before = len(self._demo.diary.read())
        station = self._demo.station()
        if not self._works(station, before + self._chance.randint(0, MOST_ENTRIES)):
            return False
        time.sleep(self._chance.uniform(0, LONGEST))
        over = station.poll() is not None
        station.send_signal(signal.SIGKILL)
        station.wait()
        self._look(before)
        return not over

    def _works(self, station: subprocess.Popen[bytes], entries: int) -> bool:
        limit = time.monotonic() + FINISH_SECONDS
        while len(self._demo.diary.read()) <= entries:
            if station.poll() is not None or time.monotonic() > limit:
                self.violations.append("the station stood still")
                station.kill()
                station.wait()
                return False
            time.sleep(LOOK_SECONDS)
        return True

    def _look(self, before: int) -> None:
        """Everything the operator had seen confirmed must be in the store, whole."""
        diary = self._demo.diary.read()
        self.violations += half_written(self._folder / "station")
        fresh = [entry for entry in diary[before:] if entry["what"] != "thumbnails"]
        entries = [entry for entry in diary if entry["what"] != "thumbnails"]
        self.kills[_moment(diary)] += 1
        if self._left:
            self._check_resumed(fresh)
        store = SqlStore(self._folder / "station" / "station.db")
        try:
            for entry in _latest(entries).values():
                self._check(store, entry)
            self._check_thumbnails(store, diary)
            self._left = _left(store, entries[-1])
        finally:
            store.close()

    def _check_resumed(self, fresh: list[dict[str, Any]]) -> None:
        """The first thing on the screen after a restart is the draft as it was left, if one was left."""
        came = fresh[0]
        if came["what"] != "stage" or came["stage"] not in ("inspect", "decision"):
            self.violations.append(f"the draft of {self._left} was not on the screen after a restart: {came}")

    def _check(self, store: SqlStore, entry: dict[str, Any]) -> None:
        with store.unit_of_work() as work:
            inspection = work.inspections.get(entry["lpn"])
        if not entry["answers"].items() <= dict(inspection.answers).items():
            self.violations.append(f"answers of {entry['lpn']} lost: {entry} against {inspection.answers}")
        if len(inspection.photos) < entry["photos"]:
            self.violations.append(f"a photo of {entry['lpn']} was lost")

    def _check_thumbnails(self, store: SqlStore, diary: list[dict[str, Any]]) -> None:
        """What was ever a picture on the screen is a photo of that unit."""
        for lpn, seen in _seen(diary).items():
            with store.unit_of_work() as work:
                kept = {photo.sha256 for photo in work.inspections.get(lpn).photos}
            self.violations += [f"the screen showed photo {each} of {lpn}, which is lost" for each in seen - kept]

    def _finish(self) -> None:
        station = self._demo.station()
        try:
            if station.wait(FINISH_SECONDS):
                self.violations.append("the operator could not finish")
        except subprocess.TimeoutExpired:
            self.violations.append("the operator never finished")
        finally:
            station.kill()
            station.wait()
        self.violations += half_written(self._folder / "station")
        self._ask_server()
        self._ask_printer()

    def _ask_server(self) -> None:
        outcomes = Counter(each["rma_number"] for each in self._demo.office.outcomes())
        if outcomes != Counter(job.rma for job in self._demo.plan):
            self.violations.append(f"outcomes at the server: {outcomes}")
        if not all(each["complete"] for each in self._demo.office.outcomes()):
            self.violations.append("an outcome lacks a photo")
        sent = {each["lpn"]: {photo["sha256"] for photo in each["photos"]} for each in self._demo.office.outcomes()}
        for lpn, seen in _seen(self._demo.diary.read()).items():
            if not seen <= sent.get(lpn, set()):
                self.violations.append(f"the server was not told of a photo of {lpn} that the screen showed")
        store = SqlStore(self._folder / "station" / "station.db")
        try:
            with store.unit_of_work() as work:
                head, counts = work.outbox.head(), work.outbox.counts()
                unsettled = work.spool.in_state(PrintState.SENDING)
        finally:
            store.close()
        stored = [each["seq"] for each in self._demo.office.events(head.station)]
        if stored != list(range(1, head.seq + 1)) or counts.pending:
            self.violations.append(f"{head.seq} events here, {len(stored)} at the server")
        if unsettled:
            self.violations.append("a label is still being sent")

    def _ask_printer(self) -> None:
        log = self._folder / "printer" / "printer.jsonl"
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
        labels = [json.loads(line) for line in lines]
        if twice := [each for each, count in Counter(each["sha256"] for each in labels).items() if count > 1]:
            self.violations.append(f"the same bytes were printed twice: {twice}")
        plain = [each for each in labels if not _is_marked(log.with_name(each["file"]))]
        if twice := [lpn for lpn, count in Counter(map(_lpn, plain)).items() if count > 1]:
            self.violations.append(f"printed twice without a copy mark: {twice}")
        if len(set(map(_lpn, labels))) < len(self._demo.plan):
            self.violations.append("a label was never printed")


def _left(store: SqlStore, last: dict[str, Any]) -> str:
    """The unit of the last entry, unless its label came out between that entry and the kill."""
    if last["what"] != "inspection":
        return ""
    with store.unit_of_work() as work:
        unit = work.units.get(last["lpn"])
    return unit.lpn if unit.state in (UnitState.INSPECTING, UnitState.DECIDED) else ""


def _latest(entries: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {entry["lpn"]: entry for entry in entries if entry["what"] == "inspection"}


def _moment(diary: list[dict[str, Any]]) -> str:
    """Where the station was, or what it had just shown."""
    last = diary[-1]
    return str(last.get("stage", last["what"]))


def _seen(diary: list[dict[str, Any]]) -> dict[str, set[str]]:
    """By unit the names of all photos whose pictures were ever on the screen."""
    seen: dict[str, set[str]] = {}
    for entry in diary:
        if entry["what"] == "thumbnails":
            seen.setdefault(entry["lpn"], set()).update(entry["photos"])
    return seen


def _lpn(label: dict[str, Any]) -> str:
    return str(next((code["text"] for code in label["codes"]), label["file"]))


def _is_marked(picture: Path) -> bool:
    """Whether a label says that it is a copy."""
    with Image.open(picture) as label:
        left, top, right, bottom = COPY_MARK
        box = (label.width * left, label.height * top, label.width * right, label.height * bottom)
        histogram = label.convert("L").crop(box).histogram()
    return sum(histogram[:128]) > sum(histogram[128:])
