"""Keyboard scanners under foreign layouts, and how long after its last key a code is on the screen."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Timer
from typing import Any

from tests.ui.codes import of_a_dock
from tests.ui.display import Display, screen
from tests.ui.keys import characters, strokes
from tests.ui.main_window.dock import NOBODY_LISTENS, STATION, fill, several
from tests.ui.wedge_window import wedge_window

LAYOUTS = ("us", "fr", "de", "ru")
SCANS = 200
PER_SECOND = 20
MOST = 10 * SCANS
LABELS = 60
WARM = 10
PAUSE_S = 0.25
"""Between two labels, so that none waits for the one before."""
SECONDS = 30

Figures = dict[str, float]
Words = Callable[[str], list[str]]
WAYS: tuple[tuple[str, Words], ...] = (("", strokes), ("typed_", characters))


def run(scans: int = SCANS, labels: int = LABELS) -> dict[str, Any]:
    """Right codes of ``scans`` in every layout both ways, and times of ``labels`` labels at the real station."""
    with screen() as display:
        rights: Figures = {}
        rates: list[float] = []
        cut = 0
        for layout in LAYOUTS:
            display.set_layout(layout)
            for way, words in WAYS:
                right, pieces = _heard(display, of_a_dock(scans), words, rates)
                rights |= {f"{name}{way}right_{layout}": count for name, count in right.items()}
                cut += pieces
        display.set_layout("us")
        times = _times(display, labels)
    figures = rights | times
    notes = (
        f"{scans} scans of a dock's codes, {min(rates):.1f} to {max(rates):.1f} a second, xdotool under Xvfb, no "
        "gaps between keys; right_: key codes as of a US scanner; typed_right_: xdotool type, which under ru types "
        "small letters for capitals and loses some, in every program; naive_: Qt's own text in the same runs; "
        f"key_to_code: from the X server's time of Enter to the banner on the screen, {labels} known labels at the "
        "real station, which identified the return, opened its parcel and wrote that down in that time; "
        "key_to_identified: until the use case had the return; "
        f"cut in two by a pause of the machine: {cut}"
    )
    return {"figures": figures, "units": {name: _unit(name) for name in figures}, "notes": notes}


def _unit(name: str) -> str:
    return "ms" if name.endswith("_ms") else "scans"


def _heard(display: Display, codes: list[str], words: Words, rates: list[float]) -> tuple[Figures, int]:
    """How many came right from the wedge and from Qt's text alone, and how many scans no Enter ended."""
    with wedge_window(display, "raw") as window:
        rates.append(len(codes) / window.scan(codes, words, PER_SECOND))
        scans, keystrokes = window.heard(MOST, seconds=2)
    right = {"": _right(codes, scans), "naive_": _right(codes, [each.texts for each in keystrokes])}
    return right, sum(not each.end for each in keystrokes)


def _right(codes: list[str], scans: list[str]) -> float:
    """How many codes came as they were sent."""
    return float((Counter(codes) & Counter(scans)).total())


def _times(display: Display, labels: int) -> Figures:
    with tempfile.TemporaryDirectory() as name:
        answers = _answers(display, _station(Path(name), labels + WARM), labels + WARM)[WARM:]
    figures: Figures = {}
    for until, told in (("code", "painted"), ("identified", "identified")):
        waits = sorted((each[told] - each["key"]) * 1000 for each in answers)
        figures[f"key_to_{until}_p50_ms"] = round(statistics.median(waits), 1)
        figures[f"key_to_{until}_p95_ms"] = round(waits[int(len(waits) * 0.95)], 1)
    return figures


def _station(folder: Path, returns: int) -> Path:
    (folder / "config").mkdir()
    (folder / "data").mkdir()
    url = f"http://127.0.0.1:{NOBODY_LISTENS}"
    settings = STATION.format(camera="", url=url, language="en", cooldown=200, plates="")
    (folder / "config" / "station.toml").write_text(settings, "utf-8")
    fill(folder / "data", *several(returns))
    return folder


def _answers(display: Display, folder: Path, labels: int) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.bench.wedge_station", str(folder)]
    with subprocess.Popen(command, env=display.environment, stdout=subprocess.PIPE, text=True) as process:
        patience = Timer(SECONDS + labels, process.kill)  # ends the lines, where it would answer no more
        patience.start()
        try:
            assert process.stdout is not None
            told = (json.loads(line) for line in process.stdout)
            display.keyboard("windowfocus", "--sync", str(next(told)["window"]))
            answers = []
            for rma in several(labels):
                time.sleep(PAUSE_S)
                display.keyboard(*strokes(f"DSRMA-{rma.number}"))
                answers.append(next(told))
            return answers
        finally:
            patience.cancel()
            process.terminate()
            process.wait(SECONDS)
