"""A long shift at ten times a good station's speed: whether the station stays as small, and as quick, as it began."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import psutil

from tests.e2e.shift.floor import PIN, Floor, floor
from tests.e2e.shift.plan import UNITS, Parcel, ten_parcels
from tests.fakes import every_kind
from tests.ui.display import screen

UNITS_PER_HOUR = 120
TIMES = 10
WARM_SHIFTS = 2
"""Of ten parcels each: every page has been shown by then, more than once."""
SLOT_S = 3600 * len(UNITS) / UNITS_PER_HOUR / TIMES / 10
"""For a parcel."""
TENTHS = 10
MOST_KINDS = 12
Figures = dict[str, float]


def run(minutes: float) -> dict[str, Any]:
    """Parcels for so many minutes by scanned codes, after a warm-up, at the real process with server and printer."""
    shifts = max(1, round(minutes * 60 / SLOT_S / 10))
    parcels = [ten_parcels(10 * n) for n in range(WARM_SHIFTS + shifts)]
    with screen() as display, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        every_kind.install(folder / "config")
        rmas = [each.rma for ten in parcels for each in ten]
        with floor(folder, display, "codes", rmas, "tests.bench.soak_station") as here:
            figures = _figures(here, parcels)
    return {"figures": figures, "units": {name: _unit(name) for name in figures}, "notes": _notes(shifts)}


def _notes(shifts: int) -> str:
    return (
        f"{10 * shifts} parcels with {len(UNITS) * shifts} units at {TIMES} times {UNITS_PER_HOUR} units an hour, "
        f"after {10 * WARM_SHIFTS} to warm up; an answer: from the last key of a scan until the window rests with it "
        "on the screen, printing and signing included"
    )


def _unit(name: str) -> str:
    units = {"mb": "MB", "ms": "ms", "percent": "%", "hour": "/h"}
    return next((unit for word, unit in units.items() if word in name.split("_")), "")


def _figures(here: Floor, parcels: Sequence[Sequence[Parcel]]) -> Figures:
    here.worker.sign_in("ANNA")
    here.station.eyes.until(lambda seen: f"Returns expected: {sum(map(len, parcels))}" in seen.said)
    for ten in parcels[:WARM_SHIFTS]:
        _work(here, ten, 0)
    here.sent()
    kinds, before = cast("Counter[str]", here.station.eyes.ask("kinds")), _held(here)
    for word in ("answers", "blocks"):
        here.station.eyes.ask(word)
    began, answers = time.monotonic(), []
    for n, ten in enumerate(parcels[WARM_SHIFTS:]):
        _work(here, ten, began + n * 10 * SLOT_S)
        answers.append(cast("list[float]", here.station.eyes.ask("answers")))
        _say(here, n)
    took = time.monotonic() - began
    blocks = cast("list[tuple[float, float, tuple[str, ...]]]", here.station.eyes.ask("blocks"))
    here.sent()
    grown = cast("Counter[str]", here.station.eyes.ask("kinds")) - kinds
    sys.stderr.write(f"grown: {', '.join(f'{name} {count}' for name, count in grown.most_common(MOST_KINDS))}\n")
    units = len(here.worker.lpns) - WARM_SHIFTS * len(UNITS)
    return {
        "units_per_hour": units / took * 3600,
        **_beside(before, _held(here)),
        **_quick(answers),
        **_blocked(blocks),
        **_kept(here),
    }


def _work(here: Floor, ten: Sequence[Parcel], start: float) -> None:
    here.worker.take_in(*ten)
    for n, each in enumerate(ten):
        time.sleep(max(0, start + n * SLOT_S - time.monotonic()))
        here.worker.work_through(each, "SUE", PIN)


def _say(here: Floor, n: int) -> None:
    told = psutil.Process(here.station.process.pid).memory_full_info()
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} shift {n}: rss {told.rss >> 20} MB, pss {told.pss >> 20} MB\n")


def _held(here: Floor) -> Figures:
    """What the station's process holds, seen from outside, then from within."""
    process = psutil.Process(here.station.process.pid)
    told = process.memory_full_info()
    outside = {"threads": process.num_threads(), "files": process.num_fds()}
    within = cast("dict[str, int]", here.station.eyes.ask("holds"))
    return {"rss_mb": told.rss / 2**20, "pss_mb": told.pss / 2**20, **outside, **within}


def _beside(before: Figures, after: Figures) -> Figures:
    pairs = {f"{name}_{when}": told[name] for name in before for when, told in (("begin", before), ("end", after))}
    return {**pairs, "pss_growth_percent": (after["pss_mb"] / before["pss_mb"] - 1) * 100}


def _quick(answers: Sequence[Sequence[float]]) -> Figures:
    told = [each for shift in answers for each in shift]
    part = max(2, len(told) // TENTHS)
    return {
        "answers": len(told),
        **{
            f"answer_{what}_{when}_ms": figure
            for when, tenth in (("first", told[:part]), ("last", told[-part:]))
            for what, figure in (("p50", statistics.median(tenth)), ("p95", statistics.quantiles(tenth, n=20)[-1]))
        },
    }


def _blocked(blocks: Sequence[tuple[float, float, tuple[str, ...]]]) -> Figures:
    for wall, cpu, frames in sorted(blocks)[-5:]:
        sys.stderr.write(f"blocked {wall:.0f} ms, its own work {cpu:.0f} ms: {', '.join(frames[:8])}\n")
    longest: Iterator[tuple[float, float]] = ((wall, cpu) for wall, cpu, _ in blocks)
    wall, cpu = max(longest, default=(0.0, 0.0))
    return {"blocks": len(blocks), "longest_block_ms": wall, "longest_block_cpu_ms": cpu}


def _kept(here: Floor) -> Figures:
    """What came of it all: nothing is lost, nothing came twice."""
    events = here.server.events(here.station_id)
    put_away = [each["body"]["lpn"] for each in events if each["kind"] == "UnitPutAway"]
    whole = [each["seq"] for each in events] == list(range(1, len(events) + 1))
    lost = len(set(here.worker.lpns) - set(put_away)) + (not whole)
    labels = sum(each["kind"] == "LabelSent" for each in events)
    return {"events": len(events), "units_lost": lost, "labels_sent": labels, "labels_printed": len(here.printed())}
