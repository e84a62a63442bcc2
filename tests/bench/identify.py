"""From a scan to its return on the screen, with a thousand expected returns and with a million."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.adapters.system_clock import SystemClock
from dockstation.application.ports.central import RmaPage
from dockstation.application.search import Search
from tests.bench.many_returns import BRANDS, FAMILIES, THINGS, ManyReturns, one, order, spread, tracking
from tests.bench.stock import stock

SIZES = (1_000, 100_000)
SCANS = 200
WARM = 20
SECONDS = 30
LINES = 2.5

Figures = dict[str, float]


def run(returns: int) -> dict[str, Any]:
    """Figures for each size up to ``returns``; a million takes minutes to be imported."""
    figures: Figures = {}
    medians: dict[int, float] = {}
    for count in (*(size for size in SIZES if size < returns), returns):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            told = _imported(folder, count)
            waits = _scans(folder, count)
            medians[count] = statistics.median(waits)
            figures |= {f"p50_ms_{count}": medians[count], f"p95_ms_{count}": _p95(waits)}
            if count == returns:
                figures |= told | _searches(folder, count)
    figures[f"median_ratio_{returns}_{min(medians)}"] = medians[returns] / medians[min(medians)]
    return {
        "figures": {name: round(value, 2) for name, value in figures.items()},
        "units": {name: _unit(name) for name in figures},
        "notes": (
            f"{SCANS} scans of tracking numbers, orders and return labels in the real window on Qt's offscreen "
            "platform: from the first key event until the return is painted with its lines; it was identified, its "
            "parcel opened and that written to the disk in between. import: Sync's passes over pages of 500, "
            f"{LINES} lines a return, rows are returns and lines, without the server's own time, "
            "HTTP and the check of messages. search: the use case, over goods, numbers, phones and customers, and "
            "two of them together; the window waits 200 ms for the next letter before it asks. home: what a home "
            "screen reads"
        ),
    }


def _unit(name: str) -> str:
    endings = {"_per_s": "1/s", "_mb": "MB"}
    return "×" if "ratio" in name else next((unit for end, unit in endings.items() if name.endswith(end)), "ms")


def _p95(waits: Sequence[float]) -> float:
    return sorted(waits)[int(len(waits) * 0.95)]


class Timed(ManyReturns):
    """Knows how long it took itself."""

    seconds = 0.0

    def pull_rmas(self, cursor: str) -> RmaPage:
        began = time.monotonic()
        page = super().pull_rmas(cursor)
        self.seconds += time.monotonic() - began
        return page


def _imported(folder: Path, count: int) -> Figures:
    central = Timed(count)
    seconds = stock(folder / "data", central) - central.seconds
    megabytes = (folder / "data" / "station.db").stat().st_size / 1e6
    return {"import_rows_per_s": count * (1 + LINES) / seconds, "file_mb": megabytes}


def _scans(folder: Path, count: int) -> list[float]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.bench.identify_window import opened

    kinds: tuple[Callable[[int], str], ...] = (tracking, order, lambda n: f"DSRMA-{one(n).number}")
    wanted = spread(count, SCANS + WARM)
    with opened(folder) as window:
        waits = [window.scan(kinds[place % 3](n), one(n).number) for place, n in enumerate(wanted)]
    return waits[WARM:]


def _words(count: int) -> list[str]:
    returns = spread(count, 20)
    numbers = [part for n in returns for part in (order(n)[4:], order(n)[-6:], tracking(n)[-7:], one(n).phone_end)]
    goods = [f"{brand[0]}{thing[0]}" for brand in BRANDS for thing in THINGS[:3]]
    goods += [thing[side] for thing in THINGS for side in (0, 1)] + [brand[0] for brand in BRANDS]
    models = [one(n).lines[0].name.by_language["zh_CN"].split()[1] for n in returns]
    people = [f"{family}**" for family in FAMILIES] + list(FAMILIES)
    both = [f"{one(n).lines[0].name.by_language['zh_CN'].split()[0]} {one(n).phone_end}" for n in returns]
    common = [f"{thing[0]} {family}" for thing, family in zip(THINGS, FAMILIES, strict=False)]
    return [*numbers, *goods, *models, *people, *both, *common]


def _searches(folder: Path, count: int) -> Figures:
    store = SqlStore(folder / "data" / "station.db")
    search = Search(store, SystemClock())
    waits = []
    for words in _words(count):
        began = time.monotonic()
        found = search(words)
        waits.append((time.monotonic() - began) * 1000)
        if not (found and found.entries):
            raise RuntimeError(f"{words} found nothing")
    began = time.monotonic()
    with store.unit_of_work() as work:
        work.rmas.count()
    counted = (time.monotonic() - began) * 1000
    store.close()
    return {"search_p50_ms": statistics.median(waits), "search_p95_ms": _p95(waits), "home_count_ms": counted}
